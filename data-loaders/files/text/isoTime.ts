/** A moment without a zone as ISO 8601; null beyond what ISO 8601 writes. Milliseconds since 1970. */
export function isoDateTime(milliseconds: number): string | null {
  const moment = new Date(Math.round(milliseconds));
  if (Number.isNaN(moment.getTime())) return null;
  return moment.toISOString().replace(/(\.000)?Z$/, "");
}

/** A day as ISO 8601, or the moment where it is not midnight. */
export function isoDate(milliseconds: number): string | null {
  const moment = isoDateTime(milliseconds);
  return moment?.endsWith("T00:00:00") ? moment.slice(0, -"T00:00:00".length) : moment;
}

/** A time of day or a length of time, `hh:mm:ss`; hours may be more than 23. */
export function isoTime(milliseconds: number): string {
  const length = Math.round(Math.abs(milliseconds));
  const two = (number: number) => String(Math.floor(number)).padStart(2, "0");
  const clock = [length / 3_600_000, (length / 60_000) % 60, (length / 1000) % 60].map(two).join(":");
  const rest = length % 1000;
  return `${milliseconds < 0 ? "-" : ""}${clock}${rest ? `.${String(rest).padStart(3, "0")}` : ""}`;
}
