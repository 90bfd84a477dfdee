import {readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {htmlDocument} from "./htmlDocument.js";

/** Answers that no other text of the project holds: found anywhere, they came from the file. */
export const canaries = [
  "kanarifuglen sang",
  "[[Annet: gulspurv]]",
  "Kanarieby kommune",
  "8 741",
  "Merknad om sidensvans",
  "ring sidensvansen",
  "Facebook, og blåmeis",
] as const;
export const [comment, unknownAnswer, unknownUnit, outOfRange, unlistedHeader, unlisted, halfKnown] = canaries;

/** It stands in a licence that every site passes on, and so gives nobody away. */
const nameInLicences = "Mike Bostock";

/** Questions that pages name and nobody answered. */
const unanswered = ["strategy_goals", "use_focus", "role_served", "challenges", "success_criteria", "experience"];

const header = `Kommunenr;Kommune;Levert;Bruker sosiale medier;Planer;Strategi;Kanaler;Antall Facebook-sider;Kommentar;${unlistedHeader};${unanswered.join(";")}`;

/** Forty-two municipalities, a row without a unit, and in four cells what only this file holds. */
export function answers(): string {
  const register = readFileSync("data-loaders/source/register/kommuner-2011.csv", "utf8").trim().split("\n").slice(1);
  const rows = register.slice(0, 42).map((line, index) => {
    const [number, name] = line.split(",");
    const uses = index % 3 === 0 ? "Nei" : "Ja";
    const pages = index === 4 ? outOfRange : String(1 + (index % 2));
    return [
      number,
      name,
      "01.03.2011",
      index === 7 ? unknownAnswer : uses,
      uses === "Nei" ? "Nei, ingen planer" : "",
      index % 2 ? "Ja, den er på plass" : "Nei, og ingen planer",
      uses === "Ja" ? (index === 11 ? halfKnown : "Facebook, Twitter") : "",
      uses === "Ja" ? pages : "",
      index === 9 ? comment : index === 15 ? nameInLicences : "",
      index === 13 ? unlisted : "",
      ...unanswered.map(() => ""),
    ].join(";");
  });
  return [header, ...rows, `;${unknownUnit};01.03.2011;Ja;;;Facebook;1;;${";".repeat(unanswered.length)}`].join("\n");
}

/**
 * Lays the file and its settings into a folder.
 *
 * @returns the file's path
 */
export function handIn(folder: string, settings: Record<string, unknown>): string {
  const file = join(folder, "handed-in.csv");
  writeFileSync(file, answers());
  writeFileSync(join(folder, "handed-in.settings.json"), JSON.stringify(settings));
  return file;
}

/** What was built below a folder. */
export function outputIn(folder: string) {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  const text = (file: string) => readFileSync(join(folder, file), "utf8");
  return {
    files,
    text,
    page: (file: string) => htmlDocument(text(file)),
    /** Files in which a text stands. */
    holding: (wanted: string) => files.filter((file) => readFileSync(join(folder, file)).includes(wanted)),
  };
}
