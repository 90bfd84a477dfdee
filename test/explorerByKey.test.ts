import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {pathOf} from "../src/lib/pages.js";
import {useBrowser} from "./support/browser.js";
import {chips, drawn, listen, partText, searchOf, tick} from "./support/explorerPage.js";

const answers = "adoption-answers";
const map = "adoption-map";

describe("by keyboard alone", () => {
  const browser = useBrowser();

  it("a reader filters, takes a chip away, goes back and forth, and never loses the focus", async () => {
    const page = await browser.open(pathOf("adoption", "en"));
    const told = await listen(page);
    const step = async (keys: string[], chosen: Record<string, string>) => {
      for (const key of keys) await page.keyboard.press(key);
      await drawn(page, answers, chosen);
      await drawn(page, map, chosen);
      expect(await focused(page), keys.join(" ")).not.toBe("body");
      const said = await told();
      expect(said, keys.join(" ")).toHaveLength(1);
      expect(said[0]).toMatch(/^Made-up respondents: .* said “Yes” to “Uses social media”\. .*Base: \d+ answers/);
    };
    await reach(page, "[data-key=size] > summary");
    await step(["Enter", "Tab", "Space"], {size: "under2000"});
    expect(await focused(page)).toBe("input[size=under2000]");
    await step(["Tab", "Space"], {size: "under2000.2000to4999"});
    await reach(page, "[data-take-away='size=under2000']");
    await step(["Enter"], {size: "2000to4999"});
    expect(await focused(page)).toBe("button[size=2000to4999]");
    await step(["Enter"], {size: "all"});
    expect(await focused(page)).toBe("summary");
    await reach(page, "[data-trail=undo]");
    await step(["Enter"], {size: "2000to4999"});
    expect(await focused(page)).toBe("button[undo]");
    await reach(page, "[data-trail=redo]");
    await step(["Space"], {size: "all"});
    expect(await focused(page)).toBe("button[redo]");
    await page.keyboard.press("Shift+Tab");
    await step(["Enter"], {size: "2000to4999"});
    await reach(page, "[data-trail=reset]");
    await step(["Enter"], {size: "all"});
    expect(await focused(page)).toBe("button[reset]");
    expect(await chips(page)).toEqual([]);
  });

  it("a reader presses counties in the map and names in the picture, and stands where they stood", async () => {
    const page = await browser.open(`${pathOf("adoption", "nb")}?by=size`);
    await drawn(page, answers, {by: "size"});
    const told = await listen(page);
    await reach(page, `[data-figure=${map}] a[data-choose='county=12']`);
    await page.keyboard.press("Enter");
    await drawn(page, map, {county: "12"});
    await drawn(page, answers, {county: "12"});
    expect(await focused(page)).toBe("a[county=12]");
    expect(await told()).toHaveLength(1);
    await page.keyboard.press("Enter");
    await drawn(page, map, {county: "all"});
    await drawn(page, answers, {county: "all"});
    expect(await focused(page)).toBe("a[county=12]");
    await reach(page, `[data-figure=${answers}] a[data-choose='size=5000to19999']`);
    await page.keyboard.press("Enter");
    await drawn(page, answers, {size: "5000to19999"});
    expect(await focused(page)).toBe("a[size=5000to19999]");
    expect(searchOf(page)).toBe("?by=size&size=5000to19999");
  });

  it("every control, chip, square and name can be reached, and is seen where it is reached", async () => {
    for (const search of ["?by=size&county=03.12&size=under2000", ""]) {
      const page = await browser.open(`${pathOf("adoption", "en")}${search}`);
      if (search) await drawn(page, answers, {by: "size"});
      const wanted = await page.evaluate(reachable);
      expect(wanted.length).toBeGreaterThan(25);
      const reached = new Set<string>();
      const hidden: string[] = [];
      await page.locator("[data-controls] select").first().focus();
      for (let step = 0; step < 120; step++) {
        const at = await page.evaluate(whereFocusIs);
        if (at.name) reached.add(at.name);
        if (at.name && !at.isSeen) hidden.push(at.name);
        await page.keyboard.press("Tab");
      }
      expect(wanted.filter((name) => !reached.has(name))).toEqual([]);
      expect(hidden).toEqual([]);
    }
  });

  it.each([1280, 390])(
    "an open filter hides nothing that the keys reach next, and Escape folds it (%s px)",
    async (width) => {
      const page = await browser.open(pathOf("crosstab", "en"), {viewport: {width, height: 900}});
      await reach(page, "[data-key=kind] > summary");
      await page.keyboard.press("Enter");
      for (let step = 0; step < 6; step++) {
        await page.keyboard.press("Tab");
        expect((await page.evaluate(whereFocusIs)).isSeen, `step ${step}`).toBe(true);
      }
      await reach(page, "[data-key=size] > summary");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Escape");
      expect(await page.locator("details.boxes[open]").count()).toBe(0);
      expect(await focused(page)).toBe("summary");
    },
  );

  it("a researcher makes a crosstab, hears each change once, and keeps the focus", async () => {
    const page = await browser.open(pathOf("crosstab", "en"));
    const told = await listen(page);
    await reach(page, "select[name=rows]");
    const step = async (keys: string[], chosen: Record<string, string>) => {
      for (const key of keys) await page.keyboard.press(key);
      await drawn(page, "crosstab", chosen);
      expect(await focused(page)).not.toBe("body");
      expect(await told()).toHaveLength(1);
    };
    await step(["ArrowDown"], {rows: "channels"});
    await reach(page, "select[name=measure]");
    await step(["ArrowDown"], {measure: "rowPercent"});
    await reach(page, "select[name=weight]");
    await step(["ArrowDown"], {weight: "off"});
    await reach(page, "select[name=letters]");
    await step(["ArrowDown"], {letters: "on"});
    await reach(page, "[data-trail=pivot]");
    await step(["Enter"], {rows: "size", columns: "channels"});
    expect(await partText(page, "crosstab", "title")).toBe("Made-up respondents: Size by “Channels”");
    await reach(page, "input[name=odds]");
    await page.keyboard.press("ArrowRight");
    await drawn(page, "silence", {odds: "101"});
    expect(await focused(page)).toBe("input[odds=101]");
  });
});

