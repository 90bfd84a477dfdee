import {readdirSync, readFileSync} from "node:fs";
import {JSDOM} from "jsdom";
import MarkdownIt from "markdown-it";
import anchor from "markdown-it-anchor";
import {describe, expect, it} from "vitest";
import {figures} from "../../src/components/figures.js";
import {pages} from "../../src/lib/pages.js";
import {fillIn} from "./deferredHtml.js";
import {prose} from "./prose.js";

/** Markdown as Framework sets it up, taught the report's words. */
const md = prose(MarkdownIt({html: true}).use(anchor as never));
const render = (text: string, path = "/en/adoption") =>
  new JSDOM(fillIn(md.render(text, {path}), `${path.slice(1)}.html`)).window.document;
const fence = (kind: string, content: string) => `\`\`\`${kind}\n${content}\n\`\`\`\n`;

describe("[[id]] in prose", () => {
  it("becomes the number with its rank and base, as a link to the note on it", () => {
    const link = render("We saw [[uses-now]] there.").querySelector("p a");
    expect(link?.textContent).toBe("58% (stated, of the municipalities that answered)");
    expect(link?.className).toBe("n n-stated");
    expect(link?.getAttribute("href")).toBe("#n-uses-now");
  });

  it("is written in the page's language", () => {
    expect(render("[[facebook-of-all]]", "/nb/channels").querySelector("p a")?.textContent).toBe(
      "54,9–56,5\u00a0% (utledet, av kommunene som svarte)",
    );
  });

  it.each([
    ["uses-now of100", "58 of\u00a0100"],
    ["facebook-of-all of100", "54 to\u00a057 of\u00a0100"],
    ["uses-without-strategy least", "24"],
    ["uses-without-strategy most", "55"],
  ])("takes a form: [[%s]] is %s", (content, shown) => {
    expect(render(`[[${content}]]`).querySelector("p a")?.firstChild?.textContent).toBe(shown);
  });

  it("gives counts of the register, by the language's rules", () => {
    const text =
      "[[register-municipalities]] [[register-countyAuthorities]] [[register-counties]] [[register-population]]";
    expect(render(text).querySelector("p")?.textContent).toBe("430 18 19 4,920,305");
    expect(render(text, "/nb/method").querySelector("p")?.textContent).toBe("430 18 19 4\u00a0920\u00a0305");
  });

  it.each([
    ["[[uses-never]]", "unknown number: uses-never"],
    ["[[uses-nwo]]", "unknown number: uses-nwo, did you mean uses-now? (/en/adoption, [[uses-nwo]])"],
    ["[[registr-counties]]", "unknown number: registr-counties, did you mean register-counties? (/en/adoption"],
    [
      "[[uses-now of1000]]",
      "unknown form of a number: of1000, did you mean of100? (/en/adoption, [[uses-now of1000]])",
    ],
    ["[[uses-now half]]", "unknown form of a number: half (/en/adoption, [[uses-now half]])"],
    ["[[register-people]]", "unknown count of the register: people (/en/adoption, [[register-people]])"],
    ["[[register-county]]", "unknown count of the register: county (/en/adoption"],
    ["[[register-municipality]]", "municipality, did you mean municipalities? (/en/adoption"],
    ["[[uses-now] is", "number without an end: [[uses-now] is"],
    ["[[iao-2013-01-likes of100]]", "number that is not out of a hundred: iao-2013-01-likes"],
    ["[[challenge-dialogue least]]", "number that is not out of a hundred: challenge-dialogue"],
  ])("fails the build at %s", (text, message) => {
    expect(() => render(text)).toThrow(message);
  });
});

