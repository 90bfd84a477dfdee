import {readFileSync, writeFileSync} from "node:fs";
import {dirname, join, posix} from "node:path";
import {build} from "esbuild";

const pageScript = /<script type="module" src="([^"]+)"><\/script>/;

/**
 * Writes a built page beside itself as one file, to compare it with: what its script imports at once is in it, what is
 * fetched on a change is not, and neither are the fonts.
 *
 * @param page its file below the output: `nb/dialogue.html`
 * @returns the file written
 */
export async function inlinePage(output: string, page: string): Promise<string> {
  const html = readFileSync(join(output, page), "utf8");
  const [, source] = pageScript.exec(html) ?? [];
  const script = source ? await scriptOf(join(output, dirname(page), source), output) : "";
  const inlined = html
    .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    .replace(pageScript, () => `<script type="module">${script.replaceAll("</script", "<\\/script")}</script>`);
  const file = page.replace(".html", "-inlined.html");
  writeFileSync(join(output, file), inlined);
  return file;
}

/** A script with all it imports; only the drawing code, which waits for a change, is left where it is. */
async function scriptOf(file: string, output: string): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    format: "esm",
    target: ["es2022"],
    write: false,
    plugins: [
      {
        name: "drawing code apart",
        setup: ({onResolve}) =>
          onResolve({filter: /\/draw-\w+\.js$/}, ({path, resolveDir}) => ({
            path: `/${posix.relative(output, posix.join(posix.relative(process.cwd(), resolveDir), path))}`,
            external: true,
          })),
      },
    ],
  });
  return outputFiles[0].text;
}
