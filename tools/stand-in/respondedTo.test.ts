import {describe, expect, it} from "vitest";
import {respondedTo} from "./respondedTo.js";

describe("respondedTo", () => {
  it("keeps those outside, drops those of whom it is not known, and those inside who left an item out", () => {
    const membership = {codes: Int32Array.of(1, 1, 0, -1), values: [0, 1]};
    const item = {codes: Int32Array.of(1, -1, -1, 1)};
    expect([...respondedTo([item], membership)]).toEqual([1, 0, 1, 0]);
  });
});
