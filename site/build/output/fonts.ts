import {existsSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import subsetFont from "subset-font";
import {wordsFiles} from "../../../data-loaders/inputs/languages/wordsFile.mjs";
import {sourceFolder} from "../../../data-loaders/inputs/readSource.js";
import {has, settings} from "../../../src/lib/settings.js";

const require = createRequire(import.meta.url);

/** Letters and signs of the two languages of the site, of the names in it, and no more. */
export const letters =
  " !\"#%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz|\u00a0§«»·ÅÄÆØÖåäæøöÉéèêóòôüáčš–—‘’“”…\\↔←→−≤×<>{}¹";

/** The same, with what another survey's own texts have beside. */
function lettersOf(): string {
  if (has("pages")) return letters;
  const words = settings.languages.flatMap((lang) =>
    Object.values(wordsFiles(lang)).filter((file) => existsSync(file)),
  );
  const texts = [`${sourceFolder}settings.json`, `${sourceFolder}codebook.json`, ...words].map((file) =>
    readFileSync(file, "utf8"),
  );
  return [...new Set([...letters, ...texts.join("")])].join("");
}

/** The two faces: a serif for prose and a grotesque for charts and controls, each in one weight. */
const faces = {
  serif: {
    family: "Newsreader",
    inFile: "Newsreader 16pt 16pt",
    file: "@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2",
    weight: 420,
  },
  sans: {
    family: "Schibsted Grotesk",
    inFile: "Schibsted Grotesk",
    file: "@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2",
    weight: 430,
  },
} as const;
export type Face = keyof typeof faces;
export const faceNames = Object.keys(faces) as Face[];

/** The packages that the faces come from. */
export const fontPackages = () => faceNames.map((face) => faces[face].file.split("/").slice(0, 2).join("/"));

/** The name that style sheets and pictures call a face by. */
export const familyOf = (face: Face) => faces[face].family;

/** The name that a face has inside its own file, which is all that the drawer of PNG goes by. */
export const nameInFile = (face: Face) => faces[face].inFile;

/** A face cut to the site's letters: "woff2" for the browser, "truetype" for drawing PNG, which reads no other. */
export async function font(face: Face, format: "woff2" | "truetype"): Promise<Buffer> {
  const {file, weight} = faces[face];
  return subsetFont(readFileSync(require.resolve(file)), lettersOf(), {
    targetFormat: format,
    variationAxes: {wght: weight},
  });
}
