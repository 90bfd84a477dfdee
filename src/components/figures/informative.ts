import {askAll, pairs} from "../../lib/bounds/askedQuantity.js";
import {boundsModel, distinguished} from "../../lib/bounds/model.js";
import type {Text} from "../../lib/language/text.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import type {Selection} from "../../lib/selection.js";
import {rangeMatrix} from "../charts/rangeMatrix.js";
import type {Figure, FigureView, Given} from "../figure.js";
import {derivationText, valueAlone} from "./shared/derivationText.js";
import {joinTexts, plainReadingChoices, readingText} from "./shared/readingChoices.js";

/** Every attribute among those with every other: where the summary is informative, and where it is silent. */
export const informative: Figure<"summary" | "solve"> = {
  id: "informative",
  page: "what-can-it-say",
  needs: ["summary", "solve"],
  choices: ({summary}) => plainReadingChoices(summary),
  view,
};

function view(facts: Given<"summary" | "solve">, selection: Selection): FigureView {
  const {summary} = facts;
  const model = boundsModel(facts, selection);
  const attributes = distinguished(model, summary.attributes);
  const answers = askAll(pairs(attributes), {summary, model});
  const codes = attributes.map(({code}) => code);
  return {
    title: titleOf(answers.map(({quantity}) => quantity)),
    subtitle: joinTexts(measured, readingText(summary, selection)),
    alt: altOf(answers.map(({quantity}) => quantity)),
    note: {
      nb: "Hver ramme går fra 0 til 100. Full stolpe: oppgitt, eller utledet av oppgitte tall; 100 eller 0 der ordene alene avgjør. Åpen stolpe: avgrenset, og «35+» er minst 35. Tom ramme og spørsmålstegn: sammendraget kan ikke si det. På smale skjermer er kolonnene nummerert som radene.",
      en: "Each frame goes from 0 to 100. Full bar: stated, or derived from stated numbers; 100 or 0 where the words alone decide. Open bar: bounded, and “35+” is at least 35. Empty frame and question mark: the summary cannot say. On narrow screens the columns are numbered like the rows.",
    },
    rows: answers.map(({quantity}) => ({
      quantity,
      note: derivationText(quantity, summary, valueAlone),
    })),
    chart: (options) =>
      rangeMatrix(
        answers.map(({question: {event, given}, quantity}) => ({
          row: given.length === 0 ? 0 : codes.indexOf(given[0]) + 1,
          column: codes.indexOf(event[0]),
          quantity,
        })),
        {
          rows: [everyone, ...attributes.map(({short}) => short)],
          columns: attributes.map(({tag}) => tag),
        },
        options,
      ),
  };
}

const measured: Text = {
  nb: "Av hundre kommuner i gruppen til venstre, blant dem som svarte: hvor mange gjelder overskriften over kolonnen for?",
  en: "Of a hundred municipalities in the group on the left, among those that answered: for how many does the heading of the column hold?",
};

const everyone: Text = {nb: "Alle som svarte", en: "All that answered"};

/** How many questions are answered, limited, and neither; what words alone decide is no answer of the summary's. */
function titleOf(quantities: readonly Quantity[]): Text {
  const byWords = quantities.filter(({rank, claims}) => rank === "derived" && claims.length === 0).length;
  const {known, limited, silent} = countByRank(quantities);
  const answered = known - byWords;
  return {
    nb: `Av ${quantities.length} spørsmål svarer sammendraget på ${answered}, setter grenser for ${limited} og tier om ${silent}. Resten følger av ordene.`,
    en: `Of ${quantities.length} questions, the summary answers ${answered}, limits ${limited} and is silent on ${silent}. The rest follow from the words.`,
  };
}

function countByRank(quantities: readonly Quantity[]) {
  const count = (...ranks: Quantity["rank"][]) => quantities.filter(({rank}) => ranks.includes(rank)).length;
  return {known: count("stated", "derived"), limited: count("bounded"), silent: count("unknown")};
}

function altOf(quantities: readonly Quantity[]): Text {
  const {known, limited, silent} = countByRank(quantities);
  return {
    nb: `Rutenett med ${quantities.length} spørsmål. ${known} er oppgitt eller utledet, ${limited} er avgrenset, og om ${silent} sier sammendraget ingenting. Alle står i tabellen.`,
    en: `A grid of ${quantities.length} questions. ${known} are stated or derived, ${limited} are bounded, and on ${silent} the summary says nothing. All are in the table.`,
  };
}
