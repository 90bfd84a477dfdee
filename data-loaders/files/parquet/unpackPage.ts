import {brotliDecompressSync, gunzipSync} from "node:zlib";
import {decompress as unpackZstd} from "fzstd";
import {type CompressionCodec, snappyUncompress} from "hyparquet";
import {mostUnpacked} from "../unpack.js";

/** Gives so many bytes, or others when the page is damaged. */
type Unpack = (bytes: Uint8Array, length: number) => Uint8Array;

const codecs: Partial<Record<CompressionCodec, Unpack>> = {
  UNCOMPRESSED: (bytes) => bytes,
  SNAPPY: (bytes, length) => {
    const into = new Uint8Array(length);
    snappyUncompress(bytes, into);
    return into;
  },
  GZIP: (bytes, length) => gunzipSync(bytes, {maxOutputLength: Math.max(1, length)}),
  BROTLI: (bytes, length) => brotliDecompressSync(bytes, {maxOutputLength: Math.max(1, length)}),
  ZSTD: (bytes, length) => unpackZstd(bytes, new Uint8Array(length)),
};

export const isCodecRead = (codec: CompressionCodec) => codecs[codec] !== undefined;

/**
 * A page's bytes in memory of their own, so that nothing beside them can be read by mistake.
 *
 * @throws Error when they are not as many as the page says
 */
export function unpackPage(bytes: Uint8Array, codec: CompressionCodec, length: number): Uint8Array<ArrayBuffer> {
  if (!(length >= 0 && length <= mostUnpacked(bytes.length))) throw new Error(`page of ${length} bytes`);
  const unpacked = length === 0 ? new Uint8Array() : codecs[codec]?.(bytes, length);
  if (unpacked?.length !== length) throw new Error(`page of ${unpacked?.length} bytes in place of ${length}`);
  return Uint8Array.from(unpacked);
}
