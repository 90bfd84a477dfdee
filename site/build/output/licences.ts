import {existsSync, readdirSync, readFileSync} from "node:fs";
import {fontPackages} from "./fonts.js";

/** Where the list of licences stands, and the bill of materials, below the site's root. */
export const licencesFile = "licences.txt";
export const materialsFile = "sbom.json";

/** Framework's own scripts in pages hold these two; they are ready-made, so that no bundle shows it. */
const inFramework = ["@observablehq/framework", "@observablehq/runtime", "@observablehq/inspector"];

/** Licences under which anybody may pass the code or the fonts on. */
const free = /^(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|BSL-1\.0|0BSD|OFL-1\.1|Unlicense)$/;

/**
 * What a site passes on that others made, with version, licence and its text: packages with code in a script, and fonts.
 *
 * @param files those that scripts were bundled of
 * @throws Error of a package that does not say its licence, or has one that asks for more than being named
 */
export function licencesText(files: Iterable<string>): string {
  const names = shippedPackages(files);
  const namesBy = new Map<string, string[]>();
  for (const name of names) {
    const text = textOf(name);
    namesBy.set(text, [...(namesBy.get(text) ?? []), saidOf(name)]);
  }
  const parts = [...namesBy].map(([text, said]) => `${said.join("\n")}\n\n${text}`);
  return `The code and the fonts of this site that others made: ${names.length} packages.\n\n${parts.join(`\n${"-".repeat(72)}\n\n`)}`;
}

/** The same as a bill of materials, CycloneDX 1.5, which tools that look for known holes read. */
export function billOfMaterials(files: Iterable<string>): string {
  const components = shippedPackages(files).map((name) => {
    const {version, license} = packageOf(name);
    const licenses = [{expression: license}];
    return {type: "library", name, version, licenses, purl: `pkg:npm/${name.replace("@", "%40")}@${version}`};
  });
  return `${JSON.stringify({bomFormat: "CycloneDX", specVersion: "1.5", version: 1, components}, null, 2)}\n`;
}

const shippedPackages = (files: Iterable<string>) =>
  [...new Set([...[...files].flatMap(packagesOf), ...fontPackages()])].sort();

const packageOf = (name: string) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));

/** Name, version, licence and who made it, on one line. */
function saidOf(name: string): string {
  const {version, license, author} = packageOf(name);
  if (
    !String(license)
      .split(" AND ")
      .every((each) => free.test(each))
  )
    throw new Error(`package of a licence that is not known here: ${name}, ${license}`);
  const by = typeof author === "object" ? author?.name : author;
  return [`${name} ${version}`, license, by].filter(Boolean).join(", ");
}

/** The package that a bundled file is of; none of the site's own. */
export function packagesOf(file: string): string[] {
  if (file.includes("/_observablehq/") || file.includes("/framework/dist/client/")) return inFramework;
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file) ?? [];
  return name === undefined ? [] : [name];
}

function textOf(name: string): string {
  const file = readdirSync(`node_modules/${name}`).find((each) => /^(licen[cs]e|copying)/i.test(each));
  const path = `node_modules/${name}/${file}`;
  return file && existsSync(path) ? `${readFileSync(path, "utf8").trim()}\n` : "";
}
