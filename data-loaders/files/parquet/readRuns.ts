/** A number in seven bits of each byte, the lowest first; the greatest bit says that another byte follows. */
function varint(bytes: Uint8Array, start: number): {value: number; next: number} {
  let value = 0;
  for (let at = start, factor = 1; at < bytes.length && at < start + 5; at++, factor *= 128) {
    value += (bytes[at] & 0x7f) * factor;
    if (bytes[at] < 0x80) return {value, next: at + 1};
  }
  throw new Error("run that is cut short");
}

/**
 * Whole numbers in runs: each a repeated number, or numbers packed one after the other into `width` bits.
 *
 * @param width bits of a number, 0 to 32; of none every number is 0, and some write no run
 * @throws Error when there are fewer, or a run of more than belong there
 */
export function readRuns(bytes: Uint8Array, width: number, count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  if (width === 0) return numbers;
  if (width > 32) throw new Error("numbers of over 32 bits");
  let at = 0;
  for (let done = 0; done < count; ) {
    const {value, next} = varint(bytes, at);
    const length = Math.floor(value / 2);
    const isPacked = value % 2 === 1;
    at = next;
    if (isPacked) {
      const taken = Math.min(8 * length, count - done);
      unpack(bytes.subarray(at, at + length * width), width, numbers.subarray(done, done + taken));
      at += length * width;
      done += taken;
    } else {
      if (length > count - done) throw new Error("run of more numbers than belong there");
      const end = at + Math.ceil(width / 8);
      numbers.fill(numberIn(bytes, at, end), done, done + length);
      at = end;
      done += length;
    }
  }
  return numbers;
}

function numberIn(bytes: Uint8Array, start: number, end: number): number {
  if (end > bytes.length) throw new Error("run that is cut short");
  let number = 0;
  for (let at = end - 1; at >= start; at--) number = number * 256 + bytes[at];
  return number;
}

/** The rest of a byte is kept in a float: 32 bits of a number and 7 of the next fit in. */
function unpack(bytes: Uint8Array, width: number, into: Uint32Array): void {
  if (bytes.length * 8 < into.length * width) throw new Error("run that is cut short");
  const size = 2 ** width;
  let rest = 0;
  let bits = 0;
  let at = 0;
  for (let index = 0; index < into.length; index++) {
    for (; bits < width; bits += 8) rest += bytes[at++] * 2 ** bits;
    into[index] = rest % size;
    rest = Math.floor(rest / size);
    bits -= width;
  }
}
