/** Milliseconds until a saved file's address is given up: browsers may read it some time after the press. */
const readWithin = 60_000;

/** Saves a file where the reader's browser keeps downloads. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), readWithin);
}
