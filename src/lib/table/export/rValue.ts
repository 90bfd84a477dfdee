type RValue = string | number | boolean | readonly RValue[] | {readonly [name: string]: RValue};

/** A value as R writes it: an array of texts or numbers as a vector, any other and an object as a list. */
export function toR(value: RValue, separator = ", "): string {
  if (typeof value === "string")
    return `"${value.replace(/\s+/g, " ").replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
  if (value === Number.POSITIVE_INFINITY) return "Inf";
  if (typeof value !== "object") return String(value).toUpperCase();
  if (!Array.isArray(value)) {
    const named = Object.entries(value).map(([name, each]) => `${name} = ${toR(each)}`);
    return `list(${named.join(", ")})`;
  }
  const isVector = value.length > 0 && value.every((each) => typeof each !== "object");
  return `${isVector ? "c" : "list"}(${value.map((each) => toR(each)).join(isVector ? ", " : separator)})`;
}
