/** Letters that lose their mark where there is no key for it, and are no letter and mark in Unicode. */
const unmarked: Record<string, string> = {đ: "d", Đ: "D", ŋ: "n", Ŋ: "N", ŧ: "t", Ŧ: "T"};

/**
 * The ways in which a name is written without its letters: without accents; with Swedish ö and ä; without ø and å, each as
 * one vowel or as two. One way through the whole name: "Våga" is no way to write Vågå, for what loses one å loses both.
 */
export function writingsOf(name: string): string[] {
  const plain = withoutAccents(name);
  const swedish = replace(plain, {ø: "ö", æ: "ä"});
  const ascii = ["a", "aa"].flatMap((å) => ["o", "oe"].map((ø) => replace(plain, {æ: "ae", å, ø})));
  return [...new Set([plain, swedish, ...ascii])].filter((writing) => writing !== name);
}

/** æ, ø and å are letters, not marked ones. */
function withoutAccents(name: string): string {
  return [...name.normalize("NFC")]
    .map(
      (letter) => unmarked[letter] ?? (/[åÅ]/.test(letter) ? letter : letter.normalize("NFD").replace(/\p{M}/gu, "")),
    )
    .join("");
}

function replace(name: string, letters: Record<string, string>): string {
  return name.replace(/[æøå]/gi, (letter) => {
    const small = letter.toLowerCase();
    const written = letters[small] ?? small;
    return letter === small ? written : written[0].toUpperCase() + written.slice(1);
  });
}
