import type {ColumnProfile} from "./columns/columnProfile.js";
import type {ExistingCodebook} from "./existingCodebook.js";
import type {Question} from "./question.js";

export interface Divided {
  /** Questions that stay as a person left them, those without a column in the file too. */
  kept: Question[];
  /** Columns to draft a question for. */
  open: ColumnProfile[];
  /** Columns whose question a person has deleted. */
  deleted: ColumnProfile[];
}

/** Which columns an existing codebook has the last word on. */
export function divideColumns(profiles: readonly ColumnProfile[], existing: ExistingCodebook | undefined): Divided {
  if (!existing) return {kept: [], open: [...profiles], deleted: []};
  const readAs = new Map(
    profiles.map((profile) => [profile, existing.readByKept([profile.column.header, profile.column.label ?? ""])]),
  );
  const kept = existing.kept.map((entry): Question => {
    const columns = profiles.flatMap((profile) => {
      const [name, option = null] = readAs.get(profile)?.split(".") ?? [];
      return name === entry.name ? [{profile, option}] : [];
    });
    return {entry, because: null, columns};
  });
  const left = profiles.filter((profile) => readAs.get(profile) === null);
  const isDeleted = ({column}: ColumnProfile) => existing.deleted.has(column.header);
  return {kept, open: left.filter((each) => !isDeleted(each)), deleted: left.filter(isDeleted)};
}