describe("a number typed into prose", () => {
  it.each([
    ["As many as 58 % did.", "58 %"],
    ["As many as 58% did.", "58%"],
    ["Hele 58\u00a0% gjorde det.", "58\u00a0%"],
    ["Hele 58&nbsp;% gjorde det.", "58\u00a0%"],
    ["Hele 58,5 prosent gjorde det.", "58,5 prosent"],
    ["About 58 per cent did.", "58 per cent"],
    ["It rose by 13 percentage points.", "13 percent"],
    ["It rose 58\npercent.", "58 percent"],
    ["That is 58 of 100.", "58 of 100"],
    ["Det er 58 av hundre.", "58 av hundre"],
    ["That is **58** of a hundred.", "58 of a hundred"],
    ["That is **58** %.", "58 %"],
    ["## Only 22 % did", "22 %"],
    ["- one\n- 22 %", "22 %"],
    ["| a |\n| --- |\n| 22 % |", "22 %"],
    ['<p class="lead">As many as 58 % did.</p>', "58 %"],
    ['<p class="lead">As many as <b>58</b>&nbsp;% did.</p>', "58 %"],
  ])("fails the build: %j", (text, bare) => {
    expect(() => render(text)).toThrow(`number typed into prose; name it as [[id]]: ${bare} (/en/adoption)`);
  });

  it.each([
    "In 2011, eight criteria on 62 pages.",
    "Fifty-eight per cent, in words.",
    "At least [[uses-without-strategy least]] of a hundred.",
    "`58 %` as code",
    "1. First\n2. Second",
  ])("may be a year, a count or in words: %j", (text) => {
    expect(() => render(text)).not.toThrow();
  });
});

describe("::: if NAME in prose", () => {
  const textOf = (text: string) => render(text).body.innerHTML.trim();

  it("keeps the lines up to ::: where that holds, as if they stood alone, and leaves them out elsewhere", () => {
    expect(textOf("::: if open\nShown.\n:::\n::: if protected\nNot shown.\n:::\n")).toBe("<p>Shown.</p>");
    expect(textOf("- a\n::: if made-up\n- b\n:::\n::: if handed-in\n- c\n:::\n- d")).toBe(
      "<ul>\n<li>a</li>\n<li>b</li>\n<li>d</li>\n</ul>",
    );
  });

  it("may hold all that a page may, each number with its note", () => {
    const page = render(
      `::: if open\nIt is [[uses-now]], give or take [[interval-level]].\n\n${fence("block", "ranks")}:::`,
    );
    expect(page.querySelector("p")?.textContent).toContain("58%");
    expect(page.querySelector("p")?.textContent).toContain("95%");
    expect(page.querySelector("dl.key")).not.toBeNull();
    expect(page.querySelector("#n-uses-now")).not.toBeNull();
  });

  it.each([
    ["::: if opne\nA\n:::", "unknown condition: opne, did you mean open? (/en/adoption)"],
    ["::: if open\nA", "::: without a beginning or an end: ::: if open (/en/adoption)"],
    ["A\n:::", "::: without a beginning or an end: ::: (/en/adoption)"],
    ["::: if open\n58 %\n:::", "number typed into prose; name it as [[id]]: 58 % (/en/adoption)"],
  ])("fails the build at %j", (text, message) => {
    expect(() => render(text)).toThrow(message);
  });
});

describe("::: limits in prose", () => {
  it("is a box with its heading, in the page’s language, and may hold numbers", () => {
    const box = render("::: limits\n- **Who.** Of [[uses-now]].\n:::\n", "/nb/adoption").querySelector(
      "section.limits",
    );
    expect(box?.getAttribute("aria-labelledby")).toBe("limits");
    expect(box?.querySelector("h2#limits")?.textContent).toBe("Dette sier ikke sammendraget");
    expect(box?.querySelector("li strong")?.textContent).toBe("Who.");
    expect(box?.querySelector("a[href='#n-uses-now']")).not.toBeNull();
  });

  it("can keep the name of a heading that addresses lead to", () => {
    expect(render("::: limits care\n- A\n:::\n").querySelector("section h2")?.id).toBe("care");
  });

  it.each(["::: limits\n- A", "::: limit\n- A\n:::"])("fails the build at %j", (text) => {
    expect(() => render(text)).toThrow("::: without a beginning or an end: ::: limit");
  });
});

