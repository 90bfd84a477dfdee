import {formatNumber} from "../../../src/lib/language/format.js";
import type {Lang, Text} from "../../../src/lib/language/text.js";
import type {Markup} from "../../../src/lib/markup.js";
import {sizeClassLabel} from "../../../src/lib/respondents/register.js";
import {facts} from "../../facts.js";
import {names, numbers, table} from "./table.js";

/** How many municipalities of each size there were to ask: a count of the register, not of answers. */
export function sizeClassesBlock(lang: Lang): Markup {
  const caption: Text = {
    nb: "Kommunene i 2011 etter størrelse. Register per 1. januar 2011, Statistisk sentralbyrå.",
    en: "Municipalities in 2011 by size. Register of 1 January 2011, Statistics Norway.",
  };
  return table(
    facts.register.sizeClasses,
    [
      names(size, ({code}) => sizeClassLabel[code][lang]),
      numbers({nb: "Kommuner", en: "Municipalities"}, ({municipalities}) => formatNumber(municipalities, lang)),
      numbers({nb: "Innbyggere i alt", en: "Inhabitants in all"}, ({population}) => formatNumber(population, lang)),
    ],
    {lang, label: size, caption: caption[lang]},
  );
}

const size: Text = {nb: "Størrelse", en: "Size"};
