import {SaxesParser} from "saxes";
import {InputError} from "../../inputs/inputError.js";

export type Attributes = Readonly<Record<string, string>>;

/** What is done at each tag, told by its name without a prefix, and with the text between. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Hands an XML text over tag by tag.
 *
 * @throws InputError when it is not well-formed
 */
export async function parseXml(pieces: AsyncIterable<string>, file: string, handler: XmlHandler): Promise<void> {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw new InputError(`damaged XML in workbook: ${error.message}`, {file});
  });
  parser.on("opentag", ({name, attributes}) => handler.open?.(localName(name), withLocalNames(attributes)));
  parser.on("closetag", ({name}) => handler.close?.(localName(name)));
  parser.on("text", (text) => handler.text?.(text));
  parser.on("cdata", (text) => handler.text?.(text));
  for await (const piece of pieces) parser.write(piece);
  parser.close();
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

function withLocalNames(attributes: Attributes): Attributes {
  const names = Object.keys(attributes);
  if (!names.some((name) => name.includes(":"))) return attributes;
  return Object.fromEntries(names.map((name) => [localName(name), attributes[name]]));
}
