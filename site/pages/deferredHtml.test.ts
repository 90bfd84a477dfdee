import {describe, expect, it} from "vitest";
import {deferHtml, fillIn, linksFrom} from "./deferredHtml.js";

describe("deferHtml", () => {
  it("leaves a comment, which is another for other HTML, and fillIn puts the HTML there", () => {
    const [first, second] = [deferHtml("<p>$& one</p>"), deferHtml("<p>two</p>")];
    expect(first).toMatch(/^<!--[^<>]+-->$/);
    expect(second).not.toBe(first);
    expect(fillIn(`<h1>A</h1>${second}${first}<!--mine-->`, "a.html")).toBe(
      "<h1>A</h1><p>two</p><p>$& one</p><!--mine-->",
    );
  });

  it("is not filled in with what nobody deferred", () => {
    expect(() => fillIn("<!--deferred: 0-->", "nb/a.html")).toThrow("nothing was deferred as 0 (nb/a.html)");
  });
});

describe("linksFrom", () => {
  it.each([
    ["nb/adoption.html", "/nb/sources.html#s-1", "sources.html#s-1"],
    ["nb/adoption.html", "/nb/", "./"],
    ["nb/adoption.html", "/en/?a=1", "../en/?a=1"],
    ["nb/embed/adoption.html", "/nb/adoption.html", "../adoption.html"],
    ["nb/embed/adoption.html", "/", "../../"],
    ["index.html", "/nb/", "nb/"],
    ["nb/adoption.html", "#here", "#here"],
    ["nb/adoption.html", "https://a.example/b", "https://a.example/b"],
  ])("writes on %s the link %s as %s", (file, link, written) => {
    expect(linksFrom(file, `<a class="x" href="${link}">`)).toBe(`<a class="x" href="${written}">`);
  });
});
