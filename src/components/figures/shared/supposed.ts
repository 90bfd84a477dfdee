import type {Quantity} from "../../../lib/quantities/quantity.js";

/** A range that follows from what the reader supposed: a rank and a source of its own, wherever it goes. */
export function supposed(quantity: Quantity): Quantity {
  return {
    ...quantity,
    id: `${quantity.id}-supposed`,
    rank: "supposed",
    value: null,
    source: {
      nb: `${quantity.source.nb}, og et tall som leseren har tenkt seg`,
      en: `${quantity.source.en}, and a number that the reader supposed`,
    },
  };
}
