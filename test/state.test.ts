import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {facts} from "../site/facts.js";
import type {Figure} from "../src/components/figure.js";
import {figures} from "../src/components/figures.js";
import {refusedNotice} from "../src/lib/language/liveWords.js";
import {pathOf} from "../src/lib/pages.js";
import {type Choice, controlOf} from "../src/lib/selection.js";
import {addressOf, goTo, useBrowser} from "./support/browser.js";
import {drawn, pick, tick} from "./support/explorerPage.js";
import {ready} from "./support/ready.js";
import {isWhole, sampled} from "./support/sampled.js";
import {useVisit} from "./support/visit.js";

interface Setting {
  id: string;
  key: string;
  code: string;
  /** How it is chosen, and on which page. */
  control: string;
  /** What it is an example of: of a control one code will do, and five pages have the same form. */
  kind: string;
}

/** Every control of a figure, with the codes that it is set to here; what several figures of a page share, once. */
function settingsOf(figure: Figure): Setting[] {
  const before = figures.slice(0, figures.indexOf(figure));
  return figure
    .choices(facts)
    .filter(({key}) => !before.some((other) => sharesControl(other, figure, key)))
    .filter(({kind, where = "more"}) => kind !== "text" && ["more", "chart"].includes(where)) // others are seen in their view
    .flatMap((choice) => {
      const {id, page, explores} = figure;
      const {key} = choice;
      const isRepeated = explores && page !== "explore";
      return codesToTry(choice).map((code) => ({
        id,
        key,
        code,
        control: isRepeated ? `explorer ${controlOf(choice)}` : `${page} ${controlOf(choice)}`,
        kind: isRepeated ? `explorer ${key}` : `${id} ${key}`,
      }));
    });
}

/** True of a figure that counts respondents on the same page: one form stands for all of them. */
function sharesControl(other: Figure, {page, explores}: Figure, key: string): boolean {
  return explores === true && other.page === page && other.choices(facts).some((choice) => choice.key === key);
}

/** Each code but the initial one; of a long list, which a form treats alike, the first, the middle and the last. */
function codesToTry({options, initial}: Choice): string[] {
  const codes = options.map(({code}) => code).filter((code) => code !== initial);
  return codes.length < (isWhole ? 12 : 4)
    ? codes
    : [codes[0], codes[Math.floor(codes.length / 2)], codes[codes.length - 1]];
}

const changing = figures.filter((figure) => figure.choices(facts).length > 0);
/** Pages have the same explorers: one of each is tried. */
const explorersTried = sampled(
  changing.filter(({explores}) => explores),
  {size: 0, kind: ({id, page}) => id.replace(`${page}-`, "")},
);
const homes = [...new Set(changing.map(({page}) => page))];
const settings = sampled(changing.flatMap(settingsOf), {size: 0, kind: ({kind}) => kind});
/** Of these a page is opened anew: one of each kind of control. */
const broughtBack = sampled(settings, {size: 0, kind: ({control}) => control});

describe.each(homes)("what a reader chooses on the page %s", (home) => {
  const path = pathOf(home, "nb");
  const visit = useVisit(path);
  const figuresHere = changing.filter(({page}) => page === home);
  const redrawn = figuresHere.filter((figure) => explorersTried.includes(figure) || !figure.explores);
  const isHere = ({id}: Setting) => figuresHere.some((figure) => figure.id === id);
  const chosenTexts = new Map<string, FigureText>();

  it.each(redrawn)("changes drawing, title and table of $id together", async ({id, choices}) => {
    const {page} = visit;
    const [{key, options}] = choices(facts);
    const before = await figureText(page, id);
    const last = options[options.length - 1].code;
    await choose(page, key, last);
    await drawn(page, id, {[key]: last});
    const after = await figureText(page, id);
    for (const part of ["subtitle", "drawing", "table"] as const) expect(after[part], part).not.toBe(before[part]);
    await startAfresh(page, path);
    await ready(page);
  });

  it.each(settings.filter(isHere))("in $id, $key=$code, stands in the address", async ({id, key, code}) => {
    const {page} = visit;
    await startAfresh(page, path);
    await choose(page, key, code);
    await drawn(page, id, {[key]: code});
    expect(new URL(page.url()).search).toBe(`?${new URLSearchParams({[key]: code})}`);
    expect(await chosen(page, key)).toBe(code);
    chosenTexts.set(`${id} ${key}=${code}`, await figureText(page, id));
  });

  it.each(broughtBack.filter(isHere))("in $id, $key=$code, is brought back by the address", async ({id, key, code}) => {
    const {page} = visit;
    await goTo(page, `${path}?${new URLSearchParams({[key]: code})}`);
    await drawn(page, id, {[key]: code});
    expect(await chosen(page, key)).toBe(code);
    expect(await figureText(page, id)).toEqual(chosenTexts.get(`${id} ${key}=${code}`));
  });
});

