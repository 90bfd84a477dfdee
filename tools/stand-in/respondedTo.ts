import type {Column, Responses} from "../../src/lib/statistics/column.js";

/**
 * Rows to keep when an item that was asked and not answered counts as nonresponse: those known to be outside, and those
 * inside who answered all of `items`. Drop the others before the design is made, so that n and N/n of a class are of those
 * who answered. A question that was not put to somebody is another thing: leave it to the domain.
 *
 * @param membership 1 inside the domain, 0 outside, without a response where that is not known
 */
export function respondedTo(items: readonly Pick<Column, "codes">[], {codes, values}: Responses): Uint8Array {
  return Uint8Array.from(codes, (code, row) =>
    Number(code >= 0 && (values[code] === 0 || items.every((item) => item.codes[row] >= 0))),
  );
}
