# What R's survey computes of the made-up sample by each design, written for itself: none of it is of the site's R code.
# Run by writeDesignsByR.ts, in the folder of the sample.
suppressMessages({library(survey); library(jsonlite)})
options(survey.lonely.psu = "adjust")

sample <- read.csv("answers.csv", na.strings = "", stringsAsFactors = FALSE)
# Of a calibrated design rows outside a subset stay, with no weight: they must not be NA.
sample$asked <- !is.na(sample$member)
sample$yes <- as.numeric(sample$member %in% "yes")
sample$visited <- !is.na(sample$visits)
sample$visits[!sample$visited] <- 0
sample$unanswered_gender <- ifelse(is.na(sample$gender), "missing", sample$gender)
sample$ages <- cut(sample$age, c(-1, 39, 59, 200), labels = c("Under 40", "40 to 59", "60 or older"))
margins <- read.csv("margins.csv")
population_of <- function(question) {
  rows <- margins[margins$question == question, ]
  data.frame(rows$answer, Freq = rows$population * sum(margins$population[margins$question == "gender"]) / sum(rows$population))
}
# Those without an answer keep their part of the weights.
gender <- setNames(population_of("gender"), c("unanswered_gender", "Freq"))
part <- sum(sample$wt[is.na(sample$gender)]) / sum(sample$wt)
gender$Freq <- gender$Freq * (1 - part)
gender <- rbind(gender, data.frame(unanswered_gender = "missing", Freq = sum(gender$Freq) * part / (1 - part)))
ages <- setNames(population_of("age"), c("ages", "Freq"))

sample$unanswered_gender <- factor(sample$unanswered_gender, gender$unanswered_gender)
totals_of <- function(formula, ...) {
  sizes <- c(sum(gender$Freq), unlist(lapply(list(...), function(margin) margin$Freq[-1])))
  setNames(sizes, colnames(model.matrix(formula, sample)))
}
calibrated <- function(design, formula, ...) {
  calibrate(design, formula, totals_of(formula, ...), calfun = "raking", epsilon = 1e-12, maxit = 100)
}
raked <- function(design) calibrated(design, ~unanswered_gender + ages, gender, ages)
sample$all <- 60128
clustered <- svydesign(~district, strata = ~region, weights = ~wt, nest = TRUE, data = sample)
limited <- svydesign(~district, strata = ~region, weights = ~wt, fpc = ~districts, nest = TRUE, data = sample)
designs <- list(
  "weights only" = list(svydesign(~1, weights = ~wt, data = sample)),
  "strata" = list(svydesign(~1, strata = ~region, weights = ~wt, data = sample)),
  "strata and clusters" = list(clustered),
  "finite populations" = list(
    svydesign(~1, strata = ~region, fpc = ~residents, data = sample),
    svydesign(~1, strata = ~region, weights = ~ave(residents / ave(residents, region, FUN = length), region), data = sample)
  ),
  "clusters of a finite population" = list(limited, clustered),
  "clusters alone" = list(svydesign(~id, fpc = ~all, data = sample), svydesign(~id, weights = ~I(all / nrow(sample)), data = sample)),
  "post-stratified" = list(calibrated(svydesign(~1, weights = ~wt, data = sample), ~unanswered_gender, gender)),
  "raked" = list(raked(limited), raked(clustered))
)

share_of <- function(design) {
  part <- subset(design, asked)
  value <- svymean(~yes, part)
  w <- weights(part)[weights(part) > 0]
  n <- length(w)
  k <- sum(part$variables$yes[weights(part) > 0])
  df <- degf(part)
  limits <- if (min(k, n - k) >= 10 && df >= 1) as.vector(confint(svyciprop(~yes, part, method = "xlogit", df = df))) else c(NA, NA)
  list(estimate = coef(value)[[1]], se = SE(value)[[1]], low = limits[1], high = limits[2], n = n, base = sum(w), effective = sum(w)^2 / sum(w^2), df = df)
}
computed <- lapply(designs, function(each) {
  design <- each[[1]]
  process <- each[[length(each)]]
  answered <- subset(design, asked)
  visited <- subset(design, visited)
  total <- svytotal(~yes, answered)
  mean <- svymean(~visits, visited)
  both <- subset(process, asked & !is.na(gender))
  both$variables$gender[is.na(both$variables$gender)] <- "man"
  both$variables$member[is.na(both$variables$member)] <- "no"
  test <- svychisq(~member + gender, both, statistic = "F")
  df <- degf(both)
  by <- update(both, man = as.numeric(gender == "man"), woman = as.numeric(gender == "woman"))
  by <- update(by, yes_man = man * yes, yes_woman = woman * yes)
  difference <- svycontrast(svytotal(~yes_man + man + yes_woman + woman, by), quote(yes_man / man - yes_woman / woman))
  reach <- qt(0.975, df - 1) * SE(difference)[[1]]
  list(
    all = share_of(design),
    groups = sapply(sort(unique(sample$region)), function(one) share_of(design[design$variables$region == one, ]), simplify = FALSE),
    total = list(estimate = coef(total)[[1]], se = SE(total)[[1]]),
    mean = list(estimate = coef(mean)[[1]], se = SE(mean)[[1]]),
    test = list(f = test$statistic[[1]], ndf = test$parameter[[1]], p = pf(test$statistic[[1]], test$parameter[[1]], test$parameter[[1]] * df, lower.tail = FALSE)),
    difference = list(low = coef(difference)[[1]] - reach, high = coef(difference)[[1]] + reach)
  )
})
cat(toJSON(computed, digits = I(14), auto_unbox = TRUE, na = "null", pretty = TRUE))
