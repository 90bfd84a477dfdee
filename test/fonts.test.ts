import {describe, expect, it} from "vitest";
import {letters} from "../site/build/output/fonts.js";
import {builtFiles, builtPage} from "./support/builtPage.js";

describe("the site’s faces", () => {
  it.each(builtFiles(".html"))("have every letter of %s", (file) => {
    const {title, body} = builtPage(file);
    const text = [...new Set(title + body.textContent)];
    expect(text.filter((letter) => letter.trim() && !letters.includes(letter))).toEqual([]);
  });
});
