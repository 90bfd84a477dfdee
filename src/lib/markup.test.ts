import fc from "fast-check";
import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {runs} from "../../test/support/sampled.js";
import {escapeHtml, markup, trusted} from "./markup.js";

describe("markup`…`", () => {
  it("escapes what is put in, in text and in attributes", () => {
    const evil = `"><script>alert('&')</script>`;
    const {body} = new JSDOM(markup`<p title="${evil}" lang='${evil}'>${evil}</p>`.html).window.document;
    const [paragraph] = body.children;
    expect(body.children).toHaveLength(1);
    expect(paragraph.children).toHaveLength(0);
    expect(paragraph.getAttribute("title")).toBe(evil);
    expect(paragraph.getAttribute("lang")).toBe(evil);
    expect(paragraph.textContent).toBe(evil);
  });

  it("leaves markup in markup as it is, alone or in a list", () => {
    expect(markup`<ul>${["a", "<"].map((item) => markup`<li>${item}</li>`)}</ul>`.html).toBe(
      "<ul><li>a</li><li>&#60;</li></ul>",
    );
    expect(markup`${trusted("<svg/>")}`.html).toBe("<svg/>");
  });

  it("leaves out null, undefined and false, but not 0 or an empty text", () => {
    expect(markup`[${null}${undefined}${false}]`.html).toBe("[]");
    expect(markup`[${0}${""}]`.html).toBe("[0]");
  });
});

describe("escapeHtml(text)", () => {
  it("is read back as the text it was, whatever that was", () => {
    const {document} = new JSDOM("").window;
    const text = fc.string({unit: "binary"}).filter((each) => !/[\r\0]/.test(each));
    fc.assert(
      fc.property(text, (each) => {
        const element = document.createElement("p");
        element.innerHTML = escapeHtml(each);
        expect(element.textContent).toBe(each);
        element.innerHTML = `<i title="${escapeHtml(each)}"></i>`;
        expect(element.firstElementChild?.getAttribute("title")).toBe(each);
      }),
      {numRuns: runs(12, 40)},
    );
  });
});
