import {type Block, blocksOf} from "./blocks.js";
import {codesSql} from "./codesSql.js";
import {type CountsPlan, setName} from "./countsPlan.js";
import type {Dialect} from "./dialects.js";
import type {CountedValues} from "./readValues.js";
import type {CountedTable} from "./valuesSql.js";

/** Tables that the SQL makes: answers as digits, and the combinations. */
const codes = "survey_codes";
const counts = "survey_counts";

/** The line of the combinations that says by which plan was counted, and of how many. */
export const planLine = (id: string) => `plan ${id}`;

/**
 * The SQL that counts a clean table's respondents by all combinations that pages may show. It writes each answer as a digit
 * once, counts blocks of columns jointly, and sets of them from that. A line of what comes out has the columns, the key
 * that `PackedTally` gives a combination of their digits, and how many respondents have it.
 */
export function combinationsSql(
  plan: CountsPlan,
  {table, folder, accepted}: CountedTable & Pick<CountedValues, "accepted">,
  dialect: Dialect,
): string {
  const {literal, create, write, bigint} = dialect;
  const first = `SELECT ${literal(planLine(plan.id))} AS name, CAST(0 AS ${bigint}) AS combination, COUNT(*) AS respondents FROM ${codes}`;
  const statements = [
    `DROP TABLE IF EXISTS ${codes};`,
    create(codes, codesSql([...plan.columns.values()], {table, accepted}, dialect)),
    `DROP TABLE IF EXISTS ${counts};`,
    create(counts, first),
    ...blocksOf(plan).map((block) => `INSERT INTO ${counts}\n${blockSql(block, plan, dialect)};`),
    write(`SELECT name, combination, respondents FROM ${counts}`, "combinations", folder),
  ];
  return `${statements.join("\n\n")}\n`;
}

/** Sets of a block's columns, each with a key; `left_out` has a binary digit for each column that is not in the set. */
function blockSql({columns, sets}: Block, plan: CountsPlan, {mark, literal, bigint}: Dialect): string {
  const named = (name: string) => mark + name + mark;
  const list = columns.map(named).join(", ");
  const leftOut = columns.map((name, at) => `${2 ** at} * GROUPING(${named(name)})`).join(" + ");
  const whens = (then: (set: readonly string[]) => string) =>
    sets
      .map((set) => {
        const bits = columns.reduce((sum, name, at) => (set.includes(name) ? sum : sum + 2 ** at), 0);
        return `WHEN ${bits} THEN ${then(set)}`;
      })
      .join("\n    ");
  const key = ([first, ...rest]: readonly string[]) =>
    rest.reduce(
      (digits, name) => `(${digits}) * ${plan.columns.get(name)?.places} + ${named(name)}`,
      `CAST(${named(first)} AS ${bigint})`,
    );
  return `SELECT
  CASE left_out
    ${whens((set) => literal(setName(set)))} END AS name,
  CASE left_out
    ${whens(key)} END AS combination,
  respondents
FROM (
  SELECT ${list}, ${leftOut} AS left_out, CAST(SUM(respondents) AS ${bigint}) AS respondents
  FROM (SELECT ${list}, COUNT(*) AS respondents FROM ${codes} GROUP BY ${list}) AS block
  GROUP BY GROUPING SETS (${sets.map((set) => `(${set.map(named).join(", ")})`).join(", ")})
) AS counted`;
}