describe("by touch at 390 px", () => {
  const browser = useBrowser();
  const phone = {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true};

  it("a reader taps boxes, chips, squares and names", async () => {
    const page = await browser.open(pathOf("adoption", "nb"), phone);
    await page.locator("[data-key=size] > summary").tap();
    await page.locator("[data-key=size] label", {hasText: "Under"}).tap();
    await drawn(page, answers, {size: "under2000"});
    await page.locator("[data-key=size] > summary").tap();
    await page.locator(`[data-figure=${map}] svg:visible rect[data-choose="county=12"]`).tap();
    await drawn(page, map, {county: "12", size: "under2000"});
    await page.locator(".chips button").first().tap();
    await drawn(page, answers, {county: "all"});
    await page.locator("select[name=by]").selectOption("size");
    await drawn(page, answers, {by: "size"});
    await page.locator(`[data-figure=${answers}] svg:visible [data-choose="size=2000to4999"]`).tap();
    await drawn(page, answers, {size: "under2000.2000to4999"});
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it.each([
    {page: "adoption", search: "?by=size&size=under2000.2000to4999&county=03"},
    {page: "crosstab", search: "?columns=challenges&strategy=in_place"},
  ] as const)(
    "everything to tap on the page $page is 24 px or more, and nothing is wider than the screen",
    async ({page: home, search}) => {
      const page = await browser.open(`${pathOf(home, "en")}${search}`, phone);
      await drawn(page, `${home === "adoption" ? answers : home}`, Object.fromEntries(new URLSearchParams(search)));
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("main details")) (details as HTMLDetailsElement).open = true;
      });
      await page.locator(".chips button").first().waitFor();
      expect(await page.evaluate(tooSmall)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    },
  );

  it("an open filter, a long one too, stays within the screen", async () => {
    const page = await browser.open(pathOf("crosstab", "en"), phone);
    for (const key of ["county", "size", "kind", "uses_now", "strategy", "net"]) {
      await page.locator(`[data-key=${key}] > summary`).tap();
      const box = await page.locator(`[data-key=${key}] fieldset`).boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 390, key).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), key).toBe(390);
      await page.locator(`[data-key=${key}] > summary`).tap();
    }
  });
});

