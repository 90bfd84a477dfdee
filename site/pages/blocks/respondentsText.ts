import type {Lang, Text} from "../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../src/lib/markup.js";
import {pathOf} from "../../../src/lib/pages.js";
import {exploring, survey} from "../../facts.js";
import {weightsTable} from "./quality.js";

/*
 * What is said of numbers from a respondents’ file. Those of a protected file are unweighted and have no intervals, so
 * what is said of them is another thing.
 */

const isProtected = survey.settings.access === "protected";

/** How respondents are weighted, with the weights; of a protected file why they are not. */
export function weightsBlock(lang: Lang): Markup {
  if (isProtected) return markup`<p>${unweighted[lang]}</p>`;
  return markup`<p>${weighted[lang]}</p>
${weightsTable(lang)}
<p>${notMoreThanWeights[lang]} <a href="/${pathOf("method", lang)}#respondents">${theMethod[lang]}</a>.</p>`;
}

const notMoreThanWeights: Text = {
  nb: "Vektene retter bare opp at klasser og fylker har svart ulikt ofte. Skiller de som svarte, seg fra de andre i samme klasse og fylke, hjelper ikke vektene. Se",
  en: "The weights only make up for classes and counties that answered unequally often. If those that answered differ from the others of their class and county, the weights do not help. See",
};
const theMethod: Text = {nb: "metoden", en: "the method"};

const weighted: Text = {
  nb: "Har små kommuner svart sjeldnere enn store, eller ett fylke sjeldnere enn et annet, skal ikke de andre telle for mye. Hver respondent står derfor for seg selv og for en del av enhetene i sin størrelsesklasse og sitt fylke som ikke svarte. Vektene summerer til antall enheter i hver klasse og hvert fylke. Der alle har svart, står hver bare for seg selv. En klasse med færre enn ti svar, eller der under en tredel har svart, slås sammen med størrelsesklassen under, og et fylke med færre enn fem svar, eller under en tredel, med et nabofylke. Fylkeskommunene er en klasse for seg.",
  en: "If small municipalities answered less often than large ones, or one county less often than another, the others should not count for too much. So each respondent stands for itself and for a share of the units of its size class and its county that did not answer. The weights add up to the number of units in each class and each county. Where all answered, each stands for itself alone. A class with fewer than ten answers, or in which under a third answered, is merged with the size class below, and a county with fewer than five answers, or under a third, with a neighbouring county. County authorities are a class of their own.",
};

const unweighted: Text = {
  nb: "Filen er beskyttet, og tallene fra den er derfor uvektede: hver som svarte, teller én gang. Vekter og intervaller kunne gjort det mulig å regne seg fram til hva en enkelt enhet svarte. Har små kommuner svart sjeldnere enn store, teller de store derfor for mye i tallene for alle.",
  en: "The file is protected, and its numbers are therefore unweighted: each that answered counts once. Weights and intervals could make it possible to work out what a single unit answered. If small municipalities answered less often than large ones, the large ones therefore count for too much in the numbers for all.",
};

/** How to read a crosstab. */
export function readingTablesBlock(lang: Lang): Markup {
  const items = isProtected ? protectedItems : openItems;
  return markup`<ul>${items.map(([term, text]) => markup`<li><strong>${term[lang]}</strong> ${text[lang]}</li>`)}</ul>
${!isProtected && markup`<p><a href="/${pathOf("method", lang)}#tests">${whatPMeans[lang]}</a></p>`}`;
}

const whatPMeans: Text = {nb: "Hva p-verdien betyr", en: "What the p-value means"};

type Item = readonly [term: Text, text: Text];

const asked: Item = [
  {nb: "Ubesvart og ikke stilt", en: "No answer and not asked"},
  {
    nb: "er to ting. Den som ikke fikk spørsmålet, er utenfor tabellen. Den som fikk spørsmålet i radene og ikke svarte, regnes som en som ikke deltok.",
    en: "are two things. Whoever was not asked is outside the table. Whoever was asked the question of the rows and did not answer counts as one that did not take part.",
  },
];
const multiple: Item = [
  {nb: "Flersvar", en: "Multiple responses"},
  {
    nb: "gir andel av dem som svarte, ikke av kryssene. Radene kan derfor bli mer enn hundre til sammen.",
    en: "give shares of those that answered, not of the ticks. The rows may therefore add up to more than a hundred.",
  },
];

