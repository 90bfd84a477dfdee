import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {licencesFile, licencesText, materialsFile, packagesOf} from "./licences.js";

describe("licencesText(files)", () => {
  it("has the licence of each package of which something is in a script, and of the fonts", () => {
    const text = licencesText(["node_modules/d3-array/src/max.js", "src/lib/csv.ts", "x/_observablehq/client.1.js"]);
    for (const name of ["d3-array", "@observablehq/runtime", "@fontsource-variable/newsreader"])
      expect(text).toMatch(new RegExp(`^${name} \\d`, "m"));
    expect(text).toContain("SIL OPEN FONT LICENSE");
    expect(text).not.toContain("apache-arrow");
  });

  it("refuses a package that does not say its licence, or has one that is not known here", () => {
    expect(() => licencesText(["node_modules/lighthouse-stack-packs/index.js"])).not.toThrow();
    expect(() => licencesText(["node_modules/axe-core/axe.js"])).toThrow(
      "package of a licence that is not known here: axe-core, MPL-2.0",
    );
  });

  it("knows the package in a package", () => {
    expect(packagesOf("node_modules/a/node_modules/@b/c/index.js")).toEqual(["@b/c"]);
  });
});

describe("the list of licences of the built site", () => {
  it("names every package that left its mark in a script, and is linked to from the page on terms", () => {
    const text = readFileSync(`dist/${licencesFile}`, "utf8");
    for (const name of ["@observablehq/plot", "d3-scale", "yalps", "fflate", "@uwdata/flechette"])
      expect(text).toMatch(new RegExp(`^${name} \\d`, "m"));
    for (const lang of ["nb", "en"])
      expect(readFileSync(`dist/${lang}/citation.html`, "utf8")).toContain('href="../licences.txt"');
    const {components} = JSON.parse(readFileSync(`dist/${materialsFile}`, "utf8"));
    for (const {name, version} of components) expect(text).toContain(`${name} ${version},`);
  });
});
