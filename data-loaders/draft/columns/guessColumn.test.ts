import {describe, expect, it} from "vitest";
import {givenTable} from "../../../test/support/cleaning/givenTable.js";
import type {RawColumn} from "../../files/rawTable.js";
import {profileOf} from "./columnProfile.js";
import {guessColumn} from "./guessColumn.js";

/** Cells one after the other, over and over, in a column of some rows. */
function guessed(
  header: string,
  cells: readonly string[],
  {rows = 60, ...said}: Partial<RawColumn> & {rows?: number} = {},
) {
  const lines = Array.from({length: rows}, (_, at) => [cells[at % cells.length].replace("#", String(at))]);
  const [column] = givenTable([[header], ...lines]).columns;
  return guessColumn(profileOf({...column, ...said}, rows), {exported: null, weightedBy: undefined, isText: true});
}

/** Without the evidence; of answers their texts alone. */
function kindOf(header: string, cells: readonly string[], said?: Partial<RawColumn> & {rows?: number}) {
  const {because: _, ...guess} = guessed(header, cells, said);
  if (guess.type === "single") return {...guess, answers: guess.answers.map(({text}) => text)};
  if (guess.type === "count") return {...guess, numbers: undefined};
  return guess.type === "joined" ? {...guess, options: guess.options.map(({text}) => text)} : guess;
}

