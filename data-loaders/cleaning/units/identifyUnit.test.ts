import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {runs, sampled} from "../../../test/support/sampled.js";
import {sourceReader} from "../../inputs/readSource.js";
import {readRegister} from "../../inputs/register/readRegister.js";
import {identifyUnit} from "./identifyUnit.js";
import {writingsOf} from "./spelling/letters.js";
import {nameKey} from "./spelling/nameKey.js";
import {unitDirectory} from "./unitDirectory.js";
import {withoutUnitWord} from "./unitWord.js";

const register = readRegister(sourceReader());
const directory = unitDirectory(register);
const identify = (number: string, name = "") => identifyUnit({number, name}, directory);
const codeOf = (number: string, name = "") => {
  const identified = identify(number, name);
  return identified.status === "found" ? identified.code : identified.reason;
};
const all = [...register.municipalities, ...register.countyAuthorities];
const shared = ["Våler", "Nes", "Os", "Sande", "Bø", "Herøy"];

describe("identifyUnit() by number", () => {
  it.each([
    ["0301", "0301", []],
    ["301", "0301", ["lostZero"]],
    ["05", "05", []],
    ["5", "05", ["lostZero"]],
    ["0500", "05", ["authorityNumber"]],
    ["500", "05", ["lostZero", "authorityNumber"]],
    ["0301.0", "0301", ["spreadsheetNumber"]],
    ["301,0", "0301", ["spreadsheetNumber", "lostZero"]],
    [" 0301 ", "0301", ["spreadsheetNumber"]],
    ["1 902", "1902", ["spreadsheetNumber"]],
    ["1.902", "1902", ["spreadsheetNumber"]],
    ["'0301", "0301", ["spreadsheetNumber"]],
    ['="0301"', "0301", ["spreadsheetNumber"]],
    ["K-0301", "0301", ["numberPrefix"]],
    ["knr. 301", "0301", ["numberPrefix", "lostZero"]],
    ["0301 Oslo", "0301", ["cellTogether"]],
    ["5001", "1601", ["laterNumber"]],
    ["5061", "1567", ["laterNumber"]],
  ])("finds %s", (number, code, steps) => {
    expect(identify(number)).toEqual({status: "found", code, steps});
  });

  it.each([
    ["of 2020", "3001"],
    ["of Oslo as a county, which has no authority", "03"],
    ["of nobody", "9999"],
    ["that may be 1 with decimals, or a thousand", "1.000"],
    ["of too many digits", "12345"],
  ])("does not know a number %s", (_, number) => {
    expect(codeOf(number)).toBe("unknownNumber");
  });

  it("takes no number of 2020 on the word of a name, for the unit may have grown", () => {
    expect(codeOf("3005", "Drammen")).toBe("unknownNumber");
  });

  it("finds all 448 units by number, also without the leading zero", () => {
    for (const {number} of all) {
      expect(codeOf(number)).toBe(number);
      if (number[0] === "0") expect(codeOf(number.slice(1))).toBe(number);
    }
  });

  it("finds every number of 2019 that one municipality of 2011 has, and no other", () => {
    for (const {number, later} of register.laterNumbers) {
      const isShared = register.laterNumbers.filter((each) => each.later === later).length > 1;
      expect(codeOf(later)).toBe(isShared ? "merged" : number);
    }
  });
});

describe("identifyUnit() by the number of a merged municipality", () => {
  it.each([
    ["alone", "0710", "", "merged"],
    ["with its own name, which was also that of a part", "0710", "Sandefjord", "merged"],
    ["with a name that no part had", "0729", "Færder", "merged"],
    ["with the name of one part", "0710", "Andebu", "0719"],
    ["with the name of the other part", "0729", "Tjøme", "0723"],
    ["with the name of no part", "0710", "Bergen", "contradiction"],
  ])("%s", (_, number, name, expected) => {
    expect(codeOf(number, name)).toBe(expected);
  });
});

