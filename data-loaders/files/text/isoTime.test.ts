import {describe, expect, it} from "vitest";
import {isoDate, isoDateTime, isoTime} from "./isoTime.js";

const noon = Date.UTC(2011, 2, 1, 12);

describe("isoDateTime(milliseconds)", () => {
  it("writes a moment without a zone, and parts of a second only where there are any", () => {
    expect(isoDateTime(noon)).toBe("2011-03-01T12:00:00");
    expect(isoDateTime(noon + 0.4)).toBe("2011-03-01T12:00:00");
    expect(isoDateTime(noon + 250)).toBe("2011-03-01T12:00:00.250");
    expect(isoDateTime(1e20)).toBeNull();
  });
});

describe("isoDate(milliseconds)", () => {
  it("writes a day, and the time too where it is not midnight", () => {
    expect(isoDate(Date.UTC(2011, 2, 1))).toBe("2011-03-01");
    expect(isoDate(noon)).toBe("2011-03-01T12:00:00");
  });
});

describe("isoTime(milliseconds)", () => {
  it("writes times of day and lengths of time", () => {
    expect(isoTime(0)).toBe("00:00:00");
    expect(isoTime(59_999.7)).toBe("00:01:00");
    expect(isoTime(86_400_000 + 1500)).toBe("24:00:01.500");
    expect(isoTime(-60_000)).toBe("-00:01:00");
  });
});