describe("a column", () => {
  it.each([
    ["answers by frequency", ["red", "blue", "red", ""], {isOrdered: false, answers: ["red", "blue"]}],
    ["“other” last", ["Other", "Other", "a"], {isOrdered: false, answers: ["a", "Other"]}],
    [
      "steps of a scale in order",
      ["Agree", "Disagree", "Neutral"],
      {isOrdered: true, answers: ["Disagree", "Neutral", "Agree"]},
    ],
    ["Norwegian steps", ["ofte", "aldri", "av og til"], {isOrdered: true, answers: ["aldri", "av og til", "ofte"]}],
    [
      "Norwegian agreement",
      ["Helt enig", "Ganske enig", "Verken eller", "Helt uenig", "Ganske uenig"],
      {isOrdered: true, answers: ["Helt uenig", "Ganske uenig", "Verken eller", "Ganske enig", "Helt enig"]},
    ],
    [
      "steps without spaces",
      ["very", "notvery", "somewhat"],
      {isOrdered: true, answers: ["notvery", "somewhat", "very"]},
    ],
    [
      "commas within",
      ["Men, old", "Men, young", "Women, old", "Women, young"],
      {isOrdered: false, answers: ["Men, old", "Men, young", "Women, old", "Women, young"]},
    ],
    [
      "bands of numbers",
      ["18–24", "under 18", "65+", "25 – 64"],
      {isOrdered: true, answers: ["under 18", "18–24", "25 – 64", "65+"]},
    ],
    [
      "bands with signs",
      [">35", "<25", "30-35", "25-29"],
      {isOrdered: true, answers: ["<25", "25-29", "30-35", ">35"]},
    ],
    ["decimals", ["1.5-2l", "<1l", ">2l", "1-1.5l"], {isOrdered: true, answers: ["<1l", "1-1.5l", "1.5-2l", ">2l"]}],
    ["amounts", ["$100K+", "<$50K", "$50-99K"], {isOrdered: true, answers: ["<$50K", "$50-99K", "$100K+"]}],
    [
      "steps of which two are close",
      ["Fairly likely", "Somewhat likely", "Very likely", "Neither likely nor unlikely"],
      {
        isOrdered: true,
        answers: ["Neither likely nor unlikely", "Somewhat likely", "Fairly likely", "Very likely"],
      },
    ],
    [
      "how often something contributes",
      ["Always contributes", "Never contributes", "Sometimes contributes"],
      {isOrdered: true, answers: ["Never contributes", "Sometimes contributes", "Always contributes"]},
    ],
    [
      "degrees",
      ["Very familiar", "Not familiar", "Fairly familiar"],
      {isOrdered: true, answers: ["Not familiar", "Fairly familiar", "Very familiar"]},
    ],
    [
      "intervals of time",
      ["Weekly", "Never", "Quarterly", "Daily"],
      {isOrdered: true, answers: ["Never", "Quarterly", "Weekly", "Daily"]},
    ],
    ["numbers in words", ["four", "Two", "eight"], {isOrdered: true, answers: ["Two", "four", "eight"]}],
    ["words joined by _", ["Very_High", "Low", "Medium"], {isOrdered: true, answers: ["Low", "Medium", "Very_High"]}],
    [
      "steps in words that all have",
      ["High level of education", "Low level of education", "Intermediate level of education"],
      {
        isOrdered: true,
        answers: ["Low level of education", "Intermediate level of education", "High level of education"],
      },
    ],
    [
      "names with numbers unordered",
      ["Region 3", "Region 1", "Region 2"],
      {isOrdered: false, answers: ["Region 3", "Region 1", "Region 2"]},
    ],
    ["codes of a scale", ["1", "2", "3", "4", "5", "99"], {isOrdered: true, answers: ["1", "2", "3", "4", "5"]}],
    ["spellings that differ in case once", ["Yes", "yes", "Yes", "No"], {isOrdered: false, answers: ["Yes", "No"]}],
  ])("has %s", (_, cells, expected) => {
    expect(kindOf("q", cells)).toEqual({type: "single", ...expected});
  });

  it.each([
    ["How many children", ["0", "1", "2", "3"], {type: "count", least: 0, greatest: 3}],
    ["Age", ["34", "51", "-9", "27", "998"], {type: "count", least: 0, greatest: 51}],
    ["Income", ["100", "2500", "99"], {type: "count", least: 0, greatest: 2500}],
    ["Wage", ["5.1", "4,95"], {type: "count", least: 0, greatest: 5.1, decimals: true}],
    ["Share", [".5", "1.25", "-,75"], {type: "count", least: -0.75, greatest: 1.25, decimals: true}],
    ["Rate", ["1e-05", "0.2", "1.5E-3"], {type: "count", least: 0, greatest: 0.2, decimals: true}],
    ["Income", ["1e+05", "250"], {type: "count", least: 0, greatest: 100000}],
    ["Wait", ["0.000", "5.000", "17.000"], {type: "count", least: 0, greatest: 17}],
    ["Wait", ["1500", "2.125"], {type: "count", least: 0, greatest: 1500, decimals: true}],
    ["Paid", ["1#"], {type: "count", least: 0, greatest: 159}],
    ["ResponseId", ["1#"], {type: "id"}],
    ["nr", ["1#"], {type: "id"}],
    ["When", ["2024-03-01", "31.3.2024 12:30", ""], {type: "date"}],
    ["Number of employees", ["1#"], {type: "count", least: 0, greatest: 159}],
    ["Comment", ["I think that #", ""], {type: "text"}],
    ["Which", ["a; b", "b;c", "a", ""], {type: "joined", options: ["a", "b", "c"]}],
    [
      "Which",
      ["Books, maps", "Books, tools and such", "Maps"],
      {type: "joined", options: ["Books", "maps", "tools and such"]},
    ],
    ["I agree", ["x", ""], {type: "joined", options: ["I agree"]}],
  ])("headed %j of %j is %j", (header, cells, expected) => {
    expect(kindOf(header, cells)).toEqual(expected);
  });

  it.each([
    ["Empty", [""], "no answer in it"],
    ["Same", ["a"], "the same in every row"],
    ["wt", ["0.8", "1.25"], "weight by its name, from 0.8 to 1.25"],
    ["SDMVPSU", ["1", "2", "3"], "clusters by its name, from 1 to 3"],
    ["Stratum", ["75", "77", "89"], "strata by its name, from 75 to 89"],
    ["E-mail", ["a#@example.org"], "its header says that it tells who answered"],
    ["Your name:", ["Kari", "Ola"], "its header says that it tells who answered"],
    ["Income", ["1.500", "900"], "numbers that can be read in two ways, such as 1.500"],
    ["Income", ["12,250", "1,500"], "numbers that can be read in two ways, such as 12,250"],
    ["When", ["03/04/2024", "05/06/2024"], "dates that can be read in two ways, such as 03/04/2024"],
  ])("headed %j of %j is left out: %s", (header, cells, because) => {
    const guess = guessed(header, cells);
    expect(guess.type).toBe("leftOut");
    expect(guess.because[0]).toContain(because);
  });

  it("has a usual answer that one alone gave, and options with commas in brackets", () => {
    const cells = [...Array<string>(59).fill("Yes"), "No"];
    expect(kindOf("q", cells)).toMatchObject({answers: ["Yes", "No"]});
    const options = ["Health (heart, lungs)", "Age"];
    expect(kindOf("q", [options.join(", "), options[0], options[1]])).toMatchObject({type: "joined", options});
  });

  it("has an answer for what respondents wrote alone, if it is more than may be lost", () => {
    const cells = [...Array<string>(25).fill("Car"), ...Array<string>(25).fill("Bus"), ..."abcd".split("")];
    expect(guessed("q", cells, {rows: 54})).toMatchObject({type: "single", hasOwnWords: true});
    expect(guessed("q", cells.slice(0, 52), {rows: 52})).not.toHaveProperty("hasOwnWords");
    const joined = ["Car; Bus", "Car", "Bus", "Car; Bus; Tram", "Bus; Tram", "Car; my own #"];
    expect(guessed("q", joined)).toMatchObject({type: "joined", hasOwnWords: true});
  });

  it("is numbers with a few texts among them, each seen once", () => {
    const cells = Array.from({length: 60}, (_, at) => (at === 7 ? "-Infinity" : `${at * 3}`));
    expect(kindOf("Paid", cells)).toMatchObject({type: "count", greatest: 177});
    expect(guessed("Paid", cells).because).toContain("1 text seen once left out: no number");
    expect(kindOf("Size", ["1", "2", "3", "4", "5 or more"])).toMatchObject({type: "single"});
  });

  it("leaves out what one respondent alone wrote, but for steps of a scale and in few rows", () => {
    const cells = [
      ...Array<string>(59)
        .fill("")
        .map((_, at) => (at % 2 ? "Yes" : "No")),
      "Ask my neighbour",
    ];
    expect(guessed("q", cells).because).toContain("1 answer seen once left out: perhaps in the respondent's own words");
    expect(kindOf("q", cells)).toMatchObject({answers: ["No", "Yes"]});
    expect(
      kindOf("q", [...cells.slice(0, 59).map((text) => (text === "Yes" ? "Often" : "Always")), "Never"]),
    ).toMatchObject({
      answers: ["Never", "Often", "Always"],
    });
    const few = ["a", "b", "a", "b", "a", "c"];
    expect(kindOf("q", few, {rows: 6})).toMatchObject({answers: ["a", "b", "c"]});
    expect(guessed("q", few, {rows: 6}).because).toContain(
      "1 answer given by one respondent alone: look whether it was one to choose",
    );
  });
});

