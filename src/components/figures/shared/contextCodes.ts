import type {ContextValue} from "../../../lib/claims/context.js";
import {capital, inBoth, type Lang, type Text} from "../../../lib/language/text.js";

/*
 * The words for the codes that other surveys’ values carry, and which panel each value belongs to.
 */

/** Whose shares, and of what: one panel each. Nothing outside these lists is drawn; the list of sources has it all. */
export const panels = {
  socialMedia: {nb: "Norske kommuner: sosiale medier", en: "Norwegian municipalities: social media"},
  facebook: {nb: "Norske kommuner: Facebook", en: "Norwegian municipalities: Facebook"},
  stateAgencies: {nb: "Norske statlige virksomheter", en: "Norwegian state agencies"},
  countyAuthorities: {nb: "Fylkeskommuner og landsting", en: "County authorities and county councils"},
  municipalitiesSE: {nb: "Svenske kommuner", en: "Swedish municipalities"},
  municipalitiesDK: {nb: "Danske kommuner", en: "Danish municipalities"},
  municipalitiesFI: {nb: "Finske kommuner", en: "Finnish municipalities"},
  residents: {nb: "Innbyggere", en: "Residents"},
  otherChannels: {nb: "Andre kanaler enn Facebook", en: "Channels other than Facebook"},
  dialogue: {nb: "Norske kommuner: dialog", en: "Norwegian municipalities: dialogue"},
} satisfies Record<string, Text>;
export type Panel = keyof typeof panels;

/** What each code means, as menus say it. */
export const codeLabels: Record<string, Record<string, Text>> = {
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

/** Names of the filters. */
export const filterLabels: Record<string, Text> = {
  country: {nb: "Land", en: "Country"},
  body: {nb: "Hvem", en: "Who"},
  channel: {nb: "Kanal", en: "Channel"},
  definition: {nb: "Definisjon", en: "Definition"},
};

/** Which panel a value belongs to, or null for one that no panel measures. */
export function panelOf({definition, body, channel, country}: ContextValue): Panel | null {
  if (definition === "dialogue") return "dialogue";
  if (!["usesAny", "usesDigitalChannels", "wholeBodyPage", "usesChannel"].includes(definition)) return null;
  if (definition === "usesChannel" && channel !== "facebook") return "otherChannels";
  if (body === "municipalities" && country === "NO") return channel === "facebook" ? "facebook" : "socialMedia";
  const panel = body === "municipalities" ? `municipalities${country}` : body;
  return isPanel(panel) ? panel : null;
}

const isPanel = (code: string): code is Panel => code in panels;

/** Panels of several countries or bodies: there a series says whom it counts. */
const mixed: readonly Panel[] = ["countyAuthorities", "residents", "otherChannels"];

/** What a series counts, and who counted, but where there are many: the table says who. */
export function seriesName(value: ContextValue, by: string, lang: Lang): string {
  const what = whatText(value)[lang];
  const panel = panelOf(value);
  if (panel === null || !mixed.includes(panel)) return `${capital(what)} (${by})`;
  const place = value.body === "stateAgencies" ? inState : codeLabels.country[value.country];
  return panel === "otherChannels" ? `${place[lang]}: ${what}` : `${place[lang]}: ${what} (${by})`;
}

const inState: Text = {nb: "Norge, staten", en: "Norway, state"};

function whatText({definition, channel}: ContextValue): Text {
  const name = inBoth((lang) => shortChannels[channel] ?? codeLabels.channel[channel][lang].toLowerCase());
  if (definition === "dialogue") return {nb: `av dem på ${name.nb}`, en: `of those on ${name.en}`};
  if (definition === "usesChannel") return name;
  if (definition === "usesDigitalChannels") return {nb: "digitale kanaler", en: "digital channels"};
  if (definition === "usesAny") return {nb: "sosiale medier", en: "social media"};
  return {nb: "én felles side", en: "one shared page"};
}

/** Names of channels that are written with a capital letter or shorter. */
const shortChannels: Record<string, string> = {
  facebook: "Facebook",
  twitter: "Twitter",
  instagram: "Instagram",
  youtube: "YouTube",
};