const openItems: readonly Item[] = [
  [
    {nb: "Vekter.", en: "Weights."},
    {
      nb: "Hver som svarte, står for seg selv og for en del av enhetene i sin størrelsesklasse og sitt fylke som ikke svarte. Uten vekter teller alle likt.",
      en: "Each that answered stands for itself and for a share of the units of its size class and county that did not answer. Without weights all count the same.",
    },
  ],
  [
    {nb: "Intervallene", en: "Intervals"},
    {
      nb: "viser hvor sikkert tallet er (95 %), hvis de som ikke svarte, ligner dem som svarte i samme klasse og fylke. Har alle i gruppen svart, er tallet et faktum, uten intervall.",
      en: "show how certain the number is (95%), if those that did not answer are like those of their class and county that did. If all of the group answered, the number is a fact, without an interval.",
    },
  ],
  asked,
  [
    {nb: "Samme gruppe, samme tall.", en: "Same group, same number."},
    {
      nb: "En gruppe har samme tall enten den er valgt som filter, kolonne, lag eller på kartet.",
      en: "A group has the same number whether it is chosen as a filter, a column, a layer or on the map.",
    },
  ],
  multiple,
  [
    {nb: "Testen", en: "The test"},
    {
      nb: "sier hvor ofte tilfeldigheter alene gir så store forskjeller som i tabellen. Den sier ikke noe om årsaker.",
      en: "says how often chance alone makes differences as large as those in the table. It says nothing of causes.",
    },
  ],
  [
    {nb: "Grå tall", en: "Grey numbers"},
    {
      nb: "er usikre: intervallet er svært bredt, eller gjennomsnittet er av få svar.",
      en: "are uncertain: the interval is very wide, or the mean is of few answers.",
    },
  ],
  [
    {nb: "Slå sammen.", en: "Merging."},
    {
      nb: "Svar du krysser av under «Slå sammen svar», telles som ett. Valget følger med i lenken.",
      en: "Responses that you tick under “Merge responses” are counted as one. The choice goes with the link.",
    },
  ],
];

const protectedItems: readonly Item[] = [
  [
    {nb: "Uvektet, uten intervaller.", en: "Unweighted, without intervals."},
    {
      nb: "Filen er beskyttet. Hver som svarte, teller én gang, og ingen usikkerhet er regnet ut, for vekter og intervaller kunne røpe hva enkelte svarte.",
      en: "The file is protected. Each that answered counts once, and no uncertainty is computed, for weights and intervals could tell what single units answered.",
    },
  ],
  [
    {nb: "Skjult («:»).", en: "Suppressed (“:”)."},
    {
      nb: "Grupper med få svar er skjult, og noen andre også, så de ikke kan regnes ut.",
      en: "Groups of few answers are suppressed, and some others too, so that they cannot be worked out.",
    },
  ],
  asked,
  multiple,
];

/** What a number from a file of responses is. */
export function fromRespondentsBlock(lang: Lang): Markup {
  return markup`<p>${(isProtected ? protectedNumbers : openNumbers)[lang]}</p>`;
}

const openNumbers: Text = {
  nb: "Tall fra en fil med svar er anslag, med et konfidensintervall og et antall bak. Intervallet viser hvor andelen ville ha ligget om alle hadde svart, dersom de som ikke svarte, ligner dem som svarte i samme størrelsesklasse og fylke. Det går aldri utenfor det som er mulig, og det krymper til et punkt når alle i gruppen har svart.",
  en: "Numbers from a file of responses are estimates, with a confidence interval and a count behind them. The interval shows where the share would have been if all had answered, provided that those that did not are like those of the same size class and county that did. It never leaves what is possible, and it shrinks to a point when everyone in the group has answered.",
};

const protectedNumbers: Text = {
  nb: "Filen er beskyttet. Tallene fra den er andeler av dem som svarte: uvektede, uten intervaller, og med små grupper skjult. Bare antallet bak hvert tall sier noe om hvor sikkert det er.",
  en: "The file is protected. Its numbers are shares of those that answered: unweighted, without intervals, and with small groups suppressed. Only the count behind each number says how certain it is.",
};

/** How answers are counted when a reader explores them. */
export function exploringBlock(lang: Lang): Markup {
  return markup`<p>${exploringText(lang)}</p>`;
}

function exploringText(lang: Lang): string {
  if (isProtected) return protectedExploring[lang];
  return `${(exploring.explorer.inCombinations ? fetchedCombinations : fetchedAnswers)[lang]} ${openExploring[lang]}`;
}

const fetchedAnswers: Text = {
  nb: "Siden henter svarene fra alle som svarte, uten hvem de er, og alt telles i dem.",
  en: "The page fetches the answers of all that answered, without who they are, and everything is counted in them.",
};

const fetchedCombinations: Text = {
  nb: "Siden henter hvor mange som har hver kombinasjon av svar som den trenger, etter størrelse og fylke, og alt regnes ut fra dem.",
  en: "The page fetches how many have each combination of answers that it needs, by size and county, and everything is worked out from them.",
};

