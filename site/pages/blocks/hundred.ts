import {unitChart} from "../../../src/components/charts/unitChart.js";
import {
  hundredNumbers,
  hundredStep,
  type StepName,
  stepNames,
} from "../../../src/components/figures/shared/hundredStates.js";
import {numberAnchor} from "../../../src/components/markup/anchors.js";
import {type DrawnWidth, drawnWidths, numberMarkup} from "../../../src/components/markup/figureMarkup.js";
import {formatCount, outwardOf100} from "../../../src/lib/language/format.js";
import type {Lang, Text} from "../../../src/lib/language/text.js";
import {type Markup, markup, trusted} from "../../../src/lib/markup.js";
import {memoize} from "../../../src/lib/memoize.js";
import {document} from "../../document.js";
import {facts} from "../../facts.js";

/** Made when a page asks for it: another survey has no such numbers. */
const numbersOf = memoize(hundredNumbers);

/** A still of each step of the story, as the block `still-NAME`; in the browser they are what one picture moves between. */
export const stillBlocks: Readonly<Record<string, (lang: Lang) => Markup>> = Object.fromEntries(
  stepNames.map((name) => [`still-${name}`, (lang: Lang) => still(name, lang)]),
);

function still(name: StepName, lang: Lang): Markup {
  const {state, alt} = hundredStep(name, numbersOf(facts));
  const drawings = (["wide", "narrow"] as const).map((size: DrawnWidth) => {
    const svg = unitChart(state, {lang, width: drawnWidths[size], document});
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", alt[lang]);
    svg.setAttribute("width", "100%");
    svg.removeAttribute("height");
    return markup`<div class="drawing ${size}">${trusted(svg.outerHTML)}</div>`;
  });
  return markup`<div class="picture still" data-still="${name}">${drawings}</div>`;
}

/** A reader's guess at what the summary only limits, and the limits: shown at once where no script runs, and on paper. */
export function guessBlock(lang: Lang): Markup {
  const {without} = numbersOf(facts);
  const {low, high} = outwardOf100(without);
  const {id} = without;
  const shown = numberMarkup(without, formatCount(without, lang), lang, `#${numberAnchor(id)}`);
  const say = (text: Text) => text[lang];
  return markup`<div class="guess" data-guess data-low="${low}" data-high="${high}" data-within="${say(words.within)}" data-below="${say(words.below)}" data-above="${say(words.above)}">
<form class="controls" autocomplete="off"><label for="guess">${say(words.guess)} <output for="guess">50</output></label>
<input id="guess" type="range" min="0" max="100" value="50">
<button type="submit">${say(words.compare)}</button> <small>${say(words.kept)}</small></form>
<details class="answer"><summary>${say(words.show)}</summary>
${scale(low, high, lang)}
<p>${say(words.allows)} ${shown}. <span class="verdict" aria-live="polite"></span></p></details></div>`;
}

/** The limits on a line from none to all, with a place for the guess. Places are per cent of the width. */
function scale(low: number, high: number, lang: Lang): Markup {
  const alt =
    lang === "nb"
      ? `Fra ${low} til ${high} på en linje fra 0 til 100`
      : `From ${low} to ${high} on a line from 0 to 100`;
  return markup`<svg class="limits-scale" role="img" aria-label="${alt}" width="100%" height="64"><line class="axis" x1="0%" x2="100%" y1="30" y2="30"/><rect x="${low}%" width="${high - low}%" y="20" height="20"/><line class="mark" x1="0%" x2="0%" y1="6" y2="46"/>${[
    0,
    low,
    high,
    100,
  ].map((at) => markup`<text x="${at}%" y="60" text-anchor="${anchors.get(at) ?? "middle"}">${at}</text>`)}</svg>`;
}

const anchors = new Map([
  [0, "start"],
  [100, "end"],
]);

const words = {
  guess: {
    nb: "Hva tror du? Hvor mange av hundre kommer til å bruke sosiale medier uten strategi ved årets slutt?",
    en: "What is your guess? How many in a hundred will be using social media without a strategy at year-end?",
  },
  compare: {nb: "Sammenlign med tallene", en: "Compare with the figures"},
  kept: {nb: "Gjetningen blir i nettleseren din.", en: "Your guess stays in your browser."},
  show: {nb: "Vis svaret uten å gjette", en: "Show the answer without guessing"},
  allows: {nb: "Tallene tillater alt fra", en: "The figures allow anything from"},
  within: {
    nb: "Du gjettet {guess}: Det er mulig, som alt annet i den åpne stolpen.",
    en: "You guessed {guess}: possible, like everything else in the open bar.",
  },
  below: {nb: "Du gjettet {guess}: Så få kan det ikke være.", en: "You guessed {guess}: it cannot be so few."},
  above: {nb: "Du gjettet {guess}: Så mange kan det ikke være.", en: "You guessed {guess}: it cannot be so many."},
} satisfies Record<string, Text>;
