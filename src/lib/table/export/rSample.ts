import type {SampleDesign} from "../../respondents/sample.js";
import {rMean} from "./rMean.js";

/*
 * R for respondents who were drawn and weighted by a design of their own, in the place of some blocks of `rProgram.ts`. It
 * reads `margins`, which `tableRScript` writes before it.
 */

/** The design; tests have it without a finite population. */
export function rSample({isWeighted, populations, clusters, margins}: SampleDesign, isShownWeighted: boolean): string {
  const weight = margins.length > 0 ? "design_weight" : "weight";
  const isUsed = isWeighted && isShownWeighted;
  const fpc = populations[0] === null ? "" : "fpc = ~units, ";
  const calibrated = isUsed && margins.length > 0;
  const cluster = clusters === null ? [] : ["cluster"];
  const cell = ["stratum", ...cluster, "weight", ...margins.map((_, at) => `margin${at + 1}`)];
  return `
#nb Slik ble respondentene trukket og vektet. Et stratum med bare én trukket måles mot helheten.
#en How respondents were drawn and weighted. A stratum of which one alone was drawn is compared with the whole.
respondents$stratum <- ${populations.length > 1 ? "respondents$stratum" : '"1"'}
respondents$drawn <- ${clusters === null ? "seq_len(nrow(respondents))" : "respondents$cluster"}
respondents$base <- ${isUsed ? `as.numeric(respondents$${weight})` : "1"}
${fpc ? "respondents$units <- as.numeric(respondents$stratum_units)\n" : ""}${marginBlock(margins)}stratum <- respondents$stratum
alike <- do.call(paste, respondents[c(${cell.map((name) => `"${name}"`).join(", ")})])
respondents$cell <- match(alike, unique(alike))
sampled <- svydesign(ids = ~drawn, strata = ~stratum, weights = ~base, ${fpc}nest = TRUE, data = respondents)
unlimited <- ${fpc ? "svydesign(ids = ~drawn, strata = ~stratum, weights = ~base, nest = TRUE, data = respondents)" : "sampled"}
${calibrated ? rCalibrate(margins.length) : ""}population_of <- function(conditions) NA
weights_in <- function(conditions) weights(sampled)
design_of <- function(w) sampled
process_of <- function(w) unlimited
#nb Er alle som kunne trekkes, trukket i strataene til disse?
#en Were all that could be drawn, drawn in the strata of these?
is_census <- function(domain) ${fpc && !calibrated ? "all((respondents$units == tapply(respondents$drawn, stratum, function(each) length(unique(each)))[stratum])[domain])" : "FALSE"}`;
}

/** By respondent the cell of each margin; of waves each has its own. */
function marginBlock(margins: SampleDesign["margins"]): string {
  if (margins.length === 0) return "";
  return margins[0].cells.some(({wave}) => wave) ? rMargins.replace(cellInOne, cellInWaves) : rMargins;
}

const cellInOne = `cell_in <- function(cells) {
  found <- rep(length(cells), nrow(respondents))
  for (at in seq_along(cells)) found[chose(list(cells[[at]]))] <- at
  found
}`;

const cellInWaves = `cell_in <- function(cells) {
  found <- rep(NA, nrow(respondents))
  gave <- function(cell) respondents$wave == cell$wave & (length(cell$codes) == 0 | chose(list(cell)))
  for (at in order(sapply(cells, function(cell) length(cell$codes) > 0))) found[gave(cells[[at]])] <- at
  found
}`;

const rMargins = `
#nb De som ikke svarte på et spørsmål det er kalibrert mot, beholder sin del av vektene.
#en Those without an answer to a question that weights are calibrated to, keep their part of the weights.
${cellInOne}
for (at in seq_along(margins)) respondents[[paste0("margin", at)]] <- cell_in(margins[[at]])
`.trimStart();

/** Raking; to one margin it is post-stratification. */
const rCalibrate = (margins: number) =>
  `
calibrated_to <- ~ ${Array.from({length: margins}, (_, at) => `factor(margin${at + 1})`).join(" + ")}
sizes <- lapply(margins, function(cells) sapply(cells, function(cell) cell$population))
totals <- c(sum(sizes[[1]]), unlist(lapply(sizes, function(each) each[-1])))
names(totals) <- colnames(model.matrix(calibrated_to, respondents))
rake_to <- function(design) calibrate(design, calibrated_to, totals, calfun = "raking", epsilon = 1e-12, maxit = 100)
sampled <- rake_to(sampled)
unlimited <- rake_to(unlimited)
`.trimStart();

/** The end of a function that has a share `p` by its design: its limits. */
export const rSampleLimits = `  if (min(k, n - k) >= 10) return(result(p, se, as.vector(confint(svyciprop(~y, part, method = "xlogit", level = level, df = df)))))
  tail_of <- function(df) qt(1 - tail, max(1, df))
  seen <- if (se > 1e-9) p * (1 - p) / se^2 else sum(w[counted])^2 / sum(w[counted]^2)
  size <- min(n, seen * (tail_of(n - 1) / tail_of(df))^2)
  low <- if (k == 0) 0 else qbeta(tail, p * size, (1 - p) * size + 1)
  high <- if (k == n) 1 else qbeta(1 - tail, p * size + 1, (1 - p) * size)
  result(p, se, c(low, high))`;

const share = `
#nb En andel med konfidensintervall. Regelen for små tall er Korn og Graubards.
#en A share with its confidence interval. The rule for small numbers is Korn and Graubard’s.
report_share <- function(y, domain, w) {
  counted <- domain & w > 0
  n <- sum(counted)
  if (n == 0) return(result(NA))
  part <- part_of(y, domain, w)
  value <- svymean(~y, part)
  p <- coef(value)[[1]]
  if (is_census(counted)) return(result(p, if (degf(part) < 1) NA else 0, c(p, p)))
  df <- degf(part)
  if (df < 1) return(result(p))
  se <- SE(value)[[1]]
  k <- sum(y & counted)
${rSampleLimits}
}
report_cell <- function(row, counted, base, w, N) report_share(counted, base, w)`;

/** What a cell of a sample shows, as `rMeasures` has it of others. */
export const rSampleMeasures = {
  columnPercent: share,
  totalPercent: share,
  mean: rMean("base"),
  count: `
#nb Et antall: summen av vektene.
#en A total: the sum of weights.
report_cell <- function(row, counted, base, w, N) {
  if (!any(base)) return(result(NA))
  part <- part_of(counted, base, w)
  t_result(svytotal(~y, part), part, c(0, Inf))
}`,
  respondents: `
#nb Hvor mange som svarte, er et faktum.
#en How many answered is a fact.
report_cell <- function(row, counted, base, w, N) result(if (any(base)) sum(counted) else NA)`,
};
