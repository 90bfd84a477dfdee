import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {facts} from "../site/facts.js";
import {siteUrl} from "../site/siteUrl.js";
import {figures} from "../src/components/figures.js";
import {embedFile} from "../src/components/markup/downloadLinks.js";
import {pages, pathOf} from "../src/lib/pages.js";
import {settings} from "../src/lib/settings.js";
import {addressOf, useBrowser} from "./support/browser.js";
import {builtFiles, builtPage, output} from "./support/builtPage.js";
import {ready} from "./support/ready.js";

const browser = useBrowser();

describe("an address of an entry", () => {
  it.each([
    ["en/sources.html#citation", "en/citation.html#citation"],
    ["nb/sources.html#inputs", "nb/citation.html#inputs"],
    ["en/sources.html#context", "en/other-surveys.html#context"],
    ["nb/sources.html#s-westander-2011-neither", "nb/other-surveys.html#s-westander-2011-neither"],
  ])("%s leads on to %s, where it is seen", async (from, to) => {
    const page = await browser.blank();
    await page.goto(addressOf(from));
    await page.waitForURL((url) => url.href.replace(".html", "").endsWith(to.replace(".html", "")));
    await ready(page);
    await page.locator(`[id="${to.split("#")[1]}"]`).waitFor({state: "visible"});
  });

  it("opens the folded list it stands in, at first and later", async () => {
    const page = await browser.open(`${pathOf("sources", "en")}#s-many-one-way`);
    await page.locator("#s-many-one-way").waitFor({state: "visible"});
    expect(await page.locator("#s-study-aim").isVisible()).toBe(false);
    await page.evaluate(() => {
      location.hash = "#s-study-aim";
    });
    await page.locator("#s-study-aim").waitFor({state: "visible"});
    expect(await page.locator("#d-two-or-more-pages-base").isVisible()).toBe(true);
  });
});

describe.each(["sources", "other-surveys"] as const)("the list on %s", (id) => {
  it.each([1280, 390])("is at most 12,000 pixels high at %s px, as it is first seen", async (width) => {
    for (const lang of settings.languages) {
      const page = await browser.open(pathOf(id, lang), {viewport: {width, height: 800}});
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(12_000);
    }
  });

  it("is printed whole, under its headings", async () => {
    const page = await browser.open(pathOf(id, "nb"));
    await page.emulateMedia({media: "print"});
    const entries = page.locator("[data-searched] > li");
    const count = id === "sources" ? facts.summary.claims.length : facts.context.records.length;
    expect(await entries.count()).toBe(count);
    expect(
      await entries.evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().height > 20).length),
    ).toBe(count);
    expect(await page.locator("details.group > summary:visible").count()).toBe(
      await page.locator("details.group").count(),
    );
  });
});

it("a filter opens the lists that have something, hides the others, and gives way again", async () => {
  const page = await browser.open(`${pathOf("sources", "en")}?kind=fact`);
  const facts_ = facts.summary.claims.filter(({kind}) => kind === "fact").length;
  const seen = page.locator("[data-searched] > li:visible");
  expect(await seen.count()).toBe(facts_);
  expect(await page.locator("details.group:visible").count()).toBe(1);
  await page.locator("select[name=kind]").selectOption("number");
  expect(await seen.count()).toBe(7);
  expect(new URL(page.url()).search).toBe("?kind=number");
  await page.locator("select[name=kind]").selectOption("");
  expect(new URL(page.url()).search).toBe("");
  expect(await page.locator("details.group[open]").count()).toBe(1);
  expect(await page.locator("details.group:visible").count()).toBe(await page.locator("details.group").count());
});

it("a filter that is none is named, and an earlier search leads to the other list", async () => {
  const page = await browser.open(`${pathOf("sources", "en")}?kind=rumour&q=westander`);
  expect(await page.locator(".notice").innerText()).toContain("rumour");
  const also = page.locator("[data-also]");
  expect(await also.isVisible()).toBe(true);
  await also.click();
  await page.waitForURL(/other-surveys(\.html)?\?q=westander$/);
  await ready(page);
  expect(await page.locator("[data-searched] > li:visible").count()).toBe(3);
});

describe.each(settings.languages)("a shared link in %s", (lang) => {
  const shared = [
    ...pages.map(({id}) => ({path: pathOf(id, lang), name: id as string})),
    ...figures.map(({id}) => ({path: `${lang}/${embedFile(id)}`, name: `figure-${id}`})),
  ];

  it.each(shared)("of $name has a picture of its own, 1200 by 630, with its alternative", ({path, name}) => {
    const tag = (property: string) =>
      builtPage(path).querySelector(`meta[property="${property}"]`)?.getAttribute("content");
    expect(tag("og:image")).toBe(new URL(`${lang}/share/${name}.png`, siteUrl).href);
    expect(tag("og:image:alt")?.length).toBeGreaterThan(8);
    expect(tag("og:title")?.length).toBeGreaterThan(3);
    const png = readFileSync(`${output}/${lang}/share/${name}.png`);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeGreaterThan(12_000); // an empty ground is a tenth of that
  });
});

describe("a site whose owner has not said where to write", () => {
  it("prints no address that is nobody’s, and has no feed without an address of its own", () => {
    const printed = builtFiles(".html").filter((file) =>
      readFileSync(`${output}/${file}`, "utf8").includes("example.org"),
    );
    expect(printed).toEqual([]);
    expect(builtFiles("changelog.xml")).toEqual([]);
  });
});

describe.each(settings.languages)("the foot of each page in %s", (lang) => {
  it.each(pages)("of $id leads to the citation, to what has changed and to accessibility", ({id}) => {
    const links = [...builtPage(pathOf(id, lang)).querySelectorAll<HTMLAnchorElement>("#observablehq-footer p a")];
    const names = links.map((link) => new URL(link.href).pathname.split("/").at(-1)?.replace(".html", ""));
    expect(names).toEqual(["citation", "changelog", "accessibility"]);
  });
});

it("what has changed names every version in both languages, and marks what is in English", () => {
  const headings = (lang: "nb" | "en") => [...builtPage(pathOf("changelog", lang)).querySelectorAll(".changes h2")];
  const versions = readFileSync("docs/changelog.md", "utf8").match(/^## .+$/gm) ?? [];
  expect(headings("en").map(({id}) => id)).toEqual(headings("nb").map(({id}) => id));
  expect(headings("en")).toHaveLength(versions.length);
  const english = headings("nb").filter((heading) => heading.nextElementSibling?.getAttribute("lang") === "en");
  expect(english.map(({id}) => id)).toEqual(["v-1-2-0", "v-1-1-0", "v-1-0-0"]);
});
