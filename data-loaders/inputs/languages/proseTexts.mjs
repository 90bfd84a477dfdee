/** A line of Markdown: what stands before its words, its words, and what stands after. */
const line =
  /^(?<before>#+ |- |(?:title|description|lead): |<p class="lead">|<details class="data"><summary>)?(?<words>.*?)(?<after> \{#[\w-]+\}|<\/p>|<\/summary>)?$/;

/** What has words of its own, beside tags and what is filled in. @param {string} text */
const hasWords = (text) => /\p{L}/u.test(text.replace(/<[^>]*>|\{\w+\}/g, ""));

/**
 * Each line of a page, as its words or as what is no words: code, fences, conditions, markup.
 *
 * @param {string} text Markdown in which a paragraph is one line
 * @returns {{before: string, words: string | null, after: string}[]}
 */
function linesOf(text) {
  let isFenced = false;
  return text.split("\n").map((each) => {
    if (each.startsWith("```")) isFenced = !isFenced;
    const {
      before = "",
      words = "",
      after = "",
    } = (!isFenced && !/^(```|:::)/.test(each) && line.exec(each)?.groups) || {};
    return hasWords(words) ? {before, words, after} : {before: each, words: null, after: ""};
  });
}

/** The words of a page, a paragraph each. @param {string} text */
export const proseTexts = (text) => linesOf(text).flatMap(({words}) => (words === null ? [] : [words]));

/**
 * A page with other words.
 *
 * @param {string} text
 * @param {(words: string, at: number, isHead: boolean) => string} say isHead: of the front matter, which has no markup
 */
export function sayProse(text, say) {
  let at = 0;
  return linesOf(text)
    .map(({before, words, after}) =>
      words === null ? before : before + say(words, at++, /^\w+: $/.test(before)) + after,
    )
    .join("\n");
}
