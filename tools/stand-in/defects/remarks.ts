/** Made-up remarks, each said to be; between them they hold all that makes free text hard to read. */
export const remarks: readonly string[] = [
  "Oppdiktet merknad: Vi ser an hva nabokommunen gjør.",
  "Oppdiktet merknad: Dette skjemaet er fylt ut av et dataprogram; ingen har ment noe.",
  'Oppdiktet merknad: «Delt» betyr ikke "lest".',
  "Oppdiktet merknad: Først en linje,\nså en linje til.",
  "Oppdiktet merknad: Ønsker kurs, råd og maler.",
  "Oppdiktet merknad: Ingen kommentar",
];
