/** A label to be placed beside a point: pixels. */
export interface LabelSize {
  x: number;
  y: number;
  width: number;
  height: number;
}

type Align = "start" | "middle" | "end";

/** A rectangle, in pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where a label ended up, on which side of its point, and which end of its lines is nearest the point. */
export interface PlacedLabel extends Box {
  side: "beside" | "above" | "below";
  align: Align;
}

/** What labels keep clear of: points, and straight lines between two of them. */
export interface Obstacles {
  points: readonly (readonly [x: number, y: number])[];
  lines: readonly (readonly [from: readonly [number, number], to: readonly [number, number]])[];
}

const distances = [9, 14, 20, 28, 38, 50, 64];

/** How many times every label is placed anew among the others. */
const rounds = 4;

/**
 * Places each label as near its point as it comes without covering another label, a point or a line, and inside the
 * frame. Where that cannot be, what covers least. Who comes first has more room: the better of the given order and its
 * reverse.
 */
export function placeLabels(labels: readonly LabelSize[], frame: Box, {points, lines}: Obstacles): PlacedLabel[] {
  const dots = points.map(([x, y]) => ({left: x - 6, right: x + 6, top: y - 6, bottom: y + 6}));
  const onLines = lines.flatMap(alongLine);
  const options = labels.map((label) =>
    candidates(label).map(({box, cost}) => ({
      box,
      cost:
        cost +
        500 * dots.filter((dot) => overlaps(box, dot, 2)).length +
        30 * onLines.filter((point) => overlaps(box, point, 1)).length +
        2000 * Number(!isInside(box, frame)),
    })),
  );
  const forward = placeInOrder(options);
  const backward = placeInOrder(options.toReversed()).toReversed();
  const chosen = totalOf(backward) < totalOf(forward) ? backward : forward;
  return chosen.map(({box}) => box);
}

interface Candidate {
  box: PlacedLabel;
  /** Of the place alone; with what it covers of other labels, once it is chosen. */
  cost: number;
}

const totalOf = (chosen: readonly Candidate[]) => chosen.reduce((sum, {cost}) => sum + cost, 0);

function placeInOrder(options: readonly (readonly Candidate[])[]): Candidate[] {
  const placed: Candidate[] = [];
  for (let round = 0; round < rounds; round++)
    for (const [index, own] of options.entries()) {
      const others = placed.filter((_, other) => other !== index);
      const covered = (box: Box) => others.filter((other) => overlaps(box, other.box, 3)).length;
      placed[index] = own
        .map(({box, cost}) => ({box, cost: cost + 1000 * covered(box)}))
        .reduce((least, each) => (each.cost < least.cost ? each : least));
    }
  return placed;
}

/** True if two boxes are nearer each other than `room` pixels. */
export function overlaps(a: Box, b: Box, room: number): boolean {
  return a.left < b.right + room && b.left < a.right + room && a.top < b.bottom + room && b.top < a.bottom + room;
}

const isInside = (box: Box, frame: Box) =>
  box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;

/** Around the point, nearest first: above and below it also with the label's start or end over the point. */
function candidates({x, y, width, height}: LabelSize): Candidate[] {
  const lefts = {middle: x - width / 2, start: x - 6, end: x + 6 - width};
  const boxAt = (left: number, top: number, place: Pick<PlacedLabel, "side" | "align">): PlacedLabel => ({
    ...{left, top, right: left + width, bottom: top + height},
    ...place,
  });
  return distances.flatMap((away) => [
    ...(["middle", "start", "end"] as const).flatMap((align, index) => [
      {box: boxAt(lefts[align], y - away - height, {side: "above", align}), cost: away + index},
      {box: boxAt(lefts[align], y + away, {side: "below", align}), cost: away + index + 2},
    ]),
    ...[0, height / 3, -height / 3, height / 2, -height / 2].flatMap((shift, index) => {
      const top = y - height / 2 + shift;
      return [
        {box: boxAt(x + away, top, {side: "beside", align: "start"}), cost: away + 2 * index + 1},
        {box: boxAt(x - away - width, top, {side: "beside", align: "end"}), cost: away + 2 * index + 3},
      ];
    }),
  ]);
}

/** Points along a line, four pixels apart. */
function alongLine([[x1, y1], [x2, y2]]: Obstacles["lines"][number]): Box[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 4));
  return Array.from({length: steps + 1}, (_, step) => {
    const [x, y] = [x1 + ((x2 - x1) * step) / steps, y1 + ((y2 - y1) * step) / steps];
    return {left: x, right: x, top: y, bottom: y};
  });
}
