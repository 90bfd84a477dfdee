/** Control characters but for line breaks, and those that turn the direction of writing. */
const controls = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A text with its control characters written out: what a file says is not to steer the terminal that shows it. */
export const printable = (text: string) =>
  text.replace(controls, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Characters of a value that are shown: a cell may have millions. */
export const longestShown = 400;

export const shortened = (text: string) => (text.length > longestShown ? `${text.slice(0, longestShown)}…` : text);
