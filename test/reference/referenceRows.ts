import type {Row} from "../../src/lib/bounds/program.js";

/** A condition as a reference file writes it. */
export interface ReferenceRow {
  /** Id of the claim and a colon first, where it comes from a claim. */
  name: string;
  coef: readonly number[];
  sense: "==" | ">=" | "<=";
  rhs: number;
}

interface Published {
  id: string;
  per_cent: number;
}

/** Atoms that a claim counts, and atoms that it is a share of. */
interface Group {
  claim: string;
  part: readonly number[];
  whole: readonly number[];
}

/** The conditions with every claim at its printed value. */
export function printedRows(rows: readonly ReferenceRow[], published: readonly Published[]): Row[] {
  return groupsOf(rows, published).rowsAt(published);
}

/** What each claim takes a share of, read back from its two conditions. */
export function groupsOf(rows: readonly ReferenceRow[], published: readonly Published[]) {
  const claimOf = ({name}: ReferenceRow) => published.find(({id}) => name.startsWith(`${id}:`))?.id;
  const fixed = rows.filter((row) => claimOf(row) === undefined);
  const groups = published.flatMap(({id, per_cent}) => {
    const own = rows.filter((row) => claimOf(row) === id);
    return own.length === 0 ? [] : [groupOf(id, own, per_cent / 100)];
  });
  return {rowsAt: (values: readonly Published[]): Row[] => [...fixed.map(fixedRow), ...groups.map(rowAt(values))]};
}

const fixedRow = ({coef, sense, rhs}: ReferenceRow): Row => ({coefficients: coef, sense, bound: rhs});

/**
 * A share of all has its limits as constants; a share of a group has them in the coefficients, which differ between the
 * two conditions just where an atom belongs to the group, and which are larger by one where it is counted.
 */
function groupOf(claim: string, rows: readonly ReferenceRow[], share: number): Group {
  const [low, high] = [rows.find(({sense}) => sense === ">="), rows.find(({sense}) => sense === "<=")];
  if (!low || !high) throw new Error(`claim without two limits: ${claim}`);
  const isOfAll = low.coef.every((each, atom) => each === high.coef[atom]);
  if (isOfAll) return {claim, part: low.coef, whole: low.coef.map(() => 1)};
  const whole = low.coef.map((each, atom) => Number(Math.abs(each - high.coef[atom]) > 1e-12));
  const middle = low.coef.map((each, atom) => (each + high.coef[atom]) / 2 + share * whole[atom]);
  return {claim, part: middle.map((each) => Number(each > 0.5)), whole};
}

const rowAt =
  (values: readonly Published[]) =>
  ({claim, part, whole}: Group): Row => {
    const share = (values.find(({id}) => id === claim)?.per_cent ?? Number.NaN) / 100;
    return {coefficients: part.map((each, atom) => each - share * whole[atom]), sense: "==", bound: 0};
  };
