/**
 * R that computes what a cell shows of a mean.
 *
 * @param asked what `is_census` is asked of, in R
 */
export const rMean = (asked: "base" | "w[base]") => `
#nb Et gjennomsnitt, ikke av færre enn fem.
#en A mean, not of fewer than five.
report_cell <- function(row, counted, base, w, N) {
  if (sum(base) < 5) return(result(NA))
  part <- part_of(replace(suppressWarnings(as.numeric(respondents[[row$column]])), !base, 0), base, w)
  value <- svymean(~y, part)
  if (is_census(${asked})) result(coef(value)[[1]], 0, rep(coef(value)[[1]], 2)) else t_result(value, part, range(numbers))
}`;
