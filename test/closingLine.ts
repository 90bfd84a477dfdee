import type {Reporter, TestModule} from "vitest/node";

/** Ends a run with the number of tests that passed and failed, alone on a line. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.errors().length > 0).length;
    setTimeout(() => console.log(`\n${count("passed")} passed, ${count("failed") + broken + errors.length} failed`));
  }
}