const openExploring: Text = {
  nb: "Den som ble spurt om det radene handler om og ikke svarte, regnes som en som ikke deltok, og vektene lages på nytt for hver tabell. Alle filtre og kolonner er grupper av dem som da er igjen, så en gruppe har samme tall hvordan den enn er valgt. I en gruppe registeret kjenner, summerer vektene til enhetene i gruppen.",
  en: "Whoever was asked what the rows are about and did not answer counts as one that did not take part, and weights are made anew for each table. All filters and columns are groups of those that remain, so a group has the same number however it was chosen. In a group that the register knows the weights add up to its units.",
};

const protectedExploring: Text = {
  nb: "Nettleseren får bare de publiserte tabellene: hvert spørsmål for alle, etter størrelse og etter fylke. Noe annet kan ikke regnes ut av dem.",
  en: "The browser gets the published tables only: each question for all, by size and by county. Nothing else can be worked out from them.",
};

/** What a test of a table says; of a protected file there are none. */
export function testsBlock(lang: Lang): Markup {
  return isProtected ? markup`<p>${noTests[lang]}</p>` : tests[lang];
}

const noTests: Text = {
  nb: "Filen er beskyttet, og tabellene fra den er ikke testet.",
  en: "The file is protected, and its tables are not tested.",
};

const tests: Record<Lang, Markup> = {
  nb: markup`<p>Testen under en krysstabell spør om det som ligger bak svarene, ikke bare om kommunene i 2011: Hvor ofte ville tilfeldigheter alene gitt så store forskjeller? <strong>P-verdien</strong> er svaret. En p på 0,03 betyr at tilfeldigheter alene gir så store forskjeller, eller større, tre ganger per hundre forsøk. Under 0,05 skriver vi «signifikant sammenheng», ellers «ingen signifikant sammenheng», som ikke er det samme som ingen. P-verdien sier ikke hvor stor en forskjell er: det sier forskjellen selv, og <strong>Cramérs V</strong>, som går fra 0 (ingen) til 1 (det ene sier det andre). Av tjue tabeller over noe som ikke har med hverandre å gjøre, vil om lag én likevel være signifikant.</p>
<p>Testen er Rao og Scotts test for vektede svar. Der cellene har få svar, deler vi i stedet svarene ut på nytt 9 999 ganger blant dem i samme størrelsesklasse, og teller hvor ofte tabellen blir minst like ujevn. En bokstav sier at én kolonne er høyere enn en annen, med en p-verdi som er justert for alle sammenligningene i tabellen (Holm). R-koden som følger med hver tabell, gir de samme tallene, testene og bokstavene med pakken survey.</p>`,
  en: markup`<p>The test under a crosstab asks about what lies behind the answers, not only about the municipalities of 2011: how often would chance alone make differences as large as these? The <strong>p-value</strong> is the answer. A p of 0.03 means that chance alone makes differences as large, or larger, three times per hundred trials. Under 0.05 we write “significant association”, and otherwise “no significant association”, which is not the same as none. A p-value does not say how large a difference is: that is what the difference itself says, and <strong>Cramér’s V</strong>, which goes from 0 (none) to 1 (each tells the other). Of twenty tables of what has nothing to do with each other, about one will be significant all the same.</p>
<p>It is Rao and Scott’s test for weighted answers. Where cells have few answers, we instead deal the answers anew 9,999 times among those of the same size class, and count how often the table becomes at least as uneven. A letter says that one column is higher than another, with a p-value that is adjusted for all comparisons of the table (Holm). The R code that comes with each table makes the same numbers, tests and letters with the package survey.</p>`,
};

/** What those that did not answer leave open, beside the figure of it. */
export function ifOthersDifferBlock(lang: Lang): Markup {
  return markup`<p>${(isProtected ? protectedOthers : openOthers)[lang]}</p>`;
}

const openOthers: Text = {
  nb: "Intervallene i tabellen regner med at de som ikke svarte, ligner dem som svarte i samme størrelsesgruppe og fylke. Det er en antakelse, og den kan være feil. Figuren viser hva som er mulig uten den, og hva andelen blir hvis oddsen for svaret er en annen blant dem som ikke svarte.",
  en: "The intervals of the table take it that those that did not answer are like those of their size and county that did. That is an assumption, and it may be wrong. The figure shows what is possible without it, and what the share becomes if the odds of the response are different among those that did not answer.",
};

const protectedOthers: Text = {
  nb: "Tallene gjelder de som svarte. Hvor langt unna alle de kan være, er ikke regnet ut, for filen er beskyttet.",
  en: "The numbers are of those that answered. How far they may be from all is not worked out, for the file is protected.",
};
