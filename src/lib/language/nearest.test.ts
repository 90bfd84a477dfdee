import {describe, expect, it} from "vitest";
import {nearest, suggestion} from "./nearest.js";

const known = ["uses-now", "uses-tomorrow", "NO", "on-facebook", "on-twitter"];

describe("nearest(name, known)", () => {
  it.each([
    ["uses-tomorow", "uses-tomorrow"],
    ["uses-nwo", "uses-now"],
    ["no", "NO"],
    ["On-Facebook", "on-facebook"],
    ["onfacebok", "on-facebook"],
  ])("of %s is %s", (name, near) => {
    expect(nearest(name, known)).toBe(near);
  });

  it.each(["pie", "", "facebook-on", "yes", "uses-tonight"])("of %j is none", (name) => {
    expect(nearest(name, known)).toBeNull();
  });

  it("is the nearest, and of several the first", () => {
    expect(nearest("value-13", ["value-12", "value-14", "value-13a"])).toBe("value-12");
    expect(nearest("valeu-13", ["value-14", "value-13"])).toBe("value-13");
  });
});

describe("suggestion(name, known)", () => {
  it("is what an error adds to an unknown name, if any is near", () => {
    expect(suggestion("uses-tomorow", known)).toBe(", did you mean uses-tomorrow?");
    expect(suggestion("pie", known)).toBe("");
  });
});
