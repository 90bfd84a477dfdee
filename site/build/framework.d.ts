/*
 * The parts of Framework that a build and the preview are made of. Framework publishes no types; these name what is used
 * here, of version 1.13.4.
 */

declare module "@observablehq/framework/dist/build.js" {
  import type {FrameworkConfig, Log} from "@observablehq/framework/dist/config.js";

  export class FileBuildEffects {
    constructor(output: string, cache: string, log: Log);
  }
  export function build(options: {config: FrameworkConfig}, effects: FileBuildEffects): Promise<void>;
}

declare module "@observablehq/framework/dist/config.js" {
  /** Where Framework writes what it is doing. */
  export interface Log {
    logger: Pick<Console, "log" | "warn" | "error">;
    output: {write(text: string): unknown};
  }

  /** A `js` cell, or an inline `${}`, as Framework parsed it. */
  export interface Cell {
    id: string;
    mode: string;
    node: {
      input: string;
      inline?: boolean;
      references: {name: string}[];
      declarations: {name: string}[] | null;
      /** A method is known where `FileAttachment("…").method()` is written in one. */
      files: {name: string; method?: string}[];
      imports: {name: string; type: "local" | "global"; method: "static" | "dynamic" | "resolve"}[];
    };
  }

  export interface ParsedPage {
    path: string;
    title: string | null;
    head: string | null;
    header: string | null;
    body: string;
    footer: string | null;
    style: string | null;
    data: Record<string, unknown>;
    code: Cell[];
  }

  interface Watcher {
    close(): void;
  }

  export interface FrameworkConfig {
    root: string;
    output: string;
    loaders: {
      /** A file, or what makes it; undefined if there is neither. */
      find(path: string): object | undefined;
      loadPage(path: string, options: {path: string; preview?: boolean}, log?: Log): Promise<ParsedPage>;
      watchPage(): Watcher;
      watchFiles(): Promise<Watcher>;
    };
  }

  /** @param spec what `observablehq.config.ts` exports */
  export function normalizeConfig(spec: object): FrameworkConfig;
}

declare module "@observablehq/framework/dist/preview.js" {
  import type {Server} from "node:http";
  import type {FrameworkConfig} from "@observablehq/framework/dist/config.js";

  /** The connection to an open page. */
  interface Socket {
    send(message: string): void;
  }

  export class PreviewServer {
    static start(options: {hostname: string; port?: number; verbose: boolean}): Promise<PreviewServer>;
    readonly server: Server;
    /** Read anew at every request. */
    _readConfig: () => Promise<FrameworkConfig>;
    readonly _socketServer: {
      clients: Set<Socket>;
      on(event: "connection", listener: (socket: Socket) => void): void;
    };
  }
}

declare module "@observablehq/framework/dist/resolvers.js" {
  /** Names of modules that Framework serves itself, and where. */
  export const builtins: Map<string, string>;
}

declare module "@observablehq/framework/dist/libraries.js" {
  /** What Framework imports for names that a cell uses without declaring them. */
  export function getImplicitInputImports(names: Iterable<string>): Set<string>;
}

declare module "@observablehq/framework/dist/javascript/globals.js" {
  /** Names that every browser has. */
  export const defaultGlobals: Set<string>;
}

declare module "@observablehq/framework/dist/markdown.js" {
  import type {FrameworkConfig, ParsedPage} from "@observablehq/framework/dist/config.js";

  export function parseMarkdown(text: string, options: FrameworkConfig & {path: string}): ParsedPage;
}
