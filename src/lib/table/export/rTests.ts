import type {Lang, Text} from "../../language/text.js";
import type {RDesign} from "./rHelpers.js";

const say = {
  process: {
    nb: "Tester spør om prosessen bak svarene, uten endelig populasjon (ingen fpc).",
    en: "Tests ask about the process behind the answers, without a finite population (no fpc).",
  },
  rao: {
    nb: "Rao og Scotts test, der ingen celler har for få svar.",
    en: "Rao and Scott’s test, where no cells have too few answers.",
  },
  sparse: {
    nb: "Små tall: svarene deles ut på nytt innen klassene, 9 999 ganger (Park og Millers generator).",
    en: "Small counts: answers are dealt anew within classes, 9,999 times (Park and Miller’s generator).",
  },
  pairs: {nb: "Par av kolonner, med Holm-justert p.", en: "Pairs of columns, with p adjusted by Holm’s method."},
} satisfies Record<string, Text>;

/** R that weighs each respondent as its own column does, for tests. */
export const rProcess = (lang: Lang): string => `# ${say.process[lang]}
w <- weights_in(group_of(columns[[1]])$conditions)
for (column in columns[-1]) {
  mine <- in_column(column)
  w[mine] <- weights_in(group_of(column)$conditions)[mine]
}
process <- process_of(w)`;

/** R that tests all columns at once. */
export const rAssociation = (
  lang: Lang,
  {byClass, hasPopulation}: {byClass: boolean} & Pick<RDesign, "hasPopulation">,
): string => `place_in <- function(lines, chosen) {
  found <- rep(length(lines) + 1L, nrow(respondents))
  for (at in rev(seq_along(lines))) found[chosen(lines[[at]])] <- at
  found
}
respondents$r <- place_in(rows, in_row)
respondents$c <- place_in(columns[-1], in_column)
in_table <- inside & column_state == "answered"
people <- cbind(respondents, w = w)[in_table, ]
people <- people[order(${hasPopulation ? "match(people$size, rownames(units)), match(people$county, colnames(units)), " : ""}people$r, people$c), ]

# ${say.rao[lang]}
rao_scott <- function() {
  crossing <- process
  crossing$variables$r <- factor(respondents$r)
  crossing$variables$c <- factor(respondents$c)
  part <- subset(crossing, in_table)
  part$variables$r <- droplevels(part$variables$r)
  part$variables$c <- droplevels(part$variables$c)
  svychisq(~r + c, part, statistic = "F")
}

# ${say.sparse[lang]}
permutation_p <- function() {
  members <- ${byClass || !hasPopulation ? "list(seq_len(nrow(people)))" : "split(seq_len(nrow(people)), factor(people$stratum, unique(stratum)))"}
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
  state <- 2011
  as_far <- 0
  for (draw in seq_len(9999)) {
    for (these in members) {
      for (i in rev(seq_along(these))[-length(these)]) {
        state <- (48271 * state) %% 2147483647
        j <- floor(state / 2147483647 * i) + 1
        r[these[c(i, j)]] <- r[these[c(j, i)]]
      }
    }
    as_far <- as_far + (far(r) >= seen)
  }
  (as_far + 1) / 10000
}

crossed <- xtabs(w ~ r + c, people)
if (min(dim(crossed)) > 1) {
  chi_square <- sum(crossed^2 / outer(rowSums(crossed), colSums(crossed))) - 1
  counts <- xtabs(~ r + c, people)
  expected <- outer(rowSums(counts), colSums(counts)) / sum(counts)
  sparse <- any(expected < 1) || mean(expected < 5) > 0.2
  test <- if (!sparse) rao_scott()
  association <- data.frame(
    method = if (sparse) "permutation" else "Rao-Scott",
    f = if (sparse) NA else test$statistic[[1]],
    p = if (sparse) permutation_p() else test$p.value[[1]],
    cramers_v = sqrt(chi_square / (min(dim(crossed)) - 1))
  )
  print(association, digits = 10)
}`;

/** R that compares the columns pair by pair. */
export const rPairs = (lang: Lang): string => `# ${say.pairs[lang]}
pair <- function(row, a, b) {
  in_a <- inside & in_column(columns[[a]])
  in_b <- inside & in_column(columns[[b]])
  y <- in_row(row)
  if (sum(in_a) < 10 || sum(in_b) < 10) return(NULL)
  together <- mean(y[in_a | in_b])
  if (min(together, 1 - together) * min(sum(in_a), sum(in_b)) < 5) return(NULL)
  pooled <- sum(w[y & (in_a | in_b)]) / sum(w[in_a | in_b])
  parts <- process
  parts$variables$u <- (y - pooled) * (in_a / sum(w[in_a]) - in_b / sum(w[in_b]))
  difference <- svytotal(~u, parts)
  df <- degf(subset(process, in_a | in_b)) - 1
  if (df < 1 || SE(difference)[[1]] < 1e-12) return(NULL)
  t <- coef(difference)[[1]] / SE(difference)[[1]]
  data.frame(row = row$code, a = columns[[a]]$code, b = columns[[b]]$code, difference = coef(difference)[[1]], t = t, p = 2 * pt(-abs(t), df))
}
pairs <- do.call(rbind, lapply(rows, function(row) {
  at <- combn(seq_along(columns)[-1], 2)
  do.call(rbind, lapply(seq_len(ncol(at)), function(i) pair(row, at[1, i], at[2, i])))
}))
if (!is.null(pairs)) {
  pairs$adjusted_p <- p.adjust(pairs$p, "holm")
  print(pairs, digits = 10)
}`;
