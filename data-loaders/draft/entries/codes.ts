/** The first of a code and the code with a number after it that is free. */
export function freeCode(wanted: string, isFree: (code: string) => boolean): string {
  let [code, number] = [wanted, 1];
  while (!isFree(code)) code = `${wanted}_${++number}`;
  return code;
}
