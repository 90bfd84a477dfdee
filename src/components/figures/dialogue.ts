import {quantitiesOf, quantity} from "../../lib/facts.js";
import {formatOf100, formatQuantity} from "../../lib/language/format.js";
import {inBoth, type Lang, type Text} from "../../lib/language/text.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import type {Selection} from "../../lib/selection.js";
import {type RankBar, rankBars} from "../charts/rankBars.js";
import {type Figure, type FigureView, type Given, type PublishedPart, publishedParts} from "../figure.js";
import {readingChoices} from "./shared/readingChoices.js";

/** Which strategies the 41 % is of, and of whom the 22 % is: the two readings a reader can choose between. */
interface Readings {
  goal: "now" | "year";
  practice: "users" | "strategy";
}

/** Dialogue as a goal against dialogue in use, under the chosen readings of a sentence that is ambiguous twice. */
export const dialogue: Figure<PublishedPart> = {
  id: "dialogue",
  page: "dialogue",
  needs: publishedParts,
  choices: ({summary}) => readingChoices(summary).filter(({key}) => key === "goal" || key === "practice"),
  view,
};

function view(facts: Given<PublishedPart>, selection: Selection): FigureView {
  const {goal, practice} = selection as unknown as Readings;
  const all = quantitiesOf(facts);
  const parts = {
    goal: quantity(all, "dialogue-goal"),
    practice: quantity(all, "dialogue-in-use"),
    goalOfAll: quantity(all, `goal-of-all-${goal}`),
    practiceOfAll: quantity(all, practice === "users" ? "practice-of-all-users" : `practice-of-all-strategy-${goal}`),
    goalBase: goal === "year" ? quantity(all, "strategy-by-year-end") : quantity(all, "strategy-now"),
    users: quantity(all, "uses-now"),
  };
  const practiceBase = practice === "users" ? parts.users : parts.goalBase;
  const words = {goal: strategyWords[goal], practice: practice === "users" ? usersWords : strategyWords[goal]};
  return {
    title: inBoth((lang) => titleIn(lang, parts, practice)),
    subtitle: inBoth((lang) =>
      lang === "nb"
        ? `Av hundre kommuner som svarte. Tolkning: målet gjelder ${words.goal.nb}, bruken ${words.practice.nb}.`
        : `Of a hundred municipalities that answered. Reading: the goal is of ${words.goal.en}, the use of ${words.practice.en}.`,
    ),
    alt: inBoth((lang) =>
      lang === "nb"
        ? `To stolper. ${formatQuantity(parts.goal, lang)} av ${words.goal.nb} har dialog som mål: ${formatOf100(parts.goalOfAll, lang)}. ${formatQuantity(parts.practice, lang)} av ${words.practice.nb} legger vekt på dialog i bruk: ${formatOf100(parts.practiceOfAll, lang)}.`
        : `Two bars. ${formatQuantity(parts.goal, lang)} of ${words.goal.en} have dialogue as a goal: ${formatOf100(parts.goalOfAll, lang)}. ${formatQuantity(parts.practice, lang)} of ${words.practice.en} focus on dialogue in use: ${formatOf100(parts.practiceOfAll, lang)}.`,
    ),
    note: goal === "year" ? notes.year : notes.now,
    rows: [
      {quantity: parts.goal, note: words.goal},
      {quantity: parts.goalOfAll},
      {quantity: parts.practice, note: words.practice},
      {quantity: parts.practiceOfAll},
    ],
    chart: (options) => rankBars(bars({...parts, practiceBase}, words), options),
  };
}

function bars(
  {goal, practice, goalOfAll, practiceOfAll, goalBase, practiceBase}: Record<string, Quantity>,
  words: Record<"goal" | "practice", Text>,
): RankBar[] {
  return [
    {
      quantity: goalOfAll,
      within: goalBase,
      label: {nb: "Dialog som mål", en: "Dialogue as a goal"},
      sub: shareOf(goal, words.goal),
      subOf: goal,
    },
    {
      quantity: practiceOfAll,
      within: practiceBase,
      label: {nb: "Dialog i bruk", en: "Dialogue in use"},
      sub: shareOf(practice, words.practice),
      subOf: practice,
      colour: "contrast",
    },
  ];
}

const shareOf = (quantity: Quantity, group: Text): Text => ({
  nb: `${formatQuantity(quantity, "nb")} av ${group.nb}`,
  en: `${formatQuantity(quantity, "en")} of ${group.en}`,
});

const usersWords: Text = {nb: "dem som bruker sosiale medier", en: "those that use social media"};
const strategyWords: Record<Readings["goal"], Text> = {
  now: {nb: "dem med strategi våren 2011", en: "those with a strategy in spring 2011"},
  year: {nb: "dem med strategi innen årets utgang", en: "those with a strategy by year-end"},
};

const notes: Record<Readings["goal"], Text> = {
  now: {
    nb: "Omrisset er gruppen andelen er regnet av, stiplet der gruppens størrelse er ukjent: De som hadde strategi våren 2011, kan ikke være flere enn de som ville ha den ved årets utgang.",
    en: "The outline is the group the share is of, dashed where its size is unknown: those with a strategy in spring 2011 cannot be more than those that would have one by year-end.",
  },
  year: {
    nb: "Omrisset er gruppen andelen er regnet av. Den bleke enden av en stolpe er det avrundingen lar stå åpent.",
    en: "The outline is the group the share is of. The pale end of a bar is what rounding leaves open.",
  },
};

function titleIn(
  lang: Lang,
  {goal, practice}: Record<"goal" | "practice", Quantity>,
  of: Readings["practice"],
): string {
  const [much, little] = [formatQuantity(goal, lang), formatQuantity(practice, lang)];
  if (of === "users")
    return lang === "nb"
      ? `${much} av kommunene med strategi hadde dialog som mål. ${little} av kommunene i sosiale medier la vekt på den.`
      : `${much} of municipalities with a strategy had dialogue as a goal. ${little} of municipalities in social media focused on it.`;
  return lang === "nb"
    ? `${much} av kommunene med strategi hadde dialog som mål, men bare ${little} av de samme la vekt på den i bruk`
    : `${much} of municipalities with a strategy had dialogue as a goal, but only ${little} of the same focused on it in use`;
}
