import {group} from "d3";
import {type Context, type ContextRecord, type ContextValue, midpointOf} from "../../lib/context.js";
import {type FigureFacts, quantitiesOf, quantity} from "../../lib/facts.js";
import {formatCount} from "../../lib/format.js";
import type {Quantity} from "../../lib/quantity.js";
import {all, type Choice, type Selection} from "../../lib/selection.js";
import {settings} from "../../lib/settings.js";
import {inBoth, type Lang, type Text} from "../../lib/text.js";
import type {Figure, FigureView, Row} from "../figure.js";
import {type TimePoint, type TimeRow, timeRows} from "../timeRows.js";

/** What other surveys found before and after, each kind of thing in a panel of its own. */
export const beforeAfter: Figure = {id: "before-after", page: "before-after", choices, view};

/** What is measured: one panel each. Nothing outside these lists is drawn; the list of sources has it all. */
const panels = {
  socialMedia: {nb: "Bruker sosiale medier", en: "Use social media"},
  facebook: {nb: "Er på Facebook", en: "Are on Facebook"},
  wholeBody: {nb: "Har én felles Facebook-side", en: "Have one Facebook page for the whole"},
  twitter: {nb: "Er på Twitter eller mikroblogg", en: "Are on Twitter or a microblog"},
  otherChannels: {nb: "Bruker andre kanaler", en: "Use other channels"},
  dialogue: {nb: "Har dialog i bruk, av ulike grupper", en: "Have dialogue in use, of different groups"},
  residents: {nb: "Innbyggere som bruker sosiale medier", en: "Residents who use social media"},
} satisfies Record<string, Text>;
type Panel = keyof typeof panels;

const labels: Record<string, Record<string, Text>> = {
  country: {
    NO: {nb: "Norge", en: "Norway"},
    SE: {nb: "Sverige", en: "Sweden"},
    DK: {nb: "Danmark", en: "Denmark"},
    FI: {nb: "Finland", en: "Finland"},
  },
  body: {
    municipalities: {nb: "Kommuner", en: "Municipalities"},
    countyAuthorities: {nb: "Fylkeskommuner og landsting", en: "County authorities and councils"},
    stateAgencies: {nb: "Statlige virksomheter", en: "State agencies"},
    residents: {nb: "Innbyggere", en: "Residents"},
  },
  channel: {
    any: {nb: "Sosiale medier i det hele tatt", en: "Social media of any kind"},
    facebook: {nb: "Facebook", en: "Facebook"},
    twitter: {nb: "Twitter og mikroblogg", en: "Twitter and microblogs"},
    video: {nb: "Video", en: "Video"},
    chat: {nb: "Chat", en: "Chat"},
    blog: {nb: "Blogg", en: "Blogs"},
    instagram: {nb: "Instagram", en: "Instagram"},
    youtube: {nb: "YouTube", en: "YouTube"},
  },
  definition: {
    usesAny: {nb: "Bruker sosiale medier", en: "Use social media"},
    usesDigitalChannels: {nb: "Bruker digitale kanaler (videre)", en: "Use digital channels (wider)"},
    usesChannel: {nb: "Bruker en bestemt kanal", en: "Use a named channel"},
    wholeBodyPage: {nb: "Én side for hele kommunen", en: "One page for the whole body"},
    dialogue: {nb: "Dialog i bruk", en: "Dialogue in use"},
  },
};

const filterLabels: Record<string, Text> = {
  country: {nb: "Land", en: "Country"},
  body: {nb: "Hvem", en: "Who"},
  channel: {nb: "Kanal", en: "Channel"},
  definition: {nb: "Definisjon", en: "Definition"},
};
type Filter = "country" | "body" | "channel" | "definition";
const filters = Object.keys(filterLabels) as Filter[];

function choices({context}: FigureFacts): Choice[] {
  const shown = context.values.filter(isShown);
  return filters.map((key) => ({
    key,
    label: filterLabels[key],
    kind: "any",
    initial: all,
    options: Object.entries(labels[key])
      .filter(([code]) => shown.some((value) => value[key] === code))
      .map(([code, label]) => ({code, label})),
  }));
}

function view(facts: FigureFacts, selection: Selection): FigureView {
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

/** Which panel a value belongs to, or null for one that no panel measures. */
function panelOf({definition, body, channel}: ContextValue): Panel | null {
  if (definition === "usesAny") return body === "residents" ? "residents" : "socialMedia";
  if (definition === "usesDigitalChannels") return "socialMedia";
  if (definition === "wholeBodyPage") return "wholeBody";
  if (definition === "dialogue") return "dialogue";
  if (definition !== "usesChannel") return null;
  return channel === "facebook" ? "facebook" : channel === "twitter" ? "twitter" : "otherChannels";
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

/** Whom and what a row counts, in short. */
function rowLabel({definition, body, channel, country}: ContextValue, lang: Lang): string {
  const place = labels.country[country][lang];
  if (definition === "usesDigitalChannels")
    return `${place}, ${lang === "nb" ? "digitale kanaler" : "digital channels"}`;
  if (definition === "dialogue")
    return `${place}, ${lang === "nb" ? "av dem på" : "of those on"} ${shortChannels[channel]}`;
  if (definition === "usesChannel" && channel !== "facebook" && channel !== "twitter") {
    return `${place}, ${shortChannels[channel] ?? labels.channel[channel][lang].toLowerCase()}`;
  }
  return `${place}, ${body === "countyAuthorities" && country === "SE" ? (lang === "nb" ? "landsting" : "county councils") : shortBodies[body][lang]}`;
}

/** Names of channels that are written with a capital letter or shorter in a row. */
const shortChannels: Record<string, string> = {
  facebook: "Facebook",
  twitter: "Twitter",
  instagram: "Instagram",
  youtube: "YouTube",
};

const shortBodies: Record<string, Text> = {
  municipalities: {nb: "kommuner", en: "municipalities"},
  countyAuthorities: {nb: "fylkeskommuner", en: "county authorities"},
  stateAgencies: {nb: "staten", en: "state agencies"},
  residents: {nb: "innbyggere", en: "residents"},
};

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
