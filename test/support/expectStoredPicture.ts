import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect} from "vitest";
import {storedFolder} from "../../tools/pictures/pictureChanges.js";

/** How to look at the pictures and accept them: what a test says that finds another one than was stored. */
const howTo = "look at it and accept it with: npm run accept-pictures";

/** A picture with its numbers to a millionth of a pixel: what lies beyond depends on the order of a sum. */
const steady = (svg: string) => svg.replace(/\d+\.\d{7,}/g, (number) => String(Number(Number(number).toFixed(6))));

/**
 * Expects a picture to be as it is stored in `src/components/pictures`. Under `npm run accept-pictures` it writes the
 * picture instead.
 *
 * @param name the stored file without its ending, such as `adoption.en`
 */
export function expectStoredPicture(
  name: string,
  svg: string,
  {stored = storedFolder, drawn = process.env.DRAWN_PICTURES}: {stored?: string; drawn?: string} = {},
): void {
  // The command runs the tests of this name alone: a picture of another test would be taken for removed.
  expect(expect.getState().currentTestName).toContain("stored picture");
  const file = `${name}.svg`;
  if (drawn) writeFileSync(join(drawn, file), steady(svg));
  else {
    const path = join(stored, file);
    expect(existsSync(path), `no picture is stored as ${file}; ${howTo}`).toBe(true);
    expect(steady(svg), `another picture than is stored as ${file}; ${howTo}`).toBe(readFileSync(path, "utf8"));
  }
}