describe("a fence in prose", () => {
  it("draws the figure it names", () => {
    const page = render(fence("figure", "adoption"));
    expect(page.querySelectorAll("figure#figure-adoption")).toHaveLength(1);
    expect(page.querySelectorAll("figure svg")).toHaveLength(2);
    expect(page.querySelectorAll("figure table tbody tr")).toHaveLength(2);
  });

  it("prints every other reading where there are no scripts", () => {
    const hidden = render(fence("figure", "dialogue"), "/nb/dialogue").querySelector("noscript");
    const figuresOf = new JSDOM(hidden?.innerHTML).window.document;
    const drawn = [...figuresOf.querySelectorAll("figure")].map((figure) => figure.getAttribute("data-selection"));
    expect(drawn).toEqual(["goal=now&practice=strategy", "goal=year&practice=users", "goal=year&practice=strategy"]);
  });

  it("offers all of a figure's choices but those that other controls on the page stand for", () => {
    const keysOf = (content: string) =>
      [...render(fence("figure", content)).querySelectorAll("form [data-key]")].map((each) =>
        each.getAttribute("data-key"),
      );
    expect(keysOf("subgroup")).toEqual(["group", "goal", "practice", "pages"]);
    expect(keysOf("subgroup without goal practice pages")).toEqual(["group"]);
    expect(keysOf("informative without goal practice pages once")).toEqual([]);
  });

  it("prints a figure in one reading where it is to be seen once", () => {
    expect(render(fence("figure", "dialogue once")).querySelector("noscript")).toBeNull();
  });

  it.each(["figur", "blok"])("fails the build at a misspelt %s", (info) => {
    expect(() => render(fence(info, "adoption"))).toThrow(
      `unknown fence: ${info}, did you mean ${info === "figur" ? "figure" : "block"}? (/en/adoption)`,
    );
  });

  it("is left to markdown when it names nothing of the report's", () => {
    expect(render(fence("txt", "58")).querySelector("pre")?.textContent).toBe("58\n");
  });

  it.each([
    ["figure", "pie", "unknown figure: pie"],
    ["block", "cloud", "unknown block: cloud"],
    ["figure", "adoptoin", "unknown figure: adoptoin, did you mean adoption? (/en/adoption)"],
    ["figure", "adoption follows adoptoin", "unknown figure: adoptoin, did you mean adoption? (/en/adoption)"],
    ["block", "claim", "unknown block: claim, did you mean claims? (/en/adoption)"],
    ["figure", "informative without gaol", "unknown choice of a figure: gaol, did you mean goal? (informative)"],
    ["figure", "informative without colour", "unknown choice of a figure: colour (informative)"],
    ["figure", "informative twice", "a figure cannot be named so: informative twice"],
  ])("fails the build at an unknown %s", (kind, name, message) => {
    expect(() => render(fence(kind, name))).toThrow(message);
  });
});

describe("a js cell in prose", () => {
  const imports = fence("js", 'import {controls, figure} from "../components/live.js";');

  it.each(['figure("adoptoin", {selection, facts});', "const selection = Generators.input(controls('adoptoin'));"])(
    "fails the build where it names a figure that there is not: %s",
    (code) => {
      expect(() => render(imports + fence("js", code))).toThrow(
        "unknown figure: adoptoin, did you mean adoption? (/en/adoption, js cell)",
      );
    },
  );

  it("may have functions of the same names that are its author’s own", () => {
    expect(() => render(fence("js", 'figure("pie");'))).not.toThrow();
    expect(() => render(imports + fence("js", 'figure("dialogue", {selection, facts});'))).not.toThrow();
  });
});

