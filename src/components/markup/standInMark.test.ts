import {describe, expect, it} from "vitest";
import {withMark} from "./standInMark.js";

describe("withMark(search, mark)", () => {
  it("keeps what the reader chose, and says once that respondents are made up", () => {
    expect(withMark("?variable=strategy", "data=stand-in")).toBe("?variable=strategy&data=stand-in");
    expect(withMark("?data=stand-in", "data=stand-in")).toBe("?data=stand-in");
    expect(withMark("", "data=stand-in")).toBe("?data=stand-in");
  });

  it("adds nothing to a link to anything else", () => {
    expect(withMark("", "")).toBe("");
    expect(withMark("?goal=year", "")).toBe("?goal=year");
  });
});
