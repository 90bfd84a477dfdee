import type {Units} from "../../readRegister.js";

/** A unit as its respondents name it. */
export interface NamedUnit {
  code: string;
  name: string;
  /** Name of its county. */
  county: string;
  /** True of a name that another unit has too. */
  isShared: boolean;
}

/** Units by code. */
export function unitNames({municipalities, counties, countyAuthorities}: Units): Map<string, NamedUnit> {
  const times = (name: string) => municipalities.filter((each) => each.name === name).length;
  const countyName = (number: string) => counties.find((each) => each.number === number)?.name ?? "";
  const named: NamedUnit[] = [
    ...municipalities.map(({number: code, name, county}) => ({code, name, county, isShared: times(name) > 1})),
    ...countyAuthorities.map(({number: code, name}) => ({code, name, county: countyName(code), isShared: false})),
  ];
  return new Map(named.map((unit) => [unit.code, unit]));
}