describe("identifyUnit() by name", () => {
  it.each([
    ["Oslo", "0301", []],
    ["OSLO", "0301", ["capitals"]],
    ["Oslo kommune", "0301", ["unitWord"]],
    ["Nord Odal", "0418", ["punctuation"]],
    ["Tromso", "1902", ["letters"]],
    ["Aafjord", "1630", ["letters"]],
    ["TromsÃ¸", "1902", ["mojibake"]],
    ["Troms?", "1902", ["lostLetters"]],
    ["Porsáŋgu", "2020", ["otherName"]],
    ["Divtasvuodna", "1850", ["otherName"]],
    ["Gáivuona suohkan", "1940", ["otherName"]],
    ["Gáivuotna - Kåfjord", "1940", []],
    ["Kåfjord/Gáivuotna", "1940", ["parallelNames"]],
    ["Raarvihke Røyrvik", "1739", ["parallelNames"]],
    ["Bø i Telemark", "0821", ["county"]],
    ["Bø (Nordland)", "1867", ["county"]],
    ["Herøy i Møre og Romsdal", "1515", ["county"]],
    ["Våler i Hedm.", "0426", ["county"]],
    ["Våler i Solør", "0426", ["otherName"]],
    ["Nordland fylkeskommune", "18", []],
    ["Nordland", "18", ["bareCounty"]],
    ["Nordland FK", "18", ["unitWord", "bareCounty"]],
    ["Finnmárkku fylkkagielda", "20", ["otherName"]],
    ["Lillehamer", "0501", ["misspelt"]],
    ["Trondhiem kommune", "1601", ["unitWord", "misspelt"]],
  ])("finds %s", (name, code, steps) => {
    expect(identify("", name)).toEqual({status: "found", code, steps: ["byName", ...steps]});
  });

  it.each([
    ["shared by two municipalities", "Bø", "sharedName"],
    ["shared by a municipality and a county authority", "Romsa", "sharedName"],
    ["shared, and misspelt by lost letters", "V?ler", "sharedName"],
    ["in a county where there is none", "Os i Akershus", "contradiction"],
    ["in another county than its own", "Halden, Rogaland", "contradiction"],
    ["between Kristiansand and Kristiansund", "Kristiansnd", "unclearName"],
    ["between Vågå and Vågan", "Våga", "unclearName"],
    ["between Vestre and Østre Toten", "Vstre Toten", "unclearName"],
    ["between Sør-Fron and Nord-Fron", "Sørd-Fron", "unclearName"],
    ["whose first letter is wrong", "Brondheim", "unclearName"],
    ["that is a town, and near another’s", "Langesund", "otherPlace"],
    ["of 2020", "Indre Østfold", "otherPlace"],
    ["of a county authority that is none", "Oslo fylkeskommune", "unknownName"],
    ["of a county with the word for municipality", "Troms kommune", "unknownName"],
    ["of a municipality with the word for county authority", "Tromsø fylkeskommune", "unknownName"],
    ["of the state’s office in the county", "Fylkesmannen i Nordland", "unknownName"],
    ["beside another unit’s", "Kåfjord/Gáivuotna/Bergen", "unknownName"],
    ["of nobody", "Kardemomme by", "unknownName"],
    ["of nobody, but near those of Andebu and Andøy", "Andeby", "unclearName"],
    ["of three letters, one wrong", "Ose", "unknownName"],
    ["that is none", " - ", "noUnit"],
    ["that is nothing but the word for it", "kommune", "noUnit"],
  ])("refuses a name %s", (_, name, reason) => {
    expect(identify("", name)).toEqual({status: "unknown", reason});
  });

  it.each(["Hol", "Hole", "Ås", "Lier", "Vågan", "Vågå", "Gran", "Grane", "Lardal", "Lærdal", "Eid", "Eide"])(
    "takes %s at its word, near as it is to another",
    (name) => {
      const number = register.municipalities.find((each) => each.name === name)?.number;
      expect(codeOf("", name)).toBe(number ?? "sharedName");
    },
  );

  it("finds every unit by every name in the register’s files, but the six that are shared", () => {
    for (const {number, name} of all) expect(codeOf("", name)).toBe(shared.includes(name) ? "sharedName" : number);
    for (const variant of register.variants) {
      for (const name of variant.withCounty) expect(codeOf("", name)).toBe(variant.number);
      expect(codeOf(variant.number, variant.norwegian)).toBe(variant.number);
    }
  });

  it("finds every unit by every other name, but the two that Tromsø and Troms share", () => {
    for (const {number, name} of register.otherNames) {
      expect(codeOf("", name)).toBe(["Romsa", "Tromssa"].includes(name) ? "sharedName" : number);
      expect(codeOf(number, name)).toBe(number);
    }
  });

  it("finds every unit in capitals, in small letters and without its letters, with its county where it shares its name", () => {
    for (const {number, name, county} of register.municipalities) {
      const full = shared.includes(name) ? `${name} i ${county}` : name;
      for (const text of [
        full.toUpperCase(),
        full.toLowerCase(),
        ...writingsOf(full),
        ...writingsOf(full.toUpperCase()),
      ]) {
        expect(codeOf("", text), text).toBe(number);
      }
    }
  });

  it("finds every municipality by its name and county, and by no other county", () => {
    for (const {number, name, county} of register.municipalities) {
      expect(codeOf("", `${name} i ${county}`)).toBe(number);
      const others = register.municipalities.filter((each) => each.name === name).map((each) => each.county);
      for (const other of register.counties.filter((each) => !others.includes(each.name))) {
        expect(codeOf("", `${name}, ${other.name}`)).toBe("contradiction");
      }
    }
  });
});

