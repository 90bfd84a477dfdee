import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {rollup} from "d3";
import {describe, expect, it} from "vitest";

/** Which layers a layer may import from, besides itself. What is in none of them, as tests and tools, is imported by none. */
const allowed: Record<string, readonly string[]> = {
  "src/lib": [],
  "src/components": ["src/lib"],
  "data-loaders/inputs": ["src/lib"],
  "data-loaders/files": ["data-loaders/inputs", "src/lib"],
  "data-loaders/cleaning": ["data-loaders/files", "data-loaders/inputs", "src/lib"],
  "data-loaders/draft": ["data-loaders/cleaning", "data-loaders/files", "data-loaders/inputs", "src/lib"],
  "data-loaders/survey": ["data-loaders/cleaning", "data-loaders/files", "data-loaders/inputs", "src/lib"],
  "data-loaders/downloads": [
    "data-loaders/survey",
    "data-loaders/cleaning",
    "data-loaders/files",
    "data-loaders/inputs",
    "src/lib",
  ],
  "data-loaders": [
    "data-loaders/draft",
    "data-loaders/downloads",
    "data-loaders/survey",
    "data-loaders/cleaning",
    "data-loaders/files",
    "data-loaders/inputs",
    "src/lib",
  ],
  "src/data.zip.ts": ["data-loaders"],
  site: ["observablehq.config.ts", "src/components", "data-loaders", "src/lib"],
  "observablehq.config.ts": ["site", "src/components", "data-loaders", "src/lib"],
};

/** The innermost layer that a file is in. */
const layerOf = (path: string) =>
  Object.keys(allowed)
    .filter((layer) => path === layer || path.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0];

const product = ["src", "data-loaders", "site"].flatMap(sourceFiles);

describe("imports", () => {
  it.each(Object.keys(allowed))("of %s run one way", (layer) => {
    const files = layer.endsWith(".ts") ? [layer] : product.filter((file) => layerOf(file) === layer);
    const isAllowed = (to: string | undefined) =>
      to !== undefined && [layer, ...allowed[layer]].some((each) => to === each || to.startsWith(`${each}/`));
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((path) => !isAllowed(layerOf(path)))
        .map((path) => `${file} -> ${path}`),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  it("form no circle, not of types either", () => {
    expect(
      circles(
        [...product, ...["tools", "test"].flatMap(sourceFiles)].filter((file) => file !== "test/support/cells.ts"),
      ),
    ).toEqual([]); // which holds cells as text
  });

  it("would form a circle of files that import each other", () => {
    const graph: Record<string, string[]> = {a: ["b"], b: ["c"], c: ["b", "d"], d: []};
    expect(circles(Object.keys(graph), (file) => graph[file])).toEqual([["b", "c"]]);
  });

  it("of the browser’s code name no Node module", () => {
    const browserCode = [...sourceFiles("src/lib"), ...sourceFiles("src/components")];
    expect(browserCode.filter((file) => /from "node:/.test(readFileSync(file, "utf8")))).toEqual([]);
  });
});

describe("folders of the product", () => {
  it("have about fifteen modules at most", () => {
    const sizes = rollup(product, (files) => files.length, dirname);
    expect([...sizes].filter(([, modules]) => modules > 16)).toEqual([]);
  });
});

/** Files that reach each other by their imports, circle by circle. */
function circles(files: readonly string[], importsOfFile: (file: string) => string[] = importsOf): string[][] {
  const reached = new Map(files.map((file) => [file, reachedFrom(file, importsOfFile)]));
  const inCircle = files.filter((file) => reached.get(file)?.has(file));
  const found = inCircle.map((file) =>
    inCircle.filter((other) => reached.get(file)?.has(other) && reached.get(other)?.has(file)).sort(),
  );
  return [...new Map(found.map((circle) => [circle.join(), circle])).values()];
}

/** All that a file imports, and what that imports. */
function reachedFrom(file: string, importsOfFile: (file: string) => string[]): Set<string> {
  const reached = new Set<string>();
  const left = [...importsOfFile(file)];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    left.push(...importsOfFile(next));
  }
  return reached;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.endsWith(".d.ts"))
    .map((file) => join(folder, file));
}

const found = new Map<string, string[]>();

/** Local imports of a file, as paths from the project's root. */
function importsOf(file: string): string[] {
  const known = found.get(file);
  if (known) return known;
  const code = file.endsWith(".ts") && existsSync(file) ? readFileSync(file, "utf8") : "";
  const imports = [...code.matchAll(/(?:from|import)\s*\(?"(\.[^"]+)"/g)].map(([, path]) =>
    join(dirname(file), path).replace(/\.js$/, ".ts"),
  );
  found.set(file, imports);
  return imports;
}
