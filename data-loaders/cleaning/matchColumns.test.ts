import {describe, expect, it} from "vitest";
import {
  betakomm,
  changesOf,
  cleaned,
  directory,
  givenTable,
  libraries,
  responsesTo,
} from "../../test/support/cleaning/givenTable.js";
import type {RawColumn, RawTable} from "../files/rawTable.js";
import {headersOf} from "../inputs/checks/checkCodebook.js";
import {cleanTable} from "./cleanTable.js";
import {isStandIn} from "./matchColumns.js";

describe("a column", () => {
  it.each([
    ["uses_now"],
    ["Bruker sosiale medier"],
    ["2. Har kommunen tatt i bruk sosiale medier?"],
    ["SM_NOW"],
    ["Q2 Har kommunen tatt i bruk sosiale medier?"],
    ["Bru\u200bker"],
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

  it("of a count is the number where the file has words that say no more, and what the words say if they do", () => {
    const raw = givenTable([
      ["nr", "open_sundays", "loans"],
      ...["0", "18", "7", "8"].map((loans, at) => [`${at}`, "never", loans]),
    ]);
    const labels = [
      ["0", "None"],
      ["18", "18 or fewer"],
      ["7", "Skipped"],
      ["8", "Did not count"],
    ] as const;
    const columns = raw.columns.with(2, {...raw.columns[2], valueLabels: new Map(labels)});
    const {respondents} = cleanTable({...raw, columns}, {codebook: libraries, directory});
    expect(responsesTo("loans", respondents)).toEqual(["0", "18", "!noAnswer", "!noAnswer"]);
  });

  it("known by its label alone gives way to one whose header is known", () => {
    const raw = givenTable([
      ["nr", "open_sundays", "v7"],
      ["1", "never", "always"],
    ]);
    const columns = raw.columns.with(2, {...raw.columns[2], label: "Open on Sundays"});
    const {record, respondents} = cleanTable({...raw, columns}, {codebook: libraries, directory});
    expect(record.columns[2]).toEqual({header: "v7", readAs: null});
    expect(responsesTo("open_sundays", respondents)).toEqual(["never"]);
  });

  it("whose header is repeated is for the same as the first, where the codebook has it", () => {
    const raw = givenTable([
      ["nr", "open_sundays", "open_sundays (2)"],
      ["1", "never", "always"],
    ]);
    const columns = raw.columns.with(2, {...raw.columns[2], repeats: "open_sundays"});
    expect(() => cleanTable({...raw, columns}, {codebook: libraries, directory})).toThrow(
      'column for the same as "open_sundays": "open_sundays" (given.csv, column open_sundays (2))',
    );
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
      'no column is a question of the codebook; for the file of another survey npm run draft-codebook drafts one: ["knr","pris"] (given.csv)',
    ],
  ])("is refused by name: %s", (_, lines, message) => {
    expect(() => cleaned(lines)).toThrow(message);
  });

  it("of units is not asked for by a codebook without them", () => {
    expect(cleaned([["søndag"], ["Aldri"]], libraries).respondents.count).toBe(1);
  });
});

describe("a column of SPSS or Stata", () => {
  const spss = (lines: string[][], column: number, of: Partial<RawColumn>): RawTable => {
    const table = givenTable(lines);
    return {...table, columns: table.columns.map((each, at) => (at === column ? {...each, ...of} : each))};
  };
  const clean = (raw: RawTable) => cleanTable(raw, {codebook: betakomm, directory});

  it("says what its values mean; a label without a text says nothing", () => {
    const lines = [
      ["knr", "bruker"],
      ["0101", "7"],
      ["0104", "1"],
    ];
    const valueLabels = new Map([
      ["7", "Nei"],
      ["1", ""],
    ]);
    const file = clean(spss(lines, 1, {valueLabels}));
    expect(responsesTo("uses_now", file.respondents)).toEqual(["no", "yes"]);
    expect(changesOf(file)).toEqual([]);
  });

  it("is known by a label that Stata cut, where the headers that begin so are of one column", () => {
    const lines = [
      ["knr", "bruker", "v9"],
      ["0101", "Ja", ""],
    ];
    const readAs = (label: string, codebook = betakomm) =>
      cleanTable(spss(lines, 2, {label}), {codebook, directory}).record.columns[2].readAs;
    const headers = betakomm.variables.flatMap(headersOf);
    const [header, column] = headers.find(([text]) => text.length > 90) ?? ["", ""];
    expect(readAs(`7. ${header}`.slice(0, 80))).toBe(column);
    expect(readAs(header.slice(0, 79))).toBe(column);
    expect(readAs(header.slice(0, 70))).toBeNull();
    expect(readAs(`${header.slice(0, 79)}#`)).toBeNull();
    const alike = betakomm.variables.map((variable) =>
      variable.name === "uses_now"
        ? {...variable, headers: [...variable.headers, `${header.slice(0, 80)} annet`]}
        : variable,
    );
    expect(readAs(header.slice(0, 80), {...betakomm, variables: alike})).toBeNull();
  });

  it("is missing for the codebook’s reason where a value is declared missing, or else has no answer", () => {
    const lines = [
      ["knr", "bruker", "rolle"],
      ["0101", "98", "1"],
      ["0104", "-7", "1"],
      ["0105", "1", "1"],
    ];
    const file = clean(spss(lines, 1, {userMissing: new Set(["98", "-7"])}));
    expect(responsesTo("uses_now", file.respondents)).toEqual(["!dontKnow", "!noAnswer", "yes"]);
  });

  it("names no unit by a value declared missing", () => {
    const lines = [
      ["knr", "kommune", "bruker"],
      ["9998", "", "Ja"],
      ["0101", "", "Ja"],
    ];
    const {record} = clean(spss(lines, 0, {userMissing: new Set(["9998"])}));
    expect(record.setAside).toEqual([{row: 2, rule: "unit", reason: "noUnit"}]);
  });

  it("counts two values declared missing as one lack", () => {
    const lines = [
      ["nr", "søndag", "utlån"],
      ["1", "Aldri", "-98"],
      ["2", "Aldri", "-99"],
      ["3", "Aldri", "5"],
    ];
    const raw = spss(lines, 2, {userMissing: new Set(["-98", "-99"])});
    expect(cleanTable(raw, {codebook: libraries, directory}).record.partial).toBe(2);
  });

  it("is found by its label, also with the question’s number before it", () => {
    const lines = [
      ["knr", "V7"],
      ["0101", "Ja"],
    ];
    const label = "2. Har kommunen tatt i bruk sosiale medier?";
    expect(clean(spss(lines, 1, {label})).record.columns[1]).toEqual({header: "V7", readAs: "uses_now"});
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
