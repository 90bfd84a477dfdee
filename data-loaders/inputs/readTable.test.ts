import {describe, expect, it} from "vitest";
import {z} from "zod";
import {checkUnique, readCsvTable, readJsonTable, wholeNumber} from "./readTable.js";
import {bothLanguages} from "./schemas/common.js";

const row = z.strictObject({name: z.string(), count: wholeNumber});
const csv = (text: string) => readCsvTable(text, "a.csv", row);

describe("readCsvTable(text, file, schema)", () => {
  it("reads rows by the names in the header, with or without a byte-order mark or empty lines", () => {
    const rows = [{name: "Å", count: 12}];
    expect(csv("name,count\nÅ,12\n")).toEqual(rows);
    expect(csv("\ufeffname,count\r\nÅ,12\r\n\r\n")).toEqual(rows);
    expect(csv('count,name\n"12","Å"')).toEqual(rows);
  });

  it.each(["58%", "5 8", "058", "1e3", "", " 12", "-3", "١٢", "58,0", "58.0"])(
    "takes %j for no number, and names file, line, column and value",
    (text) => {
      expect(() => csv(`name,count\nb,1\na,"${text}"`)).toThrow(
        `not a whole number: ${JSON.stringify(text)} (a.csv, row 3, column count)`,
      );
    },
  );

  it("takes 0 for a number", () => {
    expect(csv("name,count\na,0")).toEqual([{name: "a", count: 0}]);
  });

  it("names the line that has more or fewer cells than the header", () => {
    expect(() => csv("name,count\na,1\nb,2,3")).toThrow(/^not a table: .* \(a\.csv, row 3\)$/);
    expect(() => csv("name,count\na")).toThrow(/^not a table: .* \(a\.csv, row 2\)$/);
  });

  it("names a column that is not known, and one that is missing", () => {
    expect(() => csv("name,count,more\na,1,x")).toThrow('unrecognized key: "more": "x" (a.csv, row 2, column more)');
    expect(() => csv("name,number\na,1")).toThrow(/\(a\.csv, row 2, column count\)$/);
  });

  it("refuses a table without rows", () => {
    expect(() => csv("name,count\n")).toThrow("no rows (a.csv)");
    expect(() => csv("")).toThrow("no rows (a.csv)");
  });
});

describe("readJsonTable(text, file, schema)", () => {
  const schema = z.strictObject({id: z.string(), label: bothLanguages, value: z.number().nullable()});
  const json = (...rows: unknown[]) => readJsonTable(JSON.stringify(rows), "a.json", schema);
  const label = {nb: "ja", en: "yes"};

  it("reads a list of objects, with null as null", () => {
    expect(json({id: "a", label, value: null})).toEqual([{id: "a", label, value: null}]);
  });

  it("names file, row by its id, column and value of what is at fault", () => {
    expect(() => json({id: "a", label, value: 1}, {id: "b", label, value: "58"})).toThrow(
      'invalid input: expected number, received string: "58" (a.json, row b, column value)',
    );
  });

  it("names a row without an id by its number", () => {
    expect(() => json({id: "a", label, value: 1}, {label, value: 1})).toThrow(/\(a\.json, row 2, column id\)$/);
  });

  it("names a column inside another", () => {
    expect(() => json({id: "a", label: {nb: "ja", en: " "}, value: 1})).toThrow(
      /\(a\.json, row a, column label\.en\)$/,
    );
    expect(() => json({id: "a", label: {nb: "ja"}, value: 1})).toThrow(/\(a\.json, row a, column label\.en\)$/);
  });

  it("names a column that is not known", () => {
    expect(() => json({id: "a", label, value: 1, of: 2})).toThrow(
      'unrecognized key: "of": 2 (a.json, row a, column of)',
    );
  });

  it("says what is not JSON, not a list, or empty", () => {
    expect(() => readJsonTable("[{]", "a.json", schema)).toThrow(/^not JSON: .* \(a\.json\)$/);
    expect(() => readJsonTable('[\n  {"a": 1\n   x}\n]', "a.json", schema)).toThrow(/line 3, column 4 \(a\.json\)$/);
    expect(() => readJsonTable("{}", "a.json", schema)).toThrow("not a list of rows (a.json)");
    expect(() => readJsonTable("null", "a.json", schema)).toThrow("not a list of rows (a.json)");
    expect(() => readJsonTable("[]", "a.json", schema)).toThrow("no rows (a.json)");
    expect(() => readJsonTable("[null]", "a.json", schema)).toThrow(/\(a\.json, row 1\)$/);
  });
});

describe("bothLanguages", () => {
  const isGood = (nb: string, en: string) => bothLanguages.safeParse({nb, en}).success;

  it("wants the same numbers in both languages, each written in its own way", () => {
    expect(isGood("53,1 % av 20 000 i 2011", "In 2011, 53.1% of 20,000")).toBe(true);
    expect(isGood("58 % brukte", "57% used")).toBe(false);
    expect(isGood("58 % brukte", "most used")).toBe(false);
    expect(isGood("41 og 41", "41 and 14")).toBe(false);
  });
});

describe("checkUnique(rows, file, column)", () => {
  it("names the value that is used twice", () => {
    expect(() => checkUnique([{id: "a"}, {id: "b"}, {id: "a"}], "a.json", "id")).toThrow(
      'value used twice: "a" (a.json, row a, column id)',
    );
  });
});
