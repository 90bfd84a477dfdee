import {dirname, join} from "node:path";
import {InputError} from "../../data-loaders/inputs/inputError.js";
import {type Case, type DataDescription, readCaseFile} from "./caseFile.js";
import {misses} from "./compare.js";
import {errorMisses} from "./errorMisses.js";
import {estimates} from "./estimates.js";
import {type Frame, readFrame} from "./frame.js";
import type {Statistic} from "./given.js";
import {ofNumbers} from "./ofNumbers.js";
import {NotSupportedError, type Outcome, outcomeOf} from "./outcome.js";
import {readText} from "./readText.js";
import {tables} from "./tables.js";

const statistics: Record<string, Statistic> = {...estimates, ...tables, ...ofNumbers};

const noData: Frame = {file: "no data", rows: 0, columns: new Map()};

/**
 * Computes every case of a reference file and compares it with what the case expects.
 *
 * @param file path of the cases; the data files that it names are found from its folder
 * @returns one outcome for each case; a case whose data cannot be read has failed, by the name of what is wrong in it
 * @throws InputError when the file is not as it should be
 */
export function checkStatistics(file: string): Outcome[] {
  const {data, cases} = readCaseFile(readText(file), file);
  const frames = new Map<string, Frame>();
  return cases.map((each) => {
    const compute = Object.hasOwn(statistics, each.statistic) ? statistics[each.statistic] : notSupported(each);
    return outcomeOf(each.id, () => check(each, each.data ? frameOf(each.data) : noData, compute));
  });

  function frameOf(name: string): Frame {
    const known = frames.get(name) ?? readData(data[name], name, file);
    frames.set(name, known);
    return known;
  }
}

function check({design, args, expected, tolerance_rel}: Case, frame: Frame, compute: Statistic): string[] {
  if (expected.error) return errorMisses(() => compute({frame, design, args}), expected.error);
  return misses(compute({frame, design, args}), expected, {relative: tolerance_rel});
}

function notSupported({statistic}: Case): Statistic {
  return () => {
    throw new NotSupportedError(`statistic ${statistic}`);
  };
}

function readData(description: DataDescription | undefined, name: string, file: string): Frame {
  if (!description) throw new InputError("data is not described", {file, value: name});
  return readFrame(readText(join(dirname(file), description.file)), description);
}
