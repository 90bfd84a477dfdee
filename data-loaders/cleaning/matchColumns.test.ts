import {describe, expect, it} from "vitest";
import {cleanTable} from "./cleanTable.js";
import {cleaned, directory, givenTable, libraries, responsesTo} from "./fixtures/givenTable.js";
import {isStandIn} from "./matchColumns.js";

describe("a column", () => {
  it.each([
    ["uses_now"],
    ["Bruker sosiale medier"],
    ["2. Har kommunen tatt i bruk sosiale medier?"],
    ["SM_NOW"],
    ["Q2 Har kommunen tatt i bruk sosiale medier?"],
  ])("headed %j is the one of use", (header) => {
    const {record} = cleaned([
      ["knr", header],
      ["0101", "Ja"],
    ]);
    expect(record.columns).toEqual([
      {header: "knr", readAs: "unit_number"},
      {header, readAs: "uses_now"},
    ]);
  });

  it("in which a file marks two values as missing has no answer in the rows of both", () => {
    const raw = givenTable([
      ["nr", "open_sundays", "loans"],
      ["1", "never", "98"],
      ["2", "never", "99"],
      ["3", "never", "12"],
    ]);
    const columns = raw.columns.map((column) =>
      column.header === "loans" ? {...column, userMissing: new Set(["98", "99"])} : column,
    );
    const {respondents, record} = cleanTable({...raw, columns}, {codebook: libraries, directory});
    expect(responsesTo("loans", respondents)).toEqual(["!noAnswer", "!noAnswer", "12"]);
    expect(record.partial).toBe(2);
  });

  it("that is not in the codebook is said to be left out", () => {
    const {record} = cleaned([
      ["knr", "bruker", "IP-adresse"],
      ["0101", "Ja", "127.0.0.1"],
    ]);
    expect(record.columns[2]).toEqual({header: "IP-adresse", readAs: null});
  });

  it.each([
    [
      "two for the same",
      [
        ["knr", "bruker", "uses_now"],
        ["0101", "Ja", "Ja"],
      ],
      'column for the same as "bruker": "uses_now" (given.csv, column uses_now)',
    ],
    [
      "joined and by option",
      [
        ["knr", "kanaler", "k_facebook"],
        ["0101", "Facebook", "1"],
      ],
      'multiple response both joined and by option: "kanaler" (given.csv, column k_facebook)',
    ],
    [
      "no unit",
      [["bruker"], ["Ja"]],
      'no column that says which unit answered: ["Kommunenummer eller fylkesnummer","Municipality or county number","Kommune eller fylkeskommune","Municipality or county authority"] (given.csv)',
    ],
    [
      "no question",
      [
        ["knr", "pris"],
        ["0101", "7"],
      ],
      'no column with a question of the codebook: ["knr","pris"] (given.csv)',
    ],
  ])("is refused by name: %s", (_, lines, message) => {
    expect(() => cleaned(lines)).toThrow(message);
  });

  it("of units is not asked for by a codebook without them", () => {
    expect(cleaned([["søndag"], ["Aldri"]], libraries).respondents.count).toBe(1);
  });
});

describe("made-up respondents", () => {
  it("are told by what their rows say", () => {
    expect(
      isStandIn(
        givenTable([
          ["data", "bruker"],
          ["stand-in", "Ja"],
        ]),
      ),
    ).toBe(true);
    expect(
      isStandIn(
        givenTable([
          ["data", "bruker"],
          ["", "Ja"],
        ]),
      ),
    ).toBe(false);
    expect(isStandIn(givenTable([["bruker"], ["Ja"]]))).toBe(false);
  });

  it("are not mixed with others", () => {
    const mixed = givenTable([
      ["data", "bruker"],
      ["stand-in", "Ja"],
      ["", "Nei"],
    ]);
    expect(() => isStandIn(mixed)).toThrow('made-up respondents among others: "1 of 2 rows" (given.csv, column data)');
  });
});
