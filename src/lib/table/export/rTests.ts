import type {SampleDesign} from "../../respondents/sample.js";
import {enoughAsFar, fixedDraws, fixedSeed} from "../../statistics/tests/permutationTest.js";

/* R that tests a table, after the blocks of `rProgram.ts`. */

/** For tests, each respondent weighs as its own column does. */
export const rProcess = `
#nb Tester spør om prosessen bak svarene, uten endelig populasjon (ingen fpc).
#en Tests ask about the process behind the answers, without a finite population (no fpc).
w <- weights_in(group_of(columns[[1]])$conditions)
for (column in columns[-1]) {
  mine <- in_column(column)
  w[mine] <- weights_in(group_of(column)$conditions)[mine]
}
process <- process_of(w)`;

/** What the test of all columns at once does otherwise for a sample. */
interface AssociationParts {
  /** Levels of rows and columns: of a calibrated design those outside the table stay, and must not add any. */
  level: (of: "r" | "c") => string;
  /** The classes that answers are dealt in. */
  members: string;
  /** In the place of a test of small cells. */
  small: string;
  /** The p of Rao and Scott’s test. */
  p: string;
}

const ofRegister: AssociationParts = {
  level: (of) => of,
  members: "if (deals_in_classes) split(at, factor(people$stratum, unique(stratum))) else list(at)",
  small: "",
  p: "test$p.value[[1]]",
};

const ofSample: AssociationParts = {
  level: (of) => `replace(${of}, !in_table, ${of}[in_table][1])`,
  members: `if (is_mixed(people)) split(at, factor(people$stratum, sort(unique(as.numeric(people$stratum))))) else list(at)`,
  small: "",
  p: "pf(test$statistic[[1]], test$parameter[[1]], test$parameter[[1]] * degf(subset(process, in_table)), lower.tail = FALSE)",
};

const places = `
place_in <- function(lines, chosen) {
  found <- rep(length(lines) + 1L, nrow(respondents))
  for (at in rev(seq_along(lines))) found[chosen(lines[[at]])] <- at
  found
}
respondents$r <- place_in(rows, in_row)
respondents$c <- place_in(columns[-1], in_column)
in_table <- inside & state_of(column_question) == "answered"

`;

const raoScottTest = (level: AssociationParts["level"]) => `#nb Rao og Scotts test, der ingen celler har for få svar.
#en Rao and Scott’s test, where no cells have too few answers.
rao_scott <- function(r, c, in_table) {
  crossing <- process
  crossing$variables$r <- factor(${level("r")})
  crossing$variables$c <- factor(${level("c")})
  part <- subset(crossing, in_table)
  part$variables$r <- droplevels(part$variables$r)
  part$variables$c <- droplevels(part$variables$c)
  svychisq(~r + c, part, statistic = "F")
}

`;

const permutationTest = (
  members: string,
) => `#nb Små tall: svarene deles ut på nytt innen klassene (Park og Millers generator), til ${enoughAsFar} tabeller ligger like langt unna.
#en Small counts: answers are dealt anew within classes (Park and Miller’s generator), until ${enoughAsFar} tables are as far.
permutation_p <- function(people) {
  at <- seq_len(nrow(people))
  members <- ${members}
  place <- match(people$c, sort(unique(people$c)))
  column_sums <- as.vector(tapply(people$w, place, sum))
  far <- function(r) {
    table <- matrix(0, max(people$r), length(column_sums))
    sums <- rowsum(people$w, (place - 1L) * nrow(table) + r)
    table[as.integer(rownames(sums))] <- sums
    table <- table[rowSums(table) > 0, , drop = FALSE]
    sum(table^2 / outer(rowSums(table), column_sums)) * sum(column_sums) - sum(column_sums)
  }
  r <- people$r
  seen <- far(r) - 1e-9 * sum(people$w)
  state <- ${fixedSeed}
  as_far <- 0
  for (draw in seq_len(${fixedDraws})) {
    for (these in members) {
      for (i in rev(seq_along(these))[-length(these)]) {
        state <- (48271 * state) %% 2147483647
        j <- floor(state / 2147483647 * i) + 1
        r[these[c(i, j)]] <- r[these[c(j, i)]]
      }
    }
    as_far <- as_far + (far(r) >= seen)
    if (as_far == ${enoughAsFar}) return(as_far / draw)
  }
  (as_far + 1) / (${fixedDraws} + 1)
}

`;

