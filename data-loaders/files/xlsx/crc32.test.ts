import {expect, it} from "vitest";
import {crc32} from "./crc32.js";

it("crc32(bytes) gives the check value of the standard, in one piece or several", () => {
  const bytes = new TextEncoder().encode("123456789");
  expect(crc32(bytes)).toBe(0xcbf43926);
  expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926);
});
