import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {renderAsync} from "@resvg/resvg-js";
import {exportFile} from "../../src/components/browser/exportFiles.js";
import {pictureFile} from "../../src/components/browser/pictureFile.js";
import type {Figure} from "../../src/components/figure.js";
import {figures} from "../../src/components/figures.js";
import {type ExportFormat, exportPath, figureAddress, formatsOf} from "../../src/components/markup/downloadLinks.js";
import {markOf, withMark} from "../../src/components/markup/standInMark.js";
import type {Lang} from "../../src/lib/language/text.js";
import {initialSelection} from "../../src/lib/selection.js";
import {settings} from "../../src/lib/settings.js";
import {document} from "../document.js";
import {facts} from "../facts.js";
import {siteUrl} from "../siteUrl.js";
import {viewOf} from "../views.js";
import {faceNames, familyOf, font, nameInFile} from "./fonts.js";

/** Pixels per CSS pixel of a PNG. */
const zoom = 2;

/** Writes every figure in every form and both languages: the files behind the download links. */
export async function writeDownloads(output: string): Promise<void> {
  const fonts = await fontFiles();
  for (const lang of settings.languages) mkdirSync(join(output, lang, "figures"), {recursive: true});
  // Pictures are drawn in threads: all are begun before the first is waited for.
  const writing = settings.languages.flatMap((lang) =>
    figures.map((figure) => writeFigure(figure, {lang, output, fonts: fonts.paths})),
  );
  await Promise.all(writing);
  fonts.remove();
}

/** Writes one figure in every form that it can be downloaded in. */
async function writeFigure(
  figure: Figure,
  {lang, output, fonts}: {lang: Lang; output: string; fonts: string[]},
): Promise<void> {
  const view = viewOf(figure, initialSelection(figure.choices(facts)));
  const address = figureAddress(figure, {lang, siteUrl, search: withMark("", markOf(view))});
  const svg = pictureFile(view, {lang, document});
  const contentOf = (format: ExportFormat) => {
    if (format === "svg") return svg;
    return format === "png" ? pngOf(svg, fonts) : exportFile(format, {figure, view, lang, address});
  };
  const writing = formatsOf(figure, view).map(async (format) =>
    writeFileSync(join(output, lang, exportPath(figure.id, format)), await contentOf(format)),
  );
  await Promise.all(writing);
}

/** The site's faces as TrueType files: the drawer of PNG takes fonts from files, and draws no text in any other format. */
async function fontFiles(): Promise<{paths: string[]; remove: () => void}> {
  const folder = mkdtempSync(join(tmpdir(), "fonts-"));
  const paths = await Promise.all(
    faceNames.map(async (face) => {
      const path = join(folder, `${face}.ttf`);
      writeFileSync(path, await font(face, "truetype"));
      return path;
    }),
  );
  return {paths, remove: () => rmSync(folder, {recursive: true})};
}

/**
 * A picture as PNG, drawn in a thread of its own.
 *
 * @param svg a picture with its own colours
 */
export async function pngOf(svg: string, fontFiles: string[]): Promise<Uint8Array> {
  const named = faceNames.reduce(
    (text, face) => text.replaceAll(`font-family="${familyOf(face)}`, `font-family="${nameInFile(face)}`),
    svg,
  );
  const drawing = await renderAsync(named, {
    fitTo: {mode: "zoom", value: zoom},
    font: {loadSystemFonts: false, fontFiles, defaultFontFamily: "Schibsted Grotesk"},
  });
  return drawing.asPng();
}
