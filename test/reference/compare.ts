/** Members that count something, and so must be equal and not only close. */
const counts = new Set(["n", "df", "df_design", "col_base_n", "total_base_n", "total_low", "total_high"]);

export interface Tolerance {
  /** Of the expected value; 1e-12 is let through in any case. */
  relative: number;
}

/** Where `got` differs from `expected`, one sentence for each place. What is not expected is not looked at. */
export function misses(got: unknown, expected: unknown, tolerance: Tolerance, path: readonly string[] = []): string[] {
  if (Array.isArray(expected)) return missesInList(got, expected, tolerance, path);
  if (isRecord(expected)) return missesInRecord(got, expected, tolerance, path);
  if (isSame(got, expected, counts.has(path[0]) ? {relative: 0} : tolerance)) return [];
  return [`${path.join(".")} is ${show(got)}, expected ${show(expected)}`];
}

function missesInList(got: unknown, expected: unknown[], tolerance: Tolerance, path: readonly string[]): string[] {
  if (!isList(got)) return [`${path.join(".")} is ${show(got)}, expected a list`];
  if (got.length !== expected.length)
    return [`${path.join(".")} has length ${got.length}, expected ${expected.length}`];
  return expected.flatMap((value, i) => misses(got[i], value, tolerance, [...path, String(i)]));
}

function missesInRecord(
  got: unknown,
  expected: Record<string, unknown>,
  tolerance: Tolerance,
  path: readonly string[],
): string[] {
  return Object.entries(expected).flatMap(([key, value]) => {
    const place = [...path, key];
    if (!isRecord(got) || !(key in got)) return [`${place.join(".")} is not computed, expected ${show(value)}`];
    return misses(got[key], value, tolerance, place);
  });
}

function isSame(got: unknown, expected: unknown, {relative}: Tolerance): boolean {
  if (typeof expected !== "number") return defined(got) === expected;
  return typeof got === "number" && Math.abs(got - expected) <= Math.max(relative * Math.abs(expected), 1e-12);
}

/** A number that is none is not defined, which the reference writes null. */
function defined(value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !isList(value);
}

function show(value: unknown): string {
  return typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "nothing");
}