describe("{#id} after a heading", () => {
  it("is the heading's id, the same in both languages, and is not read", () => {
    const heading = render("## Hva tallene *ikke* sier {#limits}").querySelector("h2");
    expect(heading?.id).toBe("limits");
    expect(heading?.textContent).toBe("Hva tallene ikke sier");
  });
});

describe("the notes under a page", () => {
  it("explain each number once, however often it stands in text and figures", () => {
    const page = render(`[[uses-now]] and [[uses-now of100]]\n\n${fence("figure", "adoption")}\n[[on-facebook]]`);
    const ids = [...page.querySelectorAll(".notes .note-on")].map(({id}) => id);
    expect(ids).toEqual(["n-uses-now", "n-uses-by-year-end", "n-on-facebook"]);
    expect(page.querySelectorAll("details.notes:not([open])")).toHaveLength(1);
  });

  it("say rank, base and where the number comes from", () => {
    const note = render("[[facebook-of-all]]").querySelector("#n-facebook-of-all");
    expect(note?.textContent).toMatch(/derived of the municipalities that answered; January–April 2011/);
    expect([...(note?.querySelectorAll("a") ?? [])].map((link) => link.getAttribute("href"))).toEqual([
      "sources.html#s-uses-now",
      "sources.html#s-on-facebook",
    ]);
  });

  it("are left out where there is no number", () => {
    expect(render("No number.").querySelector(".notes")).toBeNull();
  });
});

const textOf = (lang: string, page: string) =>
  readFileSync(new URL(`../../src/${lang}/${page}.md`, import.meta.url), "utf8");
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, what]) => what);

describe.each(pages.map(({id}) => id))("page %s", (id) => {
  const [nb, en] = [textOf("nb", id), textOf("en", id)];

  it("names the same numbers, figures, blocks and headings in both languages", () => {
    expect(found(nb, /\[\[([^\]]+)\]\]/g).sort()).toEqual(found(en, /\[\[([^\]]+)\]\]/g).sort());
    expect(found(nb, /```(?:figure|block)\n(.+)\n/g)).toEqual(found(en, /```(?:figure|block)\n(.+)\n/g));
    expect(found(nb, /\{#([\w-]+)\}$/gm)).toEqual(found(en, /\{#([\w-]+)\}$/gm));
  });

  it("leads every number to a note on the same page", () => {
    for (const [lang, text] of [
      ["nb", nb],
      ["en", en],
    ]) {
      const page = render(text.replace(/^---.*?---/s, ""), `/${lang}/${id}`);
      const ids = [...page.querySelectorAll("[id]")].map((element) => element.id);
      const targets = [...page.querySelectorAll("a[href^='#n-']")].map((link) => link.getAttribute("href")?.slice(1));
      for (const target of new Set(targets)) expect(ids).toContain(target);
      expect(ids.filter((each, at) => ids.indexOf(each) !== at)).toEqual([]);
    }
  });

  it("types no number into its title or description", () => {
    for (const text of [nb, en]) {
      const [, front] = /^---(.*?)---/s.exec(text) ?? [];
      expect(front).toContain("description:");
      expect(front).not.toMatch(/\d\s*(%|prosent|per cent)|\d\s+(av|of)\s+(100|hundre|a hundred)/);
    }
  });
});

describe("the pages together", () => {
  it("are the same files in both languages, and the pages of the list", () => {
    const wanted = pages.map(({id}) => `${id}.md`).sort();
    for (const lang of ["nb", "en"]) {
      expect(readdirSync(new URL(`../../src/${lang}/`, import.meta.url)).sort()).toEqual(wanted);
    }
  });

  it("show every figure once, on the page that its links lead to", () => {
    for (const {id, page} of figures) {
      const on = pages.filter((each) => found(textOf("nb", each.id), /```figure\n([\w-]+)/g).includes(id));
      expect(
        on.map((each) => each.id),
        id,
      ).toEqual([page]);
    }
  });
});
