import type {Lang} from "../../language/text.js";
import {rMean} from "./rMean.js";

/*
 * The R that computes a table, block by block. It reads what is peculiar to a table, such as `rows`, `measure` and
 * `units`, from the variables that `tableRScript` writes before it. Comments stand in both languages, as `#nb` and `#en`.
 */

/** A block of R with its comments in one language. */
export function inLanguage(block: string, lang: Lang): string {
  const others = new RegExp(`^ *#(?!${lang} )[a-z]{2,3} .*\\n`, "gm");
  return block.trim().replace(others, "").replaceAll(`#${lang} `, "# ");
}

const kept = `#nb De som ble spurt, men ikke svarte, regnes som om de ikke deltok. Alle andre blir med i vektene.
#en Those that were asked and did not answer count as if they had not taken part. All others are weighted.
kept <- rep(TRUE, nrow(respondents))
for (question in analysed) kept <- kept & state_of(question) != "unanswered"
respondents <- respondents[kept, ]
`;

const together = `#nb Den som ikke har svart på alle alternativene i et flersvar, har ikke svart på noen.
#en Who left an option of a multiple response unanswered has answered none.
for (options in multiple) {
  lack <- rep(NA, nrow(respondents))
  for (column in rev(options)) {
    value <- respondents[[column]]
    lack <- ifelse(value %in% c("no", "yes"), lack, value)
  }
  respondents[!is.na(lack), options] <- lack[!is.na(lack)]
}`;

/** The same where a wave did not offer every option: one that was not says nothing of the others. */
const togetherOfOffered = `#nb Den som ikke har svart på alle alternativene i et flersvar som ble lagt fram, har ikke svart på noen.
#en Who left an option of a multiple response that was offered unanswered has answered none.
for (options in multiple) {
  lack <- rep(NA, nrow(respondents))
  for (column in rev(options)) {
    value <- respondents[[column]]
    lack <- ifelse(value %in% c("no", "yes", not_asked), lack, value)
  }
  for (column in options) {
    mine <- !is.na(lack) & put_in(column)
    respondents[mine, column] <- lack[mine]
  }
}`;

/** Who has answered, of a survey of which a wave did not offer every option. */
export const ofOffered = (block: string) => block.replace(together, togetherOfOffered);

/** Who has answered, and who is in the table. */
export const rMembership = membership(kept);

/** The same of a sample, in whose design those stay that did not answer. */
export const rSampleMembership = membership("");

function membership(kept: string): string {
  return `
#nb Hvem har svart på et spørsmål? Flersvar er besvart når alle alternativene som ble lagt fram, er det.
#en Who answered a question? A multiple response is answered when all options that were offered are.
put_in <- function(column) !respondents[[column]] %in% not_asked
state_of <- function(question) {
  state <- rep("not asked", nrow(respondents))
  for (column in question$columns) state[put_in(column)] <- "answered"
  for (column in question$columns) state[put_in(column) & !respondents[[column]] %in% question$valid] <- "unanswered"
  state
}
put_to <- function(row) Reduce(\`&\`, lapply(row$column, put_in), rep(TRUE, nrow(respondents)))

${together}

#nb Hvem har gitt ett av disse svarene?
#en Who gave one of these responses?
chose <- function(categories, of = respondents) {
  in_any <- function(tests) Reduce(\`|\`, tests, rep(FALSE, nrow(of)))
  in_category <- function(each) in_any(lapply(each$column, function(column) of[[column]] %in% each$codes))
  in_any(lapply(categories, in_category))
}

${kept}inside <- rep(TRUE, nrow(respondents))
for (question in analysed) inside <- inside & state_of(question) == "answered"
for (filter in filters) inside <- inside & chose(filter)
in_row <- function(row) chose(list(row))
in_column <- function(column) if (column$code == "all") rep(TRUE, nrow(respondents)) else chose(list(column))
base_of <- function(column) if (measure == "totalPercent") inside else inside & in_column(column)`;
}

/**
 * Weights and designs where it is known how many units there are: `register` has them by class and region; `stratum` and
 * `region` say how these are merged.
 */
