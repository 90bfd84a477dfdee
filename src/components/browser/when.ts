/** What a reader does first on a page. Until then nothing is fetched ahead, whoever may be looking. */
const firstActs = ["scroll", "pointermove", "pointerdown", "keydown"] as const;

let isActive: Promise<void> | undefined;

/** Resolves when the reader first does something. */
export function readerIsActive(): Promise<void> {
  isActive ??= new Promise((resolve) => {
    const heard = new AbortController();
    const act = (event: Event) => {
      if (isStillPointer(event)) return;
      heard.abort();
      resolve();
    };
    for (const type of firstActs) addEventListener(type, act, {passive: true, signal: heard.signal});
  });
  return isActive;
}

/** True of the move that a browser reports of a pointer at rest, when what is under it has changed. */
const isStillPointer = (event: Event) =>
  event instanceof PointerEvent && event.type === "pointermove" && !event.movementX && !event.movementY;

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
