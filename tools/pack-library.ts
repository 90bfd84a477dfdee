import {execFileSync} from "node:child_process";
import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {readArguments, runCommand} from "../data-loaders/command.js";
import {settings} from "../src/lib/settings.js";

/**
 * `npm run pack-library` compiles what other projects can import to `library/`, and writes an archive of it that npm installs.
 * With `-- FOLDER` it is written there.
 */
await runCommand(() => {
  const {positionals} = readArguments({usage: "npm run pack-library [-- FOLDER]", most: 1});
  rmSync("library", {recursive: true, force: true});
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.library.json"], {
    stdio: "inherit",
  });
  writeFileSync("library/package.json", libraryPackage());
  const pack = ["pack", "./library", "--pack-destination", positionals[0] ?? "."];
  execFileSync("npm", pack, {stdio: "inherit", shell: process.platform === "win32"});
  return 0;
});

/** The package as others install it: with a version, and without what develops it. */
function libraryPackage(): string {
  const {name, description, license, type, exports, dependencies} = JSON.parse(readFileSync("package.json", "utf8"));
  const own = {name, version: settings.version, description, license, type, exports, dependencies};
  return JSON.stringify(own, null, 2).replaceAll("./library/", "./");
}
