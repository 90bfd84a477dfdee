import {readFileSync} from "node:fs";
import {dirname, join} from "node:path";

/** The parts that `package.json` exports, and the module that says what each has. */
export const parts: Readonly<Record<string, string>> = {
  bounds: "src/lib/bounds/index.ts",
  statistics: "src/lib/statistics/index.ts",
  table: "src/lib/table/index.ts",
  charts: "src/components/charts/index.ts",
};

/** Something that a part exports. */
interface Exported {
  name: string;
  /** Its docstring without asterisks; null if it has none. */
  text: string | null;
  /** Its type, or a function up to its body. */
  code: string;
}

export const apiFile = "docs/api.md";

/** The line of `docs/api.md` after which everything is made from the docstrings. */
const made = "<!-- From here on by `npm run write-api`, from the docstrings. -->\n";

/** `docs/api.md` with everything that the package exports. */
export function apiPage(): string {
  const [introduction] = readFileSync(apiFile, "utf8").split(made);
  return introduction + made + Object.keys(parts).map(partText).join("");
}

function partText(part: string): string {
  const [, about] = /^\/\*\* (.+) \*\/\n/.exec(readFileSync(parts[part], "utf8")) ?? [];
  const entries = exportsOf(part).map(
    ({name, text, code}) => `### ${name}\n\n${text ?? ""}\n\n\`\`\`ts\n${code}\n\`\`\`\n`,
  );
  return [`\n## betakomm-explorable/${part}\n\n${about}\n`, ...entries].join("\n");
}

/**
 * What a part exports of the project’s own, functions before types.
 *
 * @throws Error naming an export that is declared nowhere
 */
export function exportsOf(part: string): Exported[] {
  const index = readFileSync(parts[part], "utf8");
  const found = [...index.matchAll(/^export (?:type )?\{([^}]+)\} from "(\.[^"]+)";/gm)].flatMap(([, names, path]) => {
    const source = readFileSync(join(dirname(parts[part]), path.replace(/\.js$/, ".ts")), "utf8");
    const each = names.split(",").map((name) => name.replace("type ", "").trim());
    return each.filter((name) => name !== "").map((name) => declarationOf(name, source));
  });
  const isType = ({code}: Exported) => /^export (interface|type)/.test(code);
  return [...found.filter((each) => !isType(each)), ...found.filter(isType)];
}

function declarationOf(name: string, source: string): Exported {
  const declaration = new RegExp(
    `(?:/\\*\\*((?:(?!\\*/)[^])*)\\*/\\n)?(export (function|const|interface|type) ${name}\\b[^]*)`,
  );
  const [, comment, rest, kind] = declaration.exec(source) ?? [];
  if (!rest) throw new Error(`an export that is declared nowhere: ${name}`);
  const ends = {function: /^(?:export|\)).* \{$/m, interface: /^\}$|\{\}$/m, const: /;$/m, type: /;\n(?=\n|$)/};
  const end = ends[kind as keyof typeof ends].exec(rest);
  const code = rest.slice(0, end ? end.index + end[0].length : undefined).trim();
  return {
    name,
    text: comment === undefined ? null : plain(comment),
    code: kind === "function" ? code.replace(/ \{$/, ";") : code,
  };
}

/** A docstring without its asterisks, with its tags as a list. */
const plain = (comment: string) =>
  comment
    .replace(/^ *\* ?/gm, "")
    .replace(/^@param ([\w.]+) /gm, "- `$1`: ")
    .replace(/^@(throws|returns) ?/gm, "- $1 ")
    .trim();
