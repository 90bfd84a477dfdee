import {formatNumber, formatPercent} from "../../lib/language/format.js";
import {inBoth, type Lang, type Text} from "../../lib/language/text.js";
import {type Response, type ResponseGroup, responseRate} from "../../lib/respondents/response.js";
import type {SurveyFacts} from "../../lib/respondents/surveyFacts.js";
import {rangeRows} from "../charts/rangeRows.js";
import {type FigureView, fixedFigure, type Given, type Row} from "../figure.js";
import {surveyQuantity} from "./shared/surveyQuantity.js";

/** Who answered, by the size of the municipality. */
export const responseBySize = fixedFigure({id: "response-size", page: "data-quality", needs: ["survey"]}, (facts) =>
  view(facts, {
    id: "response-size",
    groups: ({bySize}) => bySize,
    by: {nb: "størrelse", en: "size"},
    assumed: (shown) => ({
      nb: `Vi har antatt at ${shown.nb} svarte. Sammendraget sier ikke hvor mange`,
      en: `We assumed that ${shown.en} answered. The summary does not say how many`,
    }),
    counted: {nb: "Fylkeskommunene står for seg.", en: "County authorities stand by themselves."},
  }),
);

/** Who answered, by county. */
export const responseByCounty = fixedFigure({id: "response-county", page: "data-quality", needs: ["survey"]}, (facts) =>
  view(facts, {
    id: "response-county",
    groups: ({byCounty}) => byCounty,
    by: {nb: "fylke", en: "county"},
    assumed: () => ({
      nb: "Vi har antatt at omtrent like stor del svarte i alle fylker",
      en: "We assumed that about the same share answered in every county",
    }),
    counted: {
      nb: "Fylkeskommunen er regnet med i fylket.",
      en: "The county authority is counted in its county.",
    },
  }),
);

interface By {
  id: string;
  groups: (response: Response) => readonly ResponseGroup[];
  by: Text;
  /** What is said of made-up respondents, of whom the rate is no finding. */
  assumed: (rate: Text) => Text;
  /** Where county authorities are counted. */
  counted: Text;
}

function view({survey}: Given<"survey">, {id, groups, by, assumed, counted}: By): FigureView {
  const {response} = survey;
  const shown = response === null ? [] : groups(response).filter(({asked}) => asked > 0);
  const rows = shown.map((group) => ({group, row: rowOf(group, id, survey)}));
  return {
    title: titleOf(survey, {by, assumed}),
    subtitle: {
      nb: `Svar per hundre spurte kommuner og fylkeskommuner, etter ${by.nb}. Til høyre: antall som svarte, av antall spurte`,
      en: `Answers per hundred municipalities and county authorities asked, by ${by.en}. On the right: number that answered, of number asked`,
    },
    alt: altOf(rows.map(({group}) => group)),
    note: noteOf(survey, counted),
    rows: rows.map(({row}) => row),
    empty: {
      nb: "Filen sier ikke hvem som svarte, så svarprosenten kan ikke regnes ut.",
      en: "The file does not say who answered, so there is no response rate to work out.",
    },
    chart: (options) =>
      rangeRows(
        rows.map(({group, row}) => ({...row, shown: inBoth((lang) => countText(group, lang))})),
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

function titleOf({rank, response}: SurveyFacts, {by, assumed}: Pick<By, "by" | "assumed">): Text {
  if (response === null) return {nb: "Svarprosenten er ukjent", en: "The response rate is unknown"};
  const shown = inBoth((lang) => formatPercent(responseRate(response) ?? 0, lang, 0));
  return rank === "standIn"
    ? assumed(shown)
    : {nb: `${shown.nb} svarte: fordelt etter ${by.nb}`, en: `${shown.en} answered: broken down by ${by.en}`};
}

function altOf(groups: readonly ResponseGroup[]): Text {
  return inBoth((lang) => {
    const listed = groups.map((group) => `${group.label[lang]} ${countText(group, lang)}`).join("; ");
    return lang === "nb"
      ? `Et punkt for hver gruppe på en linje fra 0 til 100 prosent. ${listed}.`
      : `A dot for each group on a line from 0 to 100 per cent. ${listed}.`;
  });
}

function noteOf({rank}: SurveyFacts, counted: Text): Text {
  const known: Text =
    rank === "standIn"
      ? {
          nb: "Respondentene er konstruert. Svarprosenten er en antakelse, og forskjellene mellom gruppene kommer bare av avrunding og loddtrekning.",
          en: "The respondents are made up. The response rate is an assumption, and groups differ only by rounding and by the draw.",
        }
      : {
          nb: "Tallene er en opptelling og har ikke noe intervall.",
          en: "The numbers are a count and have no interval.",
        };
  return inBoth((lang) => `${known[lang]} ${counted[lang]}`);
}
