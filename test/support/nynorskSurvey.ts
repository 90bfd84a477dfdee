import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {join, relative, resolve} from "node:path";

/** The texts of `examples/made-up-sample` in Nynorsk, but for one, which is left to English. */
const nynorsk: Readonly<Record<string, string>> = {
  "1 to 5 times": "1 til 5 gonger",
  "40 to 59": "40 til 59",
  "6 times or more": "6 gonger eller meir",
  "60 or older": "60 eller eldre",
  "A made-up sample of library users": "Eit oppdikta utval av bibliotekbrukarar",
  Age: "Alder",
  "Are you a man or a woman?": "Er du mann eller kvinne?",
  "Are you satisfied with your library?": "Er du nøgd med biblioteket ditt?",
  Borrowing: "Lån",
  Both: "Begge delar",
  City: "Byen",
  Coast: "Kysten",
  "Do you have a library card?": "Har du lånekort?",
  "Do you read on paper or on a screen?": "Les du på papir eller skjerm?",
  Events: "Arrangement",
  "Example of a sample": "Døme på eit utval",
  Gender: "Kjønn",
  "How often did you visit a library last year?": "Kor ofte var du på eit bibliotek i fjor?",
  "How old are you?": "Kor gammal er du?",
  "In which region do you live?": "Kva landsdel bur du i?",
  Island: "Øyane",
  "Library card": "Lånekort",
  "Library cards": "Lånekort",
  "Made-up answers, by which a sample with strata, clusters, weights and raking can be tried.":
    "Oppdikta svar, så eit utval med strata, klynger, vekter og kalibrering kan prøvast.",
  "Made-up answers: nobody was asked": "Oppdikta svar: ingen er spurde",
  Men: "Menn",
  Neither: "Ingen av delane",
  Never: "Aldri",
  No: "Nei",
  "No answer": "Ikkje svart",
  "Nobody answered this: the answers are made up, so that a sample with strata, clusters and weights can be tried.":
    "Ingen har svart dette: svara er oppdikta, så eit utval med strata, klynger og vekter kan prøvast.",
  North: "Nord",
  "Not asked": "Ikkje stilt",
  Number: "Nummer",
  "Number of the answer": "Nummeret på svaret",
  Paper: "Papir",
  "Reads on": "Les på",
  Region: "Landsdel",
  Satisfied: "Nøgd",
  Screen: "Skjerm",
  Services: "Tenester",
  South: "Sør",
  Study: "Studium",
  "Under 40": "Under 40",
  "Use of libraries": "Bruk av bibliotek",
  Visits: "Besøk",
  "What do you use the library for?": "Kva bruker du biblioteket til?",
  Women: "Kvinner",
  Yes: "Ja",
  "borrowed books": "lånte bøker",
  "had a library card": "hadde lånekort",
  "had no library card": "hadde ikkje lånekort",
  "lived in castle": "budde på borga",
  "lived in city": "budde i byen",
  "lived in coast": "budde på kysten",
  "lived in island": "budde på øyane",
  "lived in north": "budde i nord",
  "lived in south": "budde i sør",
  "never visited a library": "var aldri på eit bibliotek",
  "read on a screen": "las på skjerm",
  "read on both": "las på begge delar",
  "read on neither": "las på ingen av delane",
  "read on paper": "las på papir",
  "studied there": "studerte der",
  "visited a library 1 to 5 times": "var på eit bibliotek 1 til 5 gonger",
  "visited a library 6 times or more": "var på eit bibliotek 6 gonger eller meir",
  "went to events": "gjekk på arrangement",
  "were 40 to 59": "var 40 til 59 år",
  "were 60 or older": "var 60 år eller eldre",
  "were men": "var menn",
  "were not satisfied": "var ikkje nøgde",
  "were satisfied": "var nøgde",
  "were under 40": "var under 40 år",
  "were women": "var kvinner",
};

/** The label that has no Nynorsk. */
export const leftToEnglish = "Castle";

const example = "examples/made-up-sample";

/** Lays that survey in a folder, in Nynorsk and whatever other languages. */
export function layNynorskSurvey(folder: string, languages: readonly string[]): void {
  cpSync(example, folder, {recursive: true});
  for (const name of ["settings.json", "codebook.json"]) {
    const {$schema, ...given} = inNynorsk(JSON.parse(readFileSync(`${example}/${name}`, "utf8"))) as {$schema: string};
    const schema = relative(folder, resolve(example, $schema));
    const more = name === "settings.json" ? {languages} : {};
    writeFileSync(join(folder, name), JSON.stringify({$schema: schema, ...given, ...more}));
  }
}

function inNynorsk(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inNynorsk);
  if (typeof value !== "object" || value === null) return value;
  if ("en" in value && typeof value.en === "string") return {...value, nn: nynorsk[value.en]};
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inNynorsk(each)]));
}
