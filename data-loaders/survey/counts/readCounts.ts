import {basename} from "node:path";
import {weighCells} from "../../../src/lib/respondents/weighting.js";
import type {Settings} from "../../../src/lib/settings.js";
import {InputError} from "../../inputs/inputError.js";
import {readCodebook} from "../../inputs/readCodebook.js";
import {type FileSettings, readFileSettings} from "../../inputs/readFileSettings.js";
import type {SourceReader} from "../../inputs/readSource.js";
import type {CountedSurvey} from "../buildSurvey.js";
import {withoutUnits} from "../buildWeighting.js";
import {type Countable, shownOf} from "../explorer/countable.js";
import {type ExplorerInput, explorerInputOfCounts} from "../explorer/explorerInput.js";
import {checkCombinations} from "./checkCombinations.js";
import {type FrequenciesByColumn, refuseUnits} from "./countsFolder.js";
import {countsOfCombinations} from "./countsOfCombinations.js";
import {countsPlan} from "./countsPlan.js";
import {readCombinations} from "./readCombinations.js";
import {type CountedValues, readValues} from "./readValues.js";

/** A survey that a database counted. */
export interface ReadCounts {
  survey: CountedSurvey;
  explorerInput: ExplorerInput;
  /** By column of the clean table how many have each text. */
  frequencies: FrequenciesByColumn;
}

/**
 * A survey from a folder of counts, as the SQL of `npm run counts-sql` writes them.
 *
 * @throws InputError when a table is missing, of another codebook, or disagrees with itself or the other
 */
export async function readCounts(folder: string, settings: Settings, read: SourceReader): Promise<ReadCounts> {
  const codebook = readCodebook(read);
  refuseUnits(codebook);
  const fileSettings = readFileSettings(folder, settings);
  if (fileSettings.access === "protected")
    throw new InputError("counts of a protected survey, which are not protected: every count is published", {
      file: folder,
    });
  const values = await readValues(folder, codebook, {accept: fileSettings.accept ?? []});
  const plan = countsPlan(codebook, values);
  const combinations = await readCombinations(folder, plan, values.respondents);
  checkCombinations({plan, combinations, values, folder});
  const survey = surveyOf(folder, {codebook, values, settings: fileSettings});
  const found: Countable = {
    ...shownOf(codebook, plan.variables),
    units: withoutUnits,
    count: values.respondents,
    counts: countsOfCombinations(plan, combinations, values),
  };
  return {
    survey,
    explorerInput: explorerInputOfCounts(survey.respondents, found, plan.numbers),
    frequencies: values.frequencies,
  };
}

function surveyOf(
  folder: string,
  {codebook, values, settings}: Pick<CountedSurvey, "codebook"> & {values: CountedValues; settings: FileSettings},
): CountedSurvey {
  const {respondents: count, partial, columns} = values;
  const {classes, regions} = weighCells(withoutUnits, Float64Array.of(count));
  return {
    codebook,
    settings,
    respondents: {
      codebook: codebook.id,
      count,
      rank: settings.rank,
      columns: columns.map(({name, variable, option, categories}) => ({name, variable, option, categories})),
    },
    record: {
      file: {name: basename(folder), format: "counts", details: {}},
      rowsIn: count,
      rowsKept: count,
      partial,
      columns: columns.map(({name, variable, option}) => {
        return {header: name, readAs: option === null ? variable : `${variable}.${option}`};
      }),
      rules: [],
      changes: [],
      setAside: [],
    },
    weighting: {units: withoutUnits, classes, regions},
    response: null,
  };
}
