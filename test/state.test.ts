import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {facts} from "../site/facts.js";
import type {Figure} from "../src/components/figure.js";
import {figures} from "../src/components/figures.js";
import {refusedNotice} from "../src/lib/liveWords.js";
import {pathOf} from "../src/lib/pages.js";
import type {Choice} from "../src/lib/selection.js";
import {useBrowser} from "./browser.js";

/** Every control of every figure, with the codes that it is set to here; what several figures of a page share, once. */
const settings = figures.flatMap((figure, at) =>
  figure
    .choices(facts)
    .filter(({key}) => !figures.slice(0, at).some((other) => sharesControl(other, figure, key)))
    .flatMap((choice) => codesToTry(choice).map((code) => ({id: figure.id, page: figure.page, key: choice.key, code}))),
);

/** True of a figure that counts respondents on the same page: one form stands for all of them. */
function sharesControl(other: Figure, {page, explores}: Figure, key: string): boolean {
  return explores === true && other.page === page && other.choices(facts).some((choice) => choice.key === key);
}

/** Each code but the initial one; of a long list, which a form treats alike, the first, the middle and the last. */
function codesToTry({options, initial}: Choice): string[] {
  const codes = options.map(({code}) => code).filter((code) => code !== initial);
  return codes.length < 12 ? codes : [codes[0], codes[Math.floor(codes.length / 2)], codes[codes.length - 1]];
}

