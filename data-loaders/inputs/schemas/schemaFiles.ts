import {z} from "zod";
import {type InputSchema, inputSchemas} from "./inputSchemas.js";

/** Where the schemas are stored. */
export const schemaFolder = "docs/schemas/";

/** Where editors look up which schema a file has. */
export const editorFile = ".vscode/settings.json";

/** Every file that `npm run write-schemas` writes, by path from the project's root. */
export function schemaFiles(): Map<string, string> {
  const schemas = inputSchemas.map((each) => [`${schemaFolder}${each.name}.json`, schemaText(each)] as const);
  return new Map([...schemas, [editorFile, editorText()]]);
}

/** JSON Schema of draft 7, the one that editors know best. */
function schemaText({title, schema}: InputSchema): string {
  const {$schema, ...rest} = z.toJSONSchema(schema, {target: "draft-7", io: "input"});
  return jsonText({$schema, title, ...rest});
}

/** Every input is named, also one that names its own schema: a new file gets help from its first letter. */
function editorText(): string {
  return jsonText({
    "json.schemas": inputSchemas.map(({name, inputs}) => ({
      fileMatch: [`/data-loaders/source/${inputs}`],
      url: `./${schemaFolder}${name}.json`,
    })),
  });
}

const jsonText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
