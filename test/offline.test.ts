import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, posix} from "node:path";
import {pathToFileURL} from "node:url";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {filesBelow, offlinePage} from "../tools/release/offlineCopy.js";
import {useBrowser} from "./support/browser.js";
import {output} from "./support/builtPage.js";

const files = filesBelow(output).filter((file) => !/^\d+\.\d+\.\d+\//.test(file));
const pages = files.filter((file) => file.endsWith(".html"));

describe("the site opened from a folder", () => {
  const browser = useBrowser();
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "offline-"));
    for (const page of pages.filter((file) => /^(nb|en)\/[\w-]+\.html$/.test(file))) {
      mkdirSync(dirname(join(folder, page)), {recursive: true});
      writeFileSync(join(folder, page), offlinePage(readFileSync(join(output, page), "utf8")));
    }
    cpSync(join(output, "fonts"), join(folder, "fonts"), {recursive: true});
  });
  afterAll(() => rmSync(folder, {recursive: true}));

  it("has links that lead to files, and no scripts", () => {
    for (const page of pages) {
      const html = offlinePage(readFileSync(join(output, page), "utf8"));
      expect(html.match(/<script(?! type="application\/ld\+json")/), page).toBeNull();
      for (const [, link] of html.matchAll(/<a\b[^>]*? href="([^"#?]+)/g)) {
        if (/^[a-z]+:/.test(link)) continue;
        const path = posix.join(posix.dirname(page), decodeURIComponent(link));
        expect(files, `${link} in ${page}`).toContain(path);
      }
    }
  });

  it("shows what is there for those without scripts, in a browser that has them", async () => {
    const page = await browser.blank();
    const errors: string[] = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("requestfailed", (request) => errors.push(request.url()));
    await page.goto(pathToFileURL(join(folder, "nb/adoption.html")).href);
    expect(await page.locator("figure svg:visible").count()).toBeGreaterThan(1);
    expect(await page.locator("input:visible, select:visible, button:visible").count()).toBe(0);
    await page.locator(".masthead a.name").click();
    expect(new URL(page.url()).pathname).toMatch(/\/nb\/index\.html$/);
    expect(await page.locator("h1").innerText()).not.toBe("");
    expect(errors).toEqual([]);
  });
});
