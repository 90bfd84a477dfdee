import type {Text} from "../../src/lib/language/text.js";
import {dataMark} from "../../src/lib/quantities/dataMark.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import type {Weighting} from "../../src/lib/respondents/weighting.js";

/** A column that a table of respondents begins with, whatever the survey. */
export interface LeadingColumn {
  name: string;
  label: Text;
  description?: string;
  /** Text is a code of `categories`, or, without them, of its own. */
  type: "text" | "integer" | "number";
  categories?: readonly {code: string; label: Text}[];
  minimum?: number;
  valueAt: (row: number) => string | number;
}

/** What each row is, where it stood in the file, and how it is weighted; where there are units, also of how many. */
export function leadingColumns(respondents: Respondents, weighting: Weighting): LeadingColumn[] {
  const mark = dataMark(respondents);
  const {units, classes, classOf, cellOf, weight} = weighting;
  const sizes = units.classes;
  const always: LeadingColumn[] = [
    {
      name: "data",
      label: {nb: "Hva radene er", en: "What the rows are"},
      description: "stand-in: made-up respondents, never a finding; survey: those that answered",
      type: "text",
      valueAt: () => mark,
    },
    {
      name: "row",
      label: {nb: "Rad i filen", en: "Row in the file"},
      type: "integer",
      minimum: 1,
      valueAt: (row) => respondents.rowNumbers[row],
    },
    {name: "weight", label: {nb: "Vekt", en: "Weight"}, type: "number", minimum: 0, valueAt: (row) => weight[row]},
    {
      name: "class",
      label: {nb: "Vektklasse", en: "Weighting class"},
      type: "text",
      categories: classes,
      valueAt: (row) => classes[classOf[row]].code,
    },
  ];
  if (!units.populations) return always;
  return [
    ...always,
    {
      name: "class_units",
      label: {nb: "Enheter i vektklassen", en: "Units in the weighting class"},
      type: "integer",
      minimum: 1,
      valueAt: (row) => classes[classOf[row]].population ?? 0,
    },
    {
      name: "size",
      label: {nb: "Klasse i registeret", en: "Class in the register"},
      type: "text",
      categories: sizes,
      valueAt: (row) => sizes[Math.floor(cellOf[row] / units.regions.length)].code,
    },
  ];
}
