import {execFileSync} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";

/** What a script computed of one of its tables. */
export interface MadeByR {
  cells: Record<string, string | number | null>[];
  association?: Record<string, string | number | null>[];
  pairs?: Record<string, string | number>[];
  trends?: Record<string, string | number>[];
  what_if?: Record<string, string | number | null>[];
}

/** A script of several tables is one table after another, each from `library(survey)` on. */
const runner = `suppressMessages({library(survey); library(jsonlite)})
made <- list()
for (file in sort(list.files("scripts"))) {
  env <- new.env(parent = globalenv())
  kept <- function() {
    of <- function(name) if (exists(name, env, inherits = FALSE)) get(name, env)
    names <- c("cells", "association", "pairs", "trends", "what_if")
    Filter(Negate(is.null), setNames(lapply(names, of), names))
  }
  tables <- list()
  tryCatch({
    for (line in parse(file.path("scripts", file))) {
      if (identical(line, quote(library(survey))) && exists("cells", env, inherits = FALSE)) tables <- c(tables, list(kept()))
      invisible(capture.output(suppressWarnings(eval(line, env))))
    }
  }, error = function(e) stop(file, ": ", conditionMessage(e)))
  made[[sub("[.]R$", "", file)]] <- c(tables, list(kept()))
}
write_json(made, "made.json", digits = I(13), auto_unbox = TRUE, na = "null")
`;

/** Runs the scripts in the folder `scripts` of a folder with the files that they read: by script, what it computed of each of its tables. */
export function runR(folder: string): Record<string, MadeByR[]> {
  writeFileSync(join(folder, "run.R"), runner);
  execFileSync("Rscript", ["run.R"], {cwd: folder, stdio: "inherit"});
  return JSON.parse(readFileSync(join(folder, "made.json"), "utf8"));
}
