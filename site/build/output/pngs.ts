import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {renderAsync} from "@resvg/resvg-js";
import {faceNames, familyOf, font, nameInFile} from "./fonts.js";

/** Pixels per CSS pixel of a PNG. */
const zoom = 2;

/** Pictures of shared links are of a size that is asked for, and nobody asks for them as SVG. */
const isCard = (path: string) => /(^|[\\/])share[\\/]/.test(path);

/** Draws every SVG below a folder as a PNG beside it, or in its place if it is that of a shared link. */
export async function writePngs(folder: string): Promise<void> {
  const fonts = await fontFiles();
  const pictures = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((path) => path.endsWith(".svg"));
  // Pictures are drawn in threads: all are begun before the first is waited for.
  const writing = pictures.map(async (path) => {
    const svg = join(folder, path);
    writeFileSync(
      svg.replace(/svg$/, "png"),
      await pngOf(readFileSync(svg, "utf8"), fonts.paths, isCard(path) ? 1 : zoom),
    );
    if (isCard(path)) rmSync(svg);
  });
  await Promise.all(writing);
  fonts.remove();
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
 * @param scale pixels per CSS pixel
 */
export async function pngOf(svg: string, fontFiles: string[], scale = zoom): Promise<Uint8Array> {
  const named = faceNames.reduce(
    (text, face) => text.replaceAll(`font-family="${familyOf(face)}`, `font-family="${nameInFile(face)}`),
    svg,
  );
  const drawing = await renderAsync(named, {
    fitTo: {mode: "zoom", value: scale},
    font: {loadSystemFonts: false, fontFiles, defaultFontFamily: "Schibsted Grotesk"},
  });
  return drawing.asPng();
}
