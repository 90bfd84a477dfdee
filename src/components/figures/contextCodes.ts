import type {ContextValue} from "../../lib/claims/context.js";
import type {Lang, Text} from "../../lib/language/text.js";

/*
 * The words for the codes that other surveys’ values carry, and which panel each value belongs to.
 */

/** What is measured: one panel each. Nothing outside these lists is drawn; the list of sources has it all. */
export const panels = {
  socialMedia: {nb: "Bruker sosiale medier", en: "Use social media"},
  facebook: {nb: "Er på Facebook", en: "Are on Facebook"},
  wholeBody: {nb: "Har én felles Facebook-side", en: "Have one Facebook page for the whole"},
  twitter: {nb: "Er på Twitter eller mikroblogg", en: "Are on Twitter or a microblog"},
  otherChannels: {nb: "Bruker andre kanaler", en: "Use other channels"},
  dialogue: {nb: "Har dialog i bruk, av ulike grupper", en: "Have dialogue in use, of different groups"},
  residents: {nb: "Innbyggere som bruker sosiale medier", en: "Residents who use social media"},
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
export function panelOf({definition, body, channel}: ContextValue): Panel | null {
  if (definition === "usesAny") return body === "residents" ? "residents" : "socialMedia";
  if (definition === "usesDigitalChannels") return "socialMedia";
  if (definition === "wholeBodyPage") return "wholeBody";
  if (definition === "dialogue") return "dialogue";
  if (definition !== "usesChannel") return null;
  return channel === "facebook" ? "facebook" : channel === "twitter" ? "twitter" : "otherChannels";
}

/** Whom and what a row counts, in short. */
export function rowLabel({definition, body, channel, country}: ContextValue, lang: Lang): string {
  const place = codeLabels.country[country][lang];
  if (definition === "usesDigitalChannels")
    return `${place}, ${lang === "nb" ? "digitale kanaler" : "digital channels"}`;
  if (definition === "dialogue")
    return `${place}, ${lang === "nb" ? "av dem på" : "of those on"} ${shortChannels[channel]}`;
  if (definition === "usesChannel" && channel !== "facebook" && channel !== "twitter") {
    return `${place}, ${shortChannels[channel] ?? codeLabels.channel[channel][lang].toLowerCase()}`;
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
