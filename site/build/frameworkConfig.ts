import {type FrameworkConfig, normalizeConfig, type ParsedPage} from "@observablehq/framework/dist/config.js";
import {builtins} from "@observablehq/framework/dist/resolvers.js";
import {checkCells} from "../pages/cells.js";

const inputs = "@observablehq/inputs";

/** Where the preview serves the survey's settings, which Framework cannot import from outside its root. */
export const settingsAddress = "/_observablehq/settings.js";

/**
 * Framework's configuration, with two additions: pages are refused for what their cells cannot do, and `Inputs` imported
 * by name is Framework's own, with its style sheet.
 *
 * @param spec what `observablehq.config.ts` exports
 */
export function frameworkConfig(spec: object): FrameworkConfig {
  const config = normalizeConfig(spec);
  const loadPage = config.loaders.loadPage.bind(config.loaders);
  builtins.set("#source/settings.json", settingsAddress);
  builtins.set(inputs, builtins.get(`npm:${inputs}`) as string);
  config.loaders.loadPage = async (path, options, log) => {
    const page = await loadPage(path, options, log);
    checkCells(page, path, (file) => config.loaders.find(file) !== undefined);
    bringInputsStyle(page);
    return page;
  };
  return config;
}

/** Framework brings the style sheet along with the import that it makes for the bare name `Inputs`. */
function bringInputsStyle({code}: ParsedPage): void {
  const cell = code.find(({node}) => node.imports.some(({name}) => name === inputs));
  cell?.node.imports.push({name: `npm:${inputs}`, type: "global", method: "static"});
}
