import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {readSettings} from "../../data-loaders/inputs/readSettings.js";
import {sourceReader} from "../../data-loaders/inputs/readSource.js";
import {readRegister} from "../../data-loaders/inputs/register/readRegister.js";
import {readSurvey} from "../../data-loaders/survey/readSurvey.js";
import {settings} from "../../src/lib/settings.js";
import {layWaveSurvey, madeUpWaves} from "./waveSurvey.js";

/** The made-up survey in three waves, laid in a folder of its own and read. */
export async function readWaves() {
  const folder = `${mkdtempSync(join(tmpdir(), "waves-"))}/`;
  layWaveSurvey(folder);
  rmSync(join(folder, "settings.json")); // this code is bundled with those of this report
  return {folder, ...(await readWavesIn(folder))};
}

/** What is read of it where it lies, whatever has been changed there. */
export async function readWavesIn(folder: string, more: Partial<ReturnType<typeof readSettings>> = {}) {
  const waves = madeUpWaves.map((wave) => ({...wave, file: join(folder, wave.file)}));
  return readSurvey(
    {...settings, access: "open", waves, ...more},
    {read: sourceReader(folder), units: readRegister(sourceReader())},
  );
}
