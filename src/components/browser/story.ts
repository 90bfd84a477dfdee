import {wireGuess} from "./guess.js";

/** A step counts as reached when its words are this far down the window, as a share of its height. */
const reached = 0.8;

/**
 * Lays one picture over the stills of a story. It stays in sight and moves to the still of the step that a reader has come
 * to. The stills keep their places and their words for screen readers; on paper, and for those who want no motion, the style
 * sheet shows them as they were.
 */
export function tellStory(story: HTMLElement): void {
  const steps = [...story.querySelectorAll<HTMLElement>(".step")];
  const stage = makeStage(steps);
  story.append(stage);
  story.classList.add("moving");
  const texts = steps.map((step) => step.querySelector<HTMLElement>(".step-words") ?? step);
  const last = texts[texts.length - 1];
  new ResizeObserver(() => stage.style.setProperty("--rest", `${last.offsetHeight}px`)).observe(last);
  const follow = () => {
    const line = innerHeight * reached;
    const at = texts.findLastIndex((text) => text.getBoundingClientRect().top < line);
    show(stage, steps, Math.max(0, at));
  };
  const observer = new IntersectionObserver(follow, {rootMargin: `0% 0% -${Math.round((1 - reached) * 100)}% 0%`});
  for (const text of texts) observer.observe(text);
  show(stage, steps, 0);
  for (const guess of story.querySelectorAll<HTMLElement>("[data-guess]")) wireGuess(guess);
}

/** The picture of the first step, with the dots and words of all. */
function makeStage(steps: readonly HTMLElement[]): HTMLElement {
  const stage = document.createElement("div");
  stage.className = "stage";
  stage.ariaHidden = "true";
  stage.append(picturesOf(steps[0])[0].closest(".picture")?.cloneNode(true) as Node);
  for (const [at, svg] of picturesOf(stage).entries()) {
    svg.removeAttribute("aria-label");
    for (const old of svg.querySelectorAll(".dots, .spans, .labels")) old.remove();
    const dots = steps.map((step) => picturesOf(step)[at].querySelector(".dots"));
    const most = dots.reduce((a, b) => ((b?.childElementCount ?? 0) > (a?.childElementCount ?? 0) ? b : a));
    if (most) svg.append(most.cloneNode(true));
    for (const step of steps) {
      const words = document.createElementNS("http://www.w3.org/2000/svg", "g");
      words.setAttribute("class", "words");
      words.append(
        ...[...picturesOf(step)[at].querySelectorAll(".spans, .labels")].map((each) => each.cloneNode(true)),
      );
      svg.append(words);
    }
  }
  return stage;
}

const picturesOf = (element: Element) => [...element.querySelectorAll<SVGSVGElement>(".drawing > svg")];

/** Moves squares and dots to where a step has them. */
function show(stage: HTMLElement, steps: readonly HTMLElement[], at: number): void {
  const name = steps[at].querySelector<HTMLElement>(".still")?.dataset.still ?? "";
  if (stage.dataset.step === name) return;
  stage.dataset.step = name;
  for (const [drawn, svg] of picturesOf(stage).entries()) {
    const still = picturesOf(steps[at])[drawn];
    moveAll(svg, still, ".squares > rect", ["x", "y", "width", "height"]);
    moveAll(svg, still, ".dots > circle", ["cx", "cy", "r"]);
    for (const [step, words] of svg.querySelectorAll(".words").entries()) words.classList.toggle("shown", step === at);
  }
}

/** Gives each of the same kind the place and the look that it has in a still; those that the still lacks are hidden. */
function moveAll(svg: SVGSVGElement, still: SVGSVGElement, kind: string, places: readonly string[]): void {
  const targets = [...still.querySelectorAll<SVGElement>(kind)];
  const widest = Math.max(...targets.map((each) => Number(each.getAttribute("width"))));
  for (const [index, element] of svg.querySelectorAll<SVGElement>(kind).entries()) {
    const target = targets[index];
    element.classList.toggle("gone", !target);
    element.classList.toggle("open", Number(target?.getAttribute("width") ?? widest) < widest);
    if (!target) continue;
    for (const place of places) element.style.setProperty(place, `${target.getAttribute(place)}px`);
    for (const look of ["fill", "stroke"]) element.style.setProperty(look, target.getAttribute(look));
  }
}
