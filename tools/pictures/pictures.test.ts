import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {JSDOM} from "jsdom";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {expectStoredPicture} from "../../test/support/expectStoredPicture.js";
import {acceptPictures, kindOf, pictureChanges} from "./pictureChanges.js";
import {picturesPage} from "./picturesPage.js";

const svg = (text: string) => `<svg xmlns="http://www.w3.org/2000/svg"><text>${text}</text></svg>`;

let folder: string;
let folders: {stored: string; drawn: string};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pictures-"));
  folders = {stored: join(folder, "stored"), drawn: join(folder, "drawn")};
  for (const each of Object.values(folders)) mkdirSync(each);
  const write = (kind: "stored" | "drawn", name: string, text: string) =>
    writeFileSync(join(folders[kind], `${name}.svg`), svg(text));
  write("stored", "same.en", "as before");
  write("drawn", "same.en", "as before");
  write("stored", "changed.en", "before & long ago");
  write("drawn", "changed.en", "after");
  write("stored", "removed.en", "gone");
  write("drawn", "added.en", "new");
});
afterEach(() => rmSync(folder, {recursive: true}));

describe("pictureChanges(folders)", () => {
  it("tells what is changed, new and removed, and leaves out what is the same", () => {
    expect(pictureChanges(folders).map((change) => [change.name, kindOf(change)])).toEqual([
      ["added.en.svg", "new"],
      ["changed.en.svg", "changed"],
      ["removed.en.svg", "removed"],
    ]);
  });

  it("are none of pictures that are drawn as they are stored", () => {
    expect(pictureChanges({stored: folders.stored, drawn: folders.stored})).toEqual([]);
  });
});

describe("acceptPictures(changes, folders)", () => {
  it("stores what is changed and new, and takes away what is removed", () => {
    acceptPictures(pictureChanges(folders), folders);
    expect(pictureChanges(folders)).toEqual([]);
    expect(readdirSync(folders.stored).sort()).toEqual(["added.en.svg", "changed.en.svg", "same.en.svg"]);
    expect(readFileSync(join(folders.stored, "changed.en.svg"), "utf8")).toBe(svg("after"));
  });
});

describe("picturesPage(changes)", () => {
  const shown = () => new JSDOM(picturesPage(pictureChanges(folders))).window.document;
  const captionsOf = (name: string) =>
    [...(shown().getElementById(name)?.querySelectorAll("figcaption") ?? [])].map(({textContent}) => textContent);

  it("shows old and new of what changed side by side, and what there is of the others, each by its name", () => {
    expect(captionsOf("changed.en.svg")).toEqual(["Old: changed.en.svg", "New: changed.en.svg", "What differs"]);
    expect(captionsOf("added.en.svg")).toEqual(["New: added.en.svg"]);
    expect(captionsOf("removed.en.svg")).toEqual(["Old: removed.en.svg"]);
    expect(shown().getElementById("same.en.svg")).toBeNull();
    expect([...shown().querySelectorAll("h2")].map(({textContent}) => textContent)).toEqual([
      "added.en.svg new",
      "changed.en.svg changed",
      "removed.en.svg removed",
    ]);
  });

  it("holds the pictures themselves, in the order of their captions, and fetches nothing", () => {
    const images = [...(shown().getElementById("changed.en.svg")?.querySelectorAll("img") ?? [])];
    const drawn = images.map(({src}) => Buffer.from(src.replace(/^data:image\/svg\+xml;base64,/, ""), "base64"));
    const [before, after] = [svg("before & long ago"), svg("after")];
    expect(drawn.map(String)).toEqual([before, after, before, after]);
    expect(picturesPage(pictureChanges(folders))).not.toMatch(/https?:|<script|<link/);
  });
});

describe("expectStoredPicture(name, svg) in the test of a stored picture", () => {
  it("accepts the picture that is stored", () => {
    expect(() => expectStoredPicture("same.en", svg("as before"), {...folders, drawn: ""})).not.toThrow();
  });

  it("names the command when the picture is another, or none is stored", () => {
    const expecting = (name: string) => () => expectStoredPicture(name, svg("after"), {...folders, drawn: ""});
    expect(expecting("same.en")).toThrow(/stored as same\.en\.svg; .*npm run accept-pictures/);
    expect(expecting("none.en")).toThrow(/no picture is stored as none\.en\.svg; .*npm run accept-pictures/);
  });

  it("writes the picture when pictures are drawn anew", () => {
    expectStoredPicture("same.en", svg("after"), folders);
    expect(readFileSync(join(folders.drawn, "same.en.svg"), "utf8")).toBe(svg("after"));
    expect(readFileSync(join(folders.stored, "same.en.svg"), "utf8")).toBe(svg("as before"));
  });
});

describe("a picture of a test by another name", () => {
  it("is refused, for the command would not draw it", () => {
    expect(() => expectStoredPicture("same.en", svg("as before"), {...folders, drawn: ""})).toThrow("stored picture");
  });
});