const associate = (small: string, p: string) => `associate <- function(r, c, code, asked) {
  in_table <- in_table & asked
  people <- data.frame(respondents[c("cell", "stratum")], r, c, w)[in_table, ]
  people <- people[order(people$cell, people$r, people$c), ]
  crossed <- xtabs(w ~ r + c, people)
  if (min(dim(crossed)) < 2) return(NULL)
  chi_square <- sum(crossed^2 / outer(rowSums(crossed), colSums(crossed))) - 1
  counts <- xtabs(~ r + c, people)
  expected <- outer(rowSums(counts), colSums(counts)) / sum(counts)
  sparse <- any(expected < 1) || mean(expected < 5) > 0.2
${small}  test <- if (!sparse) rao_scott(r, c, in_table)
  data.frame(
    of = code,
    method = if (sparse) "permutation" else "Rao-Scott",
    f = if (sparse) NA else test$statistic[[1]],
    p = if (sparse) permutation_p(people) else ${p},
    cramers_v = sqrt(chi_square / (min(dim(crossed)) - 1))
  )
}
`;

const ofEach = `#nb Av flersvar testes hvert alternativ, med Holm-justert p: minst én sammenheng er det om den minste er liten.
#en Of a multiple response each option is tested, with p adjusted by Holm’s method: the least of them is that of the table.
row_tests <- if (rows_overlap) lapply(rows, list) else list(rows)
column_tests <- if (columns_overlap) lapply(columns[-1], list) else list(columns[-1])
association <- do.call(rbind, lapply(row_tests, function(r) {
  do.call(rbind, lapply(column_tests, function(c) {
    asked <- Reduce(\`&\`, lapply(r, put_to))
    associate(place_in(r, in_row), place_in(c, in_column), if (columns_overlap) c[[1]]$code else r[[1]]$code, asked)
  }))
}))
if (!is.null(association)) {
  association$adjusted_p <- p.adjust(association$p, "holm")
  print(association, digits = 10)
}`;

const association = ({level, members, small, p}: AssociationParts) =>
  [places, raoScottTest(level), permutationTest(members), associate(small, p), ofEach].join("");

/** The test of all columns at once. */
export const rAssociation = association(ofRegister);

/** The same of a sample; respondents who were drawn in clusters cannot be dealt anew. */
export const rSampleAssociation = ({clusters}: SampleDesign) => `
#nb Er det flere rader og flere kolonner i noe stratum? Ellers deles svarene ut blant alle.
#en Has some stratum several rows and several columns? Else answers are dealt among all.
is_mixed <- function(people) {
  several <- function(these) length(unique(these$r)) > 1 && length(unique(these$c)) > 1
  any(sapply(split(people, people$stratum), several))
}
${association({...ofSample, small: clusters === null ? "" : "  if (sparse) return(NULL)\n"}).trim()}`;

