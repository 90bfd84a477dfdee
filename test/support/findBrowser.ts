import {existsSync} from "node:fs";
import {chromium} from "playwright-core";
import {fromDebian, run} from "./debianPackage.js";

/** Where Chromium is looked for, in order: first the one without windows, which takes two thirds of the time. */
const places = () => [
  process.env.CHROMIUM,
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  chromium.executablePath(),
];

/** The path of a Chromium on this machine, or undefined. */
export function findBrowser(): string | undefined {
  return places().find((path) => path && existsSync(path));
}

/**
 * A Chromium, fetched if there is none: first as Playwright does, then as Debian does.
 *
 * @throws with what the reader can do, when neither way leads to one
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  console.log("no Chromium found: trying Playwright’s download");
  run("npx playwright-core install chromium", 180_000);
  if (!findBrowser() && process.getuid?.() === 0) {
    console.log("trying Debian’s chromium");
    run("apt-get update && (apt-get install -y chromium-headless-shell || apt-get install -y chromium)", 600_000);
  }
  const fetched = findBrowser();
  if (!fetched) {
    throw new Error(
      "no Chromium: install one (Debian: apt-get install chromium-headless-shell) or name one in the variable CHROMIUM",
    );
  }
  return fetched;
}

/** A Firefox, fetched as Debian does if there is none. */
export function ensureFirefox(): string {
  return fromDebian("firefox-esr", () =>
    [process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox"].find((path) => path && existsSync(path)),
  );
}
