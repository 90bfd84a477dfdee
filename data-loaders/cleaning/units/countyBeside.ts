import {writingsOf} from "./spelling/letters.js";
import {nameKey} from "./spelling/nameKey.js";

/** How counties are abbreviated beside the name of a municipality, by county number. */
const abbreviations: Record<string, readonly string[]> = {
  "01": ["Østf"],
  "02": ["Akersh", "Ak"],
  "04": ["Hedm"],
  "05": ["Oppl"],
  "06": ["Busk", "Bu"],
  "07": ["Vestf"],
  "08": ["Telem", "Tel"],
  "09": ["A-Agder", "AA"],
  "10": ["V-Agder", "VA"],
  "11": ["Rog"],
  "12": ["Hord"],
  "14": ["Sogn og Fj", "S og Fj", "SF"],
  "15": ["Møre og R", "M og R", "MR", "Møre"],
  "16": ["S-Trøndelag", "Sør-Tr", "ST"],
  "17": ["N-Trøndelag", "Nord-Tr", "NT"],
  "18": ["Nordl"],
  "19": ["Tr"],
  "20": ["Finnm"],
};

/** County numbers by every way to write a county beside a name. */
export function countyIndex(counties: readonly {number: string; name: string}[]): Map<string, string> {
  return new Map(
    counties.flatMap(({number, name}) =>
      [name, ...(abbreviations[number] ?? [])]
        .flatMap((each) => [each, ...writingsOf(each)])
        .map((each) => [nameKey(each), number]),
    ),
  );
}

/**
 * A name and the county that stands after it: "Bø i Telemark", "Bø (Nordland)", "Bø, N-Trøndelag", "Os Hedmark".
 * Undefined if no county stands there.
 */
export function readCountyBeside(
  text: string,
  counties: ReadonlyMap<string, string>,
): {name: string; county: string} | undefined {
  for (const {index} of text.matchAll(/[\s,(/–-]+/g)) {
    const county = counties.get(
      nameKey(text.slice(index))
        .replace(/ (fylke|county)$/, "")
        .replace(/^(i|in) /, ""),
    );
    const name = text
      .slice(0, index)
      .replace(/\s+(i|in)$/i, "")
      .trim();
    if (county !== undefined && name !== "") return {name, county};
  }
  return undefined;
}
