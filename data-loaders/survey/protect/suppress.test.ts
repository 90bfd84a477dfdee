import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {notAsked, noAnswer as unanswered} from "../../../src/lib/respondents/respondents.js";
import {Auditor, type Kind, type Known} from "../../../test/support/auditor.js";
import {runs} from "../../../test/support/sampled.js";
import {isPublishable} from "./isPublishable.js";
import type {Grouping, Question} from "./question.js";
import {type RowStatus, type Suppression, suppress, tolerance} from "./suppress.js";

/** A survey of two steps of routing: use, and of users a channel, and of those on it two kinds of pages; else plans. */
const routed: Record<string, {dependsOn: string[]; isAsked: (answers: Kind["answers"]) => boolean}> = {
  uses: {dependsOn: [], isAsked: () => true},
  channel: {dependsOn: ["uses"], isAsked: ({uses}) => uses === 1},
  pages: {dependsOn: ["channel"], isAsked: ({channel}) => channel === 1},
  plans: {dependsOn: ["uses"], isAsked: ({uses}) => uses === 0},
};
const names = Object.keys(routed);

interface Survey {
  questions: Question[];
  groupings: Grouping[];
  respondents: Kind[];
}

function surveyOf(respondents: Kind[], groups: readonly number[]): Survey {
  return {
    respondents,
    groupings: groups.map((number, at) => ({
      groups: number,
      groupOf: Int32Array.from(respondents, (each) => each.groups[at]),
    })),
    questions: names.map((name) => ({
      name,
      categories: 2,
      isOption: name === "channel",
      dependsOn: routed[name].dependsOn,
      answers: Int32Array.from(respondents, ({answers}) => answers[name]),
    })),
  };
}

/** Every way to answer that the routing allows. */
const everyAnswer = names.reduce<Kind["answers"][]>(
  (ways, name) =>
    ways.flatMap((answers) =>
      (routed[name].isAsked(answers) ? [0, 1, unanswered] : [notAsked]).map((each) => ({...answers, [name]: each})),
    ),
  [{}],
);

const counties = 4;
const sizes = 3;

const surveys: fc.Arbitrary<Survey> = fc
  .record({
    counties: fc.array(fc.nat({max: counties - 1}), {minLength: 30, maxLength: 90}),
    sizes: fc.array(fc.nat({max: sizes - 1}), {minLength: 90, maxLength: 90}),
    answers: fc.array(fc.nat({max: everyAnswer.length - 1}), {minLength: 90, maxLength: 90}),
    isLone: fc.boolean(),
    isNested: fc.boolean(),
  })
  .map(({counties: countyOf, sizes: sizeOf, answers, isLone, isNested}) => {
    const all = countyOf.map((county, i): Kind => {
      // Nested: in each county units of one size only, so that either table nearly is the other.
      const size = isNested ? county % sizes : sizeOf[i];
      return {groups: [county, size], answers: everyAnswer[answers[i]]};
    });
    // As Oslo: a county of one, of the largest size.
    const lone: Kind = {groups: [0, sizes - 1], answers: everyAnswer[answers[0]]};
    return surveyOf(isLone ? [...all.filter(({groups}) => groups[0] > 0), lone] : all, [counties, sizes]);
  });

/** What somebody may know: every published row, and of each unit whether it answered. */
function published({respondents}: Survey, rows: ReadonlyMap<string, Suppression>): Known[] {
  const number = (counts: Known["counts"]) => ({counts, equal: respondents.filter(counts).length});
  const whoAnswered = Array.from({length: counties * sizes}, (_, at) =>
    number(({groups: [county, size]}) => county * sizes + size === at),
  );
  const numbers = [...rows].flatMap(([name, {all, groups}]) =>
    [0, 1].flatMap((answer) => {
      const gave = (kind: Kind) => kind.answers[name] === answer;
      const isPublished = (status: RowStatus) => status === "published";
      return [
        ...(isPublished(all) ? [number(gave)] : []),
        ...groups.flatMap((statuses, at) =>
          statuses.flatMap((status, group) =>
            isPublished(status) ? [number((kind) => gave(kind) && kind.groups[at] === group)] : [],
          ),
        ),
      ];
    }),
  );
  return [...whoAnswered, ...numbers];
}

