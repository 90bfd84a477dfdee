import {existsSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {settings} from "../../src/lib/settings.js";
import {catalogFile, dcatCatalog} from "./dcat.js";
import {schemaOrg} from "./schemaOrg.js";

/** What DCAT-AP-NO asks of each, but for a contact point, which the owner's address makes. */
const mandatory = {
  "dcat:Catalog": ["dct:title", "dct:description", "dct:publisher", "dcat:dataset"],
  "dcat:Dataset": ["dct:title", "dct:description", "dct:identifier", "dct:publisher", "dcat:theme", "dct:accessRights"],
  "dcat:Distribution": ["dcat:accessURL", "dct:format", "dct:license"],
  "foaf:Agent": ["foaf:name"],
};

type Node = Record<string, unknown>;

function* nodesIn(value: unknown): Generator<Node> {
  if (value === null || typeof value !== "object") return;
  if ("@type" in value) yield value as Node;
  for (const part of Object.values(value)) yield* nodesIn(part);
}

describe("the catalogue for data.norge.no", () => {
  const catalog = JSON.parse(dcatCatalog());
  const nodes = [...nodesIn(catalog)];

  it("has what DCAT-AP-NO asks for, and every prefix that it uses", () => {
    for (const [type, properties] of Object.entries(mandatory)) {
      const ofType = nodes.filter((node) => node["@type"] === type);
      expect(ofType.length, type).toBeGreaterThan(0);
      for (const node of ofType) for (const property of properties) expect(node, type).toHaveProperty([property]);
    }
    const used = nodes
      .flatMap((node) => [...Object.keys(node), String(node["@type"])])
      .filter((name) => /^\w+:/.test(name));
    for (const name of used) expect(Object.keys(catalog["@context"])).toContain(name.split(":")[0]);
  });

  it("names files that are there, each once", () => {
    const paths = nodes
      .filter((node) => node["@type"] === "dcat:Distribution")
      .map((node) => new URL(String(node["@id"])).pathname);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of [...paths, `/${catalogFile}`]) expect(existsSync(`dist${path}`), path).toBe(true);
  });
});

describe("the data sets in pages", () => {
  it("are the same in every language, with what search engines ask for", () => {
    const [nb, en] = (["nb", "en"] as const).map((lang) => JSON.parse(schemaOrg(lang).html.replace(/<[^>]*>/g, "")));
    const ids = (graph: typeof nb) => graph["@graph"].map((each: Node) => each["@id"]);
    expect(ids(nb)).toEqual(ids(en));
    for (const set of [...nb["@graph"], ...en["@graph"]]) {
      expect(set.description.length, "Google asks for 50 to 5000 characters").toBeGreaterThan(49);
      expect(set.description.length).toBeLessThan(5000);
      expect(set).toMatchObject({"@type": "Dataset", version: settings.version, isAccessibleForFree: true});
    }
    expect(nb["@graph"][0].name).toContain("oppdiktede respondenter");
  });

  it("stand in the overview and where the files are, as data and no script", () => {
    for (const page of ["nb/index.html", "en/index.html", "nb/data-quality.html", "en/data-quality.html"])
      expect(readFileSync(`dist/${page}`, "utf8").match(/<script type="application\/ld\+json">/g), page).toHaveLength(
        1,
      );
    expect(readFileSync("dist/nb/adoption.html", "utf8")).not.toContain("ld+json");
  });
});