describe("what a reader chooses", () => {
  const browser = useBrowser();

  it.each(settings)(
    "in $id, $key=$code, stands in the address, and the address brings it back",
    async ({id, page, key, code}) => {
      const shown = await browser.open(pathOf(page, "nb"));
      await choose(shown, key, code);
      const chosenHere = new URLSearchParams({[key]: code}).toString();
      await drawnFor(shown, id, chosenHere);
      expect(new URL(shown.url()).search).toBe(`?${chosenHere}`);
      const before = await figureText(shown, id);
      await shown.reload({waitUntil: "networkidle"});
      await drawnFor(shown, id, chosenHere);
      expect(await chosen(shown, key)).toBe(code);
      expect(await figureText(shown, id)).toEqual(before);
    },
  );

  it.each(figures.filter((figure) => figure.choices(facts).length > 0))(
    "changes drawing, title and table of $id together",
    async (figure) => {
      const [{key, options}] = figure.choices(facts);
      const shown = await browser.open(pathOf(figure.page, "en"));
      const before = await figureText(shown, figure.id);
      const last = options[options.length - 1].code;
      await choose(shown, key, last);
      await drawnFor(shown, figure.id, new URLSearchParams({[key]: last}).toString());
      const after = await figureText(shown, figure.id);
      for (const part of ["subtitle", "drawing", "table"] as const) expect(after[part], part).not.toBe(before[part]);
    },
  );

  it("goes back and forward with the browser’s buttons", async () => {
    const shown = await browser.open(pathOf("dialogue", "nb"));
    await choose(shown, "goal", "year");
    await drawnFor(shown, "dialogue", "goal=year");
    await shown.goBack();
    await drawnFor(shown, "dialogue", "goal=now");
    await shown.goForward();
    await drawnFor(shown, "dialogue", "goal=year");
    expect(await chosen(shown, "goal")).toBe("year");
  });

  it.each(["nb", "en"] as const)("is named and left out when the address has it wrong (%s)", async (lang) => {
    const shown = await browser.open(`${pathOf("dialogue", lang)}?goal=tomorrow&practice=strategy&colour=red`);
    await drawnFor(shown, "dialogue", "goal=now&practice=strategy");
    const notice = shown.locator("form[data-controls=dialogue] .notice");
    expect(await notice.isVisible()).toBe(true);
    expect(await notice.innerText()).toBe(
      `${refusedNotice("goal", "tomorrow")[lang]} ${refusedNotice("colour", "red")[lang]}`,
    );
    expect(await chosen(shown, "goal")).toBe("now");
  });

  it.each([
    {page: "dialogue", search: "?goal=year", hash: "#conclusion"},
    {page: "before-after", search: "?country=SE", hash: ""},
    {page: "sources", search: "?q=facebook", hash: "#context"},
    {page: "success-criteria", search: "", hash: "#criteria=1.3"},
  ] as const)("comes along when the language changes: $page$search$hash", async ({page, search, hash}) => {
    const shown = await browser.open(`${pathOf(page, "nb")}${search}${hash}`);
    await shown.locator("[data-language]").click();
    await shown.waitForURL(/\/en\//);
    const {pathname, search: kept, hash: anchor} = new URL(shown.url());
    expect(`${pathname}${kept}${anchor}`).toBe(`/${pathOf(page, "en")}${search}${hash}`);
  });

  it("ticks of the self-check stand behind #, come back, and make the profile", async () => {
    const shown = await browser.open(pathOf("success-criteria", "en"));
    for (const box of [1, 4]) await shown.locator(`[name=criteria][value="${box}"]`).check();
    expect(new URL(shown.url()).hash).toBe("#criteria=1.4");
    expect(new URL(shown.url()).search).toBe("");
    await shown.reload({waitUntil: "networkidle"});
    expect(await shown.locator("[name=criteria]:checked").count()).toBe(2);
    expect(await shown.locator("[data-profile]").innerText()).toMatch(
      /^You have 2 of 8 in place\s+In place\s+Strategy and guidelines\s+Well anchored guidelines\s+Still to do/,
    );
  });

  it("a search of the sources hides what does not match, keeps to the address and is announced", async () => {
    const shown = await browser.open(`${pathOf("sources", "en")}?q=westander`);
    const visible = await shown.locator("[data-searched] > li:visible").allInnerTexts();
    expect(visible.length).toBe(3);
    for (const text of visible) expect(text).toContain("Westander");
    await shown.locator("input[name=q]").fill("zzzz");
    expect(await shown.locator("[data-searched] > li:visible").count()).toBe(0);
    expect(new URL(shown.url()).search).toBe("?q=zzzz");
    expect(await shown.locator("#status").innerText()).toMatch(/^Showing 0 of \d+ entries$/);
  });

  it("in an embedded figure works as in the report", async () => {
    const shown = await browser.open("en/embed/dialogue?practice=strategy");
    await drawnFor(shown, "dialogue", "practice=strategy");
    await choose(shown, "goal", "year");
    await drawnFor(shown, "dialogue", "goal=year&practice=strategy");
  });

  it("is what the downloads of the figure hold", async () => {
    const shown = await browser.open(`${pathOf("dialogue", "en")}?goal=year`);
    await drawnFor(shown, "dialogue", "goal=year");
    await shown.locator("#figure-dialogue .take summary").click();
    for (const [format, sign] of [
      ["csv", "goal-of-all-year"],
      ["svg", "the year’s end"],
      ["json", "goal-of-all-year"],
      ["png", "PNG"],
    ]) {
      const [download] = await Promise.all([
        shown.waitForEvent("download"),
        shown.locator(`#figure-dialogue [data-take=${format}]`).click(),
      ]);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      expect(Buffer.concat(chunks).toString("latin1"), format).toContain(Buffer.from(sign, "utf8").toString("latin1"));
    }
  });
});

async function choose(page: Page, key: string, code: string): Promise<void> {
  const menu = page.locator(`select[name=${key}]`);
  const slider = page.locator(`input[type=range][name=${key}]`);
  const boxes = page.locator(`details.boxes[data-key=${key}]`);
  if (await boxes.count()) {
    await boxes.locator("summary").click();
    await boxes.locator(`input[value="${code}"]`).check();
  } else if (await menu.count()) await menu.selectOption(code);
  else if (await slider.count()) await slider.fill(code);
  else await page.locator(`input[name=${key}][value=${code}]`).check();
}

async function chosen(page: Page, key: string): Promise<string> {
  const field = page.locator(`select[name=${key}], input[type=range][name=${key}]`);
  return (await field.count()) ? field.inputValue() : page.locator(`input[name=${key}]:checked`).first().inputValue();
}

/** Waits until a figure has been drawn for a choice, and nothing is pending. */
async function drawnFor(page: Page, id: string, search: string): Promise<void> {
  const wanted = search
    .split("&")
    .map((part) => `[data-selection*="${part}"]`)
    .join("");
  await page.locator(`[data-figure=${id}]${wanted}:not([aria-busy=true])`).waitFor();
}

async function figureText(page: Page, id: string): Promise<Record<"title" | "subtitle" | "drawing" | "table", string>> {
  const figure = page.locator(`[data-figure=${id}]`);
  const text = (part: string) => figure.locator(part).evaluate((element) => element.textContent ?? "");
  return {
    title: await text("[data-part=title]"),
    subtitle: await text("[data-part=subtitle]"),
    drawing: await figure.locator("[data-part=picture] > :first-child").innerHTML(),
    table: await text("[data-part=table]"),
  };
}
