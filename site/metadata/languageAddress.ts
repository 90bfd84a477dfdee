/** Codes of three letters (ISO 639-2) by those of two, of what catalogues in Europe list. */
const codes: Readonly<Record<string, string>> = Object.fromEntries(
  "bg:BUL bs:BOS ca:CAT cs:CES cy:CYM da:DAN de:DEU el:ELL en:ENG es:SPA et:EST eu:EUS fi:FIN fo:FAO fr:FRA ga:GLE gl:GLG hr:HRV hu:HUN is:ISL it:ITA kl:KAL lt:LIT lv:LAV mk:MKD mt:MLT nb:NOB nl:NLD nn:NNO pl:POL pt:POR ro:RON ru:RUS se:SME sk:SLK sl:SLV sq:SQI sr:SRP sv:SWE tr:TUR uk:UKR"
    .split(" ")
    .map((each) => each.split(":")),
);

/** The address of a language in the list of the European Union’s Publications Office, that DCAT-AP names languages by. */
export function languageAddress(lang: string): string {
  const code = codes[lang] ?? lang.toUpperCase();
  return `http://publications.europa.eu/resource/authority/language/${code}`;
}
