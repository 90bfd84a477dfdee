import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {WaveSettings} from "../../src/lib/settings.js";
import {example} from "./exampleSite.js";

/*
 * A survey that nobody made, of readers that do not exist, in three waves: what a survey in waves can have. In 2011 nobody
 * was asked about trust, and sound was no answer; in 2015 the question about borrowing was worded otherwise.
 */

const text = (en: string, nb: string) => ({nb, en});
type Both = readonly [en: string, nb: string];
const category = (code: string, label: Both, predicate?: Both) => ({
  ...{code, label: text(...label)},
  ...(predicate && {predicate: text(...predicate)}),
});
const question = (name: string, label: Both, asked: Both, rest: object) => ({
  ...{name, label: text(...label), question: text(...asked), type: "single", isOrdered: false},
  ...rest,
});
const media = [
  category("paper", ["On paper", "På papir"]),
  category("screen", ["On a screen", "På skjerm"]),
  category("sound", ["By ear", "Med ørene"]),
];
const reads = [
  category("daily", ["Daily", "Daglig"], ["read every day", "leste hver dag"]),
  category("weekly", ["Weekly", "Ukentlig"], ["read every week", "leste hver uke"]),
  category("seldom", ["Seldom", "Sjelden"], ["seldom read", "leste sjelden"]),
];
const yesNo = [
  category("yes", ["Yes", "Ja"], ["borrowed books", "lånte bøker"]),
  category("no", ["No", "Nei"], ["did not borrow books", "lånte ikke bøker"]),
];
const regions = [
  category("north", ["North", "Nord"], ["lived in the north", "bodde i nord"]),
  category("south", ["South", "Sør"], ["lived in the south", "bodde i sør"]),
];
const trust = question("trust", ["Trust", "Tillit"], ["Do you trust books?", "Stoler du på bøker?"], {
  categories: [
    category("much", ["Much", "Mye"], ["trusted books", "stolte på bøker"]),
    category("little", ["Little", "Lite"], ["did not trust books", "stolte ikke på bøker"]),
  ],
});
const usual: Both = ["Do you borrow books?", "Låner du bøker?"];

/** The questions of a wave: all of them, with its own words. */
function codebook({borrows = usual, offered = media, hasTrust = true} = {}) {
  return {
    ...{id: "made-up-readers", title: text(...name), note: text("Nobody was asked.", "Ingen ble spurt.")},
    ...{marks: {chosen: ["1"], notChosen: ["0"]}, missing: []},
    fieldwork: {from: "2011-03-01", to: "2015-03-31"},
    variables: [
      question("id", ["Number", "Nummer"], ["Which number?", "Hvilket nummer?"], {type: "id", isOrdered: undefined}),
      question("region", ["Region", "Landsdel"], ["Where do you live?", "Hvor bor du?"], {categories: regions}),
      question("reads", ["Reading", "Lesing"], ["How often do you read?", "Hvor ofte leser du?"], {
        ...{isOrdered: true, categories: reads},
      }),
      question("borrows", ["Borrowing", "Lån"], borrows, {categories: yesNo}),
      question("media", ["Media", "Medier"], ["How do you read?", "Hvordan leser du?"], {
        ...{type: "multiple", isOrdered: undefined, categories: offered},
      }),
      ...(hasTrust ? [trust] : []),
      question("books", ["Books", "Bøker"], ["How many books last month?", "Hvor mange bøker forrige måned?"], {
        ...{type: "count", isOrdered: undefined, least: 0, greatest: 50},
      }),
    ],
  };
}

const explored = {pages: [{page: "channels", questions: ["reads", "borrows", "media"]}], filters: ["region"]};

const name: Both = ["Made-up readers", "Oppdiktede lesere"];

/** The waves, as settings have them. */
export const madeUpWaves: readonly WaveSettings[] = [
  wave("2011", {codebook: "2011.json"}),
  wave("2013"),
  wave("2015", {codebook: "2015.json"}),
];

function wave(id: string, more: Partial<WaveSettings> = {}): WaveSettings {
  const fieldwork = {from: `${id}-03-01`, to: `${id}-03-31`};
  return {id, label: {nb: id, en: id}, file: `${id}.csv`, codebook: null, fieldwork, ...more};
}

/** Respondents of each wave, and of a hundred how many read daily, borrow, and listen. */
const sizes = {
  2011: {n: 221, daily: 30, borrows: 60, sound: 0},
  2013: {n: 263, daily: 36, borrows: 52, sound: 12},
  2015: {n: 240, daily: 46, borrows: 70, sound: 25},
} as const;

/** Lays the survey's folder: settings, codebooks and a file for each wave. */
export function layWaveSurvey(folder: string): void {
  mkdirSync(folder, {recursive: true});
  const lay = (name: string, content: object) => writeFileSync(join(folder, name), JSON.stringify(content));
  const {$schema: _, surveyFile: __, ...like} = JSON.parse(readFileSync(`${example}/settings.json`, "utf8"));
  lay("settings.json", {
    ...like,
    ...{survey: "Made-up readers", title: text(...name), description: text(...name), languages: ["nb", "en"]},
    ...{source: text("Nobody", "Ingen"), publisher: text("Nobody", "Ingen"), owner: "Nobody"},
    fieldwork: {from: "2011-03-01", to: "2015-03-31"},
    themes: [{id: "channels", name: text("Reading", "Lesing")}],
    waves: madeUpWaves,
  });
  lay("codebook.json", {...codebook(), explored});
  lay("2011.json", codebook({offered: media.slice(0, 2), hasTrust: false}));
  lay("2015.json", codebook({borrows: ["Have you borrowed a book this year?", "Har du lånt en bok i år?"]}));
  for (const {id} of madeUpWaves) writeFileSync(join(folder, `${id}.csv`), fileOf(id as unknown as keyof typeof sizes));
}

function fileOf(id: keyof typeof sizes): string {
  const {n, daily, borrows, sound} = sizes[id];
  const year = Number(id);
  const draw = drawn(year);
  const isFirst = year === 2011;
  const head = ["id", "region", "reads", "borrows", "media_paper", "media_screen", "books"];
  const lines = Array.from({length: n}, (_, at) => {
    const isNorth = draw() < 40;
    const often = draw() < daily + (isNorth ? 8 : -5) ? "daily" : draw() < 50 ? "weekly" : "seldom";
    const borrowing = draw() < 4 ? "" : draw() < borrows ? "yes" : "no";
    const ticks = [draw() < 60, draw() < 45].map(Number);
    const books = Math.floor(draw() / 12);
    const rest = isFirst ? [] : [Number(draw() < sound), draw() < 65 ? "much" : "little"];
    return [
      at + 1,
      isNorth ? "north" : "south",
      at === 0 ? often.toUpperCase() : often,
      borrowing,
      ...ticks,
      books,
      ...rest,
    ];
  });
  return [isFirst ? head : [...head, "media_sound", "trust"], ...lines].map((line) => line.join(",")).join("\n");
}

/** Numbers from 0 to under 100, always the same. Source: Park and Miller (1988), Comm. ACM 31, 1192-1201. */
export function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return (100 * state) / 2147483647;
  };
}
