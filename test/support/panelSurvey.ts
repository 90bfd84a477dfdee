import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {readSettings} from "../../data-loaders/inputs/readSettings.js";
import {sourceReader} from "../../data-loaders/inputs/readSource.js";
import {readRegister} from "../../data-loaders/inputs/register/readRegister.js";
import {readSurvey} from "../../data-loaders/survey/readSurvey.js";
import {type DesignSettings, settings, type WaveSettings} from "../../src/lib/settings.js";
import {example} from "./exampleSite.js";
import {drawn} from "./waveSurvey.js";

/*
 * A survey that nobody made, of households that do not exist, in two waves: two thirds of those of 2021 answered again in
 * 2024, most of them as before. They were drawn in towns, and towns in three parts of the country.
 */

type Both = readonly [en: string, nb: string];
const text = ([en, nb]: Both) => ({nb, en});
const name: Both = ["Made-up households", "Oppdiktede husholdninger"];
const category = (code: string, label: Both, predicate?: Both) => ({
  ...{code, label: text(label)},
  ...(predicate && {predicate: text(predicate)}),
});
const question = (name: string, label: Both, asked: Both, rest: object) => ({
  ...{name, label: text(label), question: text(asked), type: "single", isOrdered: false},
  ...rest,
});

const codebook = {
  ...{id: "made-up-households", title: text(name), note: text(["Nobody was asked.", "Ingen ble spurt."])},
  ...{marks: {chosen: ["1"], notChosen: ["0"]}, missing: []},
  fieldwork: {from: "2021-03-01", to: "2024-03-31"},
  variables: [
    question("heats", ["Heating", "Oppvarming"], ["How do you heat your home?", "Hvordan varmer dere opp boligen?"], {
      categories: [
        category("pump", ["Heat pump", "Varmepumpe"], ["had a heat pump", "hadde varmepumpe"]),
        category("stove", ["Wood stove", "Vedovn"], ["had a wood stove", "fyrte med ved"]),
        category("electric", ["Electric heaters", "Panelovner"], ["had electric heaters", "hadde panelovner"]),
      ],
    }),
    question("drives", ["Electric car", "Elbil"], ["Do you have an electric car?", "Har dere elbil?"], {
      categories: [
        category("yes", ["Yes", "Ja"], ["had an electric car", "hadde elbil"]),
        category("no", ["No", "Nei"], ["did not have one", "hadde ikke elbil"]),
      ],
    }),
    question("home", ["Home", "Bolig"], ["What do you live in?", "Hva bor dere i?"], {
      categories: [
        category("house", ["House", "Enebolig"], ["lived in a house", "bodde i enebolig"]),
        category("flat", ["Flat", "Leilighet"], ["lived in a flat", "bodde i leilighet"]),
      ],
    }),
    question("saves", ["Savings", "Sparing"], ["How do you save power?", "Hvordan sparer dere strøm?"], {
      ...{type: "multiple", isOrdered: undefined},
      categories: [category("night", ["At night", "Om natta"]), category("cold", ["Colder rooms", "Kaldere rom"])],
    }),
    question("rooms", ["Rooms", "Rom"], ["How many rooms do you heat?", "Hvor mange rom varmer dere opp?"], {
      ...{type: "count", isOrdered: undefined, least: 0, greatest: 20},
    }),
  ],
};

const wave = (id: string): WaveSettings => ({
  ...{id, label: {nb: id, en: id}, file: `${id}.csv`, codebook: null},
  fieldwork: {from: `${id}-03-01`, to: `${id}-03-31`},
});
export const panelWaves: readonly WaveSettings[] = [wave("2021"), wave("2024")];

const nothing: DesignSettings = {weight: null, strata: null, clusters: null, populations: null, calibrate: null};
const drawnSo = {...nothing, weight: "wt", strata: "part"};

/** How the made-up households may have been drawn; null is one by one, each counting the same. */
export const panelDesigns = {
  none: null,
  strata: drawnSo,
  towns: {...drawnSo, clusters: "town"},
  populations: {...nothing, strata: "part", populations: "part_size"},
  calibrated: {...drawnSo, calibrate: "margins.csv"},
} satisfies Record<string, DesignSettings | null>;
export type PanelDesignName = keyof typeof panelDesigns;

