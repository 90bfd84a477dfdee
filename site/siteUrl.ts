import {settings} from "../src/lib/settings.js";

/** The address the site will stand at, with a slash at the end; SITE_URL at build, else localhost. */
export const siteUrl = addressOfFolder(process.env.SITE_URL ?? settings.defaultUrl);

/** An absolute address below the site's root. */
export const absolute = (path: string) => new URL(path, siteUrl).href;

/** The address of a folder, with a slash at its end. @throws Error when it is none */
export function addressOfFolder(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new Error(`SITE_URL is not a web address: ${JSON.stringify(text)}`);
  }
  const url = new URL(text);
  if (url.search || url.hash || url.username || url.password)
    throw new Error(
      `SITE_URL is the address of a folder, without ?, # and names: ${JSON.stringify(text.replace(/\/\/.*@/, "//…@"))}`,
    );
  return url.pathname.endsWith("/") ? url.href : `${url.href}/`;
}
