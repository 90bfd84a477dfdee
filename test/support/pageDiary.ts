import type {Page, Request} from "playwright-core";

/** What a page has asked for and said since it was last put back, to tell why a test of it failed. */
export class PageDiary {
  #waiting = new Map<Request, number>();
  #lines: string[] = [];

  constructor(page: Page) {
    page.on("request", (request) => this.#waiting.set(request, Date.now()));
    page.on("requestfinished", (request) => this.#waiting.delete(request));
    page.on("requestfailed", (request) => {
      this.#waiting.delete(request);
      this.#lines.push(`not fetched: ${request.url()} (${request.failure()?.errorText})`);
    });
    page.on("console", (message) => this.#lines.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => this.#lines.push(`error: ${error.message}`));
    page.on("crash", () => this.#lines.push("the page crashed"));
  }

  clear(): void {
    this.#waiting.clear();
    this.#lines = [];
  }

  /** A line for each request that has no answer, each that failed, and each message of the console. */
  text(): string {
    const waiting = [...this.#waiting].map(
      ([request, since]) => `waited for since ${Date.now() - since} ms: ${request.url()}`,
    );
    return [...waiting, ...this.#lines].join("\n");
  }
}
