import {describe, expect, it} from "vitest";
import type {Condition} from "../../../src/lib/respondents/condition.js";
import type {ProtectedTables} from "../../../src/lib/respondents/protectedTables.js";
import {codeOfReason, type Respondents, type ResponseColumn} from "../../../src/lib/respondents/respondents.js";
import {Auditor, type Kind} from "../../../test/support/auditor.js";
import {exampleCodebook, exampleRespondents, exampleStandIn} from "../../../test/support/exampleSurvey.js";
import {readCodebook} from "../../inputs/readCodebook.js";
import {sourceReader} from "../../inputs/readSource.js";
import {readRegister} from "../../inputs/register/readRegister.js";
import {buildWeighting, unitClasses} from "../buildWeighting.js";
import {type RespondentGrouping, registerGroupings} from "../registerGroupings.js";
import {protectedTables, protectedTablesCsv, protectedTablesJson} from "./protectedTables.js";

const read = sourceReader();
const codebook = readCodebook(read);
const units = readRegister(read);

/** Numbers from 0 to 1 that are the same every time. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

type Answers = Record<string, string | readonly string[]>;

function answersOf(random: () => number): Answers {
  const answers: Answers = {};
  const holds = ({variable, comparisons}: Condition) =>
    [answers[variable]].flat().some((said) => comparisons.some(({code}) => code === said));
  for (const variable of codebook.variables) {
    const at = Math.floor(random() ** 1.6 * 1000);
    if (!variable.universe.every(holds)) answers[variable.name] = "notAsked";
    else if (random() < 0.04) answers[variable.name] = "noAnswer";
    else if (variable.type === "single") answers[variable.name] = pick(variable.categories, at).code;
    else if (variable.type === "multiple")
      answers[variable.name] = variable.categories.filter((_, k) => random() < 0.7 / (k + 1)).map(({code}) => code);
    else if (variable.type === "count") answers[variable.name] = at < 300 ? "1" : String(2 + (at % 9));
  }
  return answers;
}

const pick = <T>(list: readonly T[], thousandth: number): T => list[Math.floor((thousandth / 1000) * list.length)];

/** Every unit of the register, answering at random: the most that can be known of a file, for nobody is left out. */
function everyUnit(): Respondents {
  const random = randomNumbers(2011);
  const numbers = unitClasses(units).flatMap((each) => each.units);
  const answers = numbers.map(() => answersOf(random));
  const column = (
    name: string,
    variable: string,
    option: string | null,
    categories: readonly string[],
  ): ResponseColumn => ({
    name,
    variable,
    option,
    categories,
    codes: Int32Array.from(answers, ({[variable]: given}) => {
      if (given === "notAsked" || given === "noAnswer") return codeOfReason(given);
      return option === null ? categories.indexOf(given as string) : Number(given.includes(option));
    }),
  });
  const columns = codebook.variables.flatMap((variable) => {
    const {name} = variable;
    if (variable.type === "multiple")
      return variable.categories.map(({code}) => column(`${name}_${code}`, name, code, ["no", "yes"]));
    if (variable.type === "single")
      return [
        column(
          name,
          name,
          null,
          variable.categories.map(({code}) => code),
        ),
      ];
    const counts = Array.from({length: 10}, (_, at) => String(at + 1));
    return variable.type === "count" ? [column(name, name, null, counts)] : [];
  });
  const unit = {name: "unit_number", variable: "unit_number", option: null, categories: numbers};
  const codes = Int32Array.from(numbers.keys());
  return {
    codebook: codebook.id,
    count: numbers.length,
    rank: "estimated",
    rowNumbers: codes,
    columns: [{...unit, codes}, ...columns],
  };
}

const respondents = everyUnit();
const groupings = registerGroupings(buildWeighting(codebook, respondents, units));
const tables = protectedTables(codebook, respondents, groupings);

/** Somebody who knows every published number of one question, and which units answered it. */
function auditorOf(table: ProtectedTables["tables"][number]): Auditor {
  const column = columnOf(table.column);
  const bandOf = (code: number) => (code < 0 ? code : Math.min(code, table.categories.length - 1));
  const all = Array.from(column.codes, (code, i): Kind => ({groups: groupsOf(i), answers: {it: bandOf(code)}}));
  const answered = all.filter(({answers}) => answers.it >= 0);
  const places = [...new Map(answered.map(({groups}) => [groups.join(" "), groups])).values()];
  const number = (counts: (kind: Kind) => boolean) => ({counts, equal: answered.filter(counts).length});
  const isIn = (place: readonly number[]) => (kind: Kind) => kind.groups.every((group, at) => group === place[at]);
  const rows = groupings.flatMap(({id}, at) =>
    table.by[id].flatMap(({status}, group) =>
      status === "published"
        ? table.categories.map((_, it) => number(({groups, answers}) => groups[at] === group && answers.it === it))
        : [],
    ),
  );
  const total = table.categories.map((_, it) => number(({answers}) => answers.it === it));
  return new Auditor(
    places.flatMap((groups) => table.categories.map((_, it) => ({groups, answers: {it}}))),
    [...places.map((place) => number(isIn(place))), ...rows, ...(table.all.status === "published" ? total : [])],
  );
}