function auditorOf(survey: Survey, rows: ReadonlyMap<string, Suppression>): Auditor {
  const places = Array.from({length: counties * sizes}, (_, at) => [Math.floor(at / sizes), at % sizes]);
  const kinds = places.flatMap((groups) => everyAnswer.map((answers) => ({groups, answers})));
  return new Auditor(kinds, published(survey, rows));
}

/** How wide the range of a count could be at most: as if only the number of all that gave the answer were known. */
function widest(respondents: readonly Kind[], name: string, isInside: Known["counts"], answer: number): number {
  const answered = respondents.filter(({answers}) => answers[name] > unanswered);
  const count = (inside: boolean, gave: boolean) =>
    answered.filter((kind) => isInside(kind) === inside && (kind.answers[name] === answer) === gave).length;
  return Math.min(count(true, true), count(false, false)) + Math.min(count(true, false), count(false, true));
}

function eachRow(rows: ReadonlyMap<string, Suppression>) {
  return [...rows].flatMap(([name, {all, groups}]) =>
    groups.flatMap((statuses, at) => statuses.map((status, group) => ({name, all, status, at, group}))),
  );
}

/** Hidden counts that what is published tells too closely. */
function toldTooClosely(survey: Survey, rows: ReadonlyMap<string, Suppression>) {
  const auditor = auditorOf(survey, rows);
  return eachRow(rows).flatMap(({name, all, status, at, group}) => {
    if (status !== "suppressed") return [];
    const isInside = (kind: Kind) => kind.groups[at] === group;
    return [0, 1].flatMap((answer) => {
      const counts = (kind: Kind) => isInside(kind) && kind.answers[name] === answer;
      const {least, greatest} = auditor.audit(counts);
      const count = survey.respondents.filter(counts).length;
      expect(count).toBeGreaterThan(least - 1e-6);
      expect(count).toBeLessThan(greatest + 1e-6);
      const base = survey.respondents.filter((kind) => isInside(kind) && kind.answers[name] > unanswered).length;
      const possible = all === "suppressed" ? base : widest(survey.respondents, name, isInside, answer);
      const isWide = greatest - least > Math.min(tolerance, possible) - 1e-6;
      return isWide ? [] : [{name, at, group, answer, least, greatest, possible}];
    });
  });
}

