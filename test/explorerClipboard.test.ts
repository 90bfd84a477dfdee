import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {pathOf} from "../src/lib/pages.js";
import {useBrowser} from "./support/browser.js";
import {drawn, plain, tableRows} from "./support/explorerPage.js";
import {journeyLangs} from "./support/sampled.js";

const patient = {timeout: 20_000};
const clipboard = {permissions: ["clipboard-read", "clipboard-write"]};

describe("the clipboard", () => {
  const browser = useBrowser();

  async function copied(path: string, figure: string, chosen: Record<string, string>, act: string): Promise<Page> {
    const page = await browser.open(path, clipboard);
    await drawn(page, figure, chosen);
    await page.locator(`#figure-${figure} [data-act="${act}"]`).click();
    return page;
  }

  it.each(journeyLangs)("gets the picture as seen, with ink in it, and the reader is told (%s)", async (lang) => {
    const said = {nb: "Bildet er kopiert", en: "Picture copied"}[lang];
    const path = `${pathOf("adoption", lang)}?size=under2000&by=county`;
    const page = await copied(path, "adoption-answers", {size: "under2000", by: "county"}, "copy-picture");
    await expect.poll(() => page.locator("#status").innerText(), patient).toBe(said);
    const {types, width, height, inks} = await page.evaluate(pictureOnClipboard);
    expect(types).toEqual(["image/png"]);
    expect(width).toBeGreaterThanOrEqual(1440);
    expect(height).toBeGreaterThan(400);
    expect(inks).toBeGreaterThan(20);
  });

  it("gets the table for Word and for Excel, with everything that must stay with it", async () => {
    const path = `${pathOf("adoption", "en")}?size=under2000.2000to4999`;
    const page = await copied(path, "adoption-answers", {size: "under2000.2000to4999"}, "copy-table");
    await expect.poll(() => page.locator("#status").innerText(), patient).toBe("Table copied");
    const {"text/html": html, "text/plain": text} = await page.evaluate(textsOnClipboard);
    const lines = text.trim().split("\n");
    expect(lines[0]).toMatch(/^Made-up respondents: /);
    expect(lines).toContain("Filters: Size: Under 2,000 inhabitants or 2,000–4,999 inhabitants.");
    expect(lines).toContain("Number that answered: 140.");
    expect(lines).toContain("Per cent of the column, weighted by size and county.");
    expect(text).toContain("Nobody answered this.");
    const shown = (await tableRows(page, "adoption-answers")).filter(([label]) => ["Yes", "No"].includes(label));
    expect(shown.length).toBe(2);
    for (const [label, share] of shown) expect(lines).toContain(`${label}\t${share}`);
    const rows = await page.evaluate(rowsOfHtml, html);
    for (const [label, share] of shown) expect(rows.map((cells) => cells.map(plain))).toContainEqual([label, share]);
    expect(lines.some((line) => /^– 95% confidence interval\t\d+–\d+$/.test(line))).toBe(true);
    expect(plain(html)).toContain("Filters: Size: Under 2,000 inhabitants or 2,000–4,999 inhabitants.");
  });

  it.each([
    [
      "differences",
      "view=differences&rows=challenges&columns=size",
      /^Resources and competence\tLinear trend, per step\t\d+\t/,
    ],
    ["what if", "view=whatif&rows=strategy&columns=size&others=double", /^Under 2,000 inhabitants\t58 of 96[^\t]*\t/],
  ])(
    "gets the tables of a view as they are read, without what is for screen readers alone: %s",
    async (_, search, line) => {
      const page = await copied(
        `${pathOf("explore", "en")}?${search}`,
        "explore",
        Object.fromEntries(new URLSearchParams(search)),
        "copy-table",
      );
      await expect.poll(() => page.locator("#status").innerText(), patient).toBe("Table copied");
      const {"text/html": html, "text/plain": text} = await page.evaluate(textsOnClipboard);
      const lines = text.split("\n");
      expect(lines[0]).toMatch(/^Made-up respondents: /);
      expect(lines.some((each) => line.test(each))).toBe(true);
      expect(text).toContain("never a finding");
      expect(html).toContain("<table");
      expect(html).not.toContain('class="said"');
    },
  );

  it.each(["txt", "bib", "ris"])("gets a citation in the form that is asked for: %s", async (format) => {
    const page = await browser.open(`${pathOf("explore", "en")}?rows=channels`, clipboard);
    await drawn(page, "explore", {rows: "channels"});
    const cite = page.locator("#figure-explore details.cite");
    await cite.locator("> summary").click();
    await cite.locator(`[data-act="copy-citation"][data-format="${format}"]`).click();
    await expect.poll(() => page.locator("#status").innerText(), patient).toBe("Citation copied");
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const shown = await cite.locator(`[data-citation="${format}"]`).inputValue();
    expect(text.trim().replaceAll("\r", "")).toBe(shown.replaceAll("\r", ""));
    expect(shown).toContain("rows=channels");
  });

  it("being closed, the reader is told to download, and the button still says what it does", async () => {
    const page = await browser.open(pathOf("adoption", "en"));
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new Error("closed"));
    });
    await page.locator("#figure-adoption-answers [data-act=copy-table]").click();
    await expect
      .poll(() => page.locator("#status").innerText(), patient)
      .toBe("Copying failed. Download the file instead.");
  });

  it("has had something copied, and soon the button says again what it does", async () => {
    const page = await copied(pathOf("adoption", "en"), "adoption-answers", {}, "copy-table");
    const button = page.locator("#figure-adoption-answers [data-act=copy-table]");
    await expect.poll(() => button.innerText(), patient).toBe("Table copied");
    await expect.poll(() => button.innerText(), patient).toBe("Copy table");
  });
});

/** Runs in the page: the picture on the clipboard, its size, and how many colours it has. */
async function pictureOnClipboard() {
  const [item] = await navigator.clipboard.read();
  const bitmap = await createImageBitmap(await item.getType("image/png"));
  const canvas = document.createElement("canvas");
  Object.assign(canvas, {width: bitmap.width, height: bitmap.height});
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  context.drawImage(bitmap, 0, 0);
  const dots = new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
  return {types: [...item.types], width: bitmap.width, height: bitmap.height, inks: new Set(dots).size};
}

/** Runs in the page: the texts on the clipboard, by type. */
async function textsOnClipboard(): Promise<Record<string, string>> {
  const [item] = await navigator.clipboard.read();
  const texts = item.types.map(async (type) => [type, await (await item.getType(type)).text()]);
  return Object.fromEntries(await Promise.all(texts));
}

/** Runs in the page: the cells of a table in HTML. */
function rowsOfHtml(html: string): string[][] {
  const {body} = new DOMParser().parseFromString(html, "text/html");
  return [...body.querySelectorAll("tr")].map((row) => [...row.cells].map(({textContent}) => textContent ?? ""));
}