/** Has the page follow the address without a query, as the browser’s own way back does. */
async function startAfresh(page: Page, path: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  }, addressOf(path));
}

describe("what a reader chooses", () => {
  const browser = useBrowser();

  it("goes back and forward with the browser’s buttons", async () => {
    const shown = await browser.open(pathOf("dialogue", "nb"));
    await choose(shown, "goal", "year");
    await drawn(shown, "dialogue", {goal: "year"});
    await shown.goBack();
    await drawn(shown, "dialogue", {goal: "now"});
    await shown.goForward();
    await drawn(shown, "dialogue", {goal: "year"});
    expect(await chosen(shown, "goal")).toBe("year");
  });

  it.each(["nb", "en"] as const)("is named and left out when the address has it wrong (%s)", async (lang) => {
    const shown = await browser.open(`${pathOf("dialogue", lang)}?goal=tomorrow&practice=strategy&colour=red`);
    await drawn(shown, "dialogue", {goal: "now", practice: "strategy"});
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
    {page: "other-surveys", search: "?q=facebook", hash: "#context"},
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
    await shown.reload();
    await ready(shown);
    expect(await shown.locator("[name=criteria]:checked").count()).toBe(2);
    expect(await shown.locator("[data-profile]").innerText()).toMatch(
      /^You have 2 of 8 in place\s+In place\s+Strategy and guidelines\s+Well anchored guidelines\s+Still to do/,
    );
  });

  it("a search of other surveys hides what does not match, keeps to the address and is announced", async () => {
    const shown = await browser.open(`${pathOf("other-surveys", "en")}?q=westander`);
    const visible = await shown.locator("[data-searched] > li:visible").allInnerTexts();
    expect(visible.length).toBe(3);
    for (const text of visible) expect(text).toContain("Westander");
    await shown.locator("input[name=q]").fill("zzzz");
    expect(await shown.locator("[data-searched] > li:visible").count()).toBe(0);
    expect(new URL(shown.url()).search).toBe("?q=zzzz");
    expect(await shown.locator("#status").innerText()).toMatch(/^Showing 0 of \d+ entries$/);
  });

  it("in an embedded figure works as in the report", async () => {
    const shown = await browser.open("en/embed/dialogue?controls&practice=strategy");
    await drawn(shown, "dialogue", {practice: "strategy"});
    await choose(shown, "goal", "year");
    await drawn(shown, "dialogue", {goal: "year", practice: "strategy"});
  });

  it("is what the downloads of the figure hold", async () => {
    const shown = await browser.open(`${pathOf("dialogue", "en")}?goal=year`);
    await drawn(shown, "dialogue", {goal: "year"});
    await shown.locator("#figure-dialogue .take summary").click();
    for (const [format, sign] of [
      ["csv", "goal-of-all-year"],
      ["svg", "year-end"],
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
  const slider = page.locator(`input[type=range][name=${key}]`);
  const filter = page.locator(`.filters [data-key=${key}]`);
  if (await slider.count()) await slider.fill(code);
  else if (await filter.count()) await tick(page, key, code);
  else await pick(page, key, code);
}

async function chosen(page: Page, key: string): Promise<string> {
  const field = page.locator(`select[name=${key}], input[type=range][name=${key}]`);
  return (await field.count()) ? field.inputValue() : page.locator(`input[name=${key}]:checked`).first().inputValue();
}

/** What the card of a picture writes on its links once a reader comes near. */
const addedByCard = / (aria-label|tabindex)="[^"]*"/g;

type FigureText = Record<"title" | "subtitle" | "drawing" | "table", string>;

async function figureText(page: Page, id: string): Promise<FigureText> {
  const figure = page.locator(`[data-figure=${id}]`);
  const text = (part: string) => figure.locator(part).evaluate((element) => element.textContent ?? "");
  return {
    title: await text("[data-part=title]"),
    subtitle: await text("[data-part=subtitle]"),
    drawing: (await figure.locator("[data-part=picture] > :first-child").innerHTML()).replace(addedByCard, ""),
    table: await text("[data-part=table]"),
  };
}
