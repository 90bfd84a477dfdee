import {guardFormula} from "../../../lib/csv.js";
import {capital, type Lang} from "../../../lib/language/text.js";
import {words} from "../../../lib/language/words.js";
import {markup, trusted} from "../../../lib/markup.js";
import {rankLabel} from "../../../lib/quantities/rank.js";
import {type ClipboardTable, clipboardStyles} from "../../../lib/table/export/tableClipboard.js";
import {type FigureView, meaningIn, ranksOf, sourcesOf} from "../../figure.js";

/**
 * The tables of a view as they are read on the page, for the clipboard: what is for screen readers alone is left out, and
 * question, rank and source go along.
 */
export function shownClipboard(view: FigureView, lang: Lang): ClipboardTable {
  const {title, subtitle, note, table} = view;
  const holder = document.createElement("template");
  holder.innerHTML = table?.({lang, anchorOf: () => ""}).html ?? "";
  for (const unsaid of holder.content.querySelectorAll(".said")) unsaid.remove();
  const parts = [...holder.content.querySelectorAll<HTMLElement>("h3, table, p")].map((part) =>
    part instanceof HTMLTableElement
      ? ofTable(part)
      : {html: markup`<p>${textOf(part)}</p>`.html, lines: [[textOf(part)]]},
  );
  const ranks = ranksOf(view).map((rank) => `${capital(rankLabel[rank][lang])}: ${meaningIn(view, rank)[lang]}`);
  const over = [title[lang], subtitle[lang], ...ranks];
  const under = [note[lang], `${words.source[lang]}: ${sourcesOf(view, lang).join(" · ")}`];
  const said = (lines: string[]) => lines.map((line) => markup`<p>${guardFormula(line)}</p>`.html).join("\n");
  return {
    html: `<div lang="${lang}">${said(over)}${parts.map(({html}) => html).join("\n")}${said(under)}</div>`,
    text: [...over.map((line) => [line]), ...parts.flatMap(({lines}) => lines), ...under.map((line) => [line])]
      .map((fields) => `${fields.map(guardFormula).join("\t")}\n`)
      .join(""),
  };
}

function ofTable({rows}: HTMLTableElement): {html: string; lines: string[][]} {
  const lines = [...rows].map((row) => [...row.cells]);
  const cell = (each: HTMLTableCellElement) => {
    const style = each.tagName === "TD" ? clipboardStyles.number : clipboardStyles.head;
    const spans = each.colSpan > 1 ? ` colspan="${each.colSpan}"` : "";
    return markup`<${trusted(each.tagName.toLowerCase())}${trusted(spans)} style="${style}">${guardFormula(textOf(each))}</${trusted(each.tagName.toLowerCase())}>`;
  };
  return {
    html: markup`<table style="border-collapse:collapse">${lines.map((cells) => markup`<tr>${cells.map(cell)}</tr>`)}</table>`
      .html,
    lines: lines.map((cells) =>
      cells.flatMap((each) => [textOf(each), ...new Array<string>(each.colSpan - 1).fill("")]),
    ),
  };
}

/** On one line, with a space before what stands smaller under a number. */
function textOf(element: HTMLElement): string {
  for (const small of element.querySelectorAll("small")) small.prepend(" ");
  return (element.textContent ?? "").replace(/\s+/g, " ").trim();
}
