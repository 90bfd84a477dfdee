# What a survey's owner would compute with R's survey from the files of both waves of the made-up panel themselves: changes by
# svycontrast and svyglm on the stacked file, in which a unit is a cluster, and what became of each answer by joining the files.
# Prints JSON. The folder with the files is the first argument.
suppressMessages({library(survey); library(jsonlite)})
options(survey.lonely.psu = "adjust")
folder <- commandArgs(trailingOnly = TRUE)[1]
waves <- lapply(c(2021, 2024), function(id) cbind(read.csv(file.path(folder, paste0(id, ".csv")), na.strings = ""), wave = id))
stacked <- do.call(rbind, waves)
stacked$wave <- factor(stacked$wave)
stacked$town_id <- paste(stacked$part, stacked$town)
margins <- read.csv(file.path(folder, "margins.csv"))

designs <- list(
  none = svydesign(ids = ~household, weights = ~1, data = stacked),
  strata = svydesign(ids = ~household, strata = ~part, weights = ~wt, data = stacked),
  towns = svydesign(ids = ~town_id, strata = ~part, weights = ~wt, data = stacked),
  populations = {
    n <- table(stacked$part, stacked$wave)
    stacked$each <- stacked$part_size / n[cbind(stacked$part, as.character(stacked$wave))]
    svydesign(ids = ~household, strata = ~part, weights = ~each, data = stacked)
  },
  calibrated = {
    stacked$cell <- factor(paste(stacked$wave, stacked$home))
    sizes <- data.frame(cell = paste(margins$wave, margins$answer), Freq = margins$population)
    postStratify(svydesign(ids = ~household, strata = ~part, weights = ~wt, data = stacked), ~cell, sizes)
  }
)

# Without a design who did not answer counts as one who did not take part; drawn and weighted, they stay in the design.
answered_of <- function(design, name) {
  if (name == "none") svydesign(ids = ~household, weights = ~1, data = design$variables[!is.na(design$variables$y), ]) else
    subset(design, !is.na(y))
}

change <- function(design, name, question, answer) {
  design <- update(design, y = as.numeric(get(question) == answer), n1 = as.numeric(!is.na(y) & wave == 2021),
    n2 = as.numeric(!is.na(y) & wave == 2024), a1 = ifelse(n1 == 1, y, 0), a2 = ifelse(n2 == 1, y, 0))
  answered <- answered_of(design, name)
  difference <- svycontrast(svytotal(~ a1 + n1 + a2 + n2, answered), quote(a2 / n2 - a1 / n1))
  df <- degf(answered) - 1
  model <- svyglm(y ~ wave, design = answered)
  list(difference = coef(difference)[[1]], se = SE(difference)[[1]], df = df,
    slope_se = SE(model)[[2]], limits = coef(difference)[[1]] + c(-1, 1) * qt(0.975, df) * SE(difference)[[1]])
}

flow <- function(design, name, question, answer) {
  then <- waves[[1]][c("household", question)]
  names(then) <- c("household", "then")
  design <- answered_of(update(design, y = get(question), before = then$then[match(household, then$household)]), name)
  both <- subset(design, wave == 2024 & !is.na(before) & !is.na(get(question)))
  both <- update(both, a = !is.na(before) & before == answer, b = !is.na(get(question)) & get(question) == answer)
  both <- update(both, change = as.numeric(b) - as.numeric(a), stayed = a & b, began = !a & b, stopped = a & !b, never = !a & !b)
  parts <- c("stayed", "began", "stopped", "never")
  counts <- sapply(parts, function(part) sum(both$variables[[part]][weights(both) > 0])) # a calibrated subset keeps all rows
  shares <- sapply(parts, function(part) coef(svymean(as.formula(paste0("~as.numeric(", part, ")")), both))[[1]])
  net <- svymean(~change, both)
  df <- degf(both)
  exact <- binom.test(counts[["began"]], counts[["began"]] + counts[["stopped"]])$p.value
  list(counts = as.vector(counts), shares = as.vector(shares), net = coef(net)[[1]], se = SE(net)[[1]], df = df,
    p = 2 * pt(-abs(coef(net)[[1]] / SE(net)[[1]]), df), exact = exact)
}

found <- lapply(names(designs), function(name) {
  design <- designs[[name]]
  asked <- list(c("drives", "yes"), c("heats", "pump"), c("heats", "stove"))
  list(design = name, changes = lapply(asked, function(each) c(list(question = each[1], answer = each[2]),
    change(design, name, each[1], each[2]), list(flow = flow(design, name, each[1], each[2])))))
})
cat(toJSON(found, digits = I(13), auto_unbox = TRUE, na = "null"))
