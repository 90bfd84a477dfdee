import type {Lang, Text} from "../../language/text.js";
import type {Measure} from "../table.js";

const say = {
  state: {
    nb: "Hvem har svart på et spørsmål? Flersvar er besvart når alle alternativene er det.",
    en: "Who answered a question? A multiple response is answered when all its options are.",
  },
  chose: {nb: "Hvem har gitt ett av disse svarene?", en: "Who gave one of these responses?"},
  kept: {
    nb: "De som ble spurt, men ikke svarte, regnes som om de ikke deltok. Alle andre blir med i vektene.",
    en: "Those that were asked and did not answer count as if they had not taken part. All others are weighted.",
  },
  weights: {
    nb: "Hver står for seg selv og for en del av enhetene i sin klasse og sitt fylke som ikke svarte.",
    en: "Each stands for itself and for a share of the units of its class and region that did not answer.",
  },
  group: {
    nb: "I en gruppe som registeret kjenner, skaleres vektene så de summerer til enhetene i den.",
    en: "In a group that the register knows, weights are scaled so that they add up to its units.",
  },
  design: {
    nb: "Sannsynligheten for å svare er 1/w, og den som har vekt 1, er sikker.",
    en: "The probability of answering is 1/w, and those of weight 1 are certain.",
  },
  share: {
    nb: "En andel med 95 % konfidensintervall. Regelen er rapportens egen, i denne rekkefølgen:",
    en: "A share with its 95% confidence interval. The rule is the report’s own, in this order:",
  },
  empty: {nb: "ingen svarte", en: "nobody answered"},
  census: {nb: "alle svarte, så andelen er et faktum", en: "all answered: the share is a fact"},
  exact: {
    nb: "like vekter, eller færre enn ti ja eller nei: eksakt, hypergeometrisk",
    en: "equal weights, or fewer than ten yes or no: exact, hypergeometric",
  },
  logit: {
    nb: "ellers på logit-skalaen, utvidet til hele enheter",
    en: "else on the logit scale, outward to whole units",
  },
  possible: {nb: "aldri utenfor det mulige", en: "never outside what is possible"},
  mean: {
    nb: "Et gjennomsnitt med t-intervall, ikke av færre enn fem.",
    en: "A mean with its t interval, not of fewer than five.",
  },
  total: {nb: "Et antall med t-intervall.", en: "A total with its t interval."},
  fact: {nb: "hvor mange som svarte, er et faktum", en: "how many answered is a fact"},
  register: {nb: "Registeret kjenner alle enheter.", en: "The register knows all units."},
} satisfies Record<string, Text>;

/** R functions that tell who has answered and who is in the table. */
export const rMembership = (lang: Lang): string => `# ${say.state[lang]}
state_of <- function(question) {
  state <- rep("answered", nrow(respondents))
  for (column in rev(question$columns)) {
    value <- respondents[[column]]
    state[!value %in% question$valid] <- "unanswered"
    state[value %in% not_asked] <- "not asked"
  }
  state
}

# ${say.chose[lang]}
chose <- function(categories) {
  Reduce(\`|\`, lapply(categories, function(each) respondents[[each$column]] %in% each$codes), rep(FALSE, nrow(respondents)))
}

# ${say.kept[lang]}
kept <- rep(TRUE, nrow(respondents))
for (question in analysed) kept <- kept & state_of(question) != "unanswered"
respondents <- respondents[kept, ]
inside <- rep(TRUE, nrow(respondents))
for (question in analysed) inside <- inside & state_of(question) == "answered"
for (filter in filters) inside <- inside & chose(filter)`;

/** What a design is made from. */
export interface RDesign {
  isWeighted: boolean;
  /** True when it is known how many units there are. */
  hasPopulation: boolean;
}

