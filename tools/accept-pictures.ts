import {spawnSync} from "node:child_process";
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {createInterface} from "node:readline/promises";
import {CommandError, readArguments, runCommand} from "../data-loaders/command.js";
import {
  acceptPictures,
  drawnFolder,
  kindOf,
  type PictureChange,
  pictureChanges,
  storedFolder,
} from "./pictures/pictureChanges.js";
import {picturesPage} from "./pictures/picturesPage.js";

const page = "test-results/pictures.html";

/**
 * `npm run accept-pictures`: has the tests draw every stored picture anew, and shows what changed. On a terminal it asks
 * whether to accept them; `--yes` accepts them without asking.
 */
await runCommand(async () => {
  const {values} = readArguments({
    usage: "npm run accept-pictures [-- --yes]",
    options: {yes: {type: "boolean", default: false}},
  });
  console.log("drawing the pictures, which takes a minute …");
  drawPictures();
  const changes = pictureChanges();
  if (changes.length === 0) {
    console.log("every picture is as it is stored");
    return 0;
  }
  writeFileSync(page, picturesPage(changes));
  for (const change of changes) console.log(`${kindOf(change).padEnd(7)}  ${change.name}`);
  console.log(`old and new side by side: ${page}`);
  if (values.yes || (await isAccepted(changes))) {
    acceptPictures(changes);
    console.log(`accepted: ${changes.length} in ${storedFolder}`);
    return 0;
  }
  console.log("nothing accepted; npm run accept-pictures -- --yes accepts them");
  return 1;
});

/** Runs the tests of stored pictures, which write what they draw instead of comparing it. */
function drawPictures(): void {
  rmSync(drawnFolder, {recursive: true, force: true});
  mkdirSync(drawnFolder, {recursive: true});
  const {status, stdout, stderr} = spawnSync(
    "node_modules/.bin/vitest",
    ["run", "-t", "stored picture", ...testsOfPictures()],
    {encoding: "utf8", env: {...process.env, DRAWN_PICTURES: drawnFolder, TEST_ALL: "1"}},
  );
  if (status !== 0) {
    process.stderr.write(stdout + stderr);
    throw new CommandError("the pictures could not be drawn: a test fails, see above");
  }
}

function testsOfPictures(): string[] {
  const folder = "src/components";
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .map((file) => join(folder, file))
    .filter((file) => file.endsWith(".test.ts") && readFileSync(file, "utf8").includes("expectStoredPicture("));
}

async function isAccepted(changes: readonly PictureChange[]): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const prompt = createInterface({input: process.stdin, output: process.stdout});
  const answer = await prompt.question(`accept ${changes.length === 1 ? "it" : `all ${changes.length}`}? [y/N] `);
  prompt.close();
  return /^y(es)?$/i.test(answer.trim());
}
