library(survey)
respondents <- read.csv("stand-in-betakomm-2011.csv", colClasses = "character", na.strings = character(0))

# Rows, columns and filters: the column of the file, and the codes that count.
not_asked <- c("not_asked")
rows <- list(
  list(code = "yes", label = "Yes", column = "uses_now", codes = c("yes")),
  list(code = "no", label = "No", column = "uses_now", codes = c("no"))
)
columns <- list(
  list(code = "all", label = "All"),
  list(code = "in_place", label = "Yes, it is in place", column = "strategy", codes = c("in_place")),
  list(code = "by_year_end", label = "No, but it will come by the end of 2011", column = "strategy", codes = c("by_year_end")),
  list(code = "later", label = "No, but it will come later", column = "strategy", codes = c("later")),
  list(code = "none", label = "No, and no plans", column = "strategy", codes = c("none"))
)
filters <- list(list(question = list(columns = c("facebook_pages"), valid = c("1", "2", "3", "4", "5", "6")), chosen = list(list(code = "1", label = "1", column = "facebook_pages", codes = c("1")), list(code = "2", label = "2", column = "facebook_pages", codes = c("2")))))
questions <- list(
  list(columns = c("uses_now"), valid = c("yes", "no")),
  list(columns = c("strategy"), valid = c("in_place", "by_year_end", "later", "none")),
  list(columns = c("facebook_pages"), valid = c("1", "2", "3", "4", "5", "6"))
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
  stratum = c("under2000", "2000to4999", "5000to19999+20000plus+countyAuthorities", "5000to19999+20000plus+countyAuthorities", "5000to19999+20000plus+countyAuthorities"),
  N = c(96, 136, 216, 216, 216)
)

# Within a class, those that answered count as drawn at random. N are all in the class, n those that answered.
at <- match(sub("[+].*", "", respondents$class), classes$class)
respondents$stratum <- classes$stratum[at]
respondents$N <- classes$N[at]
respondents$n <- ave(rep(1, nrow(respondents)), respondents$stratum, FUN = sum)
respondents$expansion <- respondents$N / respondents$n
respondents$w <- respondents$expansion
options(survey.lonely.psu = "adjust")
design <- svydesign(ids = ~1, strata = ~stratum, fpc = ~N, weights = ~w, data = respondents)

in_row <- function(row) chose(list(row))
in_column <- function(column) if (column$code == "all") TRUE else chose(list(column))
number_of <- function(row) suppressWarnings(as.numeric(respondents[[row$column]]))

result <- function(estimate, se = NA, interval = c(NA, NA)) {
  c(estimate = estimate, low = interval[1], high = interval[2], standard_error = se)
}

# A mean or a total with its t interval.
report_value <- function(y, domain, statistic, least = -Inf) {
  if (!any(domain)) return(result(NA))
  design$variables$y <- as.numeric(y)
  part <- design[domain, ]
  value <- statistic(~y, part)
  df <- degf(part)
  if (df < 1) return(result(coef(value)[[1]]))
  interval <- coef(value)[[1]] + c(-1, 1) * qt(0.975, df) * SE(value)[[1]]
  result(coef(value)[[1]], SE(value)[[1]], pmax(least, interval))
}

cell <- function(row, column) {
  counted <- inside & in_row(row) & in_column(column)
  base <- inside & in_column(column)
  figures <- report_value(counted, base, svytotal, least = 0)
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
print(round(shown, 1))
print(cells, digits = 6)
