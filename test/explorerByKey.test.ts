import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {pathOf} from "../src/lib/pages.js";
import {useBrowser} from "./support/browser.js";
import {chips, drawn, listen, tick, trailButton} from "./support/explorerPage.js";

const answers = "adoption-answers";

describe("by keyboard alone", () => {
  const browser = useBrowser();

  it("what a figure can be taken along as is folded by Escape, with the focus where it was, and by a press elsewhere", async () => {
    const page = await browser.open(pathOf("explore", "en"));
    const download = page.locator("[data-figure=explore] .actions > details.take");
    await download.locator("summary").press("Enter");
    await page.keyboard.press("Tab");
    // Once more until the code that folds has come.
    const escaped = async () => {
      await page.keyboard.press("Escape");
      return download.getAttribute("open");
    };
    await expect.poll(escaped).toBeNull();
    expect(await focused(page)).toBe("summary");
    await download.locator("summary").click();
    expect(await download.getAttribute("open")).not.toBeNull();
    await page.locator("[data-figure=explore] [data-part=title]").click();
    expect(await download.getAttribute("open")).toBeNull();
  });

  it("a reader filters, takes a chip away, goes back and forth, and never loses the focus", async () => {
    const page = await browser.open(pathOf("adoption", "en"));
    const told = await listen(page);
    const step = async (keys: string[], chosen: Record<string, string>) => {
      for (const key of keys) await page.keyboard.press(key);
      await drawn(page, answers, chosen);
      expect(await focused(page), keys.join(" ")).not.toBe("body");
      const said = await told();
      expect(said, keys.join(" ")).toHaveLength(1);
      expect(said[0]).toMatch(/^Made-up respondents: .*used social media/);
    };
    await reach(page, "[data-add-filter]");
    await page.locator("[data-add-filter]").selectOption("size");
    expect(await focused(page)).toBe("input[size=under2000]");
    await step(["Space"], {size: "under2000"});
    expect(await focused(page)).toBe("input[size=under2000]");
    await step(["Tab", "Space"], {size: "under2000.2000to4999"});
    await reach(page, "[data-take-away='size=under2000']");
    await step(["Enter"], {size: "2000to4999"});
    expect(await focused(page)).toBe("button[size=2000to4999]");
    await step(["Enter"], {size: "all"});
    expect(await focused(page)).toBe("select");
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
    expect(await trailButton(page, "redo").isDisabled()).toBe(true); // a new choice leaves nothing to do again
  });

  it("every control and chip can be reached, each picture by one stop, and is seen where it is reached", async () => {
    const page = await browser.open(`${pathOf("adoption", "en")}?by=size&county=03.12&size=under2000`);
    await drawn(page, answers, {by: "size"});
    const wanted = await page.evaluate(reachable);
    expect(wanted.length).toBeGreaterThan(10);
    const reached = new Set<string>();
    const hidden: string[] = [];
    await page.locator("[data-controls] select").first().focus();
    for (let step = 0; step < 60; step++) {
      const at = await page.evaluate(whereFocusIs);
      if (at.name) reached.add(at.name);
      if (at.name && !at.isSeen) hidden.push(at.name);
      await page.keyboard.press("Tab");
    }
    expect(wanted.filter((name) => !reached.has(name))).toEqual([]);
    expect(hidden).toEqual([]);
  });

  it("an open list hides nothing that the keys reach next, and Escape folds it", async () => {
    const page = await browser.open(`${pathOf("explore", "en")}?kind=municipality`);
    await reach(page, "[data-key=kind] > summary");
    await page.keyboard.press("Enter");
    for (let step = 0; step < 6; step++) {
      await page.keyboard.press("Tab");
      expect((await page.evaluate(whereFocusIs)).isSeen, `step ${step}`).toBe(true);
    }
    await page.locator("[data-key=rows] > summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    expect(await page.locator("details.boxes[open]").count()).toBe(0);
    expect(await focused(page)).toBe("summary");
  });

  it("a researcher makes a table, hears each change once, and keeps the focus", async () => {
    const page = await browser.open(pathOf("explore", "en"));
    const told = await listen(page);
    const step = async (keys: string[], chosen: Record<string, string>) => {
      for (const key of keys) await page.keyboard.press(key);
      await drawn(page, "explore", chosen);
      expect(await focused(page)).not.toBe("body");
      expect(await told()).toHaveLength(1);
    };
    await reach(page, "[data-key=rows] > summary");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("channels");
    await step(["Enter"], {rows: "channels"});
    await reach(page, "select[name=measure]");
    await step(["ArrowDown"], {measure: "rowPercent"});
    await reach(page, "[data-trail=pivot]");
    await step(["Enter"], {rows: "size", columns: "channels", measure: "columnPercent"});
    await page.locator(".tabs input:checked").focus();
    await step(["ArrowRight"], {view: "table"});
  });
});

describe("by touch at 390 px", () => {
  const browser = useBrowser();
  const phone = {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true};

  it("a reader taps boxes and chips", async () => {
    const page = await browser.open(pathOf("adoption", "nb"), phone);
    await page.locator("[data-add-filter]").selectOption("size");
    await page.locator("[data-key=size] label", {hasText: "Under"}).tap();
    await drawn(page, answers, {size: "under2000"});
    await page.locator("[data-key=size] > summary").tap();
    await page.locator(".chips button").first().tap();
    await drawn(page, answers, {size: "all"});
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it.each([
    {page: "adoption", search: "?by=size&size=under2000.2000to4999&county=03"},
    {page: "explore", search: "?columns=challenges&strategy=in_place"},
  ] as const)(
    "everything to tap on the page $page is 24 px or more, and nothing is wider than the screen",
    async ({page: home, search}) => {
      const page = await browser.open(`${pathOf(home, "en")}${search}`, phone);
      await drawn(page, `${home === "adoption" ? answers : home}`, Object.fromEntries(new URLSearchParams(search)));
      if (await page.locator(".bar button").count()) await page.locator(".bar button").tap();
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("main details")) (details as HTMLDetailsElement).open = true;
      });
      await page.locator(".chips button").first().waitFor();
      expect(await page.evaluate(tooSmall)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    },
  );

  it("an open list, a long one too, stays within the screen", async () => {
    const page = await browser.open(`${pathOf("explore", "en")}?county=03`, phone);
    await page.locator(".bar button").tap();
    for (const key of ["rows", "columns", "county"]) {
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
  const all = document.querySelectorAll<HTMLElement>(".rail :is(select, summary, input, button)");
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
    ".rail :is(select, summary, button, label:has(input)), .tabs label, .actions :is(summary, button, a), details.data > summary, .bar button",
  );
  return [...targets].flatMap((element) => {
    if (!element.checkVisibility({visibilityProperty: true})) return [];
    const {width, height} = element.getBoundingClientRect();
    return width >= 24 && height >= 24
      ? []
      : `${element.localName} ${element.textContent?.trim()}: ${width} × ${height}`;
  });
}
