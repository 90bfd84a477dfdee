import {rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {meaningIn} from "../../../src/components/figure.js";
import {workbenchChoices} from "../../../src/components/workbench/choices.js";
import {workbench} from "../../../src/components/workbench/workbench.js";
import {noAnswer} from "../../../src/lib/respondents/respondents.js";
import {initialSelection} from "../../../src/lib/selection.js";
import {readWaves, readWavesIn} from "../../../test/support/readWaves.js";
import {buildDistributions} from "../buildDistributions.js";
import type {Survey} from "../buildSurvey.js";
import {buildSurveyFacts} from "../buildSurveyFacts.js";
import {explorerInput, wholeExplorer} from "../explorer/explorerInput.js";
import {protectByNoise} from "../noise/protectByNoise.js";

let folder: string;
let survey: Survey;
const waves = ["2011", "2013", "2015"];
const say = (settings: object) => {
  for (const wave of waves)
    writeFileSync(join(folder, `${wave}.settings.json`), JSON.stringify({rank: "estimated", ...settings}));
};
beforeAll(async () => {
  ({folder} = await readWaves());
  say({access: "protected"});
  ({survey} = await readWavesIn(folder));
});
afterAll(() => rmSync(folder, {recursive: true}));

describe("a protected survey in waves", () => {
  it("has each question by wave, and says of what a wave did not have that it was not asked", () => {
    const {protectedTables: tables} = explorerInput(survey);
    const statuses = (column: string) =>
      tables?.tables.find((table) => table.column === column)?.by.wave.map(({status}) => status);
    expect(tables?.groupings.map(({id}) => id)).toEqual(["wave"]);
    expect(statuses("reads")).toEqual(["published", "published", "published"]);
    expect(statuses("trust")).toEqual(["notApplicable", "published", "published"]);
    expect(statuses("media_sound")).toEqual(["notApplicable", "published", "published"]);
    expect(tables?.tables.map(({column}) => column)).not.toContain("wave");
  });

  it("hides a wave in which too few gave an answer, and another, so that it cannot be worked out", () => {
    const reads = survey.respondents.columns.find(({name}) => name === "reads");
    const wave = survey.respondents.columns.find(({name}) => name === "wave");
    const columns = survey.respondents.columns.map((column) =>
      column === reads
        ? {
            ...column,
            codes: column.codes.map((code, row) => (wave?.codes[row] === 1 && row % 80 > 0 ? noAnswer : code)),
          }
        : column,
    );
    const few = explorerInput({...survey, respondents: {...survey.respondents, columns}}).protectedTables;
    const statuses = few?.tables.find(({column}) => column === "reads")?.by.wave.map(({status}) => status);
    expect(statuses?.[1]).toBe("suppressed");
    expect(statuses?.filter((status) => status === "suppressed")).toHaveLength(2);
  });

  it("is shown by wave at first, and the wave is nothing to break down", () => {
    const input = explorerInput(survey);
    const explorer = wholeExplorer(input, {tiles: [], topics: []});
    const choices = workbenchChoices(explorer);
    expect(initialSelection(choices).columns).toBe("wave");
    const view = (asked: Record<string, string>) =>
      workbench.view({explorer: {explore: explorer}, tallySet: () => []}, {...initialSelection(choices), ...asked});
    expect(view({rows: "reads"}).title).toEqual({
      nb: "27 prosent leste hver dag i 2011, 33 prosent i 2013 og 46 prosent i 2015",
      en: "27% read every day in 2011, 33% in 2013 and 46% in 2015",
    });
    expect(meaningIn(view({rows: "reads"}), "estimated").en).not.toContain("interval");
    expect(view({rows: "reads", columns: "none"}).subtitle.en).toMatch(/; all waves together\.$/);
    expect(view({rows: "borrows"}).subtitle.en).toContain("the question was another before 2015");
    const rows = choices.find(({key}) => key === "rows")?.options.map(({code}) => code);
    expect(rows).toEqual(["region", "reads", "borrows", "media", "trust", "books"]);
    const [first] = buildDistributions(survey, input);
    expect(buildSurveyFacts(survey, input).firstShown).toBe("reads");
    expect(first).toMatchObject({
      variable: "wave",
      unweightedBase: 724,
      cells: [{count: 221}, {count: 263}, {count: 240}],
    });
  });

  it("cannot be protected by noise, and never is in another way instead", async () => {
    say({access: "protected", protection: "noise"});
    const {survey: noisy, files} = await readWavesIn(folder);
    expect(() => explorerInput(noisy)).toThrow("a file protected by noise without its noise");
    expect(() => protectByNoise(files[2].path, noisy)).toThrow(
      /^noise beside waves, which would count each answer .* twice: say "protection": "suppress".*\(settings\.json, column waves\)$/,
    );
  });
});
