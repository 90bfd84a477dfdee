import type {SampleDesign} from "../../respondents/sample.js";
import type {PanelDesign} from "../../respondents/waves.js";
import {rSampleLimits} from "./rSample.js";

/*
 * R for a survey in which it is known who answered several waves, after the blocks of `rProgram.ts` that make cells.
 */

/** Where answers of several waves are counted together, those of a unit are one cluster. */
export function rPanel(
  {clusters, strata}: PanelDesign,
  {
    sample,
    isShownWeighted,
    hasShares,
  }: {sample: SampleDesign | undefined; isShownWeighted: boolean; hasShares: boolean},
): string {
  const isCalibrated = sample?.isWeighted && isShownWeighted && sample.margins.length > 0;
  const drawn = "ids = ~linked, strata = ~linked_in, nest = TRUE";
  const stacked = sample
    ? `stacked <- svydesign(${drawn}, weights = ~base, data = respondents)
${isCalibrated ? "stacked <- rake_to(stacked)\n" : ""}stacked_of <- function(w) stacked`
    : `stacked_of <- function(w) svydesign(${drawn}, weights = ~w, data = cbind(respondents, w = w))`;
  return `
#nb Der svar fra flere bølger telles sammen eller sammenlignes, er de fra den samme én klynge, uten endelig populasjon.
#en Where answers of several waves are counted together or compared, those of one unit are a cluster, without a finite population.
respondents$linked <- respondents$${clusters === null ? "unit" : "unit_cluster"}
respondents$linked_in <- ${strata > 1 ? "respondents$unit_stratum" : '"1"'}
several <- function(domain) length(unique(respondents$wave[domain])) > 1
${stacked}
part_of <- function(y, domain, w) {
  subset(update(if (several(domain)) stacked_of(w) else design_of(w), y = as.numeric(y)), domain)
}
of_one_wave <- process_of
process_of <- function(w) if (several(inside)) stacked_of(w) else of_one_wave(w)${sample || !hasShares ? "" : ofSeveral}`;
}

const ofSeveral = `
report_alone <- report_share
report_share <- function(y, domain, w, N = NA) {
  if (!several(domain) || is_census(w[domain])) return(report_alone(y, domain, w, N))
  counted <- domain
  n <- sum(counted)
  part <- part_of(y, domain, w)
  value <- svymean(~y, part)
  p <- coef(value)[[1]]
  df <- degf(part)
  if (df < 1) return(result(p))
  se <- SE(value)[[1]]
  k <- sum(y & counted)
${rSampleLimits}
}`;
