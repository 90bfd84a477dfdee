import {Gzip} from "fflate";

/** Text compressed with gzip, block by block: the same bytes every time. */
export function* gzipped(blocks: Iterable<string>): Generator<Uint8Array> {
  let made: Uint8Array[] = [];
  const gzip = new Gzip({level: 6, mtime: 0}, (bytes) => made.push(bytes));
  for (const block of blocks) {
    gzip.push(Buffer.from(block));
    yield* made;
    made = [];
  }
  gzip.push(new Uint8Array(), true);
  yield* made;
}
