import {createHash} from "node:crypto";
import {posix} from "node:path";

/*
 * Figures, lists and notes are most of a page's HTML. Framework parses the HTML of a page several times over, so they wait
 * here, and a comment stands in for each until Framework is done with the page.
 */

/** By digest. */
const waiting = new Map<string, string>();

/**
 * Keeps HTML from Framework until `fillIn`.
 *
 * @param html its links to this site begin with a slash
 * @returns the comment that stands in for it: another one for other HTML, so that Framework knows a page that has changed
 */
export function deferHtml(html: string): string {
  const digest = createHash("sha256").update(html).digest("hex");
  waiting.set(digest, html);
  return `<!--deferred: ${digest}-->`;
}

/**
 * A page with all that was deferred in its place, and links as they are written on that page.
 *
 * @param page HTML of the page
 * @param file the page's file, relative to the site's root, such as `nb/adoption.html`
 */
export function fillIn(page: string, file: string): string {
  return page.replace(/<!--deferred: (.+?)-->/g, (_, digest: string) => {
    const html = waiting.get(digest);
    if (html === undefined) throw new Error(`nothing was deferred as ${digest} (${file})`);
    return linksFrom(file, html);
  });
}

/** HTML whose links to this site, which begin with a slash, are written as on a page of it. */
export function linksFrom(file: string, html: string): string {
  const folder = posix.dirname(file);
  return html.replace(/ href="\/([^"?#]*)/g, (_, path: string) => {
    const isFolder = path === "" || path.endsWith("/");
    return ` href="${posix.relative(folder, path) || "."}${isFolder ? "/" : ""}`;
  });
}
