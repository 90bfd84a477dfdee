import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {type OwnersSetting, placeholders, settings} from "./settings.js";

const filledIn = {
  contact: "mailto:post@kommune.no",
  repository: "https://git.kommune.no/report.git",
  homepage: "https://report.kommune.no/",
  bugs: "https://git.kommune.no/report/issues",
};

describe("placeholders(settings)", () => {
  it("are none when the owner has filled all in", () => {
    expect(placeholders(filledIn)).toEqual([]);
    expect(placeholders({...filledIn, homepage: "https://kommune.no/example.html"})).toEqual([]);
  });

  it.each<[OwnersSetting, string]>([
    ["contact", "mailto:someone@example.org"],
    ["repository", "https://git.example.com/report.git"],
    ["homepage", "https://example.net"],
    ["bugs", " "],
  ])("name %s when it is %j", (name, value) => {
    expect(placeholders({...filledIn, [name]: value})).toEqual([name]);
  });
});

describe("package.json", () => {
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));
  const open = placeholders(settings);

  it.each(["repository", "homepage", "bugs"] as const)("says %s as the settings do, once it is filled in", (name) => {
    expect(manifest[name]).toBe(open.includes(name) ? undefined : settings[name]);
  });
});
