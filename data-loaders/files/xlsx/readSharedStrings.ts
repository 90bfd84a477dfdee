import {parseXml} from "./parseXml.js";
import {unescapeText} from "./unescapeText.js";

/** Texts that cells refer to by number. Of a text in several styles all runs are joined; its reading aid is left out. */
export async function readSharedStrings(pieces: AsyncIterable<string>, file: string): Promise<string[]> {
  const strings: string[] = [];
  let string = "";
  let isText = false;
  let isReadingAid = false;
  await parseXml(pieces, file, {
    open(name) {
      if (name === "si") string = "";
      if (name === "rPh") isReadingAid = true;
      isText = name === "t" && !isReadingAid;
    },
    text(text) {
      if (isText) string += text;
    },
    close(name) {
      isText = false;
      if (name === "rPh") isReadingAid = false;
      if (name === "si") strings.push(unescapeText(string));
    },
  });
  return strings;
}
