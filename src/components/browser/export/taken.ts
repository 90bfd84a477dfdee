import type {Lang} from "../../../lib/language/text.js";
import type {Figure, FigureView} from "../../figure.js";

/** What is taken along: a figure as it is seen, in one language, and where it stands. */
export interface Taken {
  figure: Figure;
  view: FigureView;
  lang: Lang;
  /** The address that shows just this. */
  address: string;
}
