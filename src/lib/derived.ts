import {beyond, type Quantity, rest, shareOfAtMost, shareOfShare, withoutOverlapKnown} from "./quantity.js";

/**
 * Numbers that follow from the stated ones by arithmetic on their rounding ranges.
 * Each stands here once, by name, so that prose and figures cannot compute it differently.
 *
 * @param stated the stated numbers by claim id
 */
export function derivedQuantities(stated: ReadonlyMap<string, Quantity>): Quantity[] {
  const of = (id: string): Quantity => {
    const found = stated.get(id);
    if (!found) throw new Error(`a derived number needs a claim that is missing: ${id}`);
    return found;
  };
  const now = of("uses-now");
  const yearEnd = of("uses-by-year-end");
  const strategy = of("strategy-by-year-end");
  const goal = of("dialogue-goal");
  const practice = of("dialogue-in-use");
  const base = now.base;
  const facebookOfAll = shareOfShare(now, of("on-facebook"), {
    id: "facebook-of-all",
    label: {nb: "På Facebook, av alle som svarte", en: "On Facebook, of all that answered"},
    time: now.time,
  });
  return [
    rest(now, {
      id: "not-using-now",
      label: {nb: "Bruker ikke sosiale medier nå", en: "Do not use social media now"},
      time: now.time,
    }),
    beyond(yearEnd, now, {
      id: "planned-only",
      label: {
        nb: "Kommer til innen utgangen av 2011, etter planene",
        en: "Join by the end of 2011, according to plans",
      },
      time: yearEnd.time,
    }),
    rest(yearEnd, {
      id: "not-by-year-end",
      label: {nb: "Verken bruker eller planlegger å begynne i 2011", en: "Neither use nor plan to start in 2011"},
      time: yearEnd.time,
    }),
    facebookOfAll,
    shareOfShare(facebookOfAll, of("two-or-more-pages"), {
      id: "two-or-more-of-all",
      label: {
        nb: "Har to eller flere Facebook-sider, av alle som svarte",
        en: "Have two or more Facebook pages, of all that answered",
      },
      time: now.time,
    }),
    rest(strategy, {
      id: "no-strategy-by-year-end",
      label: {nb: "Uten strategi ved utgangen av 2011", en: "Without a strategy at the end of 2011"},
      time: strategy.time,
    }),
    withoutOverlapKnown(yearEnd, strategy, {
      id: "uses-without-strategy",
      label: {
        nb: "Bruker sosiale medier uten strategi ved utgangen av 2011",
        en: "Use social media without a strategy at the end of 2011",
      },
      time: yearEnd.time,
    }),
    shareOfAtMost(strategy, goal, {
      id: "goal-of-all-now",
      label: {
        nb: "Hadde strategi på plass våren 2011, med mål om dialog",
        en: "Had a strategy in place in spring 2011, with dialogue as a goal",
      },
      time: now.time,
      base,
    }),
    shareOfShare(strategy, goal, {
      id: "goal-of-all-year",
      label: {
        nb: "Har strategi innen utgangen av 2011, med mål om dialog",
        en: "Have a strategy by the end of 2011, with dialogue as a goal",
      },
      time: strategy.time,
    }),
    shareOfShare(now, practice, {
      id: "practice-of-all-users",
      label: {nb: "Bruker sosiale medier med vekt på dialog", en: "Use social media with a focus on dialogue"},
      time: now.time,
    }),
    shareOfAtMost(strategy, practice, {
      id: "practice-of-all-strategy-now",
      label: {
        nb: "Hadde strategi på plass våren 2011, og vekt på dialog i bruk",
        en: "Had a strategy in place in spring 2011, and a focus on dialogue in use",
      },
      time: now.time,
      base,
    }),
    shareOfShare(strategy, practice, {
      id: "practice-of-all-strategy-year",
      label: {
        nb: "Har strategi innen utgangen av 2011, og vekt på dialog i bruk",
        en: "Have a strategy by the end of 2011, and a focus on dialogue in use",
      },
      time: strategy.time,
    }),
  ];
}
