library(survey)
respondents <- read.csv("stand-in-betakomm-2011.csv", colClasses = "character", na.strings = character(0))
if (any(grepl("+", respondents$class, fixed = TRUE))) stop("filen har sammenslåtte størrelsesgrupper, så denne tabellen kan ikke lages av den")

# Rader, kolonner og filtre: kolonne i filen, og kodene som teller.
not_asked <- c("not_asked")
rows <- list(list(code = "mean", label = "Gjennomsnitt", column = "facebook_pages", codes = c("1")))
columns <- list(
  list(code = "all", label = "Alle"),
  list(code = "under2000", label = "Under 2 000 innbyggere", column = "class", codes = c("under2000")),
  list(code = "2000to4999", label = "2 000–4 999 innbyggere", column = "class", codes = c("2000to4999")),
  list(code = "5000to19999", label = "5 000–19 999 innbyggere", column = "class", codes = c("5000to19999")),
  list(code = "20000plus", label = "20 000 innbyggere eller flere", column = "class", codes = c("20000plus")),
  list(code = "countyAuthorities", label = "Fylkeskommuner", column = "class", codes = c("countyAuthorities"))
)
filters <- list()
questions <- list(
  list(columns = c("facebook_pages"), valid = c("1", "2", "3", "4", "5", "6")),
  list(columns = c("class"), valid = c("under2000", "2000to4999", "5000to19999", "20000plus", "countyAuthorities"))
)

# Hvem har svart på et spørsmål? Flersvar er besvart når alle alternativene er det.
state_of <- function(question) {
  state <- rep("answered", nrow(respondents))
  for (column in rev(question$columns)) {
    value <- respondents[[column]]
    state[!value %in% question$valid] <- "unanswered"
    state[value %in% not_asked] <- "not asked"
  }
  state
}

# Hvem har gitt ett av disse svarene?
chose <- function(categories) {
  Reduce(`|`, lapply(categories, function(each) respondents[[each$column]] %in% each$codes))
}

# Utenfor: ikke stilt spørsmålet, eller ikke med i filteret. Uten svar: stilt spørsmålet, men har ikke svart.
outside <- unanswered <- rep(FALSE, nrow(respondents))
for (question in questions) {
  state <- state_of(question)
  outside <- outside | state == "not asked"
  unanswered <- unanswered | state == "unanswered"
}
for (filter in filters) {
  outside <- outside | (state_of(filter$question) == "answered" & !chose(filter$chosen))
}

# De uten svar regnes som om de ikke deltok, så vektene lages på nytt uten dem.
kept <- outside | !unanswered
inside <- !outside[kept]
respondents <- respondents[kept, ]

# Grupper, hvilken gruppe de er slått sammen til, og hvor mange enheter den har. Det siste står ikke i filen.
classes <- data.frame(
  class = c("under2000", "2000to4999", "5000to19999", "20000plus", "countyAuthorities"),
  stratum = c("under2000", "2000to4999", "5000to19999+20000plus+countyAuthorities", "5000to19999+20000plus+countyAuthorities", "5000to19999+20000plus+countyAuthorities"),
  N = c(96, 136, 216, 216, 216)
)

# Innen en gruppe regnes de som svarte som trukket tilfeldig. N er alle i gruppen, n de som svarte.
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

# Et gjennomsnitt eller et antall med t-intervall.
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
  counted <- inside & in_column(column)
  base <- inside & in_column(column)
  figures <- report_value(replace(number_of(row), !base, 0), base, svymean) # Svar som er tall, som tall.
  data.frame(
    row = row$code, column = column$code, row_label = row$label, column_label = column$label, t(figures),
    unweighted_count = sum(counted), unweighted_base = sum(base),
    weighted_count = sum(respondents$w[counted]), weighted_base = sum(respondents$w[base])
  )
}

# Tabellen, og alle tallene
cells <- do.call(rbind, lapply(rows, function(row) do.call(rbind, lapply(columns, function(column) cell(row, column)))))
labels_of <- function(lines) vapply(lines, function(line) line$label, "")
shown <- matrix(cells$estimate, nrow = length(rows), byrow = TRUE, dimnames = list(labels_of(rows), labels_of(columns)))
print(round(shown, 1))
print(cells, digits = 6)
