import {group} from "d3";
import {
  type Context,
  type ContextRecord,
  type ContextValue,
  midpointOf,
  proportionOf,
} from "../../lib/claims/context.js";
import {type FigureFacts, quantitiesOf, quantity} from "../../lib/facts.js";
import {formatCount} from "../../lib/language/format.js";
import {inBoth, type Lang, type Text} from "../../lib/language/text.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {all, type Choice, type Selection} from "../../lib/selection.js";
import {settings} from "../../lib/settings.js";
import {type TimeSeries, timePanels} from "../charts/timePanels.js";
import {type Figure, type FigureView, type Given, type PublishedPart, publishedParts, type Row} from "../figure.js";
import {codeLabels, filterLabels, type Panel, panelOf, panels, seriesName} from "./shared/contextCodes.js";

/** What other surveys found before and after, each kind of body in a panel of its own. */
export const beforeAfter: Figure<PublishedPart> = {
  id: "before-after",
  page: "before-after",
  needs: publishedParts,
  choices,
  view,
};

type Filter = "country" | "body" | "channel" | "definition";
const filters = Object.keys(filterLabels) as Filter[];

function choices({context}: Pick<FigureFacts, "context">): Choice[] {
  const shown = context.values.filter(isShown);
  return filters.map((key) => ({
    key,
    label: filterLabels[key],
    kind: "any",
    initial: all,
    options: Object.entries(codeLabels[key])
      .filter(([code]) => shown.some((value) => value[key] === code))
      .map(([code, label]) => ({code, label})),
  }));
}

function view(facts: Given<PublishedPart>, selection: Selection): FigureView {
  const quantities = quantitiesOf(facts);
  const chosen = facts.context.values.filter(isShown).filter((value) => matches(value, selection));
  const own = ownFigures(quantities).filter(({panel}) => chosen.some((value) => panelOf(value) === panel));
  const rows = [...own.map(ownTableRow), ...chosen.map((value) => contextTableRow(value, facts.context, quantities))];
  const isAsked = selection.channel !== all || selection.definition !== all;
  const isDrawn = ({panel}: {panel: Panel | null}) => panel !== null && (isAsked || !onRequest.includes(panel));
  const drawn = chosen.filter((value) => value.date !== null && isDrawn({panel: panelOf(value)}));
  return {
    title: titleOf(chosen),
    subtitle: {
      nb: `Andeler av hundre: ${drawn.length} tall fra andre undersøkelser${own.some(isDrawn) ? ", og BETA.KOMM i farge" : ""}. Alle felt går fra 0 til 100.`,
      en: `Shares of a hundred: ${drawn.length} figures from other surveys${own.some(isDrawn) ? ", and BETA.KOMM in colour" : ""}. Every panel runs from 0 to 100.`,
    },
    alt: inBoth((lang) => altIn(lang, drawn)),
    note: {
      nb: "Strek: samme utgiver, definisjon og gruppe. Fylt grått: kan stilles ved siden av BETA.KOMM, med forbeholdet i tabellen. Hult: måler noe annet. Skygge: våren 2011. Årene til SKL er anslått. Andre kanaler og dialog tegnes når du velger dem.",
      en: "Line: same publisher, definition and bodies. Filled grey: comparable with BETA.KOMM, with the reservation in the table. Hollow: measures something else. Shaded: spring 2011. SKL’s years are inferred. Other channels and dialogue are drawn when you choose them.",
    },
    rows,
    draws: ["study-fieldwork"],
    chart: (options) =>
      timePanels(
        [
          ...own.filter(isDrawn).map((each) => ownSeries(each, options.lang)),
          ...contextSeries(drawn, facts.context, quantities, options.lang),
        ],
        {panels: Object.entries(panels).map(([code, title]) => ({code, title: title[options.lang]})), marked, span},
        options,
      ),
  };
}

/** What nobody measured twice: in the table, and drawn when a channel or a definition is chosen. */
const onRequest: readonly Panel[] = ["otherChannels", "dialogue"];

/** What is found: whether all that was measured more than once rose each time. */
function titleOf(chosen: readonly ContextValue[]): Text {
  if (chosen.length === 0) return {nb: "Ingen tall passer til disse valgene", en: "No numbers fit these choices"};
  const repeated = [...seriesIn(chosen).values()].filter((members) => members.length > 1);
  if (repeated.length > 0 && repeated.every(isRising))
    return {
      nb: "Høyere hver gang noen målte på nytt, 2010–2016",
      en: "Higher every time someone measured again, 2010–2016",
    };
  return {nb: "Hva andre målte, 2010–2016", en: "What others measured, 2010–2016"};
}

