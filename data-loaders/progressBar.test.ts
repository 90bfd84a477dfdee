import {describe, expect, it} from "vitest";
import {progressBar} from "./progressBar.js";

function terminal(isTTY: boolean) {
  const written: string[] = [];
  return {isTTY, written, write: (text: string) => written.push(text)};
}

describe("a progress bar", () => {
  it("is drawn in place, only when it has moved, and taken away at the end", () => {
    const shown = terminal(true);
    const {progress, end} = progressBar(shown);
    progress("reading", 0.5);
    progress("reading", 0.5001);
    progress("cleaning", 1);
    end();
    expect(shown.written).toHaveLength(3);
    expect(shown.written[0]).toBe(`\rreading  ${"█".repeat(15)}${"░".repeat(15)}  50 %`);
    expect(shown.written[1]).toContain("100 %");
    expect(shown.written[2].trim()).toBe("");
  });

  it("is not there where the output is no terminal", () => {
    const piped = terminal(false);
    const {progress, end} = progressBar(piped);
    progress("reading", 0.5);
    end();
    expect(piped.written).toEqual([]);
  });
});
