/** Types of Thrift's compact protocol, by number. */
const [fixed, varints, binary, list, struct] = [
  new Map([
    [3, 1],
    [7, 8],
  ]),
  new Set([4, 5, 6]),
  8,
  9,
  12,
];

/** Structures within one another; descriptions of Parquet files have fewer than ten. */
const deepest = 32;

/**
 * Walks through a structure of Thrift's compact protocol before hyparquet reads it, which makes a list as long as its
 * length says at once: five bytes could take all memory.
 *
 * @throws Error when it ends before it should, or a list has more items than bytes are left
 */
export function checkThrift(bytes: Uint8Array): void {
  let at = 0;
  const byte = () => {
    if (at >= bytes.length) throw new Error("description that is cut short");
    return bytes[at++];
  };
  const varint = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const next = byte();
      value += (next & 0x7f) * factor;
      if (next < 0x80) return value;
    }
  };
  const skipBytes = (length: number) => {
    at += length;
  };
  const skip = (type: number, depth: number): void => {
    if (depth > deepest) throw new Error("description that is nested too deeply");
    if (varints.has(type)) varint();
    else if (type === binary) skipBytes(varint());
    else if (type === list) skipList(depth);
    else if (type === struct) skipStruct(depth);
    else skipBytes(fixed.get(type) ?? 0);
  };
  const skipList = (depth: number) => {
    const head = byte();
    const [short, type] = [head >> 4, head & 0x0f];
    const length = short === 15 ? varint() : short;
    if (length > bytes.length - at) throw new Error("list of more items than bytes");
    for (let left = length; left > 0; left--) skip(type <= 2 ? 3 : type, depth + 1);
  };
  const skipStruct = (depth: number) => {
    for (let head = byte(); (head & 0x0f) !== 0; head = byte()) {
      if (head >> 4 === 0) varint();
      skip(head & 0x0f, depth + 1);
    }
  };
  skipStruct(0);
}
