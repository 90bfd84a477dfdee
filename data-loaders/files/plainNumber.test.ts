import {expect, it} from "vitest";
import {plainNumber} from "./plainNumber.js";

it.each([
  [0, "0"],
  [-0, "0"],
  [7, "7"],
  [-1234567.25, "-1234567.25"],
  [0.1, "0.1"],
  [1e21, "1000000000000000000000"],
  [1e-7, "1e-7"],
])("plainNumber(%d) is %s", (number, text) => expect(plainNumber(number)).toBe(text));
