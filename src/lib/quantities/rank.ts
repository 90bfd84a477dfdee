import type {Text} from "../language/text.js";

/** What a shown number rests on. Every number has exactly one rank. */
export type Rank = "stated" | "derived" | "bounded" | "unknown" | "estimated" | "standIn" | "context" | "supposed";

/** The rank's word in the interface. */
export const rankLabel: Record<Rank, Text> = {
  stated: {nb: "oppgitt", en: "stated"},
  derived: {nb: "utledet", en: "derived"},
  bounded: {nb: "avgrenset", en: "bounded"},
  unknown: {nb: "ukjent", en: "unknown"},
  estimated: {nb: "anslått", en: "estimated"},
  standIn: {nb: "konstruerte svar", en: "made-up respondents"},
  context: {nb: "andre undersøkelser", en: "other surveys"},
  supposed: {nb: "tenkt", en: "supposed"},
};

/** What the rank means, in a sentence a reader sees in the key. */
export const rankMeaning: Record<Rank, Text> = {
  stated: {nb: "Tallet står i sammendraget.", en: "The number is printed in the summary."},
  derived: {
    nb: "Tallet følger av oppgitte tall, eller av ordene selv. Et eventuelt spenn skyldes avrunding.",
    en: "The number follows from stated numbers, or from the words themselves. Any range is due to rounding.",
  },
  bounded: {
    nb: "Oppgitte tall setter bare en nedre og en øvre grense.",
    en: "Stated numbers set only a lowest and a highest value.",
  },
  unknown: {nb: "Sammendraget sier ikke hvor mange.", en: "The summary does not say how many."},
  estimated: {
    nb: "Tallet er regnet ut fra en fil med svar. Grunnlaget er oppgitt.",
    en: "The number is computed from a file of responses. Its base is given.",
  },
  standIn: {
    nb: "Tallet er regnet ut fra konstruerte svar og er aldri et funn.",
    en: "The number is computed from made-up respondents and is never a finding.",
  },
  context: {
    nb: "Tallet kommer fra en annen undersøkelse, med sin egen definisjon.",
    en: "The number comes from another survey, with its own definition.",
  },
  supposed: {
    nb: "Tallet følger av ett som leseren har tenkt seg, sammen med de oppgitte. Det er aldri et funn.",
    en: "The number follows from one the reader supposed, together with the stated ones. It is never a finding.",
  },
};

/** The same of an estimate without an interval, as of a protected file whose small groups are suppressed. */
export const meaningWithoutInterval: Text = {
  nb: "Tallet er regnet ut fra en fil med svar, med grunnlag.",
  en: "The number is computed from a file of responses, with its base.",
};
