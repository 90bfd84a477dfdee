import {mkdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {strFromU8, unzipSync} from "fflate";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {serve} from "../site/serve/serve.js";
import {useBrowser} from "./support/browser.js";
import {buildIn} from "./support/buildIn.js";
import {output} from "./support/builtPage.js";
import {copyProject} from "./support/copyProject.js";
import {drawn, partText, pick, taken, tick} from "./support/explorerPage.js";
import {outputIn} from "./support/handedIn.js";
import {layNynorskSurvey, leftToEnglish} from "./support/nynorskSurvey.js";
import {ready} from "./support/ready.js";

/** What only Bokmål writes so, and English; names of the survey and of formats are neither. */
const notNynorsk =
  /(?<![\p{L}./-])(ikke|fra|et|en|de|dem|ble|være|vært|gjøre|hvor|hva|hvem|hvorfor|hvilken?|noen?|hver|hvert|bare|uten|samme|flere|størrelser?|forskjeller?|vises|velg|svarene|tallene|filen|kodeboken|respondentene|spørsmålene|utvalg|antall|andel|kolonner|tabeller|hvis|sier|gjør|the|of|and|with|answers?|answered|by|number|share|those|that|made|from|not|no|all)(?![\p{L}./-])/iu;

/** Words of the interface that a Swedish survey has written so far. */
const swedish = {words: {"Skip to content": {text: "Hoppa till innehållet"}, Explore: {text: "Utforska"}}};

describe("a site in languages that the source is not written in", () => {
  const browser = useBrowser();
  const folder = copyProject();
  let site: ReturnType<typeof outputIn>;
  let server: Awaited<ReturnType<typeof serve>>;
  let said: string;
  beforeAll(async () => {
    const survey = join(folder, "lesarar");
    layNynorskSurvey(survey, ["nn", "en", "sv"]);
    mkdirSync(join(survey, "languages"));
    writeFileSync(join(survey, "languages/sv.json"), JSON.stringify(swedish));
    const {status, stderr} = buildIn(folder, {SURVEY: survey});
    expect(status, stderr).toBe(0);
    said = stderr;
    site = outputIn(join(folder, output));
    server = await serve(join(folder, output), 0);
  });
  afterAll(() => {
    server?.close();
    rmSync(folder, {recursive: true, force: true});
  });

  async function open(path: string) {
    const page = await browser.blank();
    await page.goto(`${server.url}${path}`);
    await ready(page);
    return page;
  }

  it("has every page in Nynorsk, and no word of Bokmål or English in it", () => {
    const pages = site.files.filter((file) => /^nn\/[\w-]+\.html$/.test(file));
    expect(pages.length).toBe(9);
    for (const path of pages) {
      const page = site.page(path);
      expect(page.documentElement.lang).toBe("nn");
      expect(
        wordsOf(page).filter((text) => notNynorsk.test(text)),
        path,
      ).toEqual([]);
      expect(page.querySelector(".untranslated")).toBeNull();
    }
    expect(site.page("nn/explore.html").title).toBe("Utforsk – Made-up sample");
  });

  it("leads from each language to the same page in the others, each by its own name", () => {
    const links = [...site.page("en/explore.html").querySelectorAll("[data-language]")];
    expect(links.map((link) => [link.textContent, link.getAttribute("lang"), link.getAttribute("href")])).toEqual([
      ["Norsk", "nn", "../nn/explore.html"],
      ["Svenska", "sv", "../sv/explore.html"],
    ]);
    const alternates = [...site.page("sv/explore.html").querySelectorAll("link[hreflang]")];
    expect(alternates.map((link) => link.getAttribute("hreflang"))).toEqual(["nn", "en", "sv", "x-default"]);
  });

  it("redraws in Nynorsk in the browser, with its numbers", async () => {
    const page = await open("nn/explore.html?rows=member&columns=gender&view=table");
    await pick(page, "columns", "age");
    await tick(page, "gender", "woman");
    await drawn(page, "explore", {columns: "age", gender: "woman"});
    expect(await partText(page, "explore", "title")).toMatch(
      /^Konstruerte svar: av dei \d+ respondentane som svarte, og som hadde svart «Kvinner» på «Kjønn», hadde \d+ prosent lånekort \(\d+–\d+\)/,
    );
    expect(await partText(page, "explore", "subtitle")).toMatch(
      /^Har du lånekort\? Prosent av dei \d+ respondentane som svarte, og som hadde svart «Kvinner» på «Kjønn», etter «Alder»/,
    );
    const shown = await page.locator("#observablehq-main").innerText();
    expect(shown).toMatch(/95\s% konfidensintervall/);
    expect(shown).toMatch(/p\u00a0=\u00a00,\d+; Cramérs V = 0,\d+/);
    expect(shown.split("\n").filter((line) => notNynorsk.test(line))).toEqual([]);
    const sheets = unzipSync((await taken(page, "explore", "xlsx")).bytes);
    const inSheets = Object.entries(sheets)
      .filter(([name]) => name.endsWith(".xml"))
      .map(([, bytes]) => strFromU8(bytes));
    expect(inSheets.join()).toMatch(/Kor mange som svarte \(n\)/);
    expect(inSheets.join()).toMatch(/name="Alle tal"/);
  });

  it("has files of the respondents in its languages", () => {
    const files = "data/respondents/stand-in-made-up-sample";
    const [head] = site.text(`${files}-dictionary.csv`).split("\r\n");
    expect(head).toContain("label_nb,label_en,label_nn,label_sv");
    expect(site.text(`${files}-ddi.xml`)).toContain('<labl xml:lang="nn">Lånekort</labl>');
    expect(site.text(`${files}-nn.R`)).toContain('"Kvinner" = ');
    expect(site.text("data/catalog.jsonld")).toContain("authority/language/NNO");
  });

  it("has English where a label or a word is missing, and says how many words are", () => {
    expect(site.page("nn/codebook.html").body.textContent).toContain(leftToEnglish);
    const page = site.page("sv/explore.html");
    expect(page.documentElement.lang).toBe("sv");
    expect(page.querySelector(".skip")?.textContent).toBe("Hoppa till innehållet");
    expect(page.title).toBe("Utforska – Made-up sample");
    expect(page.querySelector("h1")?.textContent).toBe("Explore the answers");
    const [, missing, of] =
      /(\d+) of the (\d+) texts .* into Swedish/.exec(
        page.querySelector("footer .untranslated[lang=en]")?.textContent ?? "",
      ) ?? [];
    expect(Number(of) - Number(missing)).toBe(2);
    expect(said).toBe(
      `sv: ${missing} of ${of} texts of the interface are not translated, and are in English (lesarar/languages/sv.json); npm run write-words -- sv lists them there\n`,
    );
  });

  it("is refused by file and key where a word is for nothing, or fills in other things", () => {
    const build = (words: object) => {
      writeFileSync(join(folder, "lesarar/languages/sv.json"), JSON.stringify({words}));
      return buildIn(folder, {SURVEY: "lesarar"}).stderr;
    };
    expect(build({"Skip it": {text: "Hoppa"}})).toContain(
      'no text of the interface: "Skip it" (lesarar/languages/sv.json)',
    );
    expect(build({"by {by}": {text: "efter"}})).toContain(
      'a translation without {by}: "by {by}" (lesarar/languages/sv.json)',
    );
  });
});

/** Every text of a page that a reader reads or hears, without those that are marked as English, and without code. */
function wordsOf(page: Document): string[] {
  const copy = page.documentElement.cloneNode(true) as Element;
  for (const each of copy.querySelectorAll(
    "script, style, pre, code, textarea, [lang=en], [lang=sv], .citation, [data-file]",
  ))
    each.remove();
  const texts = [...copy.querySelectorAll("*")].flatMap((each) => [
    ...[...each.childNodes].filter(({nodeType}) => nodeType === 3).map(({textContent}) => textContent ?? ""),
    ...["aria-label", "alt", "title", "placeholder"].map((name) => each.getAttribute(name) ?? ""),
  ]);
  return texts
    .map((text) => text.replaceAll("Made-up sample", "").replaceAll("CSV on the Web", "").trim())
    .filter(Boolean);
}
