import {copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";

/** Where the pictures are stored that the tests compare with. */
export const storedFolder = "src/components/pictures";

/** Where `npm run accept-pictures` has the tests draw them anew. */
export const drawnFolder = "test-results/pictures/new";

/** A picture that is not as it was stored; `before` is null for a new one, `after` for one that no test draws any more. */
export interface PictureChange {
  name: string;
  before: string | null;
  after: string | null;
}

export interface PictureFolders {
  stored?: string;
  drawn?: string;
}

/** The pictures that are drawn otherwise than they are stored, by name. Equal ones are left out. */
export function pictureChanges({stored = storedFolder, drawn = drawnFolder}: PictureFolders = {}): PictureChange[] {
  const [before, after] = [picturesIn(stored), picturesIn(drawn)];
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names
    .map((name) => ({name, before: before.get(name) ?? null, after: after.get(name) ?? null}))
    .filter((change) => change.before !== change.after);
}

/** Makes the drawn pictures the stored ones. */
export function acceptPictures(
  changes: readonly PictureChange[],
  {stored = storedFolder, drawn = drawnFolder}: PictureFolders = {},
): void {
  mkdirSync(stored, {recursive: true});
  for (const {name, after} of changes) {
    if (after === null) rmSync(join(stored, name));
    else copyFileSync(join(drawn, name), join(stored, name));
  }
}

/** What became of a picture. */
export function kindOf({before, after}: PictureChange): "new" | "removed" | "changed" {
  if (before === null) return "new";
  return after === null ? "removed" : "changed";
}

function picturesIn(folder: string): Map<string, string> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".svg")) : [];
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
