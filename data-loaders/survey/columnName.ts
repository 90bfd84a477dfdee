/** Name of the clean column of a variable, or of one of its options. */
export function columnName(variable: string, option: string | null): string {
  return option === null ? variable : `${variable}_${option}`;
}
