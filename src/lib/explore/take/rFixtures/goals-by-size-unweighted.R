library(survey)
respondents <- read.csv("stand-in-betakomm-2011.csv", colClasses = "character", na.strings = character(0))
if (any(grepl("+", respondents$class, fixed = TRUE))) stop("the file has merged size classes, so this table cannot be made from it")

# Rows, columns and filters: the column of the file, and the codes that count.
not_asked <- c("not_asked")
rows <- list(
  list(code = "dialogue", label = "Dialogue with inhabitants", column = "strategy_goals_dialogue", codes = c("yes")),
  list(code = "information", label = "Spreading information", column = "strategy_goals_information", codes = c("yes")),
  list(code = "services", label = "Better services", column = "strategy_goals_services", codes = c("yes")),
  list(code = "participation", label = "More participation in local politics", column = "strategy_goals_participation", codes = c("yes")),
  list(code = "reputation", label = "Reputation and recruitment", column = "strategy_goals_reputation", codes = c("yes"))
)
columns <- list(
  list(code = "all", label = "All"),
  list(code = "under2000", label = "Under 2,000 inhabitants", column = "class", codes = c("under2000")),
  list(code = "2000to4999", label = "2,000–4,999 inhabitants", column = "class", codes = c("2000to4999")),
  list(code = "5000to19999", label = "5,000–19,999 inhabitants", column = "class", codes = c("5000to19999")),
  list(code = "20000plus", label = "20,000 inhabitants or more", column = "class", codes = c("20000plus")),
  list(code = "countyAuthorities", label = "County authorities", column = "class", codes = c("countyAuthorities"))
)
filters <- list(list(question = list(columns = c("uses_now"), valid = c("yes", "no")), chosen = list(list(code = "no", label = "No", column = "uses_now", codes = c("no")))))
questions <- list(
  list(columns = c("strategy_goals_dialogue", "strategy_goals_information", "strategy_goals_services", "strategy_goals_participation", "strategy_goals_reputation"), valid = c("no", "yes")),
  list(columns = c("class"), valid = c("under2000", "2000to4999", "5000to19999", "20000plus", "countyAuthorities")),
  list(columns = c("uses_now"), valid = c("yes", "no"))
)

# Who answered a question? A multiple response is answered when all its options are.
state_of <- function(question) {
  state <- rep("answered", nrow(respondents))
  for (column in rev(question$columns)) {
    value <- respondents[[column]]
    state[!value %in% question$valid] <- "unanswered"
    state[value %in% not_asked] <- "not asked"
  }
  state
}

# Who gave one of these responses?
chose <- function(categories) {
  Reduce(`|`, lapply(categories, function(each) respondents[[each$column]] %in% each$codes))
}

# Outside: not asked, or outside a filter. Without an answer: asked, but did not answer.
outside <- unanswered <- rep(FALSE, nrow(respondents))
for (question in questions) {
  state <- state_of(question)
  outside <- outside | state == "not asked"
  unanswered <- unanswered | state == "unanswered"
}
for (filter in filters) {
  outside <- outside | (state_of(filter$question) == "answered" & !chose(filter$chosen))
}

# Those without an answer count as if they had not taken part, so weights are made anew without them.
kept <- outside | !unanswered
inside <- !outside[kept]
respondents <- respondents[kept, ]

# Classes, the class that they were merged into, and how many units that has. The last is not in the file.
classes <- data.frame(
  class = c("under2000", "2000to4999", "5000to19999", "20000plus", "countyAuthorities"),
  stratum = c("all", "all", "all", "all", "all"),
  N = c(448, 448, 448, 448, 448)
)

# Within a class, those that answered count as drawn at random. N are all in the class, n those that answered.
at <- match(sub("[+].*", "", respondents$class), classes$class)
respondents$stratum <- classes$stratum[at]
respondents$N <- classes$N[at]
respondents$n <- ave(rep(1, nrow(respondents)), respondents$stratum, FUN = sum)
respondents$expansion <- respondents$N / respondents$n
respondents$w <- 1
options(survey.lonely.psu = "adjust")
design <- svydesign(ids = ~1, strata = ~stratum, fpc = ~N, weights = ~w, data = respondents)

in_row <- function(row) chose(list(row))
in_column <- function(column) if (column$code == "all") TRUE else chose(list(column))
number_of <- function(row) suppressWarnings(as.numeric(respondents[[row$column]]))

result <- function(estimate, se = NA, interval = c(NA, NA)) {
  c(estimate = estimate, low = interval[1], high = interval[2], standard_error = se)
}

# A share with its 95% confidence interval. The rule is the report’s own, in this order:
report_share <- function(y, domain) {
  if (!any(domain)) return(result(NA)) # nobody answered
  design$variables$y <- as.numeric(y)
  part <- design[domain, ]
  share <- svymean(~y, part)
  p <- coef(share)[[1]]
  se <- SE(share)[[1]]
  df <- degf(part)
  if (all(part$variables$N <= part$variables$n)) return(result(p, 0, c(p, p))) # all in the classes answered: the share is a fact
  if (df < 1) return(result(p)) # too few to show any spread
  if (p < 1e-12 || p > 1 - 1e-12) { # none or all: Wilson’s interval with the effective number and a finite population
    expansion <- part$variables$expansion
    m <- sum(expansion)^2 / sum(expansion^2)
    m <- m * (sum(expansion) - 1) / (sum(expansion) - m)
    h <- qt(0.975, df)^2 / (m + qt(0.975, df)^2)
    return(result(p, se, if (p < 0.5) c(0, h) else c(1 - h, 1)))
  }
  interval <- confint(svyciprop(~y, part, method = "xlogit", df = df)) # else on the logit scale
  result(p, se, as.vector(interval))
}

cell <- function(row, column) {
  counted <- inside & in_row(row) & in_column(column)
  base <- inside
  figures <- report_share(counted, base)
  data.frame(
    row = row$code, column = column$code, row_label = row$label, column_label = column$label, t(figures),
    unweighted_count = sum(counted), unweighted_base = sum(base),
    weighted_count = sum(respondents$w[counted]), weighted_base = sum(respondents$w[base])
  )
}

# The table, and all its numbers
cells <- do.call(rbind, lapply(rows, function(row) do.call(rbind, lapply(columns, function(column) cell(row, column)))))
labels_of <- function(lines) vapply(lines, function(line) line$label, "")
shown <- matrix(cells$estimate, nrow = length(rows), byrow = TRUE, dimnames = list(labels_of(rows), labels_of(columns)))
print(round(shown * 100, 1))
print(cells, digits = 6)
