import {type Codebook, isAnswered} from "../../../src/lib/respondents/codebook.js";
import {
  columnName,
  noAnswer,
  notAsked,
  type Respondents,
  type ResponseColumn,
} from "../../../src/lib/respondents/respondents.js";
import {waveVariable} from "../../../src/lib/respondents/waves.js";
import {optionValues} from "../../cleaning/draft.js";
import {InputError} from "../../inputs/inputError.js";
import {isAskedIn, type WaveSurvey} from "./askedIn.js";

/**
 * The respondents of all waves, one wave after another, with one more column that says in which each answered. What a wave
 * did not ask is not asked there.
 *
 * @param codebook of the survey, with the variable of waves
 * @throws InputError when some are made up and others not
 */
export function joinRespondents(codebook: Codebook, waves: readonly WaveSurvey[]): Respondents {
  const [{survey: first}, ...others] = waves;
  const {rank} = first.respondents;
  const mixed = others.find(({survey}) => survey.respondents.rank !== rank);
  if (mixed) throw new InputError("a wave of made-up respondents among others", {file: mixed.wave.file});
  const count = waves.reduce((sum, {survey}) => sum + survey.respondents.count, 0);
  return {
    codebook: codebook.id,
    count,
    rank,
    rowNumbers: Int32Array.from(waves.flatMap(({survey}) => [...survey.respondents.rowNumbers])),
    columns: [waveColumn(waves), ...columnsOf(codebook, waves).map((column) => joinColumn(column, waves))],
  };
}

function waveColumn(waves: readonly WaveSurvey[]): ResponseColumn {
  const codes = waves.flatMap(({survey}, at) => new Array<number>(survey.respondents.count).fill(at));
  return {
    ...{name: waveVariable, variable: waveVariable, option: null},
    categories: waves.map(({wave}) => wave.id),
    codes: Int32Array.from(codes),
  };
}

/** A column to be joined; its categories are null where they are what occurs. */
type Wanted = Omit<ResponseColumn, "codes" | "categories"> & {
  categories: readonly string[] | null;
  isNumber: boolean;
  /** In waves without the column. */
  lack: number;
};

/** The columns that any wave has, in the codebook’s order. */
function columnsOf({variables}: Codebook, waves: readonly WaveSurvey[]): Wanted[] {
  return variables
    .flatMap((variable): Wanted[] => {
      const {name, type} = variable;
      const wanted = (option: string | null, categories: readonly string[] | null): Wanted => ({
        ...{name: columnName(name, option), variable: name, option, categories},
        ...{isNumber: type === "count", lack: isAnswered(variable) ? notAsked : noAnswer},
      });
      if (variable.type === "single")
        return [
          wanted(
            null,
            variable.categories.map(({code}) => code),
          ),
        ];
      if (variable.type !== "multiple") return [wanted(null, null)];
      return variable.categories.map(({code}) => wanted(code, [optionValues.notChosen, optionValues.chosen]));
    })
    .filter(({name}) => waves.some(({survey}) => columnIn(survey.respondents, name) !== undefined));
}

const columnIn = ({columns}: Respondents, name: string) => columns.find((each) => each.name === name);

function joinColumn({isNumber, lack, ...wanted}: Wanted, waves: readonly WaveSurvey[]): ResponseColumn {
  const {name, variable, option} = wanted;
  const parts = waves.map((wave) => {
    const column = columnIn(wave.survey.respondents, name);
    const isHere = column !== undefined && (lack === noAnswer || isAskedIn(wave, variable, option));
    return {count: wave.survey.respondents.count, column: isHere ? column : null};
  });
  const categories =
    wanted.categories ??
    occurring(
      parts.flatMap(({column}) => column?.categories ?? []),
      isNumber,
    );
  const placeOf = new Map(categories.map((category, at) => [category, at]));
  const codes = parts.flatMap(({count, column}) => {
    if (!column) return new Array<number>(count).fill(lack);
    const places = column.categories.map((category) => placeOf.get(category) as number);
    return Array.from(column.codes, (code) => (code < 0 ? code : places[code]));
  });
  return {name, variable, option, categories, codes: Int32Array.from(codes)};
}

function occurring(texts: readonly string[], isNumber: boolean): string[] {
  const distinct = [...new Set(texts)];
  return isNumber ? distinct.sort((a, b) => Number(a) - Number(b)) : distinct.sort();
}
