import {formatNumber, formatPercent} from "../../../../src/lib/language/format.js";
import {type Lang, quoted, type Text} from "../../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../../src/lib/markup.js";
import type {AttackSummary, Guessed} from "../../../../src/lib/respondents/protectedTables.js";
import {facts, survey} from "../../../facts.js";
import {names, numbers, table, texts} from "../table.js";

/** What noise does to a number of a protected file, in two sentences. */
export function noiseBlock(lang: Lang): Markup {
  const {noise} = facts.survey;
  if (!noise) return markup`${false}`;
  const [usual, most] = [1, 2].map((deviations) =>
    formatNumber(Math.round(deviations * Math.sqrt(noise.variance)), lang),
  );
  return lang === "nb"
    ? markup`<p>Hvert antall er endret med et tilfeldig helt tall før det ble publisert, to av tre ganger med høyst ${usual} og nesten alltid med høyst ${most}, så ingen kan være sikker på hva en enkelt svarte. Summene er deretter anslått så gruppene går opp i alle, intervallene tar høyde for endringen, og det vises ingen andel av færre enn ti.</p>`
    : markup`<p>A random whole number was added to every count before it was published, two times in three at most ${usual} up or down and nearly always at most ${most}, so that nobody can be sure of what a single respondent answered. Totals were then estimated so that groups add up to all, intervals take in the noise, and no share is shown of fewer than ten.</p>`;
}

/** What attacks on the tables came to, in short. */
export function attacksBlock(lang: Lang): Markup {
  const attacks = facts.survey.noise?.attacks;
  if (!attacks) return markup`${false}`;
  return table(
    attackRows(attacks, lang),
    [
      names({nb: "Forsøk", en: "Attack"}, ({what}) => what[lang]),
      numbers({nb: "Prøvd på", en: "Tried on"}, ({tried}) => formatNumber(tried, lang)),
      numbers({nb: "Rett", en: "Right"}, ({right, tried}) => shareText(right, tried, lang)),
      texts({nb: "Til sammenligning", en: "Compared with"}, ({compared}) => compared[lang]),
    ],
    {
      lang,
      isStacked: true,
      label: {
        nb: "Forsøk på å finne ut hva enkelte svarte",
        en: "Attempts to find out what single respondents answered",
      },
    },
  );
}

interface AttackRow {
  what: Text;
  tried: number;
  right: number;
  compared: Text;
}

function attackRows(
  {exact, bounds, others, othersWorst, nextRelease, coalition, zeros, unanimous, versions}: AttackSummary,
  lang: Lang,
): AttackRow[] {
  const worst = survey.codebook.variables.find(({name}) => othersWorst.column.startsWith(name));
  const question = quoted(worst?.label[lang] ?? othersWorst.column, lang);
  const noisy = shareText(exact.expected, 1, lang);
  const guess = (what: Text, found: Guessed): AttackRow => {
    const totals = shareText(found.byTotals, found.answers, lang);
    return {
      what,
      tried: found.answers,
      right: found.right,
      compared: {nb: `${totals} ved å gjette det vanligste`, en: `${totals} by guessing the commonest`},
    };
  };
  return [
    {
      what: {nb: "Regne ut antall av alle tabellene samlet", en: "Working counts out of all tables together"},
      tried: exact.counts,
      right: exact.right,
      compared: {nb: `høyst ${noisy} med denne støyen`, en: `at most ${noisy} with this noise`},
    },
    {
      what: {nb: "Finne grenser for antall med lineær programmering", en: "Bounding counts by linear programs"},
      tried: bounds.counts,
      right: bounds.narrow,
      compared: {nb: "avgrenset til færre enn fire mulige tall", en: "bounded to fewer than four possible numbers"},
    },
    guess({nb: "Kjenne alle andre svar", en: "Knowing all other answers"}, others),
    guess(
      {nb: `Det samme for ${question}, der det lykkes best`, en: `The same for ${question}, where it works best`},
      othersWorst,
    ),
    guess(
      {nb: "Kjenne alle andre svar, og en utgave til", en: "Knowing all other answers, and one more release"},
      nextRelease,
    ),
    guess({nb: "To som sier hverandre hva de svarte", en: "Two who tell each other their answers"}, coalition),
    guess({nb: "Se om ingen i en gruppe ga et svar", en: "Seeing whether nobody in a group gave an answer"}, zeros),
    guess({nb: "Se om alle i en gruppe ga samme svar", en: "Seeing whether everybody in a group did"}, unanimous),
  ]
    .filter(({tried}) => tried > 0)
    .map((row) => (versions > 1 ? {...row, what: withVersions(row.what, versions, lang)} : row));
}

const withVersions = (what: Text, versions: number, lang: Lang): Text => {
  const n = formatNumber(versions, lang);
  return {nb: `${what.nb} (av ${n} utgaver)`, en: `${what.en} (of ${n} releases)`};
};

const shareText = (part: number, whole: number, lang: Lang) =>
  whole === 0 ? "–" : formatPercent(part / whole, lang, 0);
