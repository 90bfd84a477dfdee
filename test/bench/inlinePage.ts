import {readFileSync, writeFileSync} from "node:fs";
import {dirname, join, posix} from "node:path";
import {build} from "esbuild";

const pageScript = /<script type="module" async src="([^"]+)"><\/script>/;

/** How the address of a page in one file ends. */
export const inlinedEnding = "-inlined.html";

/**
 * Writes a built page beside itself as one file, to compare it with: what its script imports at once is in it, what is
 * fetched on a change is not, and neither are the fonts.
 *
 * @param page its file below the output: `nb/dialogue.html`
 */
export async function inlinePage(output: string, page: string): Promise<void> {
  const html = readFileSync(join(output, page), "utf8");
  const [, source] = pageScript.exec(html) ?? [];
  if (!source) throw new Error(`no script to put into the page: ${page}`);
  const script = await scriptOf(join(output, dirname(page), source), output);
  const inlined = html
    .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    .replace(pageScript, () => `<script type="module" async>${script.replaceAll("</script", "<\\/script")}</script>`);
  writeFileSync(join(output, page.replace(".html", inlinedEnding)), inlined);
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
