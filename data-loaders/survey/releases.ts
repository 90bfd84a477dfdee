import {existsSync, readFileSync, realpathSync, writeFileSync} from "node:fs";
import {basename} from "node:path";
import {z} from "zod";
import type {ProtectedRow, ProtectedTables} from "../../src/lib/respondents/protectedTables.js";
import {fileBeside} from "../inputs/fileBeside.js";
import {InputError} from "../inputs/inputError.js";
import {parseJson} from "../inputs/readTable.js";

/*
 * Two releases of a protected file can tell together what neither tells alone: what one respondent more has answered is the
 * difference between their tables. So what was published is kept on record beside the file: how many were counted in each
 * published row, and no answers.
 */

const ledger = z.strictObject({
  about: z.string(),
  /** Respondents in each published row, by question and group. */
  respondents: z.record(z.string(), z.record(z.string(), z.number().int().nonnegative())),
});

const about =
  "How many respondents were counted in each published row of the last release. A new release that differs by too few is refused. Keep this file beside the responses, and do not publish it.";

type Counts = z.infer<typeof ledger>["respondents"];

/** Where the last release of a protected file is on record: beside it, of `answers.csv` in `answers.published.json`. */
export function ledgerFileOf(surveyFile: string): string {
  return fileBeside(realpathSync(surveyFile), ".published.json");
}

/**
 * That a release of a protected file does not differ from the last by so few respondents that their answers could be
 * worked out.
 *
 * @throws InputError naming the groups that differ by fewer than the least number published
 */
export function checkRelease(surveyFile: string, tables: ProtectedTables): void {
  const last = lastRelease(surveyFile);
  const few = differences(last, countsOf(tables)).filter(({by}) => by < tables.minimumBase);
  if (few.length === 0) return;
  const named = [...new Set(few.map(({group, by}) => `${nameOf(group, tables)} (by ${by})`))];
  throw new InputError(
    `a release that differs from the last by fewer than ${tables.minimumBase} respondents, whose answers could be worked out from the two: ${named.join(", ")}. Publish when more have answered, or, if nobody has seen the last release, delete ${basename(ledgerFileOf(surveyFile))}`,
    {file: basename(surveyFile)},
  );
}

/** Puts a release on record. */
export function recordRelease(surveyFile: string, tables: ProtectedTables): void {
  writeFileSync(ledgerFileOf(surveyFile), `${JSON.stringify({about, respondents: countsOf(tables)}, null, 1)}\n`);
}

/** @throws InputError when the record is not as it was written */
function lastRelease(surveyFile: string): Counts {
  const file = ledgerFileOf(surveyFile);
  if (!existsSync(file)) return {};
  const read = ledger.safeParse(parseJson(readFileSync(file, "utf8"), basename(file)));
  if (read.success) return read.data.respondents;
  const [{message, path}] = read.error.issues;
  throw new InputError(`the record of the last release cannot be read: ${message.toLowerCase()}`, {
    file: basename(file),
    column: path.join("."),
  });
}

function countsOf({tables}: ProtectedTables): Counts {
  return Object.fromEntries(
    tables.map(({column, all, by}) => [
      column,
      Object.fromEntries([
        ...countOf(all, "all"),
        ...Object.entries(by).flatMap(([id, rows]) => rows.flatMap((row) => countOf(row, `${id} ${row.group}`))),
      ]),
    ]),
  );
}

const countOf = (row: ProtectedRow, group: string): [string, number][] =>
  row.status === "published" ? [[group, row.unweightedBase]] : [];

/** Rows that both releases publish and that have not the same number of respondents. */
function differences(last: Counts, now: Counts): {group: string; by: number}[] {
  return Object.entries(now).flatMap(([column, groups]) =>
    Object.entries(groups).flatMap(([group, n]) => {
      const before = last[column]?.[group];
      return before === undefined || before === n ? [] : [{group, by: Math.abs(n - before)}];
    }),
  );
}

function nameOf(group: string, {groupings}: ProtectedTables): string {
  const [id, code] = group.split(" ");
  const found = groupings.find((grouping) => grouping.id === id)?.groups.find((each) => each.code === code);
  return found ? found.label.en : "all that answered";
}
