import type {PageId} from "../pages.js";

/**
 * Which questions of the codebook readers break down where: the first that a page names is shown first. A question that
 * the codebook lacks stops the build. One that nobody answered is left out, and a page without any has nothing to break
 * down.
 */
export const exploredPages: readonly {page: PageId; questions: readonly string[]}[] = [
  {page: "adoption", questions: ["uses_now", "plans_2011"]},
  {page: "strategy", questions: ["strategy", "strategy_goals"]},
  {page: "channels", questions: ["channels", "facebook_pages"]},
  {page: "dialogue", questions: ["use_focus", "strategy_goals", "role_served", "experience"]},
  {page: "challenges", questions: ["challenges", "success_criteria"]},
];

/** What readers can filter by everywhere: what the register knows, and these questions. */
export const filterNames: readonly string[] = ["county", "size", "kind", "uses_now", "strategy"];
