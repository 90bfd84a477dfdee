import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {siteUrl} from "../site/siteUrl.js";
import type {Figure} from "../src/components/figure.js";
import {figures} from "../src/components/figures.js";
import {embedFile} from "../src/components/markup/downloadLinks.js";
import {isLocalAddress} from "../src/lib/isLocalAddress.js";
import {pathOf} from "../src/lib/pages.js";
import {looks, violationsIn} from "./support/axe.js";
import {addressOf, useBrowser} from "./support/browser.js";
import {builtPage, fileAt} from "./support/builtPage.js";
import {policyOf, scriptsThatRan} from "./support/pageChecks.js";
import {policy} from "./support/policy.js";
import {isWhole, sampled} from "./support/sampled.js";
import {useVisit} from "./support/visit.js";

/** Every figure alone on its page, in one language unless everything is tried, is opened once for all that only reads it. */
const embeds = sampled(
  figures.flatMap((figure) =>
    (["nb", "en"] as const).map((lang) => ({
      path: `${lang}/${embedFile(figure.id)}`,
      page: pathOf(figure.page, lang),
      id: figure.id,
      kind: kindOf(figure),
    })),
  ),
  {size: 0, kind: ({id}) => id},
);

function kindOf(figure: Figure): string {
  if (figure.explores) return figure.id.replace(`${figure.page}-`, "");
  return htmlOf(`nb/${embedFile(figure.id)}`).includes("data-controls") ? "to change" : "fixed";
}

function htmlOf(path: string): string {
  return readFileSync(fileAt(path) ?? path, "utf8");
}

const lookedAt = sampled(embeds, {size: 6, kind: ({kind}) => kind});

describe.each(embeds)("/$path", (embed) => {
  const visit = useVisit(embed.path);

  it("loads without a message, a failure or another host", () => {
    expect(visit.complaints).toEqual([]);
    expect(visit.fetched.length).toBeGreaterThan(2);
  });

  it("allows no inline or evaluated script, and no form to be sent", async () => {
    expect(await policyOf(visit.page)).toEqual(policy);
    expect(await scriptsThatRan(visit.page)).toEqual([]);
  });

  it("is seen whole in a frame of the height that its code gives, at 320, 480 and 720 px", async () => {
    const code = new RegExp(`embed/${embed.id}\\.html\\S* title=.*? height=&#34;(\\d+)`);
    const height = Number(code.exec(htmlOf(embed.page))?.[1]);
    for (const width of [320, 480, 720]) {
      await visit.page.setViewportSize({width, height});
      const {scrollWidth, scrollHeight} = await visit.page.evaluate(() => {
        const {scrollWidth, scrollHeight} = document.documentElement;
        return {scrollWidth, scrollHeight};
      });
      expect({width, scrollWidth, overflow: scrollHeight - height}).toEqual({width, scrollWidth: width, overflow: 0});
    }
  });

  if (lookedAt.includes(embed))
    it.each(isWhole ? looks : [looks[lookedAt.indexOf(embed) % 2 ? 3 : 0]])(
      "gives axe nothing to find at $width px, $scheme",
      async (look) => {
        expect(await violationsIn(visit.page, look)).toEqual([]);
      },
    );
});

/** The code that a page offers for embedding a figure. */
function codeOf({page, id}: {page: string; id: string}): string {
  return builtPage(page).querySelector<HTMLTextAreaElement>(`[data-figure="${id}"] [data-embed]`)?.value ?? "";
}

describe("a figure in somebody else’s page", () => {
  const browser = useBrowser();
  const frame = {page: pathOf("adoption", "en"), id: "adoption"};

  it("has the height that it asks for, as it changes", async () => {
    const page = await browser.blank({viewport: {width: 400, height: 900}});
    const code = codeOf(frame).replaceAll(siteUrl, addressOf(""));
    const host = addressOf("somebody-elses.html"); // no other host may load what a local one serves
    await page.route(host, (route) => route.fulfill({contentType: "text/html", body: code}));
    await page.goto(host);
    await page.frameLocator("iframe").locator("[data-figure=adoption]").waitFor();
    const inner = page.frameLocator("iframe").locator("html");
    const heights = async () => [
      await page.locator("iframe").evaluate((element) => element.clientHeight),
      await inner.evaluate((root) => Math.ceil(root.getBoundingClientRect().height)),
    ];
    const isFitted = async () => {
      const [outer, whole] = await heights();
      return outer === whole;
    };
    await expect.poll(isFitted).toBe(true);
    await page.setViewportSize({width: 900, height: 900});
    await expect.poll(isFitted).toBe(true);
  });

  it("shows the view of its address, and no controls", async () => {
    const page = await browser.open("en/embed/explore.html?rows=channels&view=table");
    await page.locator("[data-figure=explore] th", {hasText: "YouTube"}).first().waitFor();
    expect(
      await page.locator(".picture, select, button, fieldset, .notice, details.take").filter({visible: true}).count(),
    ).toBe(0);
    expect(await page.locator("[data-whole]").getAttribute("href")).toContain("rows=channels&view=table");
  });

  it("shows its controls when the address asks for them", async () => {
    const page = await browser.open("en/embed/explore.html?controls");
    await page.locator(".tabs label", {hasText: "Table"}).click();
    await page.locator("[data-shows=table] table").waitFor();
    expect(await page.locator(".notice").filter({visible: true}).count()).toBe(0);
  });
});

it("beside the code stands that a local address is local", () => {
  const note = builtPage(pathOf("adoption", "en")).querySelector("[data-figure=adoption] .take strong")?.textContent;
  expect(note?.includes("this machine only") ?? false).toBe(isLocalAddress(siteUrl));
});
