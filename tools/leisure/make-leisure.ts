import {readArguments, runCommand} from "../../data-loaders/command.js";
import {writeLeisureFolder} from "./leisureFolder.js";

/** `npm run make-leisure -- ROWS FOLDER [QUESTIONS]` writes the folder of a made-up survey of so many respondents. */
await runCommand(async () => {
  const {positionals} = readArguments({usage: "npm run make-leisure -- ROWS FOLDER [QUESTIONS]", least: 2, most: 3});
  const [rows, folder, questions] = positionals;
  await writeLeisureFolder(folder, Number(rows), questions === undefined ? undefined : Number(questions));
  console.log(`written: ${folder}`);
  return 0;
});
