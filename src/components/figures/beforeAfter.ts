import {group} from "d3";
import {type Context, type ContextRecord, type ContextValue, midpointOf} from "../../lib/claims/context.js";
import {type FigureFacts, quantitiesOf, quantity} from "../../lib/facts.js";
import {formatCount} from "../../lib/language/format.js";
import {inBoth, type Lang} from "../../lib/language/text.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {all, type Choice, type Selection} from "../../lib/selection.js";
import {settings} from "../../lib/settings.js";
import {type TimePoint, type TimeRow, timeRows} from "../charts/timeRows.js";
import {type Figure, type FigureView, type Given, type PublishedPart, publishedParts, type Row} from "../figure.js";
import {codeLabels, filterLabels, type Panel, panelOf, panels, rowLabel} from "./contextCodes.js";

/** What other surveys found before and after, each kind of thing in a panel of its own. */
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
  const count = chosen.length;
  return {
    title:
      count === 0
        ? {nb: "Ingen tall passer til disse valgene", en: "No numbers fit these choices"}
        : {nb: "Hva andre målte, 2010–2015", en: "What others measured, 2010–2015"},
    subtitle: {
      nb: `${count} tall fra andre undersøkelser${own.length > 0 ? " ved siden av BETA.KOMM" : ""}. Andeler av hundre. Hvert felt måler sitt.`,
      en: `${count} numbers from other surveys${own.length > 0 ? " beside BETA.KOMM" : ""}. Shares of a hundred. Each panel measures its own thing.`,
    },
    alt: inBoth((lang) => altIn(lang, count, [...new Set(chosen.map(panelOf))].filter(isPanel))),
    note: {
      nb: "Farget punkt: BETA.KOMM. Fylt grått: kan stilles ved siden av BETA.KOMM, med forbeholdet i tabellen. Hult: måler noe annet eller på en annen måte. Strek bare mellom tall fra samme utgiver, med samme definisjon og om de samme. Tall uten årstall står bare i tabellen; SKLs år er anslått. Hver rad går fra null til hundre i høyden.",
      en: "Coloured point: BETA.KOMM. Filled grey: may be set beside BETA.KOMM, with the caveat in the table. Hollow: measures something else, or in another way. A line only joins numbers of one publisher, one definition and the same bodies. Numbers without a year are in the table only; SKL’s years are inferred. Each row runs from nought to a hundred in height.",
    },
    rows,
    chart: (options) =>
      timeRows(
        [
          ...own.map((each) => ownRow(each, options.lang)),
          ...contextRows(chosen, facts.context, quantities, options.lang),
        ],
        {panels: Object.entries(panels).map(([code, title]) => ({code, title: title[options.lang]})), marked},
        options,
      ),
  };
}

const marked = {
  from: new Date(`${settings.fieldwork.from}T00:00Z`),
  to: new Date(`${settings.fieldwork.to}T00:00Z`),
  label: "BETA.KOMM",
};

function matches(value: ContextValue, selection: Selection): boolean {
  return filters.every((key) => selection[key] === all || selection[key] === value[key]);
}

const isPanel = (panel: Panel | null): panel is Panel => panel !== null;

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

function ownRow({panel, quantity: own}: OwnFigure, lang: Lang): TimeRow {
  const date = new Date((marked.from.getTime() + marked.to.getTime()) / 2);
  const point: TimePoint = {
    id: own.id,
    date,
    share: own.value ?? own.low,
    label: formatCount(own, lang),
    kind: "subject",
  };
  return {
    panel,
    label: lang === "nb" ? "Norge, kommuner" : "Norway, municipalities",
    by: "BETA.KOMM",
    joined: false,
    points: [point],
  };
}

/** One row for each series, and for each value that belongs to none. */
function contextRows(
  values: readonly ContextValue[],
  context: Context,
  quantities: ReadonlyMap<string, Quantity>,
  lang: Lang,
): TimeRow[] {
  const dated = values.filter(({date}) => date !== null);
  const series = group(dated, (value) => value.series ?? value.id);
  return [...series.values()].map((members) => ({
    panel: panelOf(members[0]) ?? "",
    label: rowLabel(members[0], lang),
    by: recordOf(members[0], context).by,
    joined: members.length > 1,
    points: members.map((value) => {
      const shown = quantity(quantities, value.id);
      return {
        id: value.id,
        date: midpointOf(value.date ?? ""),
        share: shown.low,
        label: formatCount({...shown, value: Math.round(shown.low * 100) / 100}, lang),
        kind: recordOf(value, context).comparability.code === "near" ? "near" : "other",
      };
    }),
  }));
}

function recordOf(value: ContextValue, {records}: Context): ContextRecord {
  const record = records.find(({id}) => id === value.record);
  if (!record) throw new Error(`unknown record: ${value.record}`);
  return record;
}

function altIn(lang: Lang, count: number, shown: readonly Panel[]): string {
  if (count === 0)
    return lang === "nb"
      ? "Et tomt bilde: ingen tall passer til valgene."
      : "An empty picture: no numbers fit the choices.";
  const names = shown.map((panel) => panels[panel][lang].toLowerCase()).join("; ");
  return lang === "nb"
    ? `${count} tall fra andre undersøkelser på en tidslinje fra 2010 til 2015, i egne felt: ${names}. BETA.KOMM er markert våren 2011 der den har et tall. Alle tallene står i tabellen.`
    : `${count} numbers from other surveys on a time line from 2010 to 2015, in separate panels: ${names}. BETA.KOMM is marked in spring 2011 where it has a number. All the numbers stand in the table.`;
}
