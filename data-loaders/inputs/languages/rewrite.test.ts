// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the modules that are rewritten have templates
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {transformSync} from "esbuild";
import {describe, expect, it} from "vitest";
import {type Language, rewrite} from "./rewrite.mjs";
import {moduleTexts} from "./sourceTexts.mjs";

const words: Readonly<Record<string, string>> = {
  Next: "Nästa",
  "Per cent of {who}{by}": "Procent{by}, av {who}",
  "{n} of {all}": "{n} av {all}",
  none: "inga",
  "Hello, {name}": "Hej, {name}",
  "“{text}”": "”{text}”",
  "The table": "Tabellen",
};
const swedish: Language = {lang: "sv", from: "en", say: (key) => words[key]};
const nynorsk: Language = {
  lang: "nn",
  from: "nb",
  say: (key) => ({Neste: "Neste", "av {group} {verb}": "av {group} {verb}!"})[key],
};

/** What the module’s variable `it` is once languages are added to it. */
function made(code: string, languages = [swedish]) {
  const {code: js} = transformSync(rewrite(code, "module.ts", languages), {loader: "ts"});
  return new Function(`${js}\nreturn it;`)();
}

describe("rewrite(code, path, languages)", () => {
  it("adds a text beside two", () => {
    expect(made('const it = {nb: "Neste", en: "Next"};')).toEqual({nb: "Neste", en: "Next", sv: "Nästa"});
  });

  it("adds what a function says, in the order of the language", () => {
    const it = made(
      "const it = {nb: (who: string, by: string) => `Prosent av ${who}${by}`, en: (who: string, by: string) => `Per cent of ${who}${by}`};",
    );
    expect(it.sv("dem", " efter kön")).toBe("Procent efter kön, av dem");
  });

  it("adds a branch to a question for the language", () => {
    const it = made('const it = (lang: string, name: string) => (lang === "nb" ? `Hei, ${name}` : `Hello, ${name}`);');
    expect(["nb", "sv", "en"].map((lang) => it(lang, "Bo"))).toEqual(["Hei, Bo", "Hej, Bo", "Hello, Bo"]);
    const other = made('const it = (lang: string) => (lang === "en" ? "none" : "ingen");');
    expect(["nb", "sv", "en"].map((lang) => other(lang))).toEqual(["ingen", "inga", "none"]);
  });

  it("has the parts of a text in the same language, and its code in calls", () => {
    const it = made(`const all = {nb: "ingen", en: "none"}; const n = (lang: string) => lang;
      const it = {nb: \`\${n("nb")} av \${all.nb}\`, en: \`\${n("en")} of \${all.en}\`};`);
    expect(it.sv).toBe("sv av inga");
  });

  it("takes a language out of what has three", () => {
    const it = made(
      'const both = ({nb, en}: {nb: string; en: string}) => ({nb: `«${nb}»`, en: `“${en}”`}); const it = both({nb: "a", en: "Next"});',
    );
    expect(it.sv).toBe("”Nästa”");
  });

  it("is in English, wholly, where one of its parts has no translation", () => {
    expect(
      made(
        'const it = (lang: string, n: number) => (lang === "nb" ? `Ingen${n ? "!" : " ord"}` : `Hello, ${n ? "none" : "no words"}`);',
      )("sv", 1),
    ).toBe("Hello, none");
    const object = made('const it = {nb: {a: "Neste", b: "Nei"}, en: {a: "Next", b: "No"}};');
    expect(object.sv).toEqual({a: "Nästa", b: "No"});
  });

  it("is made of the Norwegian where it is translated from that, with its order of words", () => {
    const it = made(
      "const it = {nb: (group: string, verb: string) => `av ${group} ${verb}`, en: (group: string, verb: string) => `of ${group}, ${verb}`};",
      [nynorsk],
    );
    expect(it.nn("a", "b")).toBe("av a b!");
  });

  it("adds comments of R", () => {
    expect(made("const it = `#nb Tabellen\n#en The table\nprint(1)`;")).toContain("#en The table\n#sv Tabellen\nprint");
  });

  it("leaves all else as it stands", () => {
    const code = 'const code: "nb" = "nb" as const; // the\nexport const kinds = ["Next"] satisfies string[];\n';
    expect(rewrite(code, "module.ts", [swedish])).toBe(code);
  });

  it("refuses to guess where a language is asked for in another way", () => {
    expect(() => rewrite('const a = 1;\nif (lang === "nb") stop();', "some/module.ts", [swedish])).toThrow(
      'other than by lang === "nb" ? … : … (some/module.ts, line 2)',
    );
  });
});

describe("every module of the project", () => {
  it("says its texts in a way to which a language can be added", () => {
    const modules = ["data-loaders", "site", "src"].flatMap((folder) =>
      readdirSync(folder, {recursive: true, encoding: "utf8"}).map((name) => join(folder, name)),
    );
    const own = modules.filter((path) => path.endsWith(".ts") && !/\.(test|d)\.ts$/.test(path));
    expect(own.length).toBeGreaterThan(400);
    for (const path of own) rewrite(readFileSync(path, "utf8"), path, [nynorsk]);
  });
});

describe("moduleTexts(code, path, from)", () => {
  it("gives each text with what the other language says in its place", () => {
    const code =
      'const a = {nb: `${n} svar`, en: `${n} answers`}; const b = lang === "nb" ? "ja" : "yes"; const c = {nb: "—", en: "–"};';
    expect(moduleTexts(code, "module.ts", "en")).toEqual([
      ["{n} answers", "{n} svar"],
      ["yes", "ja"],
    ]);
    expect(moduleTexts(code, "module.ts", "nb")).toEqual([
      ["{n} svar", "{n} answers"],
      ["ja", "yes"],
    ]);
  });
});