describe("suppress", () => {
  it("leaves any of four whole numbers in a row open", () => {
    expect(tolerance).toBe(3);
  });

  it("lets nobody who knows every published number tell a hidden one closer than the tolerance", () => {
    fc.assert(
      fc.property(surveys, (survey) => {
        expect(toldTooClosely(survey, suppress(survey.questions, survey.groupings))).toEqual([]);
      }),
      {numRuns: runs(30, 60)},
    );
  });

  it("calls not applicable only what published numbers say anyway", () => {
    fc.assert(
      fc.property(surveys, (survey) => {
        const rows = suppress(survey.questions, survey.groupings);
        const auditor = auditorOf(survey, rows);
        for (const {name, status, at, group} of eachRow(rows)) {
          if (status !== "notApplicable") continue;
          const isAsked = (kind: Kind) => kind.groups[at] === group && kind.answers[name] > unanswered;
          expect(auditor.audit(isAsked).greatest).toBeCloseTo(0, 6);
        }
      }),
      {numRuns: 25},
    );
  });

  it("publishes no row that tells too much by itself, and no sum of hidden rows that does", () => {
    fc.assert(
      fc.property(surveys, ({questions, groupings, respondents}) => {
        const rows = suppress(questions, groupings);
        for (const {name, isOption} of questions) {
          const countsOf = (isInside: Known["counts"]) =>
            [0, 1].map((each) => respondents.filter((kind) => isInside(kind) && kind.answers[name] === each).length);
          const {all, groups} = rows.get(name) as Suppression;
          if (all !== "published") continue;
          for (const [at, statuses] of groups.entries()) {
            for (const [group, status] of statuses.entries())
              if (status === "published")
                expect(
                  isPublishable(
                    countsOf((kind) => kind.groups[at] === group),
                    isOption,
                  ),
                ).toBe(true);
            const hidden = countsOf((kind) => statuses[kind.groups[at]] === "suppressed");
            if (statuses.includes("suppressed")) expect(isPublishable(hidden, isOption)).toBe(true);
          }
        }
      }),
      {numRuns: runs(100, 200)},
    );
  });

  it("keeps hidden rows from being worked out where small rows alone were not enough", () => {
    const survey = surveyOf(
      [
        ...people(3, [0, 0], {uses: 1}),
        ...people(6, [1, 0], {uses: 1}),
        ...people(6, [1, 1], {uses: 0}),
        ...people(6, [2, 1], {uses: 1}),
        ...people(6, [2, 2], {uses: 0}),
        ...people(4, [3, 2], {uses: 1}),
        ...people(4, [3, 0], {uses: 0}),
      ],
      [counties, sizes],
    );
    const [uses] = survey.questions;
    const smallOnly = new Map<string, Suppression>([
      [
        "uses",
        {
          all: "published",
          groups: [
            ["suppressed", "published", "published", "published"],
            ["published", "published", "published"],
          ],
        },
      ],
    ]);
    const [told] = toldTooClosely(survey, smallOnly);
    expect(told).toMatchObject({group: 0, answer: 0});
    expect(told.greatest - told.least).toBeCloseTo(0, 6);
    const rows = suppress([uses], survey.groupings);
    expect(rows.get("uses")?.groups[0].filter((status) => status === "suppressed").length).toBeGreaterThan(1);
    expect(toldTooClosely(survey, rows)).toEqual([]);
  });

  it("hides with a question, in the same group, all that only some of its answers were asked", () => {
    const survey = surveyOf(
      [
        ...people(5, [0, 0], {uses: 1, channel: 1, pages: 0}),
        ...people(4, [0, 1], {uses: 1, channel: 0}),
        ...[1, 2, 3].flatMap((county) => [
          ...people(6, [county, 0], {uses: 1, channel: 1, pages: 0}),
          ...people(6, [county, 1], {uses: 1, channel: 1, pages: 1}),
          ...people(6, [county, 1], {uses: 1, channel: 0}),
          ...people(6, [county, 2], {uses: 0, plans: 0}),
          ...people(6, [county, 2], {uses: 0, plans: 1}),
        ]),
      ],
      [counties, sizes],
    );
    const rows = suppress(survey.questions, survey.groupings);
    expect(isPublishable([4, 5], true)).toBe(true);
    for (const name of names) expect(rows.get(name)?.groups[0][0]).toBe("suppressed");
    expect(rows.get("uses")?.groups[0]).toContain("published");
  });

  it("hides a question altogether when all gave the same answer", () => {
    const survey = surveyOf(people(20, [1, 1], {uses: 1, channel: 1}), [counties, sizes]);
    const rows = suppress(survey.questions, survey.groupings);
    expect(rows.get("uses")).toEqual({
      all: "suppressed",
      groups: [
        ["notApplicable", "suppressed", "notApplicable", "notApplicable"],
        ["notApplicable", "suppressed", "notApplicable"],
      ],
    });
  });
});

function people(number: number, groups: number[], given: Kind["answers"]): Kind[] {
  const answers: Record<string, number> = {};
  for (const name of names) answers[name] = given[name] ?? (routed[name].isAsked(answers) ? unanswered : notAsked);
  return Array.from({length: number}, () => ({groups, answers}));
}
