import type {UnitReason, UnitStep} from "./unitSteps.js";

/** What one text says of the unit: which it is, which it may be, or that it says nothing that can be read. */
export type UnitMatch =
  | {status: "found"; code: string; steps: readonly UnitStep[]}
  | {status: "several"; codes: readonly string[]; reason: UnitReason; steps: readonly UnitStep[]}
  | {status: "unknown"; reason: UnitReason};

/** The finding that a text leads to these units; none is unknown for the reason given. */
export function unitMatchOf(
  codes: readonly string[],
  {steps, several, none}: {steps: readonly UnitStep[]; several: UnitReason; none: UnitReason},
): UnitMatch {
  const distinct = [...new Set(codes)].sort();
  if (distinct.length === 0) return {status: "unknown", reason: none};
  if (distinct.length > 1) return {status: "several", codes: distinct, reason: several, steps};
  return {status: "found", code: distinct[0], steps};
}

/** The units that a finding leaves possible. */
export function codesOf(finding: UnitMatch): readonly string[] {
  if (finding.status === "found") return [finding.code];
  return finding.status === "several" ? finding.codes : [];
}
