import {createHash} from "node:crypto";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {brotliDecompressSync, gunzipSync} from "node:zlib";
import {unzipSync} from "fflate";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {filesBelow} from "./offlineCopy.js";
import {release} from "./release.js";

let place = "";
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "release-"));
});
afterEach(() => rmSync(place, {recursive: true}));

/** Releases a site of two pages in each language in which one number stands. */
function releaseOf(version: string, published: string, number: number): void {
  const build = (address: string, folder: string) => {
    for (const lang of ["nb", "en"]) {
      mkdirSync(join(folder, lang), {recursive: true});
      const page = (text: string) =>
        `<!DOCTYPE html><html lang="${lang}"><head><link rel="canonical" href="${address}${lang}/"></head><body><main>${text}</main><script type="module" src="../_js/a.js"></script><p>Version ${version}</p></body></html>`;
      writeFileSync(join(folder, lang, "adoption.html"), page(`<p>${number} of 100 use it.</p><p>58 stays.</p>`));
      writeFileSync(join(folder, lang, "citation.html"), page("x".repeat(2000)));
    }
    writeFileSync(join(folder, "numbers.csv"), `address,number\r\n${address},58\r\n`);
  };
  release({
    record: {survey: "A survey", version, published, address: `https://a.example/${version}/`},
    languages: ["nb", "en"],
    releases: join(place, "release"),
    output: join(place, "dist"),
    build,
  });
}

const released = (path: string) => readFileSync(join(place, "release", path), "utf8");

describe("a release", () => {
  it("stands at an address that names its version, and never changes", () => {
    releaseOf("1.9.0", "2026-01-01", 58);
    const files = filesBelow(join(place, "release/1.9.0"));
    const before = files.map((path) => released(`1.9.0/${path}`));
    expect(released("1.9.0/en/citation.html")).toContain('<a href="https://a.example/1.9.0/en/">');
    releaseOf("1.10.0", "2026-02-01", 57);
    expect(files.map((path) => released(`1.9.0/${path}`))).toEqual(before);
    for (const path of files)
      expect(readFileSync(join(place, "dist/1.9.0", path), "utf8")).toBe(released(`1.9.0/${path}`));
    expect(() => releaseOf("1.9.0", "2026-03-01", 1)).toThrow("version 1.9.0 is released already");
    expect(released("1.9.0/en/adoption.html")).toContain("58 of 100");
  });

  it("says which number has changed since the last one, and nothing of address, version and day", () => {
    releaseOf("1.9.0", "2026-01-01", 58);
    expect(released("1.9.0/nb/changed-numbers.html")).toContain("Dette er den første utgaven.");
    releaseOf("1.10.0", "2026-02-01", 57);
    const page = released("1.10.0/en/changed-numbers.html");
    expect(page).toContain("From version 1.9.0 to 1.10.0");
    expect([...page.matchAll(/<dd>(.*?)<\/dd>/g)].map(([, text]) => text)).toEqual([
      "58 of 100 use it.",
      "57 of 100 use it.",
    ]);
    expect(page).not.toContain("numbers.csv");
    releaseOf("1.11.0", "2026-03-01", 57);
    expect(released("1.11.0/en/changed-numbers.html")).toContain("No number has changed.");
  });

  it("comes with checksums of its files and with each text packed, and the newest site lists all", () => {
    releaseOf("1.9.0", "2026-01-01", 58);
    releaseOf("1.10.0", "2026-02-01", 57);
    for (const line of released("1.10.0/SHA256SUMS").trim().split("\n")) {
      const [hash, path] = line.split("  ");
      const bytes = readFileSync(join(place, "release/1.10.0", path));
      expect(createHash("sha256").update(bytes).digest("hex"), path).toBe(hash);
    }
    const page = join(place, "release/1.10.0/en/citation.html");
    expect(brotliDecompressSync(readFileSync(`${page}.br`))).toEqual(readFileSync(page));
    expect(gunzipSync(readFileSync(`${page}.gz`))).toEqual(readFileSync(page));
    const versions = [
      ...readFileSync(join(place, "dist/en/citation.html"), "utf8").matchAll(/"\.\.\/([\d.]+)\/en\/"/g),
    ];
    expect(versions.map(([, version]) => version)).toEqual(["1.10.0", "1.9.0"]);
  });

  it("can be opened from its archive, of which the bytes are the same each time", () => {
    releaseOf("1.9.0", "2026-01-01", 58);
    const archive = readFileSync(join(place, "release/1.9.0/a-survey-1.9.0.zip"));
    const files = unzipSync(archive);
    expect(Object.keys(files)).toContain("a-survey-1.9.0/en/adoption.html");
    expect(Object.keys(files).filter((name) => /\.(br|gz)$/.test(name))).toEqual([]);
    expect(Buffer.from(files["a-survey-1.9.0/en/adoption.html"]).toString()).not.toContain("<script");
    rmSync(join(place, "release"), {recursive: true});
    releaseOf("1.9.0", "2026-01-01", 58);
    expect(readFileSync(join(place, "release/1.9.0/a-survey-1.9.0.zip"))).toEqual(archive);
  });

  it("is not there when it could not be finished", () => {
    const record = {survey: "A", version: "1.0.0", published: "2026-01-01", address: "https://a.example/1.0.0/"};
    const build = () => {
      throw new Error("disk full");
    };
    const options = {
      record,
      languages: ["nb"] as const,
      releases: join(place, "release"),
      output: join(place, "dist"),
      build,
    };
    expect(() => release(options)).toThrow("disk full");
    expect(existsSync(join(place, "release/1.0.0"))).toBe(false);
    expect(readdirSync(place)).not.toContain("dist");
  });
});
