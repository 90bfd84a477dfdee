import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {apiFile, apiPage, exportsOf, parts} from "./apiPage.js";

describe("docs/api.md", () => {
  it("says what the docstrings say: else run npm run write-api", () => {
    expect(readFileSync(apiFile, "utf8")).toBe(apiPage());
  });

  it.each(Object.keys(parts))("explains everything that %s exports", (part) => {
    const found = exportsOf(part);
    expect(found.length).toBeGreaterThan(3);
    expect(found.filter(({text}) => !text).map(({name}) => name)).toEqual([]);
  });

  it("has the parts that package.json exports", () => {
    const {exports: exported} = JSON.parse(readFileSync("package.json", "utf8"));
    expect(exported).toEqual(
      Object.fromEntries(
        Object.entries(parts).map(([part, file]) => [
          `./${part}`,
          {
            types: file.replace(/^src(.*)\.ts$/, "./library$1.d.ts"),
            default: file.replace(/^src(.*)\.ts$/, "./library$1.js"),
          },
        ]),
      ),
    );
  });
});
