/** The path of a file beside a respondents' file: its own without `.csv`, `.csv.gz` or the like, and this ending. */
export function fileBeside(surveyFile: string, ending: string): string {
  return surveyFile.replace(/\.[^./\\]*(\.gz)?$/, "") + ending;
}
