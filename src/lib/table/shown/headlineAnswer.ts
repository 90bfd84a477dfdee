import {greatest} from "d3";
import {fold} from "../../language/fold.js";
import type {Distribution} from "../../respondents/distribution.js";

const yes = ["yes", "ja"];

/**
 * The answer to a question that is told first: yes, of a question with two answers, else the one that most gave.
 *
 * @returns its code; undefined where nobody answered, or the shares are suppressed
 */
export function headlineAnswer({cells}: Pick<Distribution, "cells">): string | undefined {
  const affirmed =
    cells.length === 2 && cells.find(({code, label}) => [code, ...Object.values(label)].map(fold).some(isYes));
  if (affirmed) return affirmed.code;
  return greatest(
    cells.filter(({proportion}) => proportion !== null),
    ({proportion}) => proportion ?? 0,
  )?.code;
}

const isYes = (text: string) => yes.includes(text);