/** Values by series, each in the order of time; a value that belongs to none is one by itself. */
function seriesIn(values: readonly ContextValue[]): Map<string, ContextValue[]> {
  const dated = values.filter(({date}) => date !== null);
  const inTime = dated.toSorted((a, b) => Number(midpointOf(a.date ?? "")) - Number(midpointOf(b.date ?? "")));
  return group(inTime, (value) => value.series ?? value.id);
}

const isRising = (members: readonly ContextValue[]) =>
  members.every((value, index) => index === 0 || shareOf(value) > shareOf(members[index - 1]));

const shareOf = (value: ContextValue) => proportionOf(value) ?? 0;

const span = [new Date(Date.UTC(2010, 0, 1)), new Date(Date.UTC(2016, 11, 31))] as const;

const marked = {
  from: new Date(`${settings.fieldwork.from}T00:00Z`),
  to: new Date(`${settings.fieldwork.to}T00:00Z`),
};

function matches(value: ContextValue, selection: Selection): boolean {
  return filters.every((key) => selection[key] === all || selection[key] === value[key]);
}

/** A share of a whole body that one of the panels measures. */
function isShown(value: ContextValue): boolean {
  const isShare = value.valueUnit === "percent" || value.of !== null;
  return isShare && !value.subgroup && panelOf(value) !== null;
}

interface OwnFigure {
  panel: Panel;
  quantity: Quantity;
}

/** BETA.KOMM's own numbers, in the panels where it has one. */
function ownFigures(quantities: ReadonlyMap<string, Quantity>): OwnFigure[] {
  return [
    {panel: "socialMedia", quantity: quantity(quantities, "uses-now")},
    {panel: "facebook", quantity: quantity(quantities, "facebook-of-all")},
    {panel: "dialogue", quantity: quantity(quantities, "dialogue-in-use")},
  ];
}

function ownTableRow({panel, quantity: own}: OwnFigure): Row {
  return {
    quantity: own,
    group: panels[panel],
    note: {nb: "undersøkelsen denne rapporten handler om", en: "the survey this report is about"},
  };
}

function contextTableRow(value: ContextValue, context: Context, quantities: ReadonlyMap<string, Quantity>): Row {
  const panel = panelOf(value);
  const {comparability} = recordOf(value, context);
  return {
    quantity: quantity(quantities, value.id),
    group: panel ? panels[panel] : undefined,
    note: {nb: comparability.nb, en: comparability.en},
  };
}

const ownNames: Partial<Record<Panel, Text>> = {
  socialMedia: {nb: "BETA.KOMM: sosiale medier", en: "BETA.KOMM: social media"},
  facebook: {nb: "BETA.KOMM: Facebook", en: "BETA.KOMM: Facebook"},
  dialogue: {nb: "BETA.KOMM: dialog i bruk", en: "BETA.KOMM: dialogue in use"},
};

function ownSeries({panel, quantity: own}: OwnFigure, lang: Lang): TimeSeries {
  const date = new Date((marked.from.getTime() + marked.to.getTime()) / 2);
  const {low, high} = own.value === null ? own : {low: own.value, high: own.value};
  return {
    panel,
    name: ownNames[panel]?.[lang] ?? "BETA.KOMM",
    kind: "subject",
    points: [{id: own.id, date, low, high, label: formatCount(own, lang)}],
  };
}

function contextSeries(
  values: readonly ContextValue[],
  context: Context,
  quantities: ReadonlyMap<string, Quantity>,
  lang: Lang,
): TimeSeries[] {
  return [...seriesIn(values).values()].map((members) => {
    const {by, comparability} = recordOf(members[0], context);
    return {
      panel: panelOf(members[0]) ?? "",
      name: seriesName(members[0], by, lang),
      kind: comparability.code === "near" ? "near" : "other",
      points: members.map((value) => {
        const {low, ...shown} = quantity(quantities, value.id);
        const label = formatCount({...shown, low, value: Math.round(low * 100) / 100}, lang);
        return {id: value.id, date: midpointOf(value.date ?? ""), low, high: low, label};
      }),
    };
  });
}

function recordOf(value: ContextValue, {records}: Context): ContextRecord {
  const record = records.find(({id}) => id === value.record);
  if (!record) throw new Error(`unknown record: ${value.record}`);
  return record;
}

function altIn(lang: Lang, chosen: readonly ContextValue[]): string {
  if (chosen.length === 0)
    return lang === "nb"
      ? "Et tomt bilde: ingen tall passer til valgene."
      : "An empty picture: no numbers fit the choices.";
  const shown = Object.entries(panels).filter(([code]) => chosen.some((value) => panelOf(value) === code));
  const names = shown.map(([, title]) => title[lang]).join("; ");
  return lang === "nb"
    ? `${chosen.length} tall fra andre undersøkelser fra 2010 til 2016, i ett felt for hver gruppe: ${names}. Alle tallene står i tabellen.`
    : `${chosen.length} figures from other surveys from 2010 to 2016, with a panel for each group: ${names}. All the figures are in the table.`;
}
