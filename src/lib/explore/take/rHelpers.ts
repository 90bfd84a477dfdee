import type {Lang, Text} from "../../text.js";
import type {Measure} from "../table.js";

const say = {
  state: {
    nb: "Hvem har svart på et spørsmål? Flersvar er besvart når alle alternativene er det.",
    en: "Who answered a question? A multiple response is answered when all its options are.",
  },
  chose: {nb: "Hvem har gitt ett av disse svarene?", en: "Who gave one of these responses?"},
  membership: {
    nb: "Utenfor: ikke stilt spørsmålet, eller ikke med i filteret. Uten svar: stilt spørsmålet, men har ikke svart.",
    en: "Outside: not asked, or outside a filter. Without an answer: asked, but did not answer.",
  },
  drop: {
    nb: "De uten svar regnes som om de ikke deltok, så vektene lages på nytt uten dem.",
    en: "Those without an answer count as if they had not taken part, so weights are made anew without them.",
  },
  design: {
    nb: "Innen en gruppe regnes de som svarte som trukket tilfeldig. N er alle i gruppen, n de som svarte.",
    en: "Within a class, those that answered count as drawn at random. N are all in the class, n those that answered.",
  },
  share: {
    nb: "En andel med 95 % konfidensintervall. Regelen er rapportens egen, i denne rekkefølgen:",
    en: "A share with its 95% confidence interval. The rule is the report’s own, in this order:",
  },
  empty: {nb: "ingen svarte", en: "nobody answered"},
  census: {
    nb: "alle i gruppene svarte, så andelen er et faktum",
    en: "all in the classes answered: the share is a fact",
  },
  none: {nb: "for få til å vise noen spredning", en: "too few to show any spread"},
  boundary: {
    nb: "ingen eller alle: Wilsons intervall med effektivt antall og endelig populasjon",
    en: "none or all: Wilson’s interval with the effective number and a finite population",
  },
  logit: {nb: "ellers på logit-skalaen", en: "else on the logit scale"},
  mean: {nb: "Et gjennomsnitt eller et antall med t-intervall.", en: "A mean or a total with its t interval."},
  numbers: {nb: "Svar som er tall, som tall.", en: "Responses that are numbers, as numbers."},
  fact: {nb: "hvor mange som svarte, er et faktum", en: "how many answered is a fact"},
  whole: {nb: "Alle kolonner til sammen er hele raden.", en: "All columns together are the whole row."},
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
  Reduce(\`|\`, lapply(categories, function(each) respondents[[each$column]] %in% each$codes))
}

# ${say.membership[lang]}
outside <- unanswered <- rep(FALSE, nrow(respondents))
for (question in questions) {
  state <- state_of(question)
  outside <- outside | state == "not asked"
  unanswered <- unanswered | state == "unanswered"
}
for (filter in filters) {
  outside <- outside | (state_of(filter$question) == "answered" & !chose(filter$chosen))
}

# ${say.drop[lang]}
kept <- outside | !unanswered
inside <- !outside[kept]
respondents <- respondents[kept, ]`;

/** What a design is made from. */
export interface RDesign {
  isWeighted: boolean;
  /** True when it is known how many there are in each class. */
  hasPopulation: boolean;
}

/** R that makes the design. `classes` says into which stratum each class went. */
export const rDesign = (lang: Lang, {isWeighted, hasPopulation}: RDesign): string => `# ${say.design[lang]}
at <- match(sub("[+].*", "", respondents$class), classes$class)
respondents$stratum <- classes$stratum[at]
respondents$N <- classes$N[at]
respondents$n <- ave(rep(1, nrow(respondents)), respondents$stratum, FUN = sum)
respondents$expansion <- ${hasPopulation ? "respondents$N / respondents$n" : "1"}
respondents$w <- ${isWeighted ? "respondents$expansion" : "1"}
options(survey.lonely.psu = "adjust")
design <- svydesign(ids = ~1, strata = ~stratum, ${hasPopulation ? "fpc = ~N, " : ""}weights = ~w, data = respondents)`;

const rShare = (lang: Lang, {hasPopulation}: RDesign): string => `# ${say.share[lang]}
report_share <- function(y, domain) {
  if (!any(domain)) return(result(NA)) # ${say.empty[lang]}
  design$variables$y <- as.numeric(y)
  part <- design[domain, ]
  share <- svymean(~y, part)
  p <- coef(share)[[1]]
  se <- SE(share)[[1]]
  df <- degf(part)${
    hasPopulation
      ? `
  if (all(part$variables$N <= part$variables$n)) return(result(p, 0, c(p, p))) # ${say.census[lang]}`
      : ""
  }
  if (df < 1) return(result(p)) # ${say.none[lang]}
  if (p < 1e-12 || p > 1 - 1e-12) { # ${say.boundary[lang]}
    expansion <- part$variables$expansion
    m <- sum(expansion)^2 / sum(expansion^2)${
      hasPopulation
        ? `
    m <- m * (sum(expansion) - 1) / (sum(expansion) - m)`
        : ""
    }
    h <- qt(0.975, df)^2 / (m + qt(0.975, df)^2)
    return(result(p, se, if (p < 0.5) c(0, h) else c(1 - h, 1)))
  }
  interval <- confint(svyciprop(~y, part, method = "xlogit", df = df)) # ${say.logit[lang]}
  result(p, se, as.vector(interval))
}`;

const rValue = (lang: Lang): string => `# ${say.mean[lang]}
report_value <- function(y, domain, statistic, least = -Inf) {
  if (!any(domain)) return(result(NA))
  design$variables$y <- as.numeric(y)
  part <- design[domain, ]
  value <- statistic(~y, part)
  df <- degf(part)
  if (df < 1) return(result(coef(value)[[1]]))
  interval <- coef(value)[[1]] + c(-1, 1) * qt(0.975, df) * SE(value)[[1]]
  result(coef(value)[[1]], SE(value)[[1]], pmax(least, interval))
}`;

const rResult = `result <- function(estimate, se = NA, interval = c(NA, NA)) {
  c(estimate = estimate, low = interval[1], high = interval[2], standard_error = se)
}`;

/** R functions that make one cell. */
export function rCell(measure: Measure, lang: Lang, design: RDesign): string {
  const isShare = measure !== "count" && measure !== "mean";
  const figures = figuresOf(measure, lang, design);
  return [rResult, isShare ? rShare(lang, design) : rValue(lang), rCellOf(measure, figures)].join("\n\n");
}

/** Cell by measure: what is counted, and among whom. */
function rCellOf(measure: Measure, figures: string): string {
  const [counted, base] = cellParts[measure];
  return `cell <- function(row, column) {
  counted <- ${counted}
  base <- ${base}
  figures <- ${figures}
  data.frame(
    row = row$code, column = column$code, row_label = row$label, column_label = column$label, t(figures),
    unweighted_count = sum(counted), unweighted_base = sum(base),
    weighted_count = sum(respondents$w[counted]), weighted_base = sum(respondents$w[base])
  )
}`;
}

const cellParts: Record<Measure, readonly [counted: string, base: string]> = {
  columnPercent: ["inside & in_row(row) & in_column(column)", "inside & in_column(column)"],
  rowPercent: ["inside & in_row(row) & in_column(column)", "inside & in_row(row)"],
  totalPercent: ["inside & in_row(row) & in_column(column)", "inside"],
  count: ["inside & in_row(row) & in_column(column)", "inside & in_column(column)"],
  mean: ["inside & in_column(column)", "inside & in_column(column)"],
};

function figuresOf(measure: Measure, lang: Lang, {isWeighted}: RDesign): string {
  if (measure === "count" && !isWeighted) return `result(if (any(base)) sum(counted) else NA) # ${say.fact[lang]}`;
  if (measure === "count") return "report_value(counted, base, svytotal, least = 0)";
  if (measure === "mean")
    return `report_value(replace(number_of(row), !base, 0), base, svymean) # ${say.numbers[lang]}`;
  if (measure === "rowPercent")
    return `if (column$code == "all" && any(base)) result(1) else report_share(counted, base) # ${say.whole[lang]}`;
  return "report_share(counted, base)";
}
