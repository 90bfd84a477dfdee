import {footer, head, header} from "./site/chrome.js";
import {prose} from "./site/prose.js";
import {siteUrl} from "./site/siteUrl.js";
import {surveyData} from "./site/surveyFiles.js";

export default {
  root: "src",
  output: "dist",
  base: new URL(siteUrl).pathname,
  style: "style.css",
  globalStylesheets: [],
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  linkify: false,
  preserveExtension: true,
  interpreters: {".ts": [process.execPath, "site/run.mjs"]},
  dynamicPaths: surveyData,
  markdownIt: prose,
  head,
  header,
  footer,
};
