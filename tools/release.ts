import {spawnSync} from "node:child_process";
import {CommandError, readArguments, runCommand} from "../data-loaders/command.js";
import {siteUrl} from "../site/siteUrl.js";
import {settings} from "../src/lib/settings.js";
import {release} from "./release/release.js";
import {releasesFolder} from "./release/releaseRecord.js";

/** `npm run release`: freezes the site as its version, and writes `dist` with every release below. */
await runCommand(() => {
  const {values} = readArguments({usage: "npm run release -- [--survey FILE]", options: {survey: {type: "string"}}});
  const {survey, version, published, languages} = settings;
  const own = values.survey === undefined ? [] : ["--survey", values.survey];
  release({
    record: {survey, version, published, address: `${siteUrl}${version}/`},
    languages,
    releases: releasesFolder,
    output: "dist",
    build: (address, folder) => {
      console.log(`building ${folder} for ${address}`);
      const command = ["site/run.mjs", "site/build.ts", "--to", folder, ...own];
      const {status} = spawnSync(process.execPath, command, {
        stdio: "inherit",
        env: {...process.env, SITE_URL: address},
      });
      if (status !== 0) throw new CommandError(`no release: ${folder} could not be built`);
    },
  });
  console.log(`released ${version}: ${releasesFolder}/${version}, and dist with every release`);
  return 0;
});