/** The test of each pair of columns. */
export const rPairs = `
#nb Par av kolonner, med intervall for forskjellen og Holm-justert p.
#en Pairs of columns, with the difference’s interval and p adjusted by Holm’s method.
value_in <- function(row) {
  if (measure != "mean") return(in_row(row))
  replace(suppressWarnings(as.numeric(respondents[[row$column]])), !inside, 0)
}
widest <- if (measure == "mean") diff(range(numbers)) else 1
pair <- function(row, a, b) {
  y <- value_in(row)
  a$base <- a$base & put_to(row)
  b$base <- b$base & put_to(row)
  if (sum(a$base) < 10 || sum(b$base) < 10) return(NULL)
  both <- a$base | b$base
  together <- mean(y[both])
  if (measure != "mean" && min(together, 1 - together) * min(sum(a$base), sum(b$base)) < 5) return(NULL)
  of <- function(group) group$base / sum(w[group$base])
  share_of <- function(group) sum(w * y * of(group))
  parts <- process
  parts$variables$u <- (y - sum((w * y)[both]) / sum(w[both])) * (of(a) - of(b))
  parts$variables$v <- (y - share_of(a)) * of(a) - (y - share_of(b)) * of(b)
  total <- svytotal(~ u + v, parts)
  difference <- share_of(a) - share_of(b)
  df <- degf(subset(process, both)) - 1
  if (df < 1 || SE(total)[[1]] < 1e-12) return(NULL)
  t <- difference / SE(total)[[1]]
  limits <- difference + c(-1, 1) * qt(1 - tail, df) * SE(total)[[2]]
  data.frame(
    row = row$code, a = a$code, b = b$code, difference, low = max(-widest, limits[1]), high = min(widest, limits[2]), t,
    p = 2 * pt(-abs(t), df)
  )
}
groups <- lapply(columns[-1], function(column) list(code = column$code, base = inside & in_column(column)))
codes <- sapply(groups, \`[[\`, "code")
#nb Alle de andre kolonnene samlet; av flersvar de som ikke valgte alternativet.
#en All the other columns together; of a multiple response those that did not choose the option.
in_any <- if (columns_overlap) inside & state_of(column_question) == "answered" else Reduce(\`|\`, lapply(groups, \`[[\`, "base"))
rest_of <- function(group) list(code = "rest", base = in_any & !group$base)
compared <- if (compare == "each") {
  combn(seq_along(groups), min(2, length(groups)), function(at) groups[at], simplify = FALSE)
} else if (compare == "rest") {
  lapply(groups, function(group) list(group, rest_of(group)))
} else {
  lapply(groups[codes != compare], function(group) list(group, groups[[match(compare, codes)]]))
}
pairs <- do.call(rbind, lapply(rows, function(row) {
  do.call(rbind, lapply(Filter(function(two) length(two) == 2, compared), function(two) pair(row, two[[1]], two[[2]])))
}))
if (!is.null(pairs)) {
  pairs$adjusted_p <- p.adjust(pairs$p, "holm")
  print(pairs, digits = 10)
}`;

/** The trend over columns in order, after the test of pairs. */
export const rTrends = `
#nb Trend over kolonner som står i rekkefølge, ett trinn fra hver til den neste; p er Holm-justert over radene.
#en The trend over columns in order, a step from each to the next; p is adjusted by Holm’s method over the rows.
step <- rep(NA, nrow(respondents))
for (column in columns[-1]) if (column$code %in% in_order) step[in_column(column)] <- match(column$code, in_order)
trend <- function(row) {
  y <- value_in(row)
  stepped <- inside & !is.na(step) & put_to(row)
  bases <- tabulate(step[stepped], length(in_order))
  if (sum(bases > 0) < 3 || sum(bases >= 10) < 2) return(NULL)
  if (measure != "mean" && min(sum(y[stepped]), sum(!y[stepped])) < 10) return(NULL)
  apart <- function(v) ifelse(stepped, v - sum((w * v)[stepped]) / sum(w[stepped]), 0)
  dx <- apart(step)
  dy <- apart(y)
  spread <- sum(w * dx^2)
  slope <- sum(w * dx * dy) / spread
  parts <- process
  parts$variables$u <- dx * dy
  parts$variables$v <- dx * (dy - slope * dx) / spread
  total <- svytotal(~ u + v, parts)
  df <- degf(subset(process, stepped)) - 1
  if (df < 1 || SE(total)[[1]] < 1e-12) return(NULL)
  t <- slope * spread / SE(total)[[1]]
  limits <- slope + c(-1, 1) * qt(1 - tail, df) * SE(total)[[2]]
  data.frame(row = row$code, slope, low = limits[1], high = limits[2], t, p = 2 * pt(-abs(t), df))
}
trends <- do.call(rbind, lapply(rows, trend))
if (!is.null(trends)) {
  trends$adjusted_p <- p.adjust(trends$p, "holm")
  print(trends, digits = 10)
}`;
