/** What a cell's number stands for, by the format in which it is shown. */
export type NumberKind = "number" | "date" | "dateTime" | "time" | "duration";

/** Formats that have a number and no pattern of their own in the file (ECMA-376 part 1, 18.8.30). */
const builtIn: Readonly<Record<number, NumberKind>> = {
  ...Object.fromEntries([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, "date"])),
  ...Object.fromEntries([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56].map((id) => [id, "time"])),
  22: "dateTime",
  46: "duration",
};

/** What is shown as it stands: quoted, escaped, a blank of a character's width, a repeated character; colour, locale, condition. */
const literal = /"[^"]*"|[\\_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

/** The kind of a pattern such as `yyyy-mm-dd;@`, told from the part for positive numbers. */
export function kindOfPattern(pattern: string): NumberKind {
  const [positive] = pattern
    .replace(literal, "")
    .replace(/AM\/PM|A\/P/gi, "h")
    .toLowerCase()
    .split(";");
  if (positive === "general") return "number";
  if (/\[[hms]+\]/.test(positive)) return "duration";
  const hasClock = /[hs]/.test(positive);
  const hasDay = /[yd]/.test(positive) || (positive.includes("m") && !hasClock);
  if (hasDay) return hasClock ? "dateTime" : "date";
  return hasClock ? "time" : "number";
}

/** The kind of a format by its number, and its pattern where the file has one. */
export function kindOfFormat(id: number, pattern: string | undefined): NumberKind {
  return pattern === undefined ? (builtIn[id] ?? "number") : kindOfPattern(pattern);
}