export const rPopulation = `
#nb Hver står for seg selv og for en del av enhetene i sin klasse og sitt fylke som ikke svarte.
#en Each stands for itself and for a share of the units of its class and region that did not answer.
place <- match(paste(respondents$size, respondents$county), paste(register$size, register$county))
register$answered <- tabulate(place, nrow(register))
register$stratum <- stratum[register$size]
register$region <- region[register$county]
counts <- xtabs(answered ~ stratum + region, register)
silent <- xtabs(units - answered ~ stratum + region, register)
target <- outer(rowSums(silent), colSums(silent)) / max(sum(silent), 1)
raked <- loglin(target, list(1, 2), start = counts, fit = TRUE, eps = 1e-10, iter = 10000, print = FALSE)$fit
respondents$cell <- place
respondents$stratum <- register$stratum[place]
respondents$more <- (raked / counts)[cbind(respondents$stratum, register$region[place])]

#nb I en gruppe som registeret kjenner, skaleres vektene så de summerer til enhetene i den.
#en In a group that the register knows, weights are scaled so that they add up to its units.
cells_of <- function(conditions) Reduce(\`&\`, lapply(conditions, chose, register), rep(TRUE, nrow(register)))
population_of <- function(conditions) sum(register$units[cells_of(conditions)])
weights_in <- function(conditions) {
  in_group <- cells_of(conditions)
  mine <- in_group[place]
  missing <- sum((register$units - register$answered)[in_group])
  supposed <- sum(respondents$more[mine])
  w <- 1 + respondents$more
  w[mine] <- 1 + if (supposed > 0) respondents$more[mine] * missing / supposed else rep(missing / sum(mine), sum(mine))
  w
}

#nb Sannsynligheten for å svare er 1/w, og den som har vekt 1, er sikker.
#en The probability of answering is 1/w, and those of weight 1 are certain.
design_of <- function(w) {
  svydesign(ids = ~1, strata = ~stratum, fpc = ~I(1 / w), pps = "brewer", data = cbind(respondents, w = w))
}
process_of <- function(w) svydesign(ids = ~1, strata = ~stratum, weights = ~w, data = cbind(respondents, w = w))

#nb Grenser for en andel av N enheter: eksakte, utvidet til hele enheter, og aldri utenfor det mulige.
#en Limits of a share of N units: exact, outward to whole units, and never outside what is possible.
least <- function(k, n, N) {
  K <- k:(N - n + k)
  K[which(phyper(k - 1, K, N - K, n, lower.tail = FALSE) > tail + 1e-12)[1]] / N
}
outward <- function(limits, N) c(floor(limits[1] * N + 1e-9), ceiling(limits[2] * N - 1e-9)) / N
possible <- function(limits, k, n, N) c(max(limits[1], k / N), min(limits[2], (k + N - n) / N))
is_census <- function(w) all(w < 1 + 1e-9)`;

/** The same where nobody knows how many there are. */
export const rNoPopulation = `
stratum <- respondents$stratum <- "all"
respondents$cell <- 1
population_of <- function(conditions) NA
weights_in <- function(conditions) rep(1, nrow(respondents))
process_of <- design_of <- function(w) svydesign(ids = ~1, weights = ~w, data = cbind(respondents, w = w))
least <- function(k, n, N) if (k == 0) 0 else qbeta(tail, k, n - k + 1)
outward <- function(limits, N) limits
possible <- function(limits, k, n, N) limits
is_census <- function(w) FALSE`;

/** A cell with all its numbers; `report_cell` makes the first four of a measure. */
export const rCell = `
options(survey.lonely.psu = "adjust")
group_of <- function(column) {
  is_all <- column$code == "all"
  conditions <- c(register_filters, if (grouped_by_register && !is_all) list(list(column)))
  list(conditions = conditions, N = if (if (is_all) knows_all else knows_columns) population_of(conditions) else NA)
}
result <- function(estimate, se = NA, limits = c(NA, NA)) {
  c(estimate = estimate, low = limits[1], high = limits[2], standard_error = se)
}
part_of <- function(y, domain, w) subset(update(design_of(w), y = as.numeric(y)), domain)
#nb Med t-intervall, aldri utenfor det mulige.
#en With its t interval, never outside what is possible.
t_result <- function(value, part, possible) {
  estimate <- coef(value)[[1]]
  df <- degf(part)
  if (df < 1) return(result(estimate))
  limits <- estimate + c(-1, 1) * qt(1 - tail, df) * SE(value)[[1]]
  result(estimate, SE(value)[[1]], pmin(possible[2], pmax(possible[1], limits)))
}
line_of <- function(row, column, figures, counted, base, weighted) {
  data.frame(
    row = row$code, column = column$code, row_label = row$label, column_label = column$label, t(figures),
    unweighted_count = sum(counted), unweighted_base = sum(base), weighted_count = weighted[1], weighted_base = weighted[2]
  )
}
estimated_cell <- function(row, column) {
  base <- base_of(column) & put_to(row)
  counted <- if (measure == "mean") base else inside & in_row(row) & in_column(column)
  group <- group_of(column)
  w <- weights_in(group$conditions)
  shown <- if (is_weighted) w else rep(1, length(w))
  line_of(row, column, report_cell(row, counted, base, w, group$N), counted, base, c(sum(shown[counted]), sum(shown[base])))
}
cell <- estimated_cell`;

