import {resolve} from "node:path";

/** Folder of the inputs, with a slash at its end: that of the survey which SURVEY names, or this report’s own. */
export const sourceFolder = `${resolve(process.env.SURVEY || "data-loaders/source")}/`;

/**
 * Has esbuild take the settings of that survey into what it bundles.
 *
 * @type {import("esbuild").Plugin}
 */
export const surveySettings = {
  name: "survey settings",
  setup({onResolve}) {
    onResolve({filter: /^#source\/settings\.json$/}, () => ({path: `${sourceFolder}settings.json`}));
  },
};
