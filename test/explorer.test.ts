import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import type {Lang} from "../src/lib/language/text.js";
import {pathOf} from "../src/lib/pages.js";
import {useBrowser} from "./support/browser.js";
import {
  chips,
  drawn,
  partText,
  pick,
  plain,
  pressInPicture,
  searchOf,
  tableRows,
  tick,
  trailButton,
} from "./support/explorerPage.js";
import {journeyLangs} from "./support/sampled.js";

/** What a policy adviser reads on the page of adoption, in each language. */
const texts = {
  nb: {
    small:
      "Konstruerte svar: av de 58 kommunene med under 2 000 innbyggere som svarte, svarte 58 av 100 (49 til 67) «Ja» på «Bruker sosiale medier»",
    everybody:
      "Konstruerte svar: av de 270 kommunene og fylkeskommunene som svarte, svarte 58 av 100 (54 til 62) «Ja» på «Bruker sosiale medier»",
    base: "Har kommunen tatt i bruk sosiale medier? Av hundre som svarte, vektet etter størrelse og fylke. Filtre: Størrelse: Under 2 000 innbyggere. Grunnlag: 58 svar, 0 ubesvart.",
    table: [
      ["Hva", "Andel", "Intervall", "Antall", "Grunnlag (n)"],
      ["Ja", "58 %", "49–67", "34", "58"],
      ["Nei", "42 %", "33–51", "24", "58"],
    ],
    chip: "Størrelse: Under 2 000 innbyggere",
    chosen: "Under 2 000 innbyggere",
    unfiltered: "Ingen filtre: alle som svarte, er med.",
    takeAway: "Fjern filteret: Størrelse: Under 2 000 innbyggere",
    county: "Fylke: Hordaland",
    inHordaland:
      "Konstruerte svar: av de 22 kommunene og fylkeskommunene i Hordaland som svarte, svarte 59 av 100 (47 til 71) «Ja» på «Bruker sosiale medier»",
    smallInHordaland:
      "Konstruerte svar: av de 5 kommunene med under 2 000 innbyggere i Hordaland som svarte, svarte 40 av 100 (29 til 57) «Ja» på «Bruker sosiale medier»",
    otherPath: "/en/adoption.html",
  },
  en: {
    small:
      "Made-up respondents: of the 58 municipalities with under 2,000 inhabitants that answered, 58 of 100 (49 to 67) said “Yes” to “Uses social media”",
    everybody:
      "Made-up respondents: of the 270 municipalities and county authorities that answered, 58 of 100 (54 to 62) said “Yes” to “Uses social media”",
    base: "Has the municipality started using social media? Of a hundred that answered, weighted by size and county. Filters: Size: Under 2,000 inhabitants. Base: 58 answers, 0 unanswered.",
    table: [
      ["What", "Share", "Interval", "Number", "Base (n)"],
      ["Yes", "58%", "49–67", "34", "58"],
      ["No", "42%", "33–51", "24", "58"],
    ],
    chip: "Size: Under 2,000 inhabitants",
    chosen: "Under 2,000 inhabitants",
    unfiltered: "No filters: all that answered are in.",
    takeAway: "Remove the filter: Size: Under 2,000 inhabitants",
    county: "County: Hordaland",
    inHordaland:
      "Made-up respondents: of the 22 municipalities and county authorities in Hordaland that answered, 59 of 100 (47 to 71) said “Yes” to “Uses social media”",
    smallInHordaland:
      "Made-up respondents: of the 5 municipalities with under 2,000 inhabitants in Hordaland that answered, 40 of 100 (29 to 57) said “Yes” to “Uses social media”",
    otherPath: "/nb/adoption.html",
  },
} satisfies Record<Lang, unknown>;

const answers = "adoption-answers";
const map = "adoption-map";

