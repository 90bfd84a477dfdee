import {type ConstructorOptions, JSDOM, VirtualConsole} from "jsdom";

/** A page’s document. What jsdom cannot read of its style sheets, which no test reads either, is not printed. */
export function htmlDocument(html: string, options?: ConstructorOptions): Document {
  return new JSDOM(html, {virtualConsole: new VirtualConsole(), ...options}).window.document;
}
