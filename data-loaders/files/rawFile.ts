/** Told while a file is read: bytes done, bytes in all. */
export type Progress = (done: number, total: number) => void;

/** A file to be read. */
export interface RawFile {
  path: string;
  /** Its name, for messages. */
  file: string;
  /** The first bytes, unpacked, 64 KiB unless there are fewer. */
  head: Uint8Array;
  /** Bytes in all. */
  size: number;
  progress: Progress;
  /** Its bytes, unpacked where it is compressed, piece by piece. Is told of the bytes of the file that each took. */
  read: (onBytes?: (bytes: number) => void) => AsyncIterable<Buffer>;
  /** How the text in it is compressed; null when it is not. */
  compression: "gzip" | null;
}
