/** Text that is already HTML and is not escaped again. */
export class Markup {
  constructor(readonly html: string) {}
  toString(): string {
    return this.html;
  }
}

/** What a template takes. */
export type Part = Markup | string | number | null | undefined | false | readonly Part[];

/** HTML from a template: every value is escaped unless it is markup itself; null, undefined and false vanish. */
export function markup(strings: TemplateStringsArray, ...values: Part[]): Markup {
  return new Markup(strings.reduce((html, string, index) => html + render(values[index - 1]) + string));
}

/** HTML made elsewhere, such as a drawn SVG. */
export function trusted(html: string): Markup {
  return new Markup(html);
}

/** Text as it stands in HTML or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function render(part: Part): string {
  if (part instanceof Markup) return part.html;
  if (Array.isArray(part)) return part.map(render).join("");
  if (part === null || part === undefined || part === false) return "";
  return escapeHtml(String(part));
}
