/** Told while a file is read: bytes done, bytes in all. */
export type Progress = (done: number, total: number) => void;

/** A file to be read. */
export interface RawFile {
  path: string;
  /** Its name, for messages. */
  file: string;
  /** Its first bytes, 64 KiB unless it is shorter. */
  head: Uint8Array;
  /** Bytes in all. */
  size: number;
  progress: Progress;
}
