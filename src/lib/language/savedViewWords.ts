/** What is said of views that a reader keeps. */
export const savedViewWords = {
  remove: {nb: "Slett", en: "Delete"},
  saved: {
    nb: (name: string) => `«${name}» er lagret i denne nettleseren`,
    en: (name: string) => `“${name}” saved in this browser`,
  },
  removed: {nb: (name: string) => `«${name}» er slettet`, en: (name: string) => `“${name}” deleted`},
  imported: {
    nb: (count: number) => (count === 1 ? "1 visning er importert" : `${count} visninger er importert`),
    en: (count: number) => (count === 1 ? "1 view imported" : `${count} views imported`),
  },
  refused: {
    nb: (defect: string) => `Filen inneholder ikke lagrede visninger: ${defect}`,
    en: (defect: string) => `This is not a file of saved views: ${defect}`,
  },
  full: {nb: "Nettleseren tillater ikke lagring", en: "The browser does not allow saving"},
};
