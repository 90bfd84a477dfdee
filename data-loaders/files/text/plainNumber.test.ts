import {expect, it} from "vitest";
import {plainFloat, plainNumber} from "./plainNumber.js";

it.each([
  [0, "0"],
  [-0, "0"],
  [7, "7"],
  [-1234567.25, "-1234567.25"],
  [0.1, "0.1"],
  [1e21, "1000000000000000000000"],
  [1e-7, "1e-7"],
])("plainNumber(%d) is %s", (number, text) => expect(plainNumber(number)).toBe(text));

it.each([
  [Math.fround(0.1), "0.1"],
  [Math.fround(1 / 3), "0.33333334"],
  [16_777_216, "16777216"],
  [-3.5, "-3.5"],
])("plainFloat(%d) is %s", (number, text) => expect(plainFloat(number)).toBe(text));
