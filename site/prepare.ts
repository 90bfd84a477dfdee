import {mkdirSync, rmSync} from "node:fs";

const cache = "src/.observablehq/cache";

/**
 * Framework asks the npm registry for the newest version of every library it could import implicitly, even if none is.
 * A folder by the name of a version stands for the answer. Pages use none of them: the versions only have to be fixed.
 */
const implicitLibraries = [
  "@observablehq/duckdb",
  "@observablehq/plot",
  "@observablehq/sample-datasets",
  "apache-arrow",
  "arquero",
  "d3",
  "d3-dsv",
  "echarts",
  "htl",
  "isoformat",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "parquet-wasm",
  "react",
  "react-dom",
  "topojson-client",
];

/**
 * Leaves Framework nothing stale and nothing to fetch. A loader's cache is judged by the loader's own age,
 * not by what it imports or reads, so it is thrown away before every build.
 */
export function prepare(): void {
  rmSync(cache, {recursive: true, force: true});
  for (const library of implicitLibraries) mkdirSync(`${cache}/_npm/${library}@1.0.0`, {recursive: true});
}