describe("identifyUnit() by number and name", () => {
  it.each([
    ["0301", "Oslo", "0301"],
    ["0137", "Våler", "0137"],
    ["1902", "Romsa", "1902"],
    ["19", "Romsa", "19"],
    ["1001", "Kristiansnd", "1001"],
    ["0301", "Bergen", "contradiction"],
    ["0101", "Våler", "contradiction"],
    ["1902", "Troms", "contradiction"],
    ["0301", "Brgen", "contradiction"],
    ["0301", "Bærgenn", "contradiction"],
    ["1624", "Indre Fosen", "contradiction"],
    ["Oslo", "Halden", "contradiction"],
    ["0301 Oslo", "Halden", "contradiction"],
    ["ukjent", "Halden", "0101"],
    ["", "", "noUnit"],
  ])("takes %j and %j together for %s", (number, name, expected) => {
    expect(codeOf(number, name)).toBe(expected);
  });

  it("lets the number decide over a name that is like nobody’s, and says so", () => {
    expect(identify("0301", "hjemmekontoret")).toEqual({status: "found", code: "0301", steps: ["nameNotRead"]});
  });

  it("puts no step of the name on record where the number was enough", () => {
    expect(identify("0301", "OSLO KOMMUNE")).toEqual({status: "found", code: "0301", steps: []});
  });

  it("never takes one unit’s number with another’s name", () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom(...all), (a, b) => {
        fc.pre(a.name !== b.name);
        expect(codeOf(a.number, b.name)).toBe("contradiction");
      }),
      {numRuns: runs(150, 300)},
    );
  });
});

const letters = [..."abcdefghijklmnopqrstuvwxyzæøå"];

/** Every text that one letter left out, changed or swapped with the next makes of a name. */
function editsOf(name: string): Set<string> {
  const edits = new Set<string>();
  for (let at = 0; at < name.length; at++) {
    const [before, after] = [name.slice(0, at), name.slice(at + 1)];
    edits.add(before + after);
    edits.add(before + after.slice(0, 1) + name[at] + after.slice(1));
    for (const letter of letters) edits.add(before + letter + after);
  }
  return edits;
}

/** True of a text that a name, or a writing of one, is found by at once, with no guess at what is misspelt. */
function isKnown(text: string): boolean {
  const key = nameKey(withoutUnitWord(text).name);
  return directory.names.has(key) || directory.writings.has(key);
}

