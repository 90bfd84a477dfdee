import {describe, expect, it} from "vitest";
import {InputError} from "./inputError.js";

describe("a value of millions of characters", () => {
  it("is shortened, and nothing is looked for that is like it", () => {
    const error = new InputError("unknown code", {file: "a.csv", value: "x".repeat(10_000_000), known: ["xy"]});
    expect(error.message).toMatch(/^unknown code: "x{399}… \(a\.csv\)$/);
  });
});

describe("InputError", () => {
  it("says the defect, the value, and where it stands", () => {
    const {message} = new InputError("unknown code", {file: "a.csv", row: 12, column: "uses_now", value: "97"});
    expect(message).toBe('unknown code: "97" (a.csv, row 12, column uses_now)');
  });

  it("can be said without the value", () => {
    const error = new InputError("unknown code", {
      file: "a.csv",
      row: 12,
      column: "uses_now",
      value: "Kari",
      known: ["Kaia"],
    });
    expect(error.withoutValue().message).toBe("unknown code (a.csv, row 12, column uses_now)");
    expect(new InputError("no rows", {file: "a.csv"}).withoutValue().message).toBe("no rows (a.csv)");
  });

  it("suggests the known value that is most like the wrong one", () => {
    const at = {file: "a.json", known: ["users", "all"]};
    expect(new InputError("unknown universe", {...at, value: "usres"}).message).toBe(
      'unknown universe: "usres", did you mean "users"? (a.json)',
    );
    expect(new InputError("unknown universe", {...at, value: "everybody"}).message).toBe(
      'unknown universe: "everybody" (a.json)',
    );
    expect(new InputError("unknown universe", {...at, value: null}).message).toBe("unknown universe: null (a.json)");
  });
});
