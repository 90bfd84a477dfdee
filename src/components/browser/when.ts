/** What a reader does first on a page. Until then nothing is fetched ahead, whoever may be looking. */
const firstActs = ["scroll", "pointermove", "pointerdown", "keydown"] as const;

let isActive: Promise<void> | undefined;

/** Resolves when the reader first does something. */
export function readerIsActive(): Promise<void> {
  isActive ??= new Promise((resolve) => {
    for (const act of firstActs) addEventListener(act, () => resolve(), {once: true, passive: true});
  });
  return isActive;
}

/**
 * Calls back once, when a reader who has begun to move about comes within half a screen of an element.
 *
 * @param prepare fetches what a change will need; if it fails, that is fetched again at the change
 */
export async function whenNear(element: HTMLElement, prepare: () => Promise<void>): Promise<void> {
  await readerIsActive();
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({isIntersecting}) => isIntersecting)) return;
      observer.disconnect();
      prepare().catch(() => {});
    },
    {rootMargin: "50%"},
  );
  observer.observe(element);
}

/** Calls back when the browser has nothing else to do, or after two seconds. */
export function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work, {timeout: 2000});
  else setTimeout(work, 200);
}
