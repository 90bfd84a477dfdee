/** What is said of views that a reader keeps. */
export const savedViewWords = {
  remove: {nb: "Slett", en: "Delete"},
  saved: {
    nb: (name: string) => `«${name}» er lagret i denne nettleseren`,
    en: (name: string) => `“${name}” is saved in this browser`,
  },
  removed: {nb: (name: string) => `«${name}» er slettet`, en: (name: string) => `“${name}” is deleted`},
  imported: {
    nb: (count: number) => (count === 1 ? "1 visning er lest inn" : `${count} visninger er lest inn`),
    en: (count: number) => (count === 1 ? "1 view is read" : `${count} views are read`),
  },
  refused: {
    nb: (defect: string) => `Filen er ikke en fil med lagrede visninger: ${defect}`,
    en: (defect: string) => `The file is no file of saved views: ${defect}`,
  },
  full: {nb: "Nettleseren lar seg ikke lagre i", en: "The browser does not let anything be saved"},
};