describe("several changes", () => {
  const browser = useBrowser();

  it("of which the first are not drawn yet are heard once, as the last of them is", async () => {
    const page = await browser.open(pathOf("adoption", "en"));
    const told = await listen(page);
    await tick(page, "size", "under2000");
    await drawn(page, answers, {size: "under2000"});
    await page.evaluate(() => {
      for (const code of ["01", "02", "03"]) {
        const box = document.querySelector<HTMLInputElement>(`[data-key=county] input[value="${code}"]`);
        box?.click();
      }
    });
    await drawn(page, answers, {county: "01.02.03", size: "under2000"});
    expect((await told()).at(-1)).toContain("in Østfold, Akershus and Oslo");
  });
});

/** Goes on with the tab key until an element has the focus. */
async function reach(page: Page, selector: string): Promise<void> {
  const isThere = () =>
    page.evaluate((wanted) => {
      const {activeElement} = document;
      return activeElement?.matches(wanted) ?? false;
    }, selector);
  for (let step = 0; step < 220; step++) {
    if (await isThere()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`not to be reached by the tab key: ${selector}`);
}

/** What has the focus, in short. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const link = element.closest("[data-choose]");
    const own = element instanceof HTMLInputElement ? `${element.name}=${element.value}` : undefined;
    const name = own ?? element.dataset.takeAway ?? element.dataset.trail ?? link?.getAttribute("data-choose");
    return `${element.localName}${name ? `[${name}]` : ""}`;
  });
}

/** Runs in the page: names of what the tab key should reach, of the controls and the pictures. */
function reachable(): string[] {
  const all = document.querySelectorAll<HTMLElement>(
    "[data-controls] :is(select, summary, input, button), [data-part=picture] a[data-choose]",
  );
  return [...all].flatMap((element, at) => {
    element.dataset.walk = `${element.localName} ${at} ${element.textContent?.trim().slice(0, 20)}`;
    const isOff = element instanceof HTMLButtonElement && element.disabled;
    return element.checkVisibility({visibilityProperty: true}) && !isOff ? element.dataset.walk : [];
  });
}

/** Runs in the page: what has the focus, and whether some of it can be seen under nothing else. */
function whereFocusIs(): {name: string; isSeen: boolean} {
  const element = document.activeElement as HTMLElement;
  const {left, right, top, bottom} = element.getBoundingClientRect();
  const isSeen = [0.1, 0.5, 0.9].some((across) =>
    [0.2, 0.5, 0.8].some((down) => {
      const over = document.elementFromPoint(left + across * (right - left), top + down * (bottom - top));
      return over !== null && (element.contains(over) || over.contains(element));
    }),
  );
  return {name: element.dataset.walk ?? "", isSeen};
}

/** Runs in the page: what there is to tap that is under 24 px. A box is tapped with its label. */
function tooSmall(): string[] {
  const targets = document.querySelectorAll<HTMLElement>(
    "[data-controls] :is(select, summary, button, label:has(input)), .take :is(summary, button, a), details.data > summary, rect[data-choose]",
  );
  return [...targets].flatMap((element) => {
    if (!element.checkVisibility({visibilityProperty: true})) return [];
    const {width, height} = element.getBoundingClientRect();
    return width >= 24 && height >= 24
      ? []
      : `${element.localName} ${element.textContent?.trim()}: ${width} × ${height}`;
  });
}
