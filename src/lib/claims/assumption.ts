import type {Text} from "../language/text.js";
import type {Condition} from "../respondents/condition.js";
import type {Reason} from "../respondents/respondents.js";

interface Common {
  id: string;
  /** What is assumed, with its size, in a sentence. */
  text: Text;
  why: Text;
  /** Claims of the summary that give a direction without a number. */
  claims: readonly string[];
}

/** Something that stand-in respondents rest on beside the stated figures. Values are 0 to 1, but for `greatest`. */
export type Assumption = Common &
  (
    | {kind: "response" /** Share of the units of every class that answers. */; value: number}
    | {
        kind: "proportion";
        variable: string;
        codes: readonly string[];
        /** Share of those asked: of a multiple response for each option, else for the codes together, equally. */
        value: number;
      }
    | {
        kind: "difference";
        variable: string;
        codes: readonly string[];
        among: Condition;
        /** How much more often each option is chosen where `among` holds than where not; one half as a whole. */
        value: number;
      }
    | {kind: "greatest"; variable: string /** The greatest number that occurs. */; value: number}
    | {
        kind: "unanswered";
        variables: readonly string[];
        reason: Reason;
        /** Share of those asked that give no response. */
        value: number;
      }
  );

export type AssumptionOf<Kind extends Assumption["kind"]> = Extract<Assumption, {kind: Kind}>;

/** The assumptions of one kind, in their order. */
export function ofKind<Kind extends Assumption["kind"]>(
  assumptions: readonly Assumption[],
  kind: Kind,
): AssumptionOf<Kind>[] {
  return assumptions.filter((each): each is AssumptionOf<Kind> => each.kind === kind);
}