describe("a column of a file that has words for values", () => {
  const labels = (...pairs: [string, string][]) => ({valueLabels: new Map(pairs)});

  it("has the answers in the order of their values, those that nobody gave too", () => {
    const said = labels(["1", "Red"], ["2", "Blue"], ["3", "Green"], ["9", "Don't know"]);
    expect(kindOf("q", ["2", "1", "9"], said)).toEqual({
      type: "single",
      isOrdered: false,
      answers: ["Red", "Blue", "Green"],
    });
    expect(kindOf("q", ["2", "1"], {...said, measure: "ordinal"})).toMatchObject({isOrdered: true});
    expect(kindOf("q", ["2", "1"], {...said, measure: "scale"})).toMatchObject({isOrdered: false});
  });

  it("has steps without words between those with words", () => {
    const said = labels(["0", "Not at all"], ["10", "Completely"]);
    const cells = Array.from({length: 11}, (_, at) => String(at));
    expect(kindOf("q", cells, said)).toMatchObject({
      isOrdered: true,
      answers: ["Not at all", "1", "2", "3", "4", "5", "6", "7", "8", "9", "Completely"],
    });
  });

  it("is a count if it has words for the first and last of many numbers", () => {
    const cells = Array.from({length: 40}, (_, at) => String(at + 18));
    const said = labels(["18", "18 or younger"], ["57", "57 or older"]);
    expect(kindOf("age", cells, {...said, rows: 80})).toEqual({type: "count", least: 0, greatest: 57});
  });

  it("is a count if it has words only for those that are none", () => {
    const cells = Array.from({length: 40}, (_, at) => String(at + 18));
    const said = {...labels(["999", "Refused"]), userMissing: new Set(["999"])};
    expect(kindOf("age", [...cells, "999"], {...said, rows: 82})).toEqual({type: "count", least: 0, greatest: 57});
  });
});
