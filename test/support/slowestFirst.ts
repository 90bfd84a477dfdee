import {BaseSequencer, type TestSpecification} from "vitest/node";

/** Test files that take longest. Started last, one of them would run on while the other worker has nothing left to do. */
const slowest = [
  "dev",
  "respondentsFile",
  "editedCopy",
  "everyPage",
  "reproducible",
  "state",
  "lighthouse",
  "explorerStates",
  "interruptedBuild",
].map((name) => `/test/${name}.test.ts`);

/** Runs the slowest test files first, then the others in the order that Vitest chooses. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({moduleId}: TestSpecification) => {
      const at = slowest.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? slowest.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
