import {createHash} from "node:crypto";
import type {IncomingMessage, Server, ServerResponse} from "node:http";
import {performance} from "node:perf_hooks";
import type {FrameworkConfig, ParsedPage} from "@observablehq/framework/dist/config.js";
import {PreviewServer} from "@observablehq/framework/dist/preview.js";
import {escapeHtml} from "../../src/lib/markup.js";
import {settings} from "../../src/lib/settings.js";
import {frameworkConfig, settingsAddress} from "../build/frameworkConfig.js";
import {openWorkspace} from "../build/workspace.js";
import {message} from "../message.js";
import {policy} from "../policy.js";
import {type LiveSite, liveSiteLoader} from "./liveSiteLoader.js";

/** A running preview. */
export interface Preview {
  /**
   * Shows edits: has open pages reload, after code and inputs have been read anew if they were edited. If something is
   * wrong, says so and keeps what was there.
   *
   * @param edited paths of the files
   */
  show: (edited: readonly string[]) => Promise<void>;
}

/** What the preview shows: the site as it was last read, and what has been wrong with it since, or "". */
interface Shown {
  site?: LiveSite & {config: FrameworkConfig};
  defect: string;
}

/**
 * Starts Framework's preview server for this site.
 *
 * @param port the port to listen on; without one, the first from 3000 that is free
 */
export async function startPreview(port?: number): Promise<Preview> {
  const work = await openWorkspace("preview");
  process.on("exit", work.remove);
  const load = liveSiteLoader(`${work.cache}/live`);
  const shown: Shown = {defect: ""};
  const server = await PreviewServer.start({hostname: "127.0.0.1", port, verbose: false});
  server._readConfig = async () => shown.site?.config ?? frameworkConfig({root: work.root});

  const reload = (socket: {send(message: string): void}) => socket.send(JSON.stringify({type: "reload"}));
  const reloadPages = () => server._socketServer.clients.forEach(reload);
  server._socketServer.on("connection", (socket) => {
    if (shown.defect) reload(socket); // its page was asked for before the defect was known
  });
  let inputsWereEdited = false;
  const read = inTurn(async () => {
    const areInputsNew = inputsWereEdited;
    inputsWereEdited = false; // before they are read: they may be edited meanwhile
    await readAnew(shown, () => load(areInputsNew), work.root);
    reloadPages();
  });

  answerInstead(server.server, shown);
  await read();
  const address = server.server.address();
  say(
    `preview at http://localhost:${typeof address === "object" ? address?.port : port}/${settings.languages[0]}/ (Ctrl+C ends it)`,
  );
  return {
    async show(edited) {
      await work.update();
      inputsWereEdited ||= edited.some(isInput);
      if (edited.every(isPage)) reloadPages();
      else await read();
    },
  };
}

/** Reads the site. What is wrong with it is said, and shown with what was read before. */
async function readAnew(shown: Shown, load: () => Promise<LiveSite>, root: string): Promise<void> {
  const start = performance.now();
  try {
    const site = await load();
    shown.site = {...site, config: withErrorPages(frameworkConfig({...site.spec, root}))};
    shown.defect = "";
    say(`read the site in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  } catch (error) {
    shown.defect = message(error);
    console.error(shown.defect);
  }
}

/** Has a server answer with the site's own pages, policy and errors, and otherwise as Framework does. */
function answerInstead(server: Server, shown: Shown): void {
  const [handle] = server.listeners("request") as ((request: IncomingMessage, response: ServerResponse) => void)[];
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const {site, defect} = shown;
    const isOfPage = request.headers.accept?.includes("text/html");
    if (!site || (defect && isOfPage)) return sendDefect(response, defect);
    const data = site.dataAt(request.url ?? "");
    if (data !== null) return void response.end(data);
    if (request.url === settingsAddress) {
      response.setHeader("Content-Type", "text/javascript; charset=utf-8");
      return void response.end(`export default ${JSON.stringify(site.settings)};`);
    }
    withPolicy(response, site, request.url ?? "");
    handle(request, response);
  });
}

/** Framework renders pages and style sheets anew for each request. */
const isPage = (path: string) => /\.(md|css)$/.test(path);

const isInput = (path: string) => !/\.(md|css|ts)$/.test(path);

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Runs one call after the other; of those that come while one runs, the last. */
function inTurn(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isWanted = false;
  return async function run() {
    isWanted = true;
    running ??= (async () => {
      while (isWanted) {
        isWanted = false;
        await work();
      }
      running = undefined;
    })();
    return running;
  };
}

/** A page that cannot be shown shows why, and shows itself again when it is mended. */
function withErrorPages(config: FrameworkConfig): FrameworkConfig {
  const {loaders} = config;
  const loadPage = loaders.loadPage;
  loaders.watchPage = () => neverCalled;
  loaders.watchFiles = async () => neverCalled;
  loaders.loadPage = async (path, options, log) => {
    try {
      return await loadPage(path, options, log);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") throw error;
      console.error(message(error));
      return errorPage(message(error), path);
    }
  };
  return config;
}

/** Framework watches the files of each open page, to change parts of it; here pages are reloaded, whatever was edited. */
const neverCalled = {close() {}};

function errorPage(text: string, path: string): ParsedPage {
  const body = `<h1>This page cannot be shown</h1>\n<pre>${escapeHtml(text)}</pre>`;
  return {title: "Error", head: null, header: null, body, footer: null, data: {}, style: null, code: [], path};
}

/** While the site cannot be read, every page says why, and asks again. */
function sendDefect(response: ServerResponse, text: string): void {
  response.writeHead(503, {"Content-Type": "text/html; charset=utf-8", Refresh: "1"});
  response.end(`<!DOCTYPE html><title>Error</title><pre>${escapeHtml(text || "reading the site …")}</pre>`);
}

const inlineScript = /<script type="module">([\s\S]*?)<\/script>/g;

/**
 * Completes a page of the preview: with what was deferred while Framework rendered it, and with the site's policy, which
 * allows the page's script, that Framework writes into the page, by its hash.
 */
function withPolicy(response: ServerResponse, site: LiveSite, url: string): void {
  const end = response.end.bind(response) as (content?: unknown) => ServerResponse;
  response.end = ((content?: unknown) => {
    if (typeof content !== "string" || !String(response.getHeader("Content-Type")).startsWith("text/html"))
      return end(content);
    const page = site.fillIn(
      content,
      new URL(url.replace(/\/(\?|$)/, "/index$1"), "http://localhost").pathname.slice(1),
    );
    const hashes = [...page.matchAll(inlineScript)].map(
      ([, code]) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`,
    );
    response.setHeader(
      "Content-Security-Policy",
      policy
        .replace("script-src 'self'", `script-src 'self' ${hashes.join(" ")}`)
        .replace("connect-src 'self'", "connect-src 'self' ws:"),
    );
    return end(page);
  }) as ServerResponse["end"];
}