/** R that weighs respondents. `units` are all units by class and region; `stratum` and `region` say how these are merged. */
export const rWeights = (lang: Lang, {hasPopulation}: RDesign): string =>
  hasPopulation
    ? `# ${say.weights[lang]}
respondents$stratum <- stratum[respondents$size]
respondents$region <- region[respondents$county]
place <- cbind(match(respondents$size, rownames(units)), match(respondents$county, colnames(units)))
answered <- table(factor(respondents$size, rownames(units)), factor(respondents$county, colnames(units)))
silent <- list(
  stratum = tapply(rowSums(units - answered), stratum[rownames(units)], sum),
  region = tapply(colSums(units - answered), region[colnames(units)], sum)
)
open <- silent$stratum[respondents$stratum] > 0 & silent$region[respondents$region] > 0
respondents$more <- 0
if (any(open)) {
  margin <- function(of) {
    count <- silent[[of]][silent[[of]] > 0]
    setNames(data.frame(names(count), as.vector(count)), c(of, "Freq"))
  }
  start <- svydesign(ids = ~1, weights = ~rep(1, sum(open)), data = respondents[open, ])
  raked <- rake(start, list(~stratum, ~region), list(margin("stratum"), margin("region")), list(maxit = 2000, epsilon = 1e-13))
  respondents$more[open] <- weights(raked)
}

# ${say.group[lang]}
cells_of <- function(conditions) {
  in_group <- units >= 0
  for (condition in conditions) {
    codes <- function(column) unlist(lapply(condition, function(each) if (each$column == column) each$codes))
    if (length(codes("size"))) in_group <- in_group & rownames(units)[row(units)] %in% codes("size")
    if (length(codes("county"))) in_group <- in_group & colnames(units)[col(units)] %in% codes("county")
  }
  in_group
}
weights_in <- function(conditions) {
  in_group <- cells_of(conditions)
  mine <- in_group[place]
  missing <- sum((units - answered)[in_group])
  supposed <- sum(respondents$more[mine])
  w <- 1 + respondents$more
  w[mine] <- 1 + if (supposed > 0) respondents$more[mine] * missing / supposed else rep(missing / sum(mine), sum(mine))
  w
}

# ${say.design[lang]}
options(survey.lonely.psu = "adjust")
design_of <- function(w) {
  svydesign(ids = ~1, strata = ~stratum, fpc = ~I(1 / w), pps = "brewer", data = cbind(respondents, w = w))
}
process_of <- function(w) svydesign(ids = ~1, strata = ~stratum, weights = ~w, data = cbind(respondents, w = w))`
    : `respondents$stratum <- "all"
weights_in <- function(conditions) rep(1, nrow(respondents))
options(survey.lonely.psu = "adjust")
process_of <- design_of <- function(w) svydesign(ids = ~1, weights = ~w, data = cbind(respondents, w = w))`;

const rResult = `result <- function(estimate, se = NA, interval = c(NA, NA)) {
  c(estimate = estimate, low = interval[1], high = interval[2], standard_error = se)
}`;