describe("identifyUnit() by a name with one letter wrong", () => {
  const edits = all.flatMap((unit) => [...editsOf(unit.name)].map((edit) => ({...unit, edit})));
  const known = edits.filter(({edit}) => isKnown(edit));
  const unknown = edits.filter(({edit}) => !isKnown(edit));

  it("finds the right unit or none, unless what is left is another’s name outright", () => {
    const others: string[] = [];
    for (const {number, name, edit} of [...known, ...sampled(unknown, {size: 2000, kind: (each) => each.number})]) {
      const namesakes = all.filter((each) => each.name === name).map((each) => each.number);
      const identified = identify("", edit);
      if (identified.status === "unknown" || namesakes.includes(identified.code)) continue;
      expect(identified.steps, `${name} (${number}), ${edit}`).not.toContain("misspelt");
      others.push(`${name}, ${edit.toLowerCase()}`);
    }
    expect([...new Set(others)].sort()).toEqual(realNames);
  });

  it("finds the right unit by most such texts, where the name is long", () => {
    const long = sampled(
      edits.filter(({name}) => /^\p{L}{9,}$/u.test(name)),
      {size: 1000, kind: ({number}) => number},
    );
    const right = long.filter(({number, edit}) => codeOf("", edit) === number);
    expect(right.length / long.length).toBeGreaterThan(0.75);
  });

  it("says nothing or the right unit of two letters wrong, too", () => {
    const edit = (text: string) => fc.constantFrom(...editsOf(text));
    const long = fc.constantFrom(...register.municipalities.filter(({name}) => name.length >= 9));
    fc.assert(
      fc.property(
        long.chain((unit) =>
          edit(unit.name)
            .chain(edit)
            .map((text) => ({unit, text})),
        ),
        ({unit, text}) => {
          const identified = identify("", text);
          fc.pre(identified.status === "unknown" || identified.steps.includes("misspelt"));
          if (identified.status === "found") expect(identified.code).toBe(unit.number);
        },
      ),
      {numRuns: runs(250, 500)},
    );
  });
});

describe("unitDirectory(register)", () => {
  it("is the same in whatever order the register comes", () => {
    const texts = [
      "Romsa",
      "Bø",
      "V?ler",
      "Kristiansnd",
      "Lillehamer",
      "Kåfjord/Gáivuotna",
      "Vaga",
      "Troms?",
      "Sokndla",
    ];
    const numbers = ["0710", "5054", "5001", "301"];
    const before = [...texts.map((text) => identify("", text)), ...numbers.map((number) => identify(number))];
    const shuffle = <T>(rows: T[]) => fc.shuffledSubarray(rows, {minLength: rows.length});
    fc.assert(
      fc.property(
        fc.record({
          municipalities: shuffle(register.municipalities),
          counties: shuffle(register.counties),
          countyAuthorities: shuffle(register.countyAuthorities),
          variants: shuffle(register.variants),
          laterNumbers: shuffle(register.laterNumbers),
          otherNames: shuffle(register.otherNames),
          otherPlaces: shuffle(register.otherPlaces),
          mergers: shuffle(register.mergers),
          joined: shuffle(register.joined),
        }),
        (shuffled) => {
          const other = unitDirectory(shuffled);
          const after = [
            ...texts.map((name) => identifyUnit({number: "", name}, other)),
            ...numbers.map((number) => identifyUnit({number, name: ""}, other)),
          ];
          expect(after).toEqual(before);
        },
      ),
      {numRuns: runs(4, 10)},
    );
  });

  it("holds 448 units, and gives Oslo no authority", () => {
    expect(directory.units.size).toBe(448);
    expect(directory.units.has("03")).toBe(false);
  });
});

/** Names that one wrong letter makes another real one; nobody can tell them from that one. */
const realNames = [
  "Balsfjord, batsfjord",
  "Bindal, rindal",
  "Eide, eid",
  "Fræna, træna",
  "Gol, hol",
  "Grane, gran",
  "Halsa, galsa",
  "Hemnes, hemne",
  "Hof, hol",
  "Hol, gol",
  "Hol, hof",
  "Hole, hol",
  "Kristiansand, kristiansund",
  "Kristiansund, kristiansand",
  "Lardal, aardal",
  "Lardal, ardal",
  "Lardal, lærdal",
  "Larvik, narvik",
  "Lund, sund",
  "Lærdal, lardal",
  "Moss, voss",
  "Narvik, larvik",
  "Nærøy, værøy",
  "Os, as",
  "Os, ås",
  "Radøy, rødøy",
  "Rana, tana",
  "Rindal, bindal",
  "Rødøy, radøy",
  "Sandøy, andøy",
  "Sigdal, sirdal",
  "Sirdal, sigdal",
  "Sogndal, sokndal",
  "Sokndal, sogndal",
  "Sola, sula",
  "Stokke, tokke",
  "Stranda, strand",
  "Sula, sola",
  "Sund, lund",
  "Tromsø, troms",
  "Træna, fræna",
  "Vega, vaga",
  "Vestfold fylkeskommune, oestfold fylkeskommune",
  "Vestre Toten, oestre toten",
  "Voss, moss",
  "Værøy, nærøy",
  "Ål, ås",
  "Ås, ål",
];
