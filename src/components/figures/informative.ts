import {askAll} from "../../lib/bounds/askedQuantity.js";
import {boundsModel, distinguished} from "../../lib/bounds/model.js";
import {pairs} from "../../lib/bounds/pairs.js";
import type {FigureFacts} from "../../lib/facts.js";
import type {Quantity} from "../../lib/quantity.js";
import type {Selection} from "../../lib/selection.js";
import type {Text} from "../../lib/text.js";
import type {Figure, FigureView} from "../figure.js";
import {rangeMatrix} from "../rangeMatrix.js";
import {joinTexts, plainReadingChoices, readingText} from "./readingChoices.js";
import {restsOnText, valueAlone} from "./restsOn.js";

/** Every attribute among those with every other: where the summary is informative, and where it is silent. */
export const informative: Figure = {
  id: "informative",
  page: "what-can-it-say",
  asks: true,
  choices: ({summary}) => plainReadingChoices(summary),
  view,
};

function view(facts: FigureFacts, selection: Selection): FigureView {
  const {summary} = facts;
  const model = boundsModel(facts, selection);
  const attributes = distinguished(model, summary.attributes);
  const answers = askAll(pairs(attributes), {summary, model});
  const silent = answers.filter(({quantity}) => quantity.rank === "unknown").length;
  const codes = attributes.map(({code}) => code);
  return {
    title: {
      nb: `Av ${answers.length} spørsmål kan sammendraget ikke si noe om ${silent}`,
      en: `Of ${answers.length} questions, the summary can say nothing about ${silent}`,
    },
    subtitle: joinTexts(measured, readingText(summary, selection)),
    alt: altOf(answers.map(({quantity}) => quantity)),
    note: {
      nb: "Hver ramme går fra 0 til 100. Full stolpe: oppgitt, eller utledet av oppgitte tall. Åpen stolpe: avgrenset. Tom ramme og spørsmålstegn: sammendraget kan ikke si det. På smale skjermer er kolonnene nummerert som radene.",
      en: "Each frame goes from 0 to 100. Full bar: stated, or derived from stated numbers. Open bar: bounded. Empty frame and question mark: the summary cannot say. On narrow screens the columns are numbered like the rows.",
    },
    rows: answers.map(({quantity}) => ({
      quantity,
      note: restsOnText(quantity, summary, valueAlone),
    })),
    chart: (options) =>
      rangeMatrix(
        answers.map(({question: {event, given}, quantity}) => ({
          row: given.length === 0 ? 0 : codes.indexOf(given[0]) + 1,
          column: codes.indexOf(event[0]),
          quantity,
        })),
        {
          rows: [everyone, ...attributes.map(({short}) => short)].map((name) => name[options.lang]),
          columns: attributes.map(({tag}) => tag[options.lang]),
        },
        options,
      ),
  };
}

const measured: Text = {
  nb: "Av hundre kommuner i gruppen til venstre, blant dem som svarte: hvor mange gjelder det øverst?",
  en: "Of a hundred municipalities in the group on the left, among those that answered: of how many is what stands on top true?",
};

const everyone: Text = {nb: "Alle som svarte", en: "All that answered"};

function altOf(quantities: readonly Quantity[]): Text {
  const count = (...ranks: Quantity["rank"][]) => quantities.filter(({rank}) => ranks.includes(rank)).length;
  const [known, open, silent] = [count("stated", "derived"), count("bounded"), count("unknown")];
  return {
    nb: `Rutenett med ${quantities.length} spørsmål. ${known} er oppgitt eller utledet, ${open} er avgrenset, og om ${silent} sier sammendraget ingenting. Alle står i tabellen.`,
    en: `A grid of ${quantities.length} questions. ${known} are stated or derived, ${open} are bounded, and on ${silent} the summary says nothing. All are in the table.`,
  };
}
