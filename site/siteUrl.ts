import {settings} from "../src/lib/settings.js";

/** The address the site will stand at, with a slash at the end; SITE_URL at build, else localhost. */
export const siteUrl = normalize(process.env.SITE_URL ?? settings.defaultUrl);

/** An absolute address below the site's root. */
export const absolute = (path: string) => new URL(path, siteUrl).href;

function normalize(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new Error(`SITE_URL is not a web address: ${JSON.stringify(text)}`);
  }
  const url = new URL(text);
  return url.pathname.endsWith("/") ? url.href : `${url.href}/`;
}
