import {expect, it} from "vitest";
import {ColumnBuilder} from "./columnBuilder.js";

it("ColumnBuilder gives back 200,000 texts, each distinct one stored once, however alike they are", () => {
  const texts = Array.from({length: 200_000}, (_, at) =>
    at % 3 ? `k${(at * 7919) % 1000}e` : at % 2 ? "" : `a${at}b`,
  );
  const builder = new ColumnBuilder("x");
  for (const text of texts) builder.push(text);
  const {codes, values} = builder.finish();
  expect(texts.findIndex((text, row) => values[codes[row]] !== text)).toBe(-1);
  expect(new Set(values).size).toBe(values.length);
});
