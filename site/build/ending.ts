/** What has to be undone however a build ends: also when its process is told to end. */
export class Ending {
  private readonly steps: (() => void)[] = [];
  private readonly onExit = () => this.now();

  constructor() {
    process.on("exit", this.onExit);
  }

  also(step: () => void): void {
    this.steps.push(step);
  }

  now(): void {
    process.off("exit", this.onExit);
    while (this.steps.length > 0) this.steps.pop()?.();
  }
}
