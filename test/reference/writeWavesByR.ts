import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {openProducts} from "../../data-loaders/downloads/products.js";
import {readWaves} from "../support/readWaves.js";
import {wavesByR, waveTrends} from "../support/waveTrends.js";

/*
 * `node site/run.mjs test/reference/writeWavesByR.ts` lets R compute the trends of the made-up survey in waves, and keeps
 * what it found. Needs `Rscript` with survey and jsonlite. Run it when the made-up survey changes.
 *
 * The waves are domains of one design without clusters, so that they are independent of each other. A change is tested as
 * `pairTests` does it: by the standard error that it would have, were both shares what they are together (Rao, Scott and
 * Skinner 1998); its interval is by linearisation. In `borrows` the series is broken before 2015.
 */
const program = `
suppressMessages({library(survey); library(jsonlite)})
trends <- fromJSON("trends.json", simplifyVector = FALSE)
data <- read.csv("waves.csv", fileEncoding = "UTF-8-BOM", colClasses = "character")
compared <- list(reads = list(c(2011, 2013), c(2013, 2015), c(2011, 2015)), borrows = list(c(2011, 2013)),
  trust = list(c(2013, 2015)))

trend <- function(question, group) {
  d <- data[data[[question]] != "no_answer", ]
  asked <- d[[question]] != "not_asked" # those that were not are outside, and count in the size of the design
  answers <- if (question == "borrows") c("yes", "no") else if (question == "trust") c("much", "little") else
    c("daily", "weekly", "seldom")
  lines <- if (is.null(group)) lapply(answers, function(a) list(a, a, asked)) else
    lapply(c("north", "south"), function(g) list(g, answers[1], asked & d[[group]] == g))
  shares <- list(); changes <- list()
  for (line in lines) {
    y <- as.numeric(d[[question]] == line[[2]])
    for (wave in c("2011", "2013", "2015")) {
      inside <- line[[3]] & d$wave == wave
      if (any(inside)) shares[[length(shares) + 1]] <- list(line[[1]], wave, mean(y[inside]), sum(inside))
    }
    for (pair in compared[[question]]) {
      a <- line[[3]] & d$wave == pair[1]; b <- line[[3]] & d$wave == pair[2]
      n <- c(sum(a), sum(b)); p <- c(mean(y[a]), mean(y[b])); together <- mean(y[a | b])
      z <- function(of) ifelse(b, (y - of[2]) / n[2], 0) - ifelse(a, (y - of[1]) / n[1], 0)
      d$apart <- z(p); d$alike <- z(c(together, together))
      design <- svydesign(ids = ~1, weights = ~1, data = d)
      df <- degf(subset(design, a | b)) - 1
      difference <- p[2] - p[1]
      reach <- qt(0.975, df) * SE(svytotal(~apart, design))[[1]]
      t <- difference / SE(svytotal(~alike, design))[[1]]
      changes[[length(changes) + 1]] <- list(line[[1]], as.character(pair[1]), as.character(pair[2]),
        difference, difference - reach, difference + reach, 2 * pt(-abs(t), df))
    }
  }
  adjusted <- p.adjust(sapply(changes, function(change) change[[7]]), "holm")
  for (at in seq_along(changes)) changes[[at]][[7]] <- adjusted[at]
  list(question = question, group = group, shares = shares, changes = changes)
}
found <- lapply(trends, function(each) trend(each$question, each$group))
cat(toJSON(found, digits = I(12), auto_unbox = TRUE, null = "null"))
`;

const {folder, survey} = await readWaves();
const work = mkdtempSync(join(tmpdir(), "waves-by-r-"));
const about = {title: "", description: "", version: "1.0.0", created: "2026-11-27", licences: [], sources: []};
const [table] = openProducts(survey, about);
writeFileSync(join(work, "waves.csv"), [...table.blocks()].join(""));
writeFileSync(join(work, "trends.json"), JSON.stringify(waveTrends));
writeFileSync(join(work, "waves.R"), program);
const found = execFileSync("Rscript", ["waves.R"], {cwd: work, encoding: "utf8"});
writeFileSync(wavesByR, `${JSON.stringify(JSON.parse(found), null, 1)}\n`);
rmSync(folder, {recursive: true});
rmSync(work, {recursive: true});
