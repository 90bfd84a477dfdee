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
  /** Of a file protected by noise by which each published version of a table is known again; without the secret it tells nothing. */
  versions: z.record(z.string(), z.array(z.string())).default({}),
});

const about =
  "How many respondents were counted in each published row of the last release, and, with noise, which versions of each table have been published. A new release that differs by too few is refused. Keep this file beside the responses, and do not publish it.";

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
  const last = lastRelease(surveyFile).respondents;
  const few = differences(last, countsOf(tables)).filter(({by}) => by < tables.minimumBase);
  if (few.length === 0) return;
  const named = [...new Set(few.map(({group, by}) => `${nameOf(group, tables)} (by ${by})`))];
  throw new InputError(
    `a release that differs from the last by fewer than ${tables.minimumBase} respondents, whose answers could be worked out from the two: ${named.join(", ")}. Publish when more have answered, or, if nobody has seen the last release, delete ${basename(ledgerFileOf(surveyFile))}`,
    {file: basename(surveyFile)},
  );
}

/**
 * Puts a release on record.
 *
 * @param fingerprints of a file protected by noise, by table
 */
export function recordRelease(
  surveyFile: string,
  tables: ProtectedTables,
  fingerprints: ReadonlyMap<string, string> = new Map(),
): void {
  const versions = {...publishedVersions(surveyFile)};
  for (const [table, print] of fingerprints) versions[table] = [...new Set([...(versions[table] ?? []), print])];
  const release = {about, respondents: countsOf(tables), ...(Object.keys(versions).length > 0 && {versions})};
  writeFileSync(ledgerFileOf(surveyFile), `${JSON.stringify(release, null, 1)}\n`);
}

/** By table the versions that releases have published: each has noise of its own. */
export function publishedVersions(surveyFile: string): Readonly<Record<string, readonly string[]>> {
  return lastRelease(surveyFile).versions;
}

/** @throws InputError when the record is not as it was written */
function lastRelease(surveyFile: string): Pick<z.infer<typeof ledger>, "respondents" | "versions"> {
  const file = ledgerFileOf(surveyFile);
  if (!existsSync(file)) return {respondents: {}, versions: {}};
  const read = ledger.safeParse(parseJson(readFileSync(file, "utf8"), basename(file)));
  if (read.success) return read.data;
  const [{message, path}] = read.error.issues;
  throw new InputError(`the record of the last release cannot be read: ${message.toLowerCase()}`, {
    file: basename(file),
    column: path.join("."),
  });
}

/** Of a file protected by noise the groups whose size is published: other counts are not known. */
function countsOf({tables, noise, respondents, groupings}: ProtectedTables): Counts {
  if (noise) {
    const sizes = groupings.flatMap(({id, groups}) =>
      groups.flatMap((group): [string, number][] =>
        group.respondents === null ? [] : [[`${id} ${group.code}`, group.respondents]],
      ),
    );
    return {respondents: Object.fromEntries([["all", respondents], ...sizes])};
  }
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
