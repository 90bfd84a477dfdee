import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {faceNames, familyOf, font} from "../site/build/output/fonts.js";
import {pngOf} from "../site/build/output/pngs.js";
import {figures} from "../src/components/figures.js";
import {allFormats, exportFormats} from "../src/components/markup/downloadLinks.js";
import {output} from "./support/builtPage.js";
import {sampled} from "./support/sampled.js";

const folder = mkdtempSync(join(tmpdir(), "fonts-"));
const fonts: string[] = [];
beforeAll(async () => {
  for (const face of faceNames) {
    const path = join(folder, `${face}.ttf`);
    writeFileSync(path, await font(face, "truetype"));
    fonts.push(path);
  }
});
afterAll(() => rmSync(folder, {recursive: true}));

const file = (lang: string, name: string) => readFileSync(join(output, lang, "figures", name));

describe("a build", () => {
  it("writes every figure in every format in both languages, and nothing else", () => {
    const wanted = figures.flatMap(({id, explores}) =>
      (explores ? allFormats : exportFormats).map((format) => `${id}.${format}`),
    );
    for (const lang of ["nb", "en"])
      expect(readdirSync(join(output, lang, "figures")).sort()).toEqual(wanted.toSorted());
  });

  it("writes PNG at twice the size of the picture", () => {
    for (const {id} of figures) {
      const png = file("nb", `${id}.png`);
      const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(file("nb", `${id}.svg`).toString()) ?? [];
      expect(png.subarray(1, 4).toString(), id).toBe("PNG");
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], id).toEqual([Number(width) * 2, Number(height) * 2]);
    }
  });

  it("draws the text of every picture, in PNG too", async () => {
    for (const lang of ["nb", "en"]) {
      for (const {id} of sampled(figures, {size: 3})) {
        const svg = file(lang, `${id}.svg`).toString();
        const mute = svg.replace(/<text.*?<\/text>/gs, "");
        expect(mute, id).not.toBe(svg);
        const [withText, without] = [file(lang, `${id}.png`), await pngOf(mute, fonts)];
        expect(withText.length, id).toBeGreaterThan(2 * without.length);
      }
    }
  });

  it("draws the title in the serif and the rest in the grotesque, as the page does", async () => {
    const svg = file("en", "strategy-gap.svg").toString();
    const drawn = Buffer.from(await pngOf(svg, fonts));
    const [serif, sans] = faceNames.map(familyOf);
    expect(svg.match(new RegExp(`font-family="${serif}`, "g"))).toHaveLength(2);
    for (const other of [svg.replaceAll(serif, sans), svg.replaceAll(sans, serif)]) {
      expect(Buffer.from(await pngOf(other, fonts)).equals(drawn)).toBe(false);
    }
  });
});

describe("pngOf(svg, fontFiles)", () => {
  const say = async (text: string) =>
    Buffer.from(
      await pngOf(
        `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><text x="5" y="30" font-size="24" font-family="Schibsted Grotesk">${text}</text></svg>`,
        fonts,
      ),
    );

  it("draws nothing without fonts, which is why they are handed in", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><text x="5" y="30" font-size="24">A</text></svg>`;
    expect(Buffer.from(await pngOf(svg, [])).equals(Buffer.from(await pngOf(svg.replace("A", " "), [])))).toBe(true);
    expect((await say("A")).equals(await say(" "))).toBe(false);
  });

  it("has a letter of its own for every character that a picture uses", async () => {
    const [missing, space] = [await say("\u{1f600}"), await say(" ")];
    const used = new Set(
      ["nb", "en"].flatMap((lang) =>
        figures.flatMap(({id}) =>
          [
            ...file(lang, `${id}.svg`)
              .toString()
              .matchAll(/<(?:text|tspan)[^>]*>([^<]*)/g),
          ].flatMap(([, text]) => [...text.replace(/&#(\d+);|&(\w+);/g, "")]),
        ),
      ),
    );
    used.delete("\n");
    expect(used.size).toBeGreaterThan(50);
    for (const letter of used) {
      if (/\s/.test(letter)) continue;
      const drawn = await say(letter);
      expect(drawn.equals(missing), `${letter} (U+${letter.codePointAt(0)?.toString(16)})`).toBe(false);
      expect(drawn.equals(space), `${letter} (U+${letter.codePointAt(0)?.toString(16)})`).toBe(false);
    }
  });
});
