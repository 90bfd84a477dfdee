import {describe, expect, inject, it} from "vitest";
import {figures} from "../src/components/figures.js";
import {everyPage, useBrowser} from "./browser.js";

const embeds = (["nb", "en"] as const).flatMap((lang) => figures.map(({id}) => ({path: `${lang}/embed/${id}`, lang})));

describe("the built site in a browser", () => {
  const browser = useBrowser();

  it.each([...everyPage, ...embeds])("/$path loads without a message, a failure or another host", async ({path}) => {
    const complaints: string[] = [];
    const page = await browser.open("404.html");
    page.on("console", (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
    page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
    page.on(
      "response",
      (response) => response.status() >= 400 && complaints.push(`${response.status()}: ${response.url()}`),
    );
    page.on("request", (request) => isElsewhere(request.url()) && complaints.push(`another host: ${request.url()}`));
    await page.goto(new URL(path, inject("url")).href, {waitUntil: "networkidle"});
    expect(complaints).toEqual([]);
  });

  it.each([...everyPage, ...embeds])("/$path allows no inline or evaluated script", async ({path}) => {
    const page = await browser.open(path);
    const policy = (await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content")) ?? "";
    const [scripts] = /script-src [^;]*/.exec(policy) ?? [];
    expect(scripts).toBe("script-src 'self'");
    expect(policy).toContain("default-src 'none'");
    expect(await page.evaluate(tryToRunText)).toEqual([]);
  });
});

/** Runs in the page: what of an inline script, and of text handed to a timer, got to run. */
async function tryToRunText(): Promise<string[]> {
  const ran: string[] = [];
  Object.assign(window, {ran});
  const script = document.createElement("script");
  script.textContent = "window.ran.push('inline')";
  document.head.append(script);
  setTimeout("window.ran.push('evaluated')" as unknown as () => void);
  await new Promise((resolve) => setTimeout(resolve, 50));
  return ran;
}

function isElsewhere(url: string): boolean {
  return /^https?:/.test(url) && new URL(url).host !== new URL(inject("url")).host;
}