const rShare = (lang: Lang, {hasPopulation}: RDesign): string => `# ${say.share[lang]}
least <- function(k, n, N) {
  ${
    hasPopulation
      ? "K <- k:(N - n + k)\n  K[which(phyper(k - 1, K, N - K, n, lower.tail = FALSE) > 0.025 + 1e-12)[1]] / N"
      : "if (k == 0) 0 else qbeta(0.025, k, n - k + 1)"
  }
}
report_share <- function(y, domain, w, N = NA) {
  n <- sum(domain)
  if (n == 0) return(result(NA)) # ${say.empty[lang]}
  design <- design_of(w)
  design$variables$y <- as.numeric(y)
  part <- subset(design, domain)
  share <- svymean(~y, part)
  p <- coef(share)[[1]]
  df <- degf(part)
  se <- if (df < 1) NA else SE(share)[[1]]
  k <- sum(y & domain)
  mine <- w[domain]${
    hasPopulation
      ? `
  if (all(mine < 1 + 1e-9)) return(result(p, if (df < 1) NA else 0, c(p, p))) # ${say.census[lang]}
  if (is.na(N)) N <- max(n, ceiling(sum(mine) - 1e-9))`
      : ""
  }
  even <- max(mine) <= 1.1 * min(mine)
  if (even || min(k, n - k) < 10) { # ${say.exact[lang]}
    m <- if (even) n else max(1, floor(sum(mine)^2 / sum(mine^2) + 1e-9))
    yes <- if (even) c(k, k) else c(floor(p * m + 1e-9), ceiling(p * m - 1e-9))
    interval <- c(least(yes[1], m, N), 1 - least(m - yes[2], m, N))
  } else { # ${say.logit[lang]}
    interval <- as.vector(confint(svyciprop(~y, part, method = "xlogit", df = df)))${
      hasPopulation ? "\n    interval <- c(floor(interval[1] * N + 1e-9), ceiling(interval[2] * N - 1e-9)) / N" : ""
    }
  }${
    hasPopulation
      ? `
  interval <- c(max(interval[1], k / N), min(interval[2], (k + N - n) / N)) # ${say.possible[lang]}`
      : ""
  }
  result(p, se, interval)
}`;

const rMean = (lang: Lang, {hasPopulation}: RDesign): string => `# ${say.mean[lang]}
report_mean <- function(y, domain, w, range) {
  if (sum(domain) < 5) return(result(NA))
  design <- design_of(w)
  design$variables$y <- as.numeric(y)
  part <- subset(design, domain)
  value <- svymean(~y, part)
  if (all(w[domain] < 1 + 1e-9) && ${hasPopulation ? "TRUE" : "FALSE"}) return(result(coef(value)[[1]], 0, rep(coef(value)[[1]], 2))) # ${say.census[lang]}
  df <- degf(part)
  if (df < 1) return(result(coef(value)[[1]]))
  interval <- coef(value)[[1]] + c(-1, 1) * qt(0.975, df) * SE(value)[[1]]
  result(coef(value)[[1]], SE(value)[[1]], pmin(range[2], pmax(range[1], interval)))
}`;

const rTotal = (lang: Lang): string => `# ${say.total[lang]}
report_total <- function(y, domain, w) {
  if (!any(domain)) return(result(NA))
  design <- design_of(w)
  design$variables$y <- as.numeric(y & domain)
  value <- svytotal(~y, subset(design, domain))
  df <- degf(subset(design, domain))
  if (df < 1) return(result(coef(value)[[1]]))
  interval <- coef(value)[[1]] + c(-1, 1) * qt(0.975, df) * SE(value)[[1]]
  result(coef(value)[[1]], SE(value)[[1]], c(max(sum(y & domain), interval[1]), interval[2]))
}`;

/** R functions that make one cell. */
export function rCell(measure: Measure, lang: Lang, design: RDesign): string {
  const functions =
    measure === "mean" ? [rMean(lang, design)] : [rShare(lang, design), ...(measure === "count" ? [rTotal(lang)] : [])];
  const base = measure === "totalPercent" ? "inside" : "inside & in_column(column)";
  return [
    rResult,
    ...functions,
    `estimated_cell <- function(row, column) {
  counted <- ${measure === "mean" ? base : "inside & in_row(row) & in_column(column)"}
  base <- ${base}
  group <- group_of(column)
  w <- weights_in(group$conditions)
  figures <- ${figuresOf(measure, lang, design)}
  data.frame(
    row = row$code, column = column$code, row_label = row$label, column_label = column$label, t(figures),
    unweighted_count = sum(counted), unweighted_base = sum(base),
    weighted_count = ${sumOf("counted", design)}, weighted_base = ${sumOf("base", design)}
  )
}`,
  ].join("\n\n");
}

/** Without weights respondents are counted as what they are. */
const sumOf = (whom: string, {isWeighted}: RDesign) => (isWeighted ? `sum(w[${whom}])` : `sum(${whom})`);

function figuresOf(measure: Measure, lang: Lang, {isWeighted}: RDesign): string {
  if (measure === "mean") return "report_mean(replace(number_of(row), !base, 0), base, w, range(numbers))";
  if (measure === "count" && !isWeighted) return `result(if (any(base)) sum(counted) else NA) # ${say.fact[lang]}`;
  if (measure === "count")
    return `if (is.na(group$N)) report_total(counted, base, w) else report_share(counted, base, w, group$N) * group$N`;
  return "report_share(counted, base, w, group$N)";
}

/** R that looks up a cell of what the register knows. */
export const rRegister = (measure: Measure, lang: Lang): string => `# ${say.register[lang]}
register_cell <- function(row, column) {
  group <- group_of(column)
  chosen <- c(${measure === "totalPercent" ? "register_filters" : "group$conditions"}, list(list(row)), if (column$code != "all") list(list(column)))
  count <- sum(units[cells_of(chosen)])
  base <- sum(units[cells_of(group$conditions)])
  shown <- ${measure === "count" ? "count" : "count / base"}
  answered <- inside & in_row(row) & in_column(column)
  data.frame(
    row = row$code, column = column$code, row_label = row$label, column_label = column$label,
    estimate = shown, low = shown, high = shown, standard_error = 0,
    unweighted_count = sum(answered), unweighted_base = sum(inside${measure === "totalPercent" ? "" : " & in_column(column)"}),
    weighted_count = count, weighted_base = base
  )
}`;
