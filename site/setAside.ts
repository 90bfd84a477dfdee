import {posix} from "node:path";

/*
 * Figures, lists and notes are most of a page's HTML. Framework parses the HTML of a page several times over, so they wait
 * here, and a comment stands in for each until Framework is done with the page.
 */

const waiting = new Map<string, string>();

/**
 * Sets HTML aside.
 *
 * @param name which HTML it is; the same name stands for the same HTML in a site
 * @param html its links to this site begin with a slash
 * @returns the comment that stands in for it
 */
export function setAside(name: string, html: string): string {
  waiting.set(name, html);
  return `<!--set aside: ${name}-->`;
}

/**
 * A page with all that was set aside back in its place, and links as they are written on that page.
 *
 * @param page HTML of the page
 * @param file the page's file, relative to the site's root, such as `nb/adoption.html`
 */
export function putBack(page: string, file: string): string {
  return page.replace(/<!--set aside: (.+?)-->/g, (_, name: string) => linksFrom(file, waiting.get(name) ?? ""));
}

/** HTML whose links to this site, which begin with a slash, are written as on a page of it. */
export function linksFrom(file: string, html: string): string {
  return html.replaceAll(' href="/', ` href="${posix.relative(posix.dirname(file), ".") || "."}/`);
}
