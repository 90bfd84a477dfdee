import type {Text} from "../language/text.js";

/** A rule that was needed to tell which municipality or county authority answered, in the order in which they are tried. */
export type UnitStep =
  | "mojibake"
  | "cellTogether"
  | "spreadsheetNumber"
  | "numberPrefix"
  | "lostZero"
  | "authorityNumber"
  | "laterNumber"
  | "byName"
  | "capitals"
  | "punctuation"
  | "letters"
  | "lostLetters"
  | "unitWord"
  | "county"
  | "otherName"
  | "bareCounty"
  | "parallelNames"
  | "misspelt"
  | "nameNotRead";

/** Why it cannot be told which municipality or county authority answered. */
export type UnitReason =
  | "noUnit"
  | "unknownNumber"
  | "unknownName"
  | "otherPlace"
  | "sharedName"
  | "unclearName"
  | "merged"
  | "contradiction";

/** What a reader is told of a step: a short name, and what was done, in a sentence. */
export interface UnitStepText {
  label: Text;
  does: Text;
}

/** Each step in both languages; its order is that in which steps are listed. */
export const unitStepText: Record<UnitStep, UnitStepText> = {
  mojibake: {
    label: {nb: "Ødelagte bokstaver", en: "Garbled letters"},
    does: {
      nb: "Teksten var lest med feil tegnsett, så bokstaver som æ, ø og å var blitt til to andre tegn. Den er lest på nytt.",
      en: "The text had been read in the wrong encoding, so that letters such as æ, ø and å had become two other characters. It is read anew.",
    },
  },
  cellTogether: {
    label: {nb: "Nummer og navn i samme celle", en: "Number and name in one cell"},
    does: {
      nb: "Nummeret og navnet sto i samme celle eller hadde byttet plass, og er skilt fra hverandre.",
      en: "Number and name stood in one cell, or had changed places, and were told apart.",
    },
  },
  spreadsheetNumber: {
    label: {nb: "Nummer fra regneark", en: "Number from a spreadsheet"},
    does: {
      nb: "Desimaler, mellomrom og skilletegn fra et regneark er tatt bort.",
      en: "Decimals, spaces and separators from a spreadsheet were taken away.",
    },
  },
  numberPrefix: {
    label: {nb: "Tegn foran nummeret", en: "Prefix before the number"},
    does: {
      nb: "Bokstaver foran nummeret, som «K-» eller «knr.», er tatt bort.",
      en: "Letters before the number, such as “K-” or “knr.”, were taken away.",
    },
  },
  lostZero: {
    label: {nb: "Tapt null", en: "Lost zero"},
    does: {
      nb: "Nummeret hadde mistet nullen foran. Den er satt inn igjen.",
      en: "The number had lost its leading zero. It is put back.",
    },
  },
  authorityNumber: {
    label: {nb: "Fylkesnummer med fire sifre", en: "County number in four digits"},
    does: {
      nb: "Fylkeskommunens nummer sto med to nuller bak og er skrevet med to sifre.",
      en: "The county authority’s number ended in two zeros and is written in two digits.",
    },
  },
  laterNumber: {
    label: {nb: "Nummer fra et senere år", en: "Number of a later year"},
    does: {
      nb: "Nummeret er fra etter 2011 og er byttet ut med det kommunen hadde i 2011.",
      en: "The number is from after 2011 and is replaced by the one that the municipality had in 2011.",
    },
  },
  byName: {
    label: {nb: "Funnet ved navnet", en: "Found by name"},
    does: {
      nb: "Nummeret manglet eller var ikke nok, og navnet avgjorde.",
      en: "The number was missing or not enough, and the name decided.",
    },
  },
  capitals: {
    label: {nb: "Store og små bokstaver", en: "Capitals"},
    does: {
      nb: "Det er ikke skilt mellom store og små bokstaver.",
      en: "Capitals and small letters are not told apart.",
    },
  },
  punctuation: {
    label: {nb: "Mellomrom og skilletegn", en: "Spaces and punctuation"},
    does: {
      nb: "Det er sett bort fra mellomrom, bindestreker og andre skilletegn.",
      en: "Spaces, hyphens and other punctuation were ignored.",
    },
  },
  letters: {
    label: {nb: "Bokstaver uten særtegn", en: "Letters without their marks"},
    does: {
      nb: "Navnet var skrevet uten æ, ø og å eller uten aksenter, som «Tromso» og «Aalesund».",
      en: "The name was written without æ, ø and å or without accents, as in “Tromso” and “Aalesund”.",
    },
  },
  lostLetters: {
    label: {nb: "Spørsmålstegn for bokstav", en: "Question mark for a letter"},
    does: {
      nb: "Et spørsmålstegn sto for en bokstav som filen ikke kunne lagre, og bare ett navn passer.",
      en: "A question mark stood for a letter that the file could not hold, and only one name fits.",
    },
  },
  unitWord: {
    label: {nb: "Ordet «kommune» og lignende", en: "The word “kommune” and the like"},
    does: {
      nb: "Ord som «kommune», «fylkeskommune» eller «municipality» er tatt bort; de sier hva slags enhet det er.",
      en: "Words such as “kommune”, “fylkeskommune” or “municipality” were taken away; they tell the kind of unit.",
    },
  },
  county: {
    label: {nb: "Fylket sto ved navnet", en: "County beside the name"},
    does: {
      nb: "Fylket sto sammen med navnet, som i «Bø i Telemark», og skiller kommuner med samme navn.",
      en: "The county stood with the name, as in “Bø i Telemark”, and tells municipalities of one name apart.",
    },
  },
  otherName: {
    label: {nb: "Et annet navn på samme enhet", en: "Another name of the unit"},
    does: {
      nb: "Navnet var samisk eller kvensk, fra før eller etter 2011, eller på annen måte et annet enn i registeret.",
      en: "The name was Sami or Kven, from before or after 2011, or otherwise another than in the register.",
    },
  },
  bareCounty: {
    label: {nb: "Fylkets navn alene", en: "The county’s name alone"},
    does: {
      nb: "Fylkets navn sto alene; ingen kommune heter det samme, så det er fylkeskommunen.",
      en: "The county’s name stood alone; no municipality has that name, so it is the county authority.",
    },
  },
  parallelNames: {
    label: {nb: "Flere navn ved siden av hverandre", en: "Several names side by side"},
    does: {
      nb: "To eller flere navn på samme enhet sto ved siden av hverandre.",
      en: "Two or more names of the same unit stood side by side.",
    },
  },
  misspelt: {
    label: {nb: "Skrivefeil i navnet", en: "Misspelt name"},
    does: {
      nb: "Navnet var skrevet litt feil, og bare ett navn ligger nær.",
      en: "The name was slightly misspelt, and only one name is near.",
    },
  },
  nameNotRead: {
    label: {nb: "Navnet ble ikke forstått", en: "Name not understood"},
    does: {
      nb: "Navnet lignet ikke på noen annen enhet; nummeret avgjorde.",
      en: "The name was not like any other unit’s; the number decided.",
    },
  },
};

/** Each reason in both languages. */
export const unitReasonLabel: Record<UnitReason, Text> = {
  noUnit: {nb: "Verken nummer eller navn", en: "Neither number nor name"},
  unknownNumber: {nb: "Ukjent nummer", en: "Unknown number"},
  unknownName: {nb: "Ukjent navn", en: "Unknown name"},
  otherPlace: {
    nb: "Navnet gjelder noe annet enn en kommune eller fylkeskommune i 2011",
    en: "The name is of something other than a municipality or county authority in 2011",
  },
  sharedName: {nb: "Flere enheter har dette navnet", en: "Several units have this name"},
  unclearName: {nb: "Navnet ligner på flere enheter", en: "The name is like those of several units"},
  merged: {
    nb: "Nummeret tilhører en kommune som senere ble slått sammen av flere",
    en: "The number is that of a municipality later merged from several",
  },
  contradiction: {
    nb: "Nummer, navn og fylke peker på ulike enheter",
    en: "Number, name and county point to different units",
  },
};
