import {readArguments, runCommand} from "../../data-loaders/command.js";
import {writeLeisureFolder} from "./leisureFolder.js";

/** `npm run make-leisure -- ROWS FOLDER` writes the folder of a made-up survey with so many respondents. */
await runCommand(async () => {
  const {positionals} = readArguments({usage: "npm run make-leisure -- ROWS FOLDER", least: 2});
  const [rows, folder] = positionals;
  await writeLeisureFolder(folder, Number(rows));
  console.log(`written: ${folder}`);
  return 0;
});
