/** A text as semicolon-separated rows, with the line on which each row starts; the header stands on line 1. */
export interface CsvText {
  text: string;
  lines: readonly number[];
}

/** Rows as a Norwegian spreadsheet writes them: semicolons, CRLF, and a byte order mark that says UTF-8. */
export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[]): CsvText {
  const written = [header, ...rows].map((row) => row.map(quoted).join(";"));
  let line = 1;
  const starts = written.map((row) => {
    const start = line;
    line += row.split("\n").length;
    return start;
  });
  return {text: `\ufeff${written.map((row) => `${row}\r\n`).join("")}`, lines: starts.slice(1)};
}

function quoted(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
