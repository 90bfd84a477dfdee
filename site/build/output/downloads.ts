import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {exportFile, zipFile} from "../../../src/components/browser/export/exportFiles.js";
import {pictureFile} from "../../../src/components/browser/export/pictureFile.js";
import type {Figure} from "../../../src/components/figure.js";
import {figures} from "../../../src/components/figures.js";
import {exportPath, figureAddress, formatsOf} from "../../../src/components/markup/downloadLinks.js";
import {fileName} from "../../../src/components/markup/fileName.js";
import {markOf, withMark} from "../../../src/components/markup/standInMark.js";
import type {Lang} from "../../../src/lib/language/text.js";
import {initialSelection} from "../../../src/lib/selection.js";
import {settings} from "../../../src/lib/settings.js";
import {document} from "../../document.js";
import {facts} from "../../facts.js";
import {siteUrl} from "../../siteUrl.js";
import {viewOf} from "../../views.js";
import {surveyFolder} from "./surveyFiles.js";

/** Writes every figure in every form but PNG and archives, in both languages: the files behind the download links. */
export async function writeDownloads(output: string): Promise<void> {
  for (const lang of settings.languages) {
    mkdirSync(join(output, lang, "figures"), {recursive: true});
    for (const figure of figures) await writeFigure(figure, {lang, output});
  }
}

/** Writes what is offered as an archive, of the pictures and the respondents’ file that stand below the output. */
export async function writeZips(output: string): Promise<void> {
  for (const lang of settings.languages)
    for (const figure of figures) {
      const {view, address, selection} = initialOf(figure, lang);
      const csv = view.explored?.script?.csv;
      if (!csv || !formatsOf(figure, view).includes("zip")) continue;
      const read = (path: string) => new Uint8Array(readFileSync(join(output, path)));
      const [svg, png] = (["svg", "png"] as const).map((format) => read(join(lang, exportPath(figure.id, format))));
      const name = fileName(figure.id, view, {lang, selection});
      const content = {svg, png, respondents: read(join(surveyFolder, csv)), name};
      const zip = await zipFile({figure, view, lang, address}, content);
      writeFileSync(join(output, lang, exportPath(figure.id, "zip")), zip);
    }
}

/** A figure as the page is built with it, and where it stands. */
function initialOf(figure: Figure, lang: Lang) {
  const selection = initialSelection(figure.choices(facts));
  const view = viewOf(figure, selection);
  return {view, selection, address: figureAddress(figure, {lang, siteUrl, search: withMark("", markOf(view))})};
}

async function writeFigure(figure: Figure, {lang, output}: {lang: Lang; output: string}): Promise<void> {
  const {view, address} = initialOf(figure, lang);
  for (const format of formatsOf(figure, view)) {
    if (format === "png" || format === "zip") continue; // made of the others by `pngs.ts` and `writeZips`
    const content =
      format === "svg"
        ? pictureFile(view, {lang, document, address})
        : await exportFile(format, {figure, view, lang, address});
    writeFileSync(join(output, lang, exportPath(figure.id, format)), content);
  }
}
