/** A name whose spaces and punctuation make no difference; a question mark may be a lost letter, and stays. */
export function foldPunctuation(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/&/g, " og ")
    .replace(/[^\p{L}\p{N}?\uFFFD]+/gu, " ")
    .trim();
}

/** A name as it is looked up: capitals and punctuation make no difference. */
export function nameKey(name: string): string {
  return foldPunctuation(name).toLowerCase();
}
