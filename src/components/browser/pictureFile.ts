import type {Lang} from "../../lib/language/text.js";
import {words} from "../../lib/language/words.js";
import {rankLabel, rankMeaning} from "../../lib/quantities/rank.js";
import {settings} from "../../lib/settings.js";
import {drawChart} from "../charts/drawChart.js";
import type {FigureView} from "../figure.js";

/** Values of the colours in a picture that leaves the site: the light ones of the style sheet. */
export const pictureColours: Record<string, string> = {
  "--ground": "#ffffff",
  "--ink": "#16211f",
  "--quiet": "#56635f",
  "--rule": "#c9d1ce",
  "--frame": "#85918d",
  "--subject": "#0b5d6b",
  "--subject-mid": "#7fb3bb",
  "--contrast": "#b4480a",
  "--context": "#6b7673",
};

const fonts = {
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

/**
 * The figure as a picture that stands alone: title, what is measured, drawing, note, rank and source are all inside it.
 *
 * @returns SVG text, 800 px wide, with its own colours and no script or link
 */
export function pictureFile(view: FigureView, {lang, document}: {lang: Lang; document: Document}): string {
  const chart = drawChart(view, {lang, document, width: inner});
  const chartHeight = Number(chart.getAttribute("height"));
  const ranks = [...new Set(view.rows.map(({quantity}) => quantity.rank))];
  const sources = [...new Set(view.rows.map(({quantity}) => quantity.source[lang]))];
  const over = layOut(
    [
      {text: view.title[lang], size: 27, font: "serif", colour: "--ink", above: 0},
      {text: view.subtitle[lang], size: 15, font: "sans", colour: "--quiet", above: 8},
    ],
    margin,
  );
  const chartTop = over.bottom + 20;
  const under = layOut(
    [
      {text: view.note[lang], size: 14, font: "sans", colour: "--ink", above: 0},
      {
        text: ranks.map((rank) => `${capital(rankLabel[rank][lang])}: ${rankMeaning[rank][lang]}`).join(" "),
        size: 14,
        font: "sans",
        colour: "--quiet",
        above: 10,
      },
      {
        text: sources.length > 0 ? `${words.source[lang]}: ${sources.join(" · ")}` : "",
        size: 14,
        font: "sans",
        colour: "--quiet",
        above: 10,
      },
      {
        text: `${settings.publisher[lang]}, ${words.version[lang].toLowerCase()} ${settings.version}`,
        size: 14,
        font: "sans",
        colour: "--quiet",
        above: 4,
      },
    ],
    chartTop + chartHeight + 18,
  );
  const height = Math.ceil(under.bottom + margin);
  chart.setAttribute("x", String(margin));
  chart.setAttribute("y", String(chartTop));
  chart.setAttribute("width", String(inner));
  chart.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  for (const hidden of chart.querySelectorAll("[aria-hidden]")) hidden.removeAttribute("aria-hidden");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(view.alt[lang])}" lang="${lang}">
<title>${escapeXml(view.title[lang])}</title>
<rect width="${width}" height="${height}" fill="var(--ground)"/>
${over.svg}
${chart.outerHTML}
${under.svg}
</svg>
`;
  return withColours(svg);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Blocks of text one under another, wrapped to the width of the picture. */
function layOut(blocks: readonly Block[], top: number): {svg: string; bottom: number} {
  let bottom = top;
  const svg = blocks.flatMap(({text, size, font, colour, above}) => {
    if (!text) return [];
    bottom += above;
    return wrap(text, inner / size, font).map((line) => {
      bottom += size * 1.3;
      return `<text x="${margin}" y="${(bottom - size * 0.3).toFixed(1)}" font-family="${fonts[font]}" font-size="${size}" fill="var(${colour})">${escapeXml(line)}</text>`;
    });
  });
  return {svg: svg.join("\n"), bottom};
}

/** Mean width of a letter in ems, on the generous side, so that no line runs out of the picture. */
const letterWidth = {serif: 0.47, sans: 0.54};

function wrap(text: string, ems: number, font: keyof typeof fonts): string[] {
  const most = Math.floor(ems / letterWidth[font]);
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.length - 1;
    if (lines[last] && lines[last].length + word.length + 1 > most) lines.push(word);
    else lines[last] = lines[last] ? `${lines[last]} ${word}` : word;
  }
  return lines;
}

function withColours(svg: string): string {
  const xml = svg.replaceAll("&nbsp;", "\u00a0"); // HTML's entity, which XML does not know
  return xml.replace(/var\((--[\w-]+)\)/g, (whole, name: string) =>
    name === "--sans" ? fonts.sans : (pictureColours[name] ?? whole),
  );
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
