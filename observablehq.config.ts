import {reportData} from "./site/build/reportData.js";
import {footer, head, header} from "./site/pages/chrome.js";
import {prose} from "./site/pages/prose.js";
import {siteUrl} from "./site/siteUrl.js";

export default {
  root: "src",
  output: "dist",
  base: new URL(siteUrl).pathname,
  pages: [], // menus are ours (`chrome.ts`): without a list of its own Framework reads every page once more
  style: "style.css",
  globalStylesheets: [],
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  linkify: false,
  preserveExtension: true,
  interpreters: {".ts": [process.execPath, "site/run.mjs"]},
  dynamicPaths: [...reportData.keys()],
  markdownIt: prose,
  head,
  header,
  footer,
};
