import type {Download, Page} from "playwright-core";

/** Waits until a figure is drawn for a choice, and nothing is pending. */
export async function drawn(page: Page, id: string, chosen: Record<string, string>): Promise<void> {
  const wanted = Object.entries(chosen).map(
    ([key, code]) => `[data-selection*="${new URLSearchParams({[key]: code})}"]`,
  );
  await page.locator(`[data-figure="${id}"]${wanted.join("")}:not([aria-busy=true])`).waitFor({state: "attached"}); // it may be folded
}

/** Ticks a box of a filter, or unticks it, and folds the filter again. A filter that is not there is added first. */
export async function tick(page: Page, key: string, code: string): Promise<void> {
  const summary = page.locator(`details.boxes[data-key="${key}"] > summary`);
  if (await summary.isVisible()) await summary.click();
  else await page.locator("[data-add-filter]").selectOption(key);
  await page.locator(`details.boxes[data-key="${key}"] input[value="${code}"]`).click();
  await summary.click();
}

/** Sets a menu, a list to choose one of, or a tab. */
export async function pick(page: Page, key: string, code: string): Promise<void> {
  const control = page.locator(`[data-key="${key}"]`);
  const folded = page.locator("details:not([open])", {has: control});
  while (await folded.count()) await folded.first().locator("> summary").click();
  const list = control.and(page.locator("details"));
  const isFolded = (await list.count()) > 0 && (await list.getAttribute("open")) === null;
  if (isFolded) await list.locator("summary").click();
  const menu = control.locator(`select[name="${key}"]`);
  if (await menu.count()) await menu.selectOption(code);
  else await control.locator(`input[value="${code}"]`).check();
  if (isFolded && (await list.getAttribute("open")) !== null) await list.locator("summary").click();
}

/** A part of a figure as it is read, with ordinary spaces. */
export async function partText(page: Page, id: string, part: string): Promise<string> {
  return plain(await page.locator(`[data-figure="${id}"] [data-part="${part}"]`).innerText());
}

/** Cells of a figure’s table, row by row, without their intervals and what is for screen readers only. */
export async function tableRows(page: Page, id: string): Promise<string[][]> {
  const rows = await page.locator(`[data-figure="${id}"] [data-part=table] tr`).evaluateAll((lines) =>
    (lines as HTMLTableRowElement[]).map((line) =>
      [...line.cells].map((cell) => {
        const copy = cell.cloneNode(true) as HTMLElement;
        for (const left of copy.querySelectorAll(".said, small, sup, .letter")) left.remove();
        return copy.textContent ?? "";
      }),
    ),
  );
  return rows.map((cells) => cells.map(plain));
}

/** What stands on the chips: the filters that are on. */
export async function chips(page: Page): Promise<string[]> {
  return (await page.locator(".chips button").allInnerTexts()).map(plain);
}

/** A button of the trail. */
export const trailButton = (page: Page, name: "undo" | "redo" | "reset" | "pivot") =>
  page.locator(`[data-trail="${name}"]`);

/** The query of a page’s address. */
export const searchOf = (page: Page) => new URL(page.url()).search;

export const plain = (text: string) => text.replace(/\s+/g, " ").trim();

/** Everything that is said politely from now on, each time that it is said. */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, {said});
    const status = document.querySelector("#status") as Element;
    new MutationObserver((changes) => said.push(...changes.map(() => status.textContent ?? ""))).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  return () => page.evaluate(() => (window as unknown as {said: string[]}).said.splice(0));
}

/** What a press has the browser save. */
export async function saved(page: Page, press: () => Promise<unknown>): Promise<{name: string; bytes: Buffer}> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return {name: download.suggestedFilename(), bytes: await bytesOf(download)};
}

async function bytesOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A figure in one of the forms that it is taken along in. */
export async function taken(page: Page, id: string, format: string): Promise<{name: string; bytes: Buffer}> {
  const link = page.locator(`#figure-${id} [data-take="${format}"]`);
  const panel = link.locator("xpath=ancestor::details[1]"); // “:has” takes a minute on a page of a thousand questions
  if ((await panel.getAttribute("open")) === null) await panel.locator("> summary").click();
  return saved(page, () => link.click());
}

/** Presses a place of the drawing that is seen, given as a share of the element’s width and height. */
export async function pressInPicture(
  page: Page,
  id: string,
  choose: string,
  {element = "rect", at = [0.5, 0.35]}: {element?: string; at?: [across: number, down: number]} = {},
): Promise<void> {
  const place = page.locator(`[data-figure="${id}"] svg:visible ${element}[data-choose="${choose}"]`).first();
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (!box) throw new Error(`nothing to press: ${choose}`);
  await page.mouse.click(box.x + at[0] * box.width, box.y + at[1] * box.height);
}