/** The three smallest hidden rows of either grouping in which anybody answered: the hardest to hide. */
function smallestHidden(table: ProtectedTables["tables"][number]): {at: number; group: number; base: number}[] {
  const {codes} = columnOf(table.column);
  return groupings.flatMap(({id}, at) =>
    table.by[id]
      .map(({status}, group) => ({
        status,
        at,
        group,
        base: codes.filter((code, i) => code >= 0 && groupsOf(i)[at] === group).length,
      }))
      .filter(({status, base}) => status === "suppressed" && base > 0)
      .sort((a, b) => a.base - b.base)
      .slice(0, 3),
  );
}

const groupsOf = (i: number) => groupings.map(({groupOf}) => groupOf[i]);
const columnOf = (name: string) => respondents.columns.find((each) => each.name === name) as ResponseColumn;

describe("protectedTables", () => {
  it("are one for each question and option, of all and by county and size", () => {
    const counted = codebook.variables.flatMap((variable) => {
      if (variable.type === "multiple") return variable.categories.map(({code}) => `${variable.name} ${code}`);
      return variable.type === "single" || variable.type === "count" ? [`${variable.name} null`] : [];
    });
    expect(tables.tables.map(({variable, option}) => `${variable} ${option}`)).toEqual(counted);
    expect(tables.groupings.map(({id, groups}) => [id, groups.length])).toEqual([
      ["county", 19],
      ["size", 5],
    ]);
    expect(tables.tables.every(({by}) => by.county.length === 19 && by.size.length === 5)).toBe(true);
    const published = tables.tables.flatMap(({by}) => by.county).filter(({status}) => status === "published");
    expect(published.length).toBeGreaterThan(300);
  });

  it("never show a base under five, nor Oslo, which is one municipality", () => {
    const rows = tables.tables.flatMap(({all, by}) => [all, ...by.county, ...by.size]);
    const bases = rows.flatMap((row) => (row.status === "published" ? [row.unweightedBase] : []));
    expect(Math.min(...bases)).toBeGreaterThanOrEqual(5);
    expect(tables.tables.every(({by}) => by.county[2].group === "03" && by.county[2].status !== "published")).toBe(
      true,
    );
  });

  it("tell no hidden number of a file of 448 exactly, even to one who knows which units answered", () => {
    let audited = 0;
    for (const table of tables.tables.filter(({categories}) => categories.length === 2)) {
      const auditor = auditorOf(table);
      for (const {at, group, base} of smallestHidden(table)) {
        const {least, greatest} = auditor.audit(({groups, answers}) => groups[at] === group && answers.it === 1);
        expect(greatest - least).toBeGreaterThan(Math.min(3, base) - 1e-6);
        audited++;
      }
    }
    expect(audited).toBeGreaterThan(80);
  });

  it("put counts in two bands, and have no row for free text or units", () => {
    const given = protectedTables(exampleCodebook, exampleRespondents, []);
    expect(given.tables.map(({column}) => column)).toEqual(["uses", "channels_facebook", "channels_blog", "pages"]);
    expect(given.tables[3].categories.map(({code}) => code)).toEqual(["1", "2+"]);
  });

  it("put counts in the bands that the codebook has", () => {
    const label = {nb: "Noen", en: "Some"};
    const bands = [0, 3, 5].map((from) => ({from, code: `from_${from}`, label}));
    const variables = codebook.variables.map((each) => (each.type === "count" ? {...each, least: 0, bands} : each));
    const [count] = variables.filter(({type}) => type === "count");
    const numbers = [...Array(40).fill("1"), ...Array(30).fill("4"), ...Array(25).fill("7")];
    const categories = ["1", "4", "7"];
    const column = {
      name: count.name,
      variable: count.name,
      option: null,
      categories,
      codes: Int32Array.from(numbers, (number) => categories.indexOf(number)),
    };
    const respondents = {...exampleRespondents, count: numbers.length, columns: [column]};
    const [table] = protectedTables({...codebook, variables: [count]}, respondents, []).tables;
    expect(table.categories.map(({code}) => code)).toEqual(["from_0", "from_3", "from_5"]);
    expect(table.all).toMatchObject({unweightedBase: 95, unweightedCounts: [40, 30, 25]});
  });

  it("say that respondents are made up, in every line and in the head", () => {
    const grouping: RespondentGrouping = {
      id: "half",
      label: {nb: "Halvdel", en: "Half"},
      groups: [{code: "a", label: {nb: "A", en: "A"}, population: 6}],
      groupOf: new Int32Array(6),
    };
    const given = protectedTables(exampleCodebook, exampleStandIn, [grouping]);
    const [, first] = protectedTablesCsv(given).split("\r\n");
    expect(first).toBe("stand-in,uses,Bruker sosiale medier,Uses social media,all,all,suppressed,,yes,Ja,Yes,");
    expect(JSON.parse(protectedTablesJson(given))).toMatchObject({data: "stand-in", rank: "standIn"});
  });
});
