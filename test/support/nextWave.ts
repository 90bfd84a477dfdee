import {copyFileSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {sourceReader} from "../../data-loaders/inputs/readSource.js";
import {readRegister} from "../../data-loaders/inputs/register/readRegister.js";
import type {WaveSettings} from "../../src/lib/settings.js";
import {layDatedRegister} from "./datedRegister.js";

/** The made-up respondents of 2011, and as many of 2026. */
export const nextWaves = (folder: string): WaveSettings[] => [
  {...waveOf("2011"), file: join(folder, "2011.csv"), fieldwork: {from: "2011-01-15", to: "2011-04-30"}},
  {...waveOf("2026"), file: join(folder, "2026.csv"), fieldwork: {from: "2026-02-01", to: "2026-03-31"}},
];

const waveOf = (id: string) => ({id, label: {nb: id, en: id}, codebook: null});

/** A folder with a register with days, this survey's codebook, and a made-up file of each wave. */
export function layNextWave(): string {
  const folder = `${mkdtempSync(join(tmpdir(), "next-wave-"))}/`;
  layDatedRegister(folder);
  copyFileSync("data-loaders/source/codebook.json", join(folder, "codebook.json"));
  copyFileSync("data-loaders/source/microdata/stand-in.csv", join(folder, "2011.csv"));
  const {municipalities, countyAuthorities} = readRegister(sourceReader(folder), "2026-02-01");
  const head = "Kommunenr;Kommune;uses_now;strategy;data";
  const lines = [...municipalities, ...countyAuthorities]
    .filter((_, at) => at % 3 !== 0)
    .map(({number, name}, at) =>
      [number, name, at % 20 === 0 ? "no" : "yes", at % 2 === 0 ? "in_place" : "none", "stand-in"].join(";"),
    );
  writeFileSync(join(folder, "2026.csv"), [head, ...lines].join("\n"));
  return folder;
}
