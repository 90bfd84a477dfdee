import {readdirSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {describe, expect, it} from "vitest";

/** Which layers a layer may import from, besides itself. */
const allowed: Record<string, readonly string[]> = {
  "src/lib": [],
  "src/components": ["src/lib"],
  "data-loaders": ["src/lib"],
  "src/data.zip.ts": ["data-loaders"],
  site: ["observablehq.config.ts", "src/components", "data-loaders", "src/lib"],
  "observablehq.config.ts": ["site", "src/components", "data-loaders", "src/lib"],
};

const layerOf = (path: string) => Object.keys(allowed).find((layer) => path === layer || path.startsWith(`${layer}/`));

describe("imports", () => {
  it.each(Object.keys(allowed))("of %s run one way", (layer) => {
    const files = layer.endsWith(".ts") ? [layer] : sourceFiles(layer);
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((path) => {
          const to = layerOf(path);
          return to !== layer && !allowed[layer].includes(to ?? "");
        })
        .map((path) => `${file} -> ${path}`),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  it("of the browser’s code name no Node module", () => {
    const browserCode = [...sourceFiles("src/lib"), ...sourceFiles("src/components")];
    expect(browserCode.filter((file) => /from "node:/.test(readFileSync(file, "utf8")))).toEqual([]);
  });

  it("of what is shown do not reach the statistics that are computed only to be compared", () => {
    const beyond = "src/lib/statistics/beyond/";
    const layers = Object.keys(allowed).flatMap((layer) => (layer.endsWith(".ts") ? [layer] : sourceFiles(layer)));
    const shown = layers.filter((file) => !file.startsWith(beyond));
    expect(layers.length).toBeGreaterThan(shown.length);
    expect(shown.filter((file) => importsOf(file).some((path) => path.startsWith(beyond)))).toEqual([]);
    expect(pages().filter((file) => readFileSync(file, "utf8").includes("statistics/beyond"))).toEqual([]);
  });
});

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.endsWith(".d.ts"))
    .map((file) => join(folder, file));
}

function pages(): string[] {
  const files = readdirSync("src", {recursive: true, encoding: "utf8"});
  return files.filter((file) => file.endsWith(".md")).map((file) => join("src", file));
}

/** Local imports of a file, as paths from the project's root. */
function importsOf(file: string): string[] {
  const code = readFileSync(file, "utf8");
  return [...code.matchAll(/(?:from|import)\s*\(?"(\.[^"]+)"/g)].map(([, path]) =>
    join(dirname(file), path).replace(/\.js$/, ".ts"),
  );
}
