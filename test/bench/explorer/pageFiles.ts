import {respondentsArrow} from "../../../data-loaders/downloads/respondentsArrow.js";
import type {Survey} from "../../../data-loaders/survey/buildSurvey.js";
import {combinationsNamed} from "../../../data-loaders/survey/explorer/combinations.js";
import {combined, respondentsSet, tallySetFor} from "../../../src/lib/table/counts/tallySets.js";
import type {PageExplorer} from "../../../src/lib/table/explorer.js";
import {variableByName} from "../../../src/lib/table/variable.js";
import type {RowsInput} from "./madeUpExplored.js";

/** Files that a page fetches, by their names below `data`. */
export type PageFiles = ReadonlyMap<string, Uint8Array>;

/** What each page that breaks answers down fetches on the first change: for its first question by its first filter. */
export function pageFilesOf(
  pages: Readonly<Record<string, PageExplorer | undefined>>,
  explorerInput: RowsInput,
  survey: Survey,
): Map<string, PageFiles> {
  const json = (content: unknown) => Buffer.from(JSON.stringify(content));
  return new Map(
    Object.entries(pages).flatMap(([page, explorer]) => {
      if (!explorer) return [];
      const variables = [explorer.questions[0], explorer.filters[0]].map((name) =>
        variableByName(explorer.variables, name),
      );
      const set = tallySetFor(explorer, {variables});
      const counted: [string, Uint8Array] =
        set === respondentsSet
          ? ["respondents.arrow", respondentsArrow(survey, explorerInput.rows)]
          : [`${set}.json`, json(combinationsNamed(explorerInput, set.slice(combined.length)))];
      return [[page, new Map([[`explore/${page}.json`, json({[page]: explorer})], counted])]];
    }),
  );
}
