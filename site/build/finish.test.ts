import {describe, expect, it} from "vitest";
import {leakFinder} from "../../data-loaders/downloads/leaks/leakFinder.js";
import {libraries} from "../../test/support/cleaning/givenTable.js";
import {finishPage, isPublic, wordsOfCodebook} from "./finish.js";

/** What Framework 1.13.4 writes of a page, in short. */
const written = `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<title>Adoption</title>
<link rel="preload" as="style" href="../_import/style.0a1b2c3d.css">
<link rel="stylesheet" type="text/css" href="../_import/style.0a1b2c3d.css">
<link rel="modulepreload" href="../_observablehq/client.0a1b2c3d.js">
<link rel="canonical" href="https://example.org/en/adoption.html">
<script type="module">
import {define} from "../_observablehq/client.0a1b2c3d.js";
define({id: "1"});
</script>
</head>
<body>
<p><a href="https://www.ks.no/" target="_blank" rel="noopener noreferrer">KS</a></p>
</body>
</html>
`;
const finished = (page: string, script?: string) => finishPage(written, {page, style: "p{margin:0}", script});

describe("finishPage(html, {page, style, script})", () => {
  const page = finished("en/adoption.html", "_js/en-adoption-1.js");

  it("names the page’s language; Norwegian where a page is in none", () => {
    expect(page).toContain('<html lang="en">');
    expect(finished("en/embed/adoption.html")).toContain('<html lang="en">');
    expect(finished("nb/embed/adoption.html")).toContain('<html lang="nb">');
    expect(finished("404.html")).toContain('<html lang="nb">');
  });

  it("lets readers enlarge the page", () => {
    expect(page).toContain('content="width=device-width, initial-scale=1">');
  });

  it("has one script, beside the page, and none in it", () => {
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script type="module" async src="../_js/en-adoption-1.js">']);
    expect(page).not.toContain("define");
    expect(finished("en/adoption.html")).not.toContain("<script");
  });

  it("has its style in it and links to no style sheet and no module; other links stay", () => {
    expect(page).toMatch(/<style>.*p\{margin:0\}<\/style>/);
    expect(page.match(/<link rel="\w+"/g)).toEqual([
      '<link rel="preload"',
      '<link rel="preload"',
      '<link rel="icon"',
      '<link rel="canonical"',
    ]);
  });

  it("has the policy before all that it is about", () => {
    expect(page).toMatch(
      /^<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Sec/,
    );
  });

  it("opens no link in a new window", () => {
    expect(page).toContain('<p><a href="https://www.ks.no/">KS</a></p>');
  });

  it("says in its title of which site it is, but for embeds", () => {
    expect(page).toContain("<title>Adoption – BETA.KOMM 2011</title>");
    expect(finished("en/embed/adoption.html")).toContain("<title>Adoption</title>");
  });
});

describe("a file of respondents", () => {
  it("has nothing to hide where it is open and made up; in what is made of any other, what they wrote is looked for", () => {
    const of = (rank: "standIn" | "estimated", access: "open" | "protected") =>
      isPublic({respondents: {rank}, settings: {access}});
    expect(of("standIn", "open")).toBe(true);
    expect([of("estimated", "open"), of("standIn", "protected"), of("estimated", "protected")]).not.toContain(true);
  });
});

describe("wordsOfCodebook(codebook)", () => {
  it("give nobody away who wrote the same, and other words do", () => {
    const question = libraries.variables.find(({type}) => type === "single")?.question.nb ?? "";
    const texts = new Map([
      [question.toUpperCase(), "row 2"],
      ["ring meg i morgen", "row 3"],
    ]);
    const common = wordsOfCodebook(libraries).map((text) => Buffer.from(text));
    const leakIn = leakFinder({texts, rows: [], file: Buffer.alloc(0)}, common);
    expect(leakIn(Buffer.from(`<p>${question}</p>`))).toBeNull();
    expect(leakIn(Buffer.from("<p>Ring meg i morgen</p>"))).toBe("what a respondent wrote in row 3");
  });
});
