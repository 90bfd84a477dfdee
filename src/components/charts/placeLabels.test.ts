import {describe, expect, it} from "vitest";
import {overlaps, placeLabels} from "./placeLabels.js";

const frame = {left: 0, top: 0, right: 200, bottom: 200};
const size = {width: 40, height: 14};

describe("placeLabels", () => {
  it("puts a label that is alone over its point, in the middle", () => {
    const [label] = placeLabels([{x: 100, y: 100, ...size}], frame, {points: [[100, 100]], lines: []});
    expect(label).toEqual({left: 80, top: 77, right: 120, bottom: 91, side: "above", align: "middle"});
  });

  it("keeps labels of points near each other apart, and off the points", () => {
    const points = [0, 3, 6, 9, 12].map((step) => [100 + step, 100 - step] as const);
    const labels = placeLabels(
      points.map(([x, y]) => ({x, y, ...size})),
      frame,
      {points, lines: []},
    );
    for (const [index, label] of labels.entries()) {
      expect(labels.slice(index + 1).some((other) => overlaps(label, other, 0))).toBe(false);
      expect(points.some(([x, y]) => overlaps(label, {left: x, right: x, top: y, bottom: y}, 6))).toBe(false);
    }
  });

  it("stays inside the frame at its edges", () => {
    const [label] = placeLabels([{x: 198, y: 2, ...size}], frame, {points: [[198, 2]], lines: []});
    expect(label.right).toBeLessThanOrEqual(200);
    expect(label.top).toBeGreaterThanOrEqual(0);
  });

  it("keeps off lines", () => {
    const line = [
      [0, 86],
      [200, 86],
    ] as const;
    const [label] = placeLabels([{x: 100, y: 100, ...size}], frame, {points: [[100, 100]], lines: [line]});
    expect(label.top).toBeGreaterThan(86);
  });
});
