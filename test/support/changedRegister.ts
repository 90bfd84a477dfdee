import {readFileSync} from "node:fs";
import {expect} from "vitest";
import {sourceFolder} from "../../data-loaders/inputs/readSource.js";
import {readRegister} from "../../data-loaders/inputs/register/readRegister.js";

/** The real register with some text of one file replaced. */
export function changedRegister(file: string, from: string | RegExp, to: string) {
  return () =>
    readRegister((each) => {
      const text = readFileSync(`${sourceFolder}${each}`, "utf8");
      if (each !== file) return text;
      const mutated = text.replace(from, to);
      expect(mutated, "the change was made").not.toBe(text);
      return mutated;
    });
}
