import type {Text} from "../language/text.js";
import type {Rank} from "../quantities/rank.js";
import type {ProtectedTables} from "../respondents/protectedTables.js";
import type {SampleDesign} from "../respondents/sample.js";
import type {Waves} from "../respondents/waves.js";
import type {UnitCells} from "../respondents/weighting.js";
import type {Combined} from "./counts/combinations.js";
import type {ExploredVariable} from "./variable.js";

/** What the published summary allows for a share: the same question, asked of the same group. */
export interface SummaryRange {
  variable: string;
  category: string;
  /** The only filter on a question that it holds under, by `variable`, then `category`; null without any. */
  within: {variable: string; category: string} | null;
  rank: Extract<Rank, "stated" | "derived" | "bounded">;
  /** 0 to 1. */
  value: number | null;
  low: number;
  high: number;
}

/** A county’s square in a map of equal squares, from the upper left. */
export interface CountyTile {
  county: string;
  /** Two letters. */
  abbreviation: string;
  column: number;
  row: number;
}

/** What explorers know of a respondents’ file. */
export interface Explorer {
  rank: "standIn" | "estimated";
  isProtected: boolean;
  /** Respondents in the file. */
  respondents: number;
  /** Units asked; one cell of unknown population where the codebook has no units. */
  units: UnitCells;
  /** How respondents were drawn and weighted, where the survey’s owner says so; not of a protected file. */
  sample?: SampleDesign;
  /** What can be counted. */
  variables: readonly ExploredVariable[];
  /** Names of the variables that can be filtered by. */
  filters: readonly string[];
  /** Of a file too large to be sent whole (`tallySets.ts`): which combinations of answers are counted, and bytes of each file of columns. */
  inCombinations?: Combined & {
    bytes: Readonly<Record<string, number>>;
    /** Of each question whose numbers are counted one by one, how many occur: where a database counted, and columns are not sent. */
    numbers?: Readonly<Record<string, number>>;
  };
  /** The published file of respondents, its column of units, and whether a wave lacked options; none of a protected file. */
  published?: {csv: string; unitColumn?: string; hasLaterOptions?: true};
  /** Of a survey that was made several times. */
  waves?: Waves;
}

/** What a page that breaks answers down is sent: what it needs, and no more. */
export interface PageExplorer extends Explorer {
  /** Names of the questions that the page is about. */
  questions: readonly string[];
  /** The answer that the page begins with, as `question.answer`; without it the first to the first question. */
  told?: string;
  /** What can be counted, by theme, where readers choose among all of it. */
  themes?: readonly {label: Text; variables: readonly string[]}[];
  /** Names of the rows and columns that the crosstab begins with; "" is no columns. */
  first?: {rows: string; columns: string};
  /** How many answered each question, where that is published. */
  answered?: Readonly<Record<string, number>>;
  ranges: readonly SummaryRange[];
  /** The map of the counties; empty where the codebook has no units. */
  tiles: readonly CountyTile[];
  /** All there is to show of a protected file; null of an open one. */
  protectedTables: Pick<ProtectedTables, "groupings" | "tables" | "minimumBase" | "noise" | "answeredByCell"> | null;
}