const margins = ["home,house", "home,flat"].flatMap((answer, at) => [
  `2021,${answer},${[310, 190][at]}`,
  `2024,${answer},${[290, 230][at]}`,
]);

/** Lays the survey's folder: settings, codebook and the files of both waves. */
export function layPanelSurvey(folder: string): void {
  mkdirSync(folder, {recursive: true});
  const lay = (file: string, content: object) => writeFileSync(join(folder, file), JSON.stringify(content));
  const {$schema: _, surveyFile: __, ...like} = JSON.parse(readFileSync(`${example}/settings.json`, "utf8"));
  const nobody = text(["Nobody", "Ingen"]);
  lay("settings.json", {
    ...like,
    ...{survey: name[0], title: text(name), description: text(name), languages: ["nb", "en"]},
    ...{source: nobody, publisher: nobody, owner: "Nobody", panel: "household"},
    fieldwork: {from: "2021-03-01", to: "2024-03-31"},
    themes: [{id: "channels", name: text(["Energy", "Energi"])}],
    waves: panelWaves,
  });
  const explored = {pages: [{page: "channels", questions: ["heats", "drives", "saves"]}], filters: ["home"]};
  lay("codebook.json", {...codebook, explored});
  for (const [file, lines] of Object.entries(filesOfPanel()))
    writeFileSync(join(folder, file), `${lines.join("\n")}\n`);
  writeFileSync(join(folder, "margins.csv"), ["wave,question,answer,population", ...margins, ""].join("\n"));
}

const head = "household,part,part_size,town,wt,heats,drives,home,saves_night,saves_cold,rooms";
const parts = ["coast", "inland", "city"];

function filesOfPanel(): Record<string, string[]> {
  const draw = drawn(7);
  const [first, second] = [[head], [head]];
  for (let unit = 0; unit < 420; unit++) {
    const part = unit % 3;
    const town = `${parts[part]}-${Math.floor(unit / 3) % 8}`;
    const answers = () => {
      const home = draw() < 55 ? "house" : "flat";
      const heats = draw() < 34 ? "pump" : draw() < 50 ? "stove" : "electric";
      return {heats, drives: draw() < 30 ? "yes" : "no", home, night: Number(draw() < 40), cold: Number(draw() < 25)};
    };
    const then = answers();
    const rooms = 1 + Math.floor(draw() / 14);
    const fresh = answers();
    const now = {
      ...then,
      heats: draw() < 70 ? then.heats : draw() < 60 ? "pump" : fresh.heats,
      drives: then.drives === "yes" ? (draw() < 93 ? "yes" : "no") : draw() < 14 ? "yes" : "no",
      night: draw() < 75 ? then.night : fresh.night,
      cold: draw() < 80 ? then.cold : 1,
    };
    const line = ({heats, drives, home, night, cold}: typeof then, more: number) => {
      const weight = (0.6 + ((unit * 7 + more) % 13) / 10).toFixed(2);
      const size = [900, 700, 1400][part];
      const said = draw() < 3 ? "" : drives;
      return [`h-${1000 + unit}`, parts[part], size, town, weight, heats, said, home, night, cold, rooms + more].join();
    };
    if (unit < 300) first.push(line(then, 0));
    if (unit >= 100) second.push(line(now, unit % 5 === 0 ? 1 : 0));
  }
  return {"2021.csv": first, "2024.csv": second};
}

/** The made-up panel, laid in a folder of its own and read. */
export async function readPanel(
  design: DesignSettings | null,
  more: Partial<ReturnType<typeof readSettings>> = {},
  margins = (text: string) => text,
) {
  const folder = `${mkdtempSync(join(tmpdir(), "panel-"))}/`;
  layPanelSurvey(folder);
  rmSync(join(folder, "settings.json")); // this code is bundled with those of this report
  writeFileSync(join(folder, "margins.csv"), margins(readFileSync(join(folder, "margins.csv"), "utf8")));
  const waves = panelWaves.map((each) => ({...each, file: join(folder, each.file)}));
  const own = {...settings, access: "open", waves, panel: "household", design, ...more} as const;
  return {folder, ...(await readSurvey(own, {read: sourceReader(folder), units: readRegister(sourceReader())}))};
}
