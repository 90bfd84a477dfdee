import type {Reporter, TestModule} from "vitest/node";

/** Ends a run with the number of tests that passed and failed, alone on a line. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.state() === "failed" && !hasFailedTest(module)).length;
    setTimeout(() => console.log(`\n${count("passed")} passed, ${count("failed") + broken + errors.length} failed`));
  }
}

/** A file can fail without a test of its own failing: where it is imported, or before and after its tests. */
function hasFailedTest(module: TestModule): boolean {
  return [...module.children.allTests("failed")].length > 0;
}
