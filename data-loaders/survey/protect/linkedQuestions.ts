import type {Question} from "./question.js";

/**
 * A question and all that must be hidden with it, for who was asked them tells its answers: the questions that depend on
 * it, directly or not, and whatever else those depend on.
 */
export function linkedQuestions(question: Question, all: readonly Question[]): Question[] {
  const linked = new Set([question.name]);
  for (let size = 0; size < linked.size; ) {
    size = linked.size;
    for (const {name, dependsOn} of all) {
      if (!dependsOn.some((each) => linked.has(each))) continue;
      for (const each of [name, ...dependsOn]) linked.add(each);
    }
  }
  return all.filter(({name}) => linked.has(name));
}
