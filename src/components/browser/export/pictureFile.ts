import {capital, type Lang} from "../../../lib/language/text.js";
import {words} from "../../../lib/language/words.js";
import {rankLabel} from "../../../lib/quantities/rank.js";
import {settings} from "../../../lib/settings.js";
import {ink, wrapAt} from "../../charts/chart.js";
import {drawChart} from "../../charts/drawChart.js";
import {type FigureView, meaningIn, ranksOf, sourcesOf} from "../../figure.js";

/** Families of the text in pictures. */
export const fonts = {
  serif: "Newsreader, Georgia, serif",
  sans: "Schibsted Grotesk, Helvetica, Arial, sans-serif",
};

const width = 800;
const margin = 32;
const inner = width - 2 * margin;

/** A run of text and how it is set. */
interface Block {
  text: string;
  size: number;
  font: keyof typeof fonts;
  colour: string;
  /** Space above, in pixels. */
  above: number;
}

interface PictureOptions {
  lang: Lang;
  document: Document;
  /** Where the figure stands. Default: the picture does not say. */
  address?: string;
  /** Faces for a browser that is to draw the picture by itself. */
  style?: string;
}

/**
 * The figure as a picture that stands alone: title, what is measured, drawing, note, rank, source and address are all
 * inside it.
 *
 * @returns SVG text, 800 px wide, with its own colours and no script or link
 */
export function pictureFile(view: FigureView, {lang, document, address = "", style = ""}: PictureOptions): string {
  const chart = drawChart(view, {lang, document, width: inner});
  const chartHeight = Number(chart.getAttribute("height"));
  const over = layOut(
    [
      {text: view.title[lang], size: 27, font: "serif", colour: ink.text, above: 0},
      {text: view.subtitle[lang], size: 15, font: "sans", colour: ink.quiet, above: 8},
    ],
    margin,
  );
  const chartTop = over.bottom + 20;
  const under = layOut(notesUnder(view, lang, address), chartTop + chartHeight + 18);
  const height = Math.ceil(under.bottom + margin);
  chart.setAttribute("x", String(margin));
  chart.setAttribute("y", String(chartTop));
  chart.setAttribute("width", String(inner));
  chart.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  for (const hidden of chart.querySelectorAll("[aria-hidden]")) hidden.removeAttribute("aria-hidden");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(view.alt[lang])}" lang="${lang}">
<title>${escapeXml(view.title[lang])}</title>
${style && `<style>${style}</style>\n`}<rect width="${width}" height="${height}" fill="${ink.ground}"/>
${over.svg}
${chart.outerHTML}
${under.svg}
</svg>
`;
  return withColours(svg);
}

/** What the marks mean, what the numbers rest on, who is credited, which version of the report it is, and where. */
function notesUnder(view: FigureView, lang: Lang, address: string): Block[] {
  const sources = sourcesOf(view, lang);
  const small = {size: 14, font: "sans", colour: ink.quiet} as const;
  return [
    {...small, text: view.note[lang], colour: ink.text, above: 0},
    {
      ...small,
      text: ranksOf(view)
        .map((rank) => `${capital(rankLabel[rank][lang])}: ${meaningIn(view, rank)[lang]}`)
        .join(" "),
      above: 10,
    },
    {...small, text: sources.length > 0 ? `${words.source[lang]}: ${sources.join(" · ")}` : "", above: 10},
    {
      ...small,
      text: `${settings.publisher[lang]}, ${words.version[lang].toLowerCase()} ${settings.version}`,
      above: 4,
    },
    ...(address.match(/.{1,90}(?=[&?#]|$)|.{1,90}/g) ?? []).map((text, at) => ({
      ...small,
      text,
      above: at === 0 ? 4 : 0,
    })),
  ];
}

/** Blocks of text one under another, wrapped to the width of the picture. */
function layOut(blocks: readonly Block[], top: number): {svg: string; bottom: number} {
  let bottom = top;
  const svg = blocks.flatMap(({text, size, font, colour, above}) => {
    if (!text) return [];
    bottom += above;
    return wrap(text, inner / size, font).map((line) => {
      bottom += size * 1.3;
      return `<text x="${margin}" y="${(bottom - size * 0.3).toFixed(1)}" font-family="${fonts[font]}" font-size="${size}" fill="${colour}">${escapeXml(line)}</text>`;
    });
  });
  return {svg: svg.join("\n"), bottom};
}

/** Mean width of a letter in ems, on the generous side, so that no line runs out of the picture. */
const letterWidth = {serif: 0.47, sans: 0.54};

/**
 * Text in lines of a picture.
 *
 * @param ems width of the picture, in sizes of the text
 */
export function wrap(text: string, ems: number, font: keyof typeof fonts): string[] {
  return wrapAt(text, Math.floor(ems / letterWidth[font]));
}

/** The values that colours and fonts have without a style sheet. */
export function withColours(svg: string): string {
  const xml = svg.replaceAll("&nbsp;", "\u00a0"); // HTML's entity, which XML does not know
  return xml.replace(/var\(--[\w-]+, ([^()]+)\)/g, "$1");
}

/** Text as it stands in SVG. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
