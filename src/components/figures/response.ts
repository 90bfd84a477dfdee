import type {FigureFacts} from "../../lib/facts.js";
import {formatNumber, formatPercent} from "../../lib/format.js";
import {type Response, type ResponseGroup, responseRate} from "../../lib/response.js";
import type {SurveyFacts} from "../../lib/surveyFacts.js";
import {inBoth, type Lang, type Text} from "../../lib/text.js";
import {type Figure, type FigureView, fixedFigure, type Row} from "../figure.js";
import {rangeRows} from "../rangeRows.js";
import {surveyQuantity} from "./surveyQuantity.js";

/** Who answered, by the size of the municipality. */
export const responseBySize: Figure = fixedFigure("response-size", "data-quality", (facts) =>
  view(facts, {
    id: "response-size",
    groups: ({bySize}) => bySize,
    by: {nb: "størrelse", en: "size"},
  }),
);

/** Who answered, by county. */
export const responseByCounty: Figure = fixedFigure("response-county", "data-quality", (facts) =>
  view(facts, {
    id: "response-county",
    groups: ({byCounty}) => byCounty,
    by: {nb: "fylke", en: "county"},
  }),
);

interface By {
  id: string;
  groups: (response: Response) => readonly ResponseGroup[];
  by: Text;
}

function view({survey}: FigureFacts, {id, groups, by}: By): FigureView {
  const {response} = survey;
  const shown = response === null ? [] : groups(response).filter(({asked}) => asked > 0);
  const rows = shown.map((group) => ({group, row: rowOf(group, id, survey)}));
  return {
    title: titleOf(survey),
    subtitle: {
      nb: `Hvor mange som svarte, av hundre kommuner og fylkeskommuner som ble spurt, etter ${by.nb}`,
      en: `How many answered, of a hundred municipalities and county authorities asked, by ${by.en}`,
    },
    alt: altOf(rows.map(({group}) => group)),
    note: noteOf(survey),
    rows: rows.map(({row}) => row),
    empty: {
      nb: "Filen sier ikke hvem som svarte, så svarprosenten kan ikke regnes ut.",
      en: "The file does not say who answered, so there is no response rate to work out.",
    },
    chart: (options) =>
      rangeRows(
        rows.map(({group, row}) => ({
          quantity: row.quantity,
          label: group.label[options.lang],
          shown: countText(group, options.lang),
        })),
        options,
      ),
  };
}

function rowOf(group: ResponseGroup, figure: string, survey: SurveyFacts): Row {
  const proportion = responseRate(group) as number;
  const of = {nb: `${group.asked} som ble spurt`, en: `${group.asked} asked`};
  const share = {id: `${figure}-${group.code}`, label: group.label, proportion, low: proportion, high: proportion, of};
  return {quantity: surveyQuantity(share, survey), note: inBoth((lang) => countText(group, lang))};
}

function countText({asked, answered}: ResponseGroup, lang: Lang): string {
  const [part, whole] = [formatNumber(answered, lang), formatNumber(asked, lang)];
  return lang === "nb" ? `${part} av ${whole}` : `${part} of ${whole}`;
}

function titleOf({rank, response}: SurveyFacts): Text {
  if (response === null) return {nb: "Svarprosenten er ukjent", en: "The response rate is unknown"};
  const shown = inBoth((lang) => formatPercent(responseRate(response) ?? 0, lang, 0));
  return rank === "standIn"
    ? {
        nb: `Vi har antatt at ${shown.nb} svarte; hvor mange som gjorde det, sier ikke sammendraget`,
        en: `We assumed that ${shown.en} answered; the summary does not say how many did`,
      }
    : {nb: `${shown.nb} svarte`, en: `${shown.en} answered`};
}

function altOf(groups: readonly ResponseGroup[]): Text {
  return inBoth((lang) => {
    const listed = groups.map((group) => `${group.label[lang]} ${countText(group, lang)}`).join("; ");
    return lang === "nb"
      ? `Et punkt for hver gruppe på en linje fra 0 til 100. ${listed}.`
      : `A dot for each group on a line from 0 to 100. ${listed}.`;
  });
}

function noteOf({rank}: SurveyFacts): Text {
  return rank === "standIn"
    ? {
        nb: "Respondentene er konstruert. Svarprosenten er en antakelse, like stor overalt, og forskjellene mellom gruppene er bare avrunding.",
        en: "The respondents are made up. The response rate is an assumption, the same everywhere, and the differences between groups are rounding alone.",
      }
    : {
        nb: "Tallet til høyre er hvor mange som svarte, av hvor mange som ble spurt. Det er en opptelling og har ikke noe intervall.",
        en: "The number on the right is how many answered, of how many were asked. It is a count and has no interval.",
      };
}
