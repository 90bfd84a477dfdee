import {escapeXml, fonts, withColours, wrap} from "../../src/components/browser/export/pictureFile.js";
import {ink} from "../../src/components/charts/chart.js";
import type {Lang} from "../../src/lib/language/text.js";
import {settings} from "../../src/lib/settings.js";

/** Pixels of the picture that stands beside a shared link, as those who show it ask for. */
export const cardSize = {width: 1200, height: 630} as const;

const margin = 56;
const inner = cardSize.width - 2 * margin;
const top = 118;
const bottom = cardSize.height - margin - 34;

/** What a picture of a shared link shows. */
export interface Card {
  lang: Lang;
  /** What is found. */
  title: string;
  /** What stands under the title where there is no chart. */
  text?: string;
  /** The same chart drawn for wide and for narrow places; the one whose letters become the larger is taken. */
  charts: readonly SVGSVGElement[];
  source: string;
  /** Said in the contrast colour before the source: that respondents are made up. */
  warning?: string;
}

/** The picture of a shared link, as SVG text with its own colours. */
export function cardPicture(card: Card): string {
  const {lang, title, text = "", charts, source, warning} = card;
  const {width, height} = cardSize;
  const body = charts.length > 0 ? withChart(title, charts) : titleAlone(title, text);
  const foot = warning
    ? `<text x="${margin}" y="${height - margin + 4}" font-family="${fonts.sans}" font-size="20"><tspan fill="${ink.contrast}" font-weight="600">${escapeXml(warning)}</tspan><tspan fill="${ink.quiet}">  ·  ${escapeXml(source)}</tspan></text>`
    : line(source, {x: margin, y: height - margin + 4, size: 20, font: "sans", colour: ink.quiet});
  return withColours(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" lang="${lang}">
<rect width="${width}" height="${height}" fill="${ink.ground}"/>
<rect width="${width}" height="10" fill="${ink.subject}"/>
${line(settings.survey, {x: margin, y: 66, size: 22, font: "sans", colour: ink.quiet})}
${body}
<rect y="${bottom + 12}" width="${width}" height="${height}" fill="${ink.ground}"/>
${foot}
</svg>
`);
}

interface LineStyle {
  x: number;
  y: number;
  size: number;
  font: keyof typeof fonts;
  colour: string;
}

function line(text: string, {x, y, size, font, colour}: LineStyle): string {
  return `<text x="${x}" y="${y}" font-family="${fonts[font]}" font-size="${size}" fill="${colour}">${escapeXml(text)}</text>`;
}

/** Lines one under another from the top of the card. */
function lines(
  texts: readonly string[],
  size: number,
  {y = top, colour = ink.text}: {y?: number; colour?: string} = {},
): string[] {
  return texts.map((text, at) => line(text, {x: margin, y: y + at * size * 1.14, size, font: "serif", colour}));
}

function titleAlone(title: string, text: string): string {
  const titles = balanced(title, inner / 68);
  const y = 190 + titles.length * 68 * 1.14;
  return [...lines(titles, 68, {y: 190}), ...lines(wrap(text, inner / 32, "serif"), 32, {y, colour: ink.quiet})].join(
    "\n",
  );
}

/** Where a chart stands, and how much it is enlarged. */
interface Place {
  svg: SVGSVGElement;
  x: number;
  y: number;
  scale: number;
  /** True where the chart goes on below the card. */
  isCut: boolean;
  titles: string[];
  size: number;
}

/** The title over a wide chart or beside a narrow one: whichever lets the chart be read best. */
function withChart(title: string, charts: readonly SVGSVGElement[]): string {
  const places = charts.flatMap((svg) => [over(title, svg), beside(title, svg)]);
  const worth = ({scale, isCut}: Place) => (isCut ? scale / 2 : scale);
  const {svg, x, y, scale, isCut, titles, size} = places.reduce((a, b) => (worth(b) > worth(a) ? b : a));
  const [left, above] = boxOf(svg);
  const drawn = svg.outerHTML
    .replace(/<\/?a\b[^>]*>/g, "")
    .replace(
      /^<svg([^>]*)>/,
      (_, attributes: string) => `<g${attributes.replace(/ (?:width|height|viewBox|class|style|xmlns)="[^"]*"/g, "")}>`,
    )
    .replace(/<\/svg>$/, "</g>");
  return [
    `<g transform="translate(${x} ${y}) scale(${scale}) translate(${-left} ${-above})" font-family="${fonts.sans}">${drawn}</g>`,
    isCut && fade,
    ...lines(titles, size),
  ]
    .filter(Boolean)
    .join("\n");
}

/** Over the foot of a chart that goes on below. */
const fade = `<linearGradient id="fade" x2="0" y2="1"><stop offset="0" stop-color="${ink.ground}" stop-opacity="0"/><stop offset="1" stop-color="${ink.ground}"/></linearGradient>
<rect y="${bottom - 90}" width="${cardSize.width}" height="102" fill="url(#fade)"/>`;

function over(title: string, svg: SVGSVGElement): Place {
  const size = 46;
  const titles = balanced(title, inner / size);
  const y = top + (titles.length - 1) * size * 1.14 + 40;
  const found = fitted(svg, inner, bottom - y);
  return {svg, x: margin + (inner - boxOf(svg)[2] * found.scale) / 2, y, ...found, titles, size};
}

function beside(title: string, svg: SVGSVGElement): Place {
  const size = 44;
  const column = 440;
  const x = margin + column + 40;
  const y = 66;
  return {
    svg,
    x,
    y,
    ...fitted(svg, cardSize.width - margin - x, bottom - y),
    titles: balanced(title, column / size),
    size,
  };
}

/** As large as the room allows. What would be too small to read is cut at the foot instead. */
function fitted(svg: SVGSVGElement, width: number, height: number): Pick<Place, "scale" | "isCut"> {
  const [, , ownWidth, ownHeight] = boxOf(svg);
  const widest = Math.min(width / ownWidth, 2);
  const whole = Math.min(widest, height / ownHeight);
  const isCut = whole < 0.75;
  return {scale: isCut ? Math.min(widest, 1.2) : whole, isCut};
}

const boxOf = (svg: SVGSVGElement) => (svg.getAttribute("viewBox") ?? "0 0 1 1").split(/[\s,]+/).map(Number);

/** Lines of about the same length, as few as there must be. Letters of titles are narrower than `wrap` allows for. */
function balanced(title: string, ems: number): string[] {
  let room = ems * 1.04;
  const least = wrap(title, room, "serif").length;
  while (wrap(title, room - 0.5, "serif").length === least && room > 4) room -= 0.5;
  return wrap(title, room, "serif");
}
