/** What went wrong, in one line; the whole error, with where it was thrown, when DEBUG is set. */
export function message(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (process.env.DEBUG) return error.stack ?? error.message;
  const [first, second = ""] = error.message.split("\n");
  return first.endsWith(":") ? `${first} ${second.trim()}` : first;
}
