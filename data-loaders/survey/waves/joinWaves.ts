import {inBoth, listText} from "../../../src/lib/language/text.js";
import type {CleaningRecord} from "../../../src/lib/respondents/cleaning.js";
import {type Codebook, isAnswered, type SingleVariable, type Variable} from "../../../src/lib/respondents/codebook.js";
import {waveVariable} from "../../../src/lib/respondents/waves.js";
import {weightRespondents} from "../../../src/lib/respondents/weighting.js";
import type {WaveSettings} from "../../../src/lib/settings.js";
import type {FileSettings} from "../../inputs/readFileSettings.js";
import type {DatedRegister} from "../../inputs/register/datedRegister.js";
import type {Survey} from "../buildSurvey.js";
import {withoutUnits} from "../buildWeighting.js";
import {responseOf} from "../registerGroupings.js";
import {joinSamples} from "../sample/joinSamples.js";
import {isAskedIn, type WaveSurvey} from "./askedIn.js";
import {joinRespondents} from "./joinRespondents.js";
import {panelOfColumn} from "./panelOfColumn.js";
import {panelOfUnits} from "./panelOfUnits.js";
import {wavesOf} from "./wavesOf.js";
import {type WaveUnits, wavesWeighting} from "./wavesWeighting.js";

/** The units of each wave, and how those of earlier ones became those of later ones. */
interface OfUnits {
  unitsOf: readonly WaveUnits[];
  register: DatedRegister;
}

/**
 * The waves of a survey as one survey, in which the wave is a question like any other.
 *
 * @param codebook of the survey
 * @param ofUnits the units of each wave, of a survey whose respondents are units of a register
 * @throws InputError when the waves do not go together
 */
export function joinWaves(codebook: Codebook, waves: readonly WaveSurvey[], ofUnits?: OfUnits): Survey {
  const whole = withWaves(codebook, waves);
  const respondents = joinRespondents(whole, waves);
  const weighting = ofUnits
    ? wavesWeighting(whole, waves, ofUnits)
    : weightRespondents(withoutUnits, new Int32Array(respondents.count));
  const samples = waves.flatMap(({survey}) => survey.sample ?? []);
  const settings = joinSettings(waves.map(({survey}) => survey.settings));
  const panel = ofUnits ? panelOfUnits(waves, ofUnits) : panelOfColumn(waves);
  return {
    codebook: whole,
    settings,
    respondents,
    record: joinRecords(waves),
    weighting,
    ...(samples.length > 0 && {
      sample: joinSamples(
        samples,
        waves.map(({wave}) => wave.id),
      ),
    }),
    waves: {...wavesOf(codebook, waves), ...(panel && {panel: panel.design})},
    ...(panel && {panel}),
    response: responseOf(weighting),
  };
}

/** The codebook with the wave before all questions; one that some waves did not ask was asked in the others alone. */
function withWaves(codebook: Codebook, waves: readonly WaveSurvey[]): Codebook {
  const variables = codebook.variables.map((variable) => askedInSome(variable, waves));
  const {explored} = codebook;
  const asked = codebook.variables.filter(isAnswered).filter(({name}) => waves.some((each) => isAskedIn(each, name)));
  const told = explored.pages.flatMap(({questions}) => questions);
  const first = asked.find(({name}) => told.includes(name)) ?? asked[0];
  return {
    ...codebook,
    variables: [variableOfWaves(waves.map(({wave}) => wave)), ...variables],
    explored: {
      ...explored,
      filters: [waveVariable, ...explored.filters],
      first: explored.first ?? {rows: first.name, columns: waveVariable},
    },
  };
}

function askedInSome(variable: Variable, waves: readonly WaveSurvey[]): Variable {
  const asked = waves.filter((each) => isAskedIn(each, variable.name));
  if (!isAnswered(variable) || asked.length === 0 || asked.length === waves.length) return variable;
  const comparisons = asked.map(({wave}) => ({operator: "is" as const, code: wave.id}));
  return {...variable, universe: [...variable.universe, {variable: waveVariable, comparisons}]};
}

function variableOfWaves(waves: readonly WaveSettings[]): SingleVariable & Variable {
  return {
    name: waveVariable,
    label: {nb: "Bølge", en: "Wave"},
    question: {
      nb: "I hvilken bølge av undersøkelsen ble det svart?",
      en: "In which wave of the survey was it answered?",
    },
    ...{origin: "asked", claims: [], universe: [], missing: [], headers: [], type: "single", isOrdered: true},
    categories: waves.map(({id, label}) => ({
      code: id,
      label,
      predicate: inBoth((lang) => (lang === "nb" ? `svarte i ${label.nb}` : `answered in ${label.en}`)),
      spellings: [],
    })),
  };
}

/** All is open only where every wave is. */
function joinSettings(given: readonly FileSettings[]): FileSettings {
  const notes = given.flatMap(({note}) => note ?? []);
  const noisy = given.find(({protection}) => protection === "noise");
  return {
    rank: given[0].rank,
    access: given.every(({access}) => access === "open") ? "open" : "protected",
    ...(noisy && {protection: noisy.protection, noise: noisy.noise}),
    received: given.reduce<string | null>(
      (last, {received}) => (received && received > (last ?? "") ? received : last),
      null,
    ),
    accept: [...new Set(given.flatMap(({accept}) => accept ?? []))],
    note: notes.length > 0 ? listText(notes) : null,
  };
}

function joinRecords(waves: readonly WaveSurvey[]): CleaningRecord {
  const records = waves.map(({wave: {id: wave}, survey: {record}}) => ({wave, ...record}));
  const total = (key: "rowsIn" | "rowsKept" | "partial") => records.reduce((sum, record) => sum + record[key], 0);
  const files = records.map(({file}) => file);
  return {
    file: {
      name: files.map(({name}) => name).join(", "),
      format: [...new Set(files.map(({format}) => format))].join(", "),
      details: Object.assign({}, ...files.map(({details}) => details)),
    },
    ...{rowsIn: total("rowsIn"), rowsKept: total("rowsKept"), partial: total("partial"), rules: records[0].rules},
    columns: records.flatMap(({wave, columns}) => columns.map((each) => ({...each, wave}))),
    changes: records.flatMap(({wave, changes}) => changes.map((each) => ({...each, wave}))),
    setAside: records.flatMap(({wave, setAside}) => setAside.map((each) => ({...each, wave}))),
  };
}