describe.each(journeyLangs)("a policy adviser on the page of adoption (%s)", (lang) => {
  const browser = useBrowser();
  const text = texts[lang];
  const open = (search = "") => browser.open(`${pathOf("adoption", lang)}${search}`);
  const title = (page: Page) => partText(page, answers, "title");

  it("filters to small municipalities, and reads who they are, how many, and how certain it is", async () => {
    const page = await open();
    expect(await title(page)).toBe(text.everybody);
    await tick(page, "size", "under2000");
    await drawn(page, answers, {size: "under2000"});
    expect(await title(page)).toBe(text.small);
    expect(await partText(page, answers, "subtitle")).toBe(text.base);
    expect(await tableRows(page, answers)).toEqual(text.table);
    expect(searchOf(page)).toBe("?size=under2000");
  });

  it("sees the filter as a chip, in its field too, and takes it away by the chip", async () => {
    const page = await open("?size=under2000");
    await drawn(page, answers, {size: "under2000"});
    expect(await chips(page)).toEqual([text.chip]);
    expect(plain(await page.locator("[data-key=size] .chosen").innerText())).toBe(text.chosen);
    expect(await page.locator(".unfiltered").isVisible()).toBe(false);
    const chip = page.locator(".chips button");
    expect(plain((await chip.getAttribute("aria-label")) ?? "")).toBe(text.takeAway);
    await chip.click();
    await drawn(page, answers, {size: "all"});
    expect(await title(page)).toBe(text.everybody);
    expect(await chips(page)).toEqual([]);
    expect(plain(await page.locator(".unfiltered").innerText())).toBe(text.unfiltered);
    expect(searchOf(page)).toBe("");
  });

  it("presses a county in the map and a size in the picture, and the other figure follows", async () => {
    const page = await open();
    await pressInPicture(page, map, "county=12");
    await drawn(page, answers, {county: "12"});
    expect(await title(page)).toBe(text.inHordaland);
    expect(await chips(page)).toEqual([text.county]);
    await pick(page, "by", "size");
    await drawn(page, answers, {by: "size"});
    const before = await tableRows(page, map);
    await pressInPicture(page, answers, "size=under2000", {element: "a", at: [0.3, 0.5]});
    await drawn(page, map, {county: "12", size: "under2000"});
    await drawn(page, answers, {size: "under2000"});
    expect(await title(page)).toBe(text.smallInHordaland);
    expect(await tableRows(page, map)).not.toEqual(before);
    expect(await tableRows(page, map)).toContainEqual(["Hordaland", lang === "nb" ? "40 %" : "40%", "5"]);
    expect(searchOf(page)).toBe("?county=12&by=size&size=under2000");
    await pressInPicture(page, map, "county=12");
    await drawn(page, answers, {county: "all", size: "under2000"});
    expect(await title(page)).toBe(text.small);
  });

  it("presses the number, the dot and the line of a county’s square as well as its ground", async () => {
    const page = await open();
    for (const at of [
      [0.5, 0.1],
      [0.85, 0.25],
      [0.62, 0.8],
      [0.2, 0.8],
      [0.5, 0.5],
    ] as [number, number][]) {
      await pressInPicture(page, map, "county=15", {at});
      await expect.poll(() => searchOf(page)).toBe("?county=15");
      await drawn(page, map, {county: "15"});
      await trailButton(page, "reset").click();
      await drawn(page, map, {county: "all"});
    }
  });

  it("undoes, does again and starts afresh; the browser’s own buttons go the same way", async () => {
    const page = await open();
    for (const name of ["undo", "redo", "reset"] as const)
      expect(await trailButton(page, name).isDisabled()).toBe(true);
    await tick(page, "size", "under2000");
    await drawn(page, answers, {size: "under2000"});
    await tick(page, "county", "12");
    await drawn(page, answers, {size: "under2000", county: "12"});
    await trailButton(page, "undo").click();
    await drawn(page, answers, {size: "under2000", county: "all"});
    expect(await title(page)).toBe(text.small);
    await trailButton(page, "redo").click();
    await drawn(page, answers, {size: "under2000", county: "12"});
    expect(searchOf(page)).toBe("?size=under2000&county=12");
    await trailButton(page, "reset").click();
    await drawn(page, answers, {size: "all", county: "all"});
    expect(searchOf(page)).toBe("");
    await page.goBack();
    await drawn(page, answers, {size: "under2000", county: "12"});
    expect(await chips(page)).toEqual([text.county, text.chip]);
    await page.goForward();
    await drawn(page, answers, {size: "all", county: "all"});
    expect(await chips(page)).toEqual([]);
    expect(await page.locator("[data-key] input[type=checkbox]:checked").count()).toBe(0);
    await trailButton(page, "undo").click();
    await drawn(page, answers, {size: "under2000", county: "12"});
  });

  it("cannot do again what was undone before another choice", async () => {
    const page = await open();
    await tick(page, "size", "under2000");
    await drawn(page, answers, {size: "under2000"});
    await trailButton(page, "undo").click();
    await drawn(page, answers, {size: "all"});
    expect(await trailButton(page, "redo").isEnabled()).toBe(true);
    await tick(page, "county", "12");
    await drawn(page, answers, {county: "12"});
    expect(await trailButton(page, "redo").isDisabled()).toBe(true);
  });

  it("finds the same selection in the other language", async () => {
    const page = await open("?by=size&county=03.12&uses_now=yes");
    await page.locator("[data-language]").click();
    await page.waitForURL((url) => url.pathname === text.otherPath);
    expect(searchOf(page)).toBe("?by=size&county=03.12&uses_now=yes");
    await drawn(page, answers, {by: "size", county: "03.12", uses_now: "yes"});
    expect(await page.locator("[data-key=county] input:checked").count()).toBe(2);
  });
});
