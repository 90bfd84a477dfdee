/** A name whose capitals make no difference. */
export function foldCapitals(name: string): string {
  return name.toLowerCase();
}
