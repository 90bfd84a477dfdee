import {existsSync} from "node:fs";
import type {TestProject} from "vitest/node";
import {serve} from "../../site/serve/serve.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the built site is served while the tests run; empty if there is none, as when only modules are tested. */
    url: string;
  }
}

/** Serves what `npm run build` wrote, for all tests of the whole site. */
export default async function serveSite({provide}: TestProject): Promise<() => void> {
  if (!existsSync("dist/index.html")) {
    provide("url", "");
    return () => {};
  }
  const {url, close} = await serve("dist", 0);
  provide("url", url);
  return close;
}
