library(survey)
respondents <- read.csv("stand-in-betakomm-2011.csv", colClasses = "character", na.strings = character(0))
# Fylket er de to første sifrene i nummeret.
respondents$county <- substr(respondents[["unit_number"]], 1, 2)

# Rader, kolonner og filtre: kolonne i filen, og kodene som teller.
not_asked <- c("not_asked")
rows <- list(
  list(code = "dialogue", label = "Dialog med innbyggerne", column = "use_focus_dialogue", codes = c("yes")),
  list(code = "information", label = "Informasjon ut til innbyggerne", column = "use_focus_information", codes = c("yes")),
  list(code = "services", label = "Tjenester og veiledning", column = "use_focus_services", codes = c("yes")),
  list(code = "politics", label = "Politiske saker og prosesser", column = "use_focus_politics", codes = c("yes")),
  list(code = "reputation", label = "Omdømme og rekruttering", column = "use_focus_reputation", codes = c("yes"))
)
columns <- list(
  list(code = "all", label = "Alle"),
  list(code = "in_place", label = "Ja, den er på plass", column = "strategy", codes = c("in_place")),
  list(code = "by_year_end", label = "Nei, men den kommer innen utgangen av 2011", column = "strategy", codes = c("by_year_end")),
  list(code = "later", label = "Nei, men den kommer senere", column = "strategy", codes = c("later")),
  list(code = "none", label = "Nei, og ingen planer", column = "strategy", codes = c("none"))
)
filters <- list(
  list(question = list(columns = c("county"), valid = c("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "14", "15", "16", "17", "18", "19", "20")), chosen = list(list(code = "02", label = "Akershus", column = "county", codes = c("02")), list(code = "03", label = "Oslo", column = "county", codes = c("03")), list(code = "12", label = "Hordaland", column = "county", codes = c("12")), list(code = "18", label = "Nordland", column = "county", codes = c("18")))),
  list(question = list(columns = c("strategy"), valid = c("in_place", "by_year_end", "later", "none")), chosen = list(list(code = "in_place", label = "Ja, den er på plass", column = "strategy", codes = c("in_place")), list(code = "later", label = "Nei, men den kommer senere", column = "strategy", codes = c("later"))))
)
questions <- list(
  list(columns = c("use_focus_dialogue", "use_focus_information", "use_focus_services", "use_focus_politics", "use_focus_reputation"), valid = c("no", "yes")),
  list(columns = c("strategy"), valid = c("in_place", "by_year_end", "later", "none")),
  list(columns = c("county"), valid = c("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "14", "15", "16", "17", "18", "19", "20")),
  list(columns = c("strategy"), valid = c("in_place", "by_year_end", "later", "none"))
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
  stratum = c("under2000", "2000to4999", "5000to19999", "20000plus", "countyAuthorities"),
  N = c(96, 136, 147, 51, 18)
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

# En andel med 95 % konfidensintervall. Regelen er rapportens egen, i denne rekkefølgen:
report_share <- function(y, domain) {
  if (!any(domain)) return(result(NA)) # ingen svarte
  design$variables$y <- as.numeric(y)
  part <- design[domain, ]
  share <- svymean(~y, part)
  p <- coef(share)[[1]]
  se <- SE(share)[[1]]
  df <- degf(part)
  if (all(part$variables$N <= part$variables$n)) return(result(p, 0, c(p, p))) # alle i gruppene svarte, så andelen er et faktum
  if (df < 1) return(result(p)) # for få til å vise noen spredning
  if (p < 1e-12 || p > 1 - 1e-12) { # ingen eller alle: Wilsons intervall med effektivt antall og endelig populasjon
    expansion <- part$variables$expansion
    m <- sum(expansion)^2 / sum(expansion^2)
    m <- m * (sum(expansion) - 1) / (sum(expansion) - m)
    h <- qt(0.975, df)^2 / (m + qt(0.975, df)^2)
    return(result(p, se, if (p < 0.5) c(0, h) else c(1 - h, 1)))
  }
  interval <- confint(svyciprop(~y, part, method = "xlogit", df = df)) # ellers på logit-skalaen
  result(p, se, as.vector(interval))
}

cell <- function(row, column) {
  counted <- inside & in_row(row) & in_column(column)
  base <- inside & in_row(row)
  figures <- if (column$code == "all" && any(base)) result(1) else report_share(counted, base) # Alle kolonner til sammen er hele raden.
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
print(round(shown * 100, 1))
print(cells, digits = 6)
