import {describe, expect, it} from "vitest";
import {addressOfFolder} from "./siteUrl.js";

describe("SITE_URL", () => {
  it.each([
    ["https://example.org", "https://example.org/"],
    ["https://example.org/report", "https://example.org/report/"],
    ["http://localhost:3000/a/", "http://localhost:3000/a/"],
  ])("%s is the folder %s", (text, address) => {
    expect(addressOfFolder(text)).toBe(address);
  });

  it.each([
    "example.org",
    "ftp://example.org/",
    "https://example.org/report?draft",
    "https://example.org/#top",
    "https://user:secret@example.org/",
  ])("%s is refused, and a password in it not repeated", (text) => {
    expect(() => addressOfFolder(text)).toThrow(/^SITE_URL is (not a web|the) address/);
    expect(() => addressOfFolder(text)).not.toThrow("secret");
  });
});
