import type {UnitNames} from "./readUnitNames.js";

export interface Municipality {
  /** Four digits, of which the first two are its county’s. */
  number: string;
  name: string;
  county_number: string;
  county: string;
  population: number;
}

export interface County {
  /** Two digits. */
  number: string;
  name: string;
  /** How many there are in it. */
  municipalities: number;
  population: number;
  part_of_country: string;
}

export interface CountyAuthority {
  /** Its county’s. */
  number: string;
  name: string;
  population: number;
}

/** The units of local government on one day: 1 January 2011, or that of a register with days. */
export interface Units extends UnitNames {
  municipalities: Municipality[];
  counties: County[];
  countyAuthorities: CountyAuthority[];
}
