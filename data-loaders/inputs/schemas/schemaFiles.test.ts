import {readdirSync, readFileSync} from "node:fs";
import {dirname, join, normalize} from "node:path";
import {describe, expect, it} from "vitest";
import {readChecksums} from "../checks/checksum.js";
import {sourceFolder} from "../readSource.js";
import {inputSchemas} from "./inputSchemas.js";
import {editorFile, schemaFiles, schemaFolder} from "./schemaFiles.js";

interface JsonSchema {
  description?: string;
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  oneOf?: JsonSchema[];
  enum?: string[];
  definitions?: Record<string, JsonSchema>;
}

const files = schemaFiles();
const schemaOf = (name: string): JsonSchema => JSON.parse(files.get(`${schemaFolder}${name}.json`) ?? "null");
const inputs = [...readChecksums(readFileSync(`${sourceFolder}README.md`, "utf8")).keys()].filter((file) =>
  file.endsWith(".json"),
);
const fits = (file: string, pattern: string) => new RegExp(`^${pattern.replaceAll("*", "[^/]+")}$`).test(file);

describe("npm run write-schemas", () => {
  it.each([...files.keys()])("would write %s as it is stored", (file) => {
    expect(readFileSync(file, "utf8")).toBe(files.get(file));
  });

  it("leaves no other schema beside them", () => {
    const stored = readdirSync(schemaFolder).map((file) => `${schemaFolder}${file}`);
    expect([...stored, editorFile].sort()).toEqual([...files.keys()].sort());
  });

  it.each(inputs)("has one schema for %s, which accepts it and tells editors of it", (file) => {
    const fitting = inputSchemas.filter((each) => fits(file, each.inputs));
    expect(fitting).toHaveLength(1);
    const [{name, schema}] = fitting;
    const value = JSON.parse(readFileSync(`${sourceFolder}${file}`, "utf8"));
    expect(schema.safeParse(value).error).toBeUndefined();
    const told = JSON.parse(files.get(editorFile) ?? "")["json.schemas"] as {fileMatch: string[]; url: string}[];
    const matching = told.filter(({fileMatch}) => fileMatch.some((each) => fits(`/data-loaders/source/${file}`, each)));
    expect(matching.map(({url}) => url)).toEqual([`./${schemaFolder}${name}.json`]);
    if (Array.isArray(value)) return;
    expect(normalize(join("data-loaders/source", dirname(file), value.$schema))).toBe(`${schemaFolder}${name}.json`);
  });

  it("says what each field is for, unless its name says it", () => {
    const plain = ["topic", "why", "label", "type", "categories", "code", "reason", "kind", "variable", "codes"];
    const {properties = {}} = schemaOf("claims").items ?? {};
    expect(Object.keys(properties)).toHaveLength(13);
    for (const [field, {description}] of Object.entries(properties))
      expect(plain.includes(field) || (description ?? "").length > 10, field).toBe(true);
    expect(properties.universe.description).toBe("Of whom: a code of universes.json.");
  });

  it("lists the codes that a field may hold, and the fields that must be there", () => {
    const value = (schemaOf("coding").properties?.values.items ?? {}) as JsonSchema;
    expect(value.properties?.definition.enum).toContain("usesChannel");
    expect(value.required).toContain("definition");
    expect(schemaOf("file-settings").required).toEqual(["access"]);
    const types = schemaOf("codebook").properties?.variables.items?.oneOf ?? [];
    expect(types).toHaveLength(8);
    expect(schemaOf("assumptions").items?.oneOf).toHaveLength(5);
  });
});
