import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {readContext} from "./readContext.js";
import {sourceFolder, sourceReader} from "./readSource.js";

const figuresFile = "context/context-figures.json";
const codingFile = "context/coding.json";
const context = readContext(sourceReader());

describe("readContext() of the real inputs", () => {
  it("finds 46 records and every number that they hold", () => {
    expect(context.records).toHaveLength(46);
    expect(context.values).toHaveLength(77);
  });

  it("says every record and every value in both languages", () => {
    for (const {id, measures, base, period, confidence, comparability} of context.records) {
      for (const text of [measures, period, confidence, comparability, ...(base ? [base] : [])]) {
        expect(text.nb.trim(), id).not.toBe("");
        expect(text.en.trim(), id).not.toBe("");
      }
    }
  });

  it("keeps the record's own number, base, hedge and date", () => {
    expect(context.values.find(({id}) => id === "fi-2015-instagram")).toEqual({
      id: "fi-2015-instagram",
      record: "fi-2015",
      value: 25,
      valueUnit: "percent",
      of: 154,
      count: null,
      approximate: "justOver",
      label: {nb: "Instagram, finske kommuner", en: "Instagram, Finnish municipalities"},
      country: "FI",
      body: "municipalities",
      channel: "instagram",
      definition: "usesChannel",
      date: "2015-06-12",
      series: null,
      subgroup: false,
    });
  });

  it("gives a record without a number no value", () => {
    expect(context.values.filter(({record}) => record === "ks-2014-report")).toEqual([]);
  });

  it("names where each record was read, on the open web", () => {
    for (const {id, publisher, url} of context.records) {
      expect(publisher, id).toBeTruthy();
      expect(url, id).toMatch(/^https?:\/\//);
    }
  });
});

type Row = Record<string, unknown>;

/** The real inputs with some fields of one row of a file, or of one of the coding's lists, rewritten. */
function withRow(list: "figures" | "records" | "values", id: string, part: Row) {
  const change = (rows: Row[]) => rows.map((row) => (row.id === id ? {...row, ...part} : row));
  return () =>
    readContext((file) => {
      const parsed = JSON.parse(readFileSync(`${sourceFolder}${file}`, "utf8"));
      if (file === figuresFile) return JSON.stringify(list === "figures" ? change(parsed) : parsed);
      return JSON.stringify(list === "figures" ? parsed : {...parsed, [list]: change(parsed[list])});
    });
}

describe("readContext() of records and a coding that do not agree", () => {
  const inCoding = (row: string, column: string) => `(${codingFile}, row ${row}, column ${column})`;
  const inFigures = (row: string, column: string) => `(${figuresFile}, row ${row}, column ${column})`;

  it.each([
    [
      "figures",
      "westander-2011-fb",
      {value: 46},
      `value is not in the record’s value: 64 ${inCoding("westander-2011-fb", "value")}`,
    ],
    [
      "values",
      "westander-2011-fb",
      {value: 46},
      `value is not in the record’s value: 46 ${inCoding("westander-2011-fb", "value")}`,
    ],
    [
      "values",
      "iao-2014-02",
      {value: 86},
      `value is not in the record’s percent: 86 ${inCoding("iao-2014-02", "value")}`,
    ],
    [
      "values",
      "skl-2013-14-instagram",
      {value: 90},
      `value is not in the record’s values.Instagram: 90 ${inCoding("skl-2013-14-instagram", "value")}`,
    ],
    [
      "values",
      "ssb-pop-2011-women",
      {value: 57},
      `value is not in the record’s measures: 57 ${inCoding("ssb-pop-2011-women", "value")}`,
    ],
    [
      "values",
      "ssb-pop-2011-women",
      {value: 57, words: "women 57"},
      `value is not in the record’s measures: 57 ${inCoding("ssb-pop-2011-women", "value")}`,
    ],
    [
      "values",
      "ssb-pop-2011-under-35",
      {value: 9},
      `value is not in the record’s measures: 9 ${inCoding("ssb-pop-2011-under-35", "value")}`,
    ],
    [
      "values",
      "fi-2015-reach",
      {value: 154},
      `value is not in the record’s base: 154 ${inCoding("fi-2015-reach", "value")}`,
    ],
    [
      "values",
      "dk-2013",
      {field: "publisher"},
      `value is not in the record’s publisher: 41 ${inCoding("dk-2013", "value")}`,
    ],
    [
      "values",
      "dk-2013",
      {record: "dk-2012"},
      `unknown record: "dk-2012", did you mean "dk-2013"? ${inCoding("dk-2013", "record")}`,
    ],
    [
      "values",
      "skl-2013-14-instagram",
      {field: "values.instagram"},
      `unknown field of a record: "values.instagram", did you mean "values.Instagram"? ${inCoding("skl-2013-14-instagram", "field")}`,
    ],
    [
      "values",
      "dk-2013",
      {definition: "usesChanel"},
      `not one of "usesAny", "usesDigitalChannels", "usesChannel", "wholeBodyPage", "dialogue", "oneWay", "plans", "notUsing", "inactive", "followers", "organisation", "surveyReach": "usesChanel", did you mean "usesChannel"? ${inCoding("dk-2013", "definition")}`,
    ],
    [
      "values",
      "dk-2013",
      {country: "dk"},
      `not one of "NO", "SE", "DK", "FI": "dk", did you mean "DK"? ${inCoding("dk-2013", "country")}`,
    ],
    ["figures", "dk-2013", {country: "D"}, `not one of "NO", "SE", "DK", "FI": "D", did you mean "DK"?`],
    [
      "values",
      "dk-2013",
      {channel: "Facebok"},
      `: "Facebok", did you mean "facebook"? ${inCoding("dk-2013", "channel")}`,
    ],
    ["values", "dk-2013", {country: "SE"}, `country is not the record’s: "SE" ${inCoding("dk-2013", "country")}`],
    [
      "values",
      "dk-2013",
      {valueUnit: "percent"},
      `unit is not the record’s: "percent" ${inCoding("dk-2013", "valueUnit")}`,
    ],
    [
      "values",
      "iao-2014-02",
      {valueUnit: "persons"},
      `unit is not the record’s: "persons" ${inCoding("iao-2014-02", "valueUnit")}`,
    ],
    ["values", "dk-2013", {of: 89}, `number is not in the record: 89 ${inCoding("dk-2013", "of")}`],
    ["values", "dk-2013", {of: 40}, `more than it is out of: 40 ${inCoding("dk-2013", "of")}`],
    ["values", "dk-2013", {of: null}, `number is not in the record: null ${inCoding("dk-2013", "of")}`],
    ["figures", "dk-2013", {of: 89}, `number is not in the record: 98 ${inCoding("dk-2013", "of")}`],
    [
      "values",
      "westander-2011-fb",
      {of: 290},
      `number is not in the record: 290 ${inCoding("westander-2011-fb", "of")}`,
    ],
    [
      "values",
      "westander-2011-fb-reach",
      {of: 210, count: 290},
      `number is not in the record: 210 ${inCoding("westander-2011-fb-reach", "of")}`,
    ],
    ["values", "iao-2014-02", {count: 292}, `number is not in the record: 292 ${inCoding("iao-2014-02", "count")}`],
    ["values", "iao-2014-02", {count: null}, `number is not in the record: null ${inCoding("iao-2014-02", "count")}`],
    [
      "values",
      "iao-2015-04-fylke",
      {value: 18, count: 95},
      `value is not in the record’s measures: 18 ${inCoding("iao-2015-04-fylke", "value")}`,
    ],
    [
      "values",
      "iao-2015-04-fylke",
      {count: 78},
      `number is not in the record: 78 ${inCoding("iao-2015-04-fylke", "count")}`,
    ],
    [
      "values",
      "iao-2013-01",
      {date: "2012-01-05"},
      `date is not the record’s: "2012-01-05" ${inCoding("iao-2013-01", "date")}`,
    ],
    ["values", "iao-2013-01", {date: "2013"}, `date is not the record’s: "2013" ${inCoding("iao-2013-01", "date")}`],
    [
      "values",
      "skl-2012-municipalities-2010",
      {date: "2012"},
      `date is not the record’s: "2012" ${inCoding("skl-2012-municipalities-2010", "date")}`,
    ],
    [
      "values",
      "skl-2013-14-instagram",
      {date: "2013"},
      `date is not the record’s: "2013" ${inCoding("skl-2013-14-instagram", "date")}`,
    ],
    ["values", "iao-2013-01", {date: "5 Jan 2013"}, `not a date: "5 Jan 2013" ${inCoding("iao-2013-01", "date")}`],
    ["figures", "iao-2013-01", {year: 2012}, `year is not the period’s: 2012 ${inFigures("iao-2013-01", "year")}`],
    [
      "figures",
      "iao-2013-01",
      {period: "6 Jan 2013"},
      `period has other numbers than the record’s: "5 January 2013" ${inCoding("iao-2013-01", "period.en")}`,
    ],
    [
      "figures",
      "skl-2012",
      {year: 2013},
      `date is not the record’s: "2010" ${inCoding("skl-2012-municipalities-2010", "date")}`,
    ],
    [
      "figures",
      "iao-2014-02-fylke",
      {value: 17},
      `number is not in the record: 16 ${inCoding("iao-2014-02-fylke", "count")}`,
    ],
    [
      "figures",
      "fi-2014",
      {values: {"response rate": 53.1, more: 7}},
      `number is not coded: 7 ${inFigures("fi-2014", "values.more")}`,
    ],
    ["figures", "dk-2013", {value: "41"}, `expected number, received string: "41" ${inFigures("dk-2013", "value")}`],
    ["figures", "dk-2013", {percent: 141}, `: 141 ${inFigures("dk-2013", "percent")}`],
    ["figures", "dk-2013", {url: "kl.dk"}, `: "kl.dk" ${inFigures("dk-2013", "url")}`],
    ["figures", "dk-2013", {share: 41}, inFigures("dk-2013", "share")],
    [
      "records",
      "dk-2013",
      {base: {nb: "98 kommuner", en: "89 municipalities"}},
      `not the same numbers in both languages: {"nb":"98 kommuner","en":"89 municipalities"} ${inCoding("dk-2013", "base")}`,
    ],
    ["records", "dk-2013", {comparability: {code: "yes", nb: "a", en: "b"}}, inCoding("dk-2013", "comparability.code")],
    ["records", "dk-2013", {id: "dk-2012"}, `record is not coded (${codingFile}, row dk-2013)`],
    ["records", "dk-2013", {id: "dk-2015"}, `value used twice: "dk-2015" ${inCoding("dk-2015", "id")}`],
    ["values", "dk-2013", {id: "dk-2015"}, `value used twice: "dk-2015" ${inCoding("dk-2015", "id")}`],
    ["figures", "dk-2013", {id: "dk-2015"}, `value used twice: "dk-2015" ${inFigures("dk-2015", "id")}`],
    ["values", "dk-2013", {count: 1.5}, inCoding("dk-2013", "count")],
    ["values", "dk-2013", {subgroup: "no"}, inCoding("dk-2013", "subgroup")],
  ] as const)("names the %s %s with %j", (list, id, part, message) => {
    expect(withRow(list, id, part)).toThrow(message);
  });

  it("names a coded record that was never collected", () => {
    const read = (file: string) => {
      const parsed = JSON.parse(readFileSync(`${sourceFolder}${file}`, "utf8"));
      if (file === figuresFile) return JSON.stringify(parsed);
      return JSON.stringify({...parsed, records: [...parsed.records, {...parsed.records[0], id: "no-2099"}]});
    };
    expect(() => readContext(read)).toThrow(
      `coded record does not exist: "no-2099" (${codingFile}, row no-2099, column id)`,
    );
  });

  it.each([
    ["$schema", "../schemas/claims.json", "not the schema of this input, coding.json"],
    ["valeus", [], "unrecognized key"],
  ])("names a coding with %s %j", (key, value, defect) => {
    const read = (file: string) => {
      const text = readFileSync(`${sourceFolder}${file}`, "utf8");
      return file === codingFile ? JSON.stringify({...JSON.parse(text), [key]: value}) : text;
    };
    expect(() => readContext(read)).toThrow(new RegExp(`^${defect}`));
    expect(() => readContext(read)).toThrow(`: ${JSON.stringify(value)} (${codingFile}, column ${key})`);
  });

  it.each(["null", "[]", "{}", '{"records": []}'])("names a coding that is %s", (text) => {
    const read = (file: string) => (file === codingFile ? text : readFileSync(`${sourceFolder}${file}`, "utf8"));
    expect(() => readContext(read)).toThrow(/^(not a list of|no) rows \(context\/coding\.json\)$/);
  });
});