const share = `
#nb En andel med konfidensintervall. Regelen er rapportens egen.
#en A share with its confidence interval. The rule is the report’s own.
report_share <- function(y, domain, w, N = NA) {
  n <- sum(domain)
  if (n == 0) return(result(NA))
  part <- part_of(y, domain, w)
  value <- svymean(~y, part)
  p <- coef(value)[[1]]
  df <- degf(part)
  k <- sum(y & domain)
  mine <- w[domain]
  #nb Alle svarte: andelen er et faktum.
  #en All answered: the share is a fact.
  if (is_census(mine)) return(result(p, if (df < 1) NA else 0, c(p, p)))
  if (is.na(N)) N <- max(n, ceiling(sum(mine) - 1e-9))
  even <- max(mine) <= 1.1 * min(mine)
  if (even || min(k, n - k) < 10) {
    #nb Like vekter, eller færre enn ti ja eller nei: eksakt.
    #en Equal weights, or fewer than ten yes or no: exact.
    m <- if (even) n else max(1, floor(sum(mine)^2 / sum(mine^2) + 1e-9))
    yes <- if (even) c(k, k) else c(floor(p * m + 1e-9), ceiling(p * m - 1e-9))
    limits <- c(least(yes[1], m, N), 1 - least(m - yes[2], m, N))
  } else {
    #nb Ellers på logit-skalaen.
    #en Else on the logit scale.
    limits <- outward(as.vector(confint(svyciprop(~y, part, method = "xlogit", level = level, df = df))), N)
  }
  result(p, if (df < 1) NA else SE(value)[[1]], possible(limits, k, n, N))
}
report_cell <- function(row, counted, base, w, N) report_share(counted, base, w, N)`;

/** R that computes what a cell shows: of a count the second definition of `report_cell` is the one that holds. */
export const rMeasures = {
  columnPercent: share,
  totalPercent: share,
  mean: rMean("w[base]"),
  count: `${share}

#nb Et antall: av enheter som registeret kjenner, en andel av dem.
#en A total: of units that the register knows, a share of them.
report_cell <- function(row, counted, base, w, N) {
  if (!is.na(N)) return(report_share(counted, base, w, N) * N)
  if (!any(base)) return(result(NA))
  part <- part_of(counted, base, w)
  t_result(svytotal(~y, part), part, c(sum(counted), Inf))
}`,
  respondents: `
#nb Hvor mange som svarte, er et faktum.
#en How many answered is a fact.
report_cell <- function(row, counted, base, w, N) result(if (any(base)) sum(counted) else NA)`,
};

/** Which cells the register knows, and what they are. */
export const rRegister = `
#nb Registeret kjenner alle enheter.
#en The register knows all units.
register_cell <- function(row, column) {
  group <- group_of(column)$conditions
  count <- population_of(c(group, list(list(row)), if (column$code != "all") list(list(column))))
  base <- population_of(group)
  shown <- if (measure == "count") count else count / base
  counted <- inside & in_row(row) & in_column(column)
  line_of(row, column, result(shown, 0, c(shown, shown)), counted, base_of(column), c(count, base))
}
cell <- function(row, column) if (knows_answers || column$code == "all") register_cell(row, column) else estimated_cell(row, column)`;

export const rCells = `
cells <- do.call(rbind, lapply(rows, function(row) do.call(rbind, lapply(columns, function(column) cell(row, column)))))`;

/** Row per cent is column per cent the other way about. */
export const rTurn = `
cells <- cells[cells$column != "all", ]
cells[c("row", "column", "row_label", "column_label")] <- cells[c("column", "row", "column_label", "row_label")]
whole <- do.call(rbind, lapply(unique(cells$row), function(code) {
  one <- cells[cells$row == code, ][1, ]
  one[c("column", "column_label")] <- columns[[1]][c("code", "label")]
  one$estimate <- if (one$unweighted_base > 0) 1 else NA
  one[c("low", "high", "standard_error")] <- NA
  one[c("unweighted_count", "weighted_count")] <- one[c("unweighted_base", "weighted_base")]
  one
}))
cells <- rbind(whole, cells)
cells <- cells[order(match(cells$row, unique(cells$row))), ]`;

export const rPrint = `
#nb Tabellen, og alle tallene
#en The table, and all its numbers
names_of <- list(cells$row_label[!duplicated(cells$row)], cells$column_label[!duplicated(cells$column)])
shown <- matrix(cells$estimate, ncol = length(names_of[[2]]), byrow = TRUE, dimnames = names_of)
print(round(shown * if (measure %in% c("count", "mean")) 1 else 100, 1))
print(cells, digits = 10)`;

/** What those that did not answer leave open of the shares of groups that the register knows. */
export const rWhatIf = `
#nb Hva de som ikke svarte, kan gjøre med hver andel: alt som er mulig, og om de ga svaret as_often ganger så ofte.
#en What those that did not answer could make of each share: all that is possible, and if they gave it as_often times as often.
left_open <- function(row, column) {
  group <- group_of(column)
  base <- base_of(column) & put_to(row)
  if (is.na(group$N) || group$N == 0) return(NULL)
  yes <- base & in_row(row)
  silent <- group$N - sum(base)
  supposed <- if (silent > 0) min(1, sum(weights_in(group$conditions)[yes] - 1) / silent) else 0
  gave <- if (is.infinite(as_often)) 1 else min(1, as_often * supposed)
  data.frame(
    row = row$code, column = column$code, answered = sum(base), units = group$N,
    least = sum(yes) / group$N, greatest = (sum(yes) + silent) / group$N,
    supposed = if (any(base)) (sum(yes) + silent * gave) / group$N else NA
  )
}
what_if <- do.call(rbind, lapply(rows, function(row) do.call(rbind, lapply(columns, function(column) left_open(row, column)))))
print(what_if, digits = 10)`;
