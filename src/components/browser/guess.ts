/** Under this name a reader’s own browser keeps the guess. */
const storageKey = "guess";

/** Lets a reader guess before the limits are shown, and then sets the guess against them. Nothing is sent anywhere. */
export function wireGuess(guess: HTMLElement): void {
  const form = guess.querySelector("form");
  const slider = guess.querySelector<HTMLInputElement>("input[type=range]");
  const output = guess.querySelector("output");
  const answer = guess.querySelector("details");
  if (!form || !slider || !output || !answer) throw new Error("a guess without its form");
  const say = () => {
    output.value = slider.value;
  };
  const compare = () => {
    answer.open = true;
    markGuess(guess, Number(slider.value));
  };
  slider.addEventListener("input", () => {
    say();
    if (guess.dataset.guessed) compare();
  });
  slider.addEventListener("change", () => guess.dataset.guessed && keep(slider.value));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keep(slider.value);
    compare();
  });
  const kept = keptGuess();
  if (kept === null) return;
  slider.value = kept;
  say();
  compare();
}

/** Draws the guess on the scale of the limits, and says how the two agree. */
function markGuess(guess: HTMLElement, value: number): void {
  const {low, high, within, below, above} = guess.dataset;
  const mark = guess.querySelector(".mark");
  for (const end of ["x1", "x2"]) mark?.setAttribute(end, `${value}%`);
  const verdict = value < Number(low) ? below : value > Number(high) ? above : within;
  const said = guess.querySelector(".verdict");
  if (said) said.textContent = verdict?.replace("{guess}", String(value)) ?? "";
  guess.dataset.guessed = String(value);
}

/** The guess of an earlier visit; null where there is none, or nothing can be kept. */
function keptGuess(): string | null {
  try {
    const kept = localStorage.getItem(storageKey);
    return kept !== null && /^\d{1,3}$/.test(kept) && Number(kept) <= 100 ? kept : null;
  } catch {
    return null;
  }
}

function keep(value: string): void {
  try {
    localStorage.setItem(storageKey, value);
  } catch {
    // A browser may keep nothing: then the guess is gone with the page.
  }
}
