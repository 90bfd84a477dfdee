import {fold} from "../lib/language/fold.js";
import {nearest} from "../lib/language/nearest.js";
import type {Lang, Text} from "../lib/language/text.js";
import {inBoth, listText, uncapital} from "../lib/language/text.js";
import {type Markup, markup} from "../lib/markup.js";
import {type Municipality, type Register, sizeClassLabel} from "../lib/respondents/register.js";
import {writeSearch} from "./browser/address.js";
import {announce, pageLang} from "./browser/announce.js";

/** A municipality as a reader names it: with its county where another has the same name. */
interface Place extends Municipality {
  shown: string;
  /** Folded, for comparison. */
  own: string[];
  others: string[];
}

interface Loaded {
  places: Place[];
  /** Names by code. */
  counties: ReadonlyMap<string, string>;
}

/** What is found: the municipalities, and the name they were taken to be when none is spelt as typed. */
interface Found {
  places: Place[];
  meant: string | null;
}

/** The parameter of the address that names a municipality, by number or by name. */
const key = "m";

/**
 * Brings the field that finds a municipality to life: by number or any of its names, with what the summary can say of
 * its kind. The list is fetched when the reader comes to the field, or at once when the address names a municipality.
 */
export function findMunicipality(): void {
  const form = document.querySelector<HTMLFormElement>("[data-finder]");
  const field = form?.querySelector("input");
  const result = document.querySelector("[data-found-place]");
  if (!form || !field || !result) throw new Error("no field for municipalities on this page");
  const start = result.innerHTML;
  let loading: Promise<Loaded> | undefined;
  const load = () => {
    loading ??= loadPlaces().then((loaded) => {
      form.querySelector("datalist")?.append(...namesToOffer(loaded.places).map((name) => new Option(name)));
      return loaded;
    });
    return loading;
  };
  const show = async () => {
    const loaded = await load();
    const typed = field.value;
    const found = search(loaded.places, typed);
    const isEmpty = typed.trim() === "";
    result.innerHTML = isEmpty ? start : foundMarkup(found, loaded).html;
    if (isEmpty || isShown(found)) writeSearch(addressOf(found, typed), {isStep: false});
    if (!isEmpty) announce(result.querySelector("p, h2")?.textContent ?? "");
  };
  const fromAddress = () => {
    field.value = new URLSearchParams(location.search).get(key) ?? "";
    if (field.value) show();
  };
  field.addEventListener("focus", load, {once: true});
  field.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  result.addEventListener("click", (event) => {
    if ((event.target as Element).closest("[data-print]")) print();
  });
  fromAddress();
}

/** Not with `fetchView.ts`: what it shared with the code that draws would be a script of its own, for every page. */
async function fetched(name: string): Promise<unknown> {
  return (await fetch(new URL(`../data/${name}.json`, import.meta.url))).json();
}

async function loadPlaces(): Promise<Loaded> {
  const files = await Promise.all(["municipalities", "register"].map(fetched));
  const [all, {byCounty}] = files as [Municipality[], Register];
  const counties = new Map(byCounty.map(({code, name}) => [code, name]));
  const isShared = (name: string) => all.filter((each) => each.name === name).length > 1;
  const places = all.map((each) => {
    const shown = isShared(each.name) ? `${each.name} (${counties.get(each.county)})` : each.name;
    const own = [each.number, shown, ...each.name.split(" - ")].map(searchKey);
    return {...each, shown, own, others: each.otherNames.map(searchKey)};
  });
  return {places, counties};
}

function namesToOffer(places: readonly Place[]): string[] {
  return [...new Set(places.flatMap(({shown, otherNames}) => [shown, ...otherNames]))];
}

/** Those with the name; else those known by it otherwise; else whose names begin so; else those with the nearest name. */
function search(places: readonly Place[], typed: string): Found {
  const sought = searchKey(typed);
  if (sought === "") return {places: [], meant: null};
  const among = (fits: (place: Place) => boolean) => places.filter(fits);
  const named = (name: string) => {
    const own = among((place) => place.own.includes(name));
    return own.length > 0 ? own : among((place) => place.others.includes(name));
  };
  const exact = named(sought);
  if (exact.length > 0) return {places: exact, meant: null};
  const begun = among(({own, others}) => [...own, ...others].some((name) => name.startsWith(sought)));
  if (begun.length > 0 || sought.length < 4) return {places: begun, meant: null};
  const meant = nearest(
    sought,
    places.flatMap(({own, others}) => [...own.slice(1), ...others]),
  );
  const near = meant === null ? [] : named(meant);
  return {places: near, meant: near.length === 1 ? near[0].shown : meant};
}

/** Folded, and without accents: what a reader types is found on any keyboard, and "aa" is "å". */
function searchKey(text: string): string {
  return fold(text)
    .replaceAll("ø", "o")
    .replaceAll("æ", "ae")
    .replaceAll("đ", "d")
    .replaceAll("ŋ", "n")
    .replaceAll("ŧ", "t")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("aa", "a");
}

/** More municipalities than this are not shown: the reader types on. */
const mostShown = 5;

function isShown({places}: Found): boolean {
  return places.length > 0 && places.length <= mostShown;
}

/** The number of the one that is found, which no change of names alters; else what was typed. */
function addressOf({places}: Found, typed: string): string {
  const parameters = new URLSearchParams(location.search);
  if (typed.trim() === "") parameters.delete(key);
  else parameters.set(key, places.length === 1 ? places[0].number : typed.trim());
  const text = String(parameters);
  return text && `?${text}`;
}

function foundMarkup(found: Found, loaded: Loaded): Markup {
  const lang = pageLang();
  const {places, meant} = found;
  if (places.length === 0) return markup`<p>${say.none[lang]}</p>`;
  if (!isShown(found)) return markup`<p>${severalText(places.length)[lang]}</p>`;
  return markup`${meant !== null && markup`<p>${meantText(meant)[lang]}</p>`}
${places.length > 1 && markup`<p>${countText(places.length)[lang]}</p>`}
${places.map((place) => placeMarkup(place, loaded, lang))}
<p>${say.kinds[lang]} ${kindsOf(places, loaded).map((kind, at) => markup`${at > 0 && " · "}${kindMarkup(kind, lang)}`)}</p>
<p class="buttons"><button type="button" data-print>${say.print[lang]}</button></p>
<p class="on-paper">${document.title} · ${new Date().toLocaleDateString(lang, {dateStyle: "long"})} · ${location.href}</p>`;
}

const say = {
  none: {
    nb: "Fant ingen kommune med et slikt navn. Se listen nederst på siden.",
    en: "Found no municipality by that name. See the list at the foot of the page.",
  },
  print: {nb: "Skriv ut", en: "Print"},
  kinds: {
    nb: "Sammendraget skiller ikke mellom små og store kommuner, eller mellom fylker. Hva tallene for alle likevel utelukker:",
    en: "The summary does not tell small municipalities from large ones, or one county from another. What its numbers for all still rule out:",
  },
} satisfies Record<string, Text>;

function meantText(name: string): Text {
  return {nb: `Det nærmeste navnet er ${name}.`, en: `The nearest name is ${name}.`};
}

function countText(count: number): Text {
  return {nb: `${count} kommuner i 2011:`, en: `${count} municipalities in 2011:`};
}

function severalText(count: number): Text {
  return {
    nb: `${count} kommuner passer. Skriv mer av navnet.`,
    en: `${count} municipalities fit. Type more of the name.`,
  };
}

function placeMarkup(place: Place, {places, counties}: Loaded, lang: Lang): Markup {
  const {number, name, sizeClass, county: code} = place;
  const county = counties.get(code) ?? "";
  const explore = document.querySelector<HTMLElement>("[data-found-place]")?.dataset.explore;
  return markup`<section data-municipality="${number}"><h2>${inDashes(name)}</h2>
${place.joined && markup`<p>${joinedText(place)[lang]}</p>`}<p>${factsText(place, county)[lang]} ${likeText(place, places, county)[lang]}${explore && markup` <a href="explore.html?size=${sizeClass}&county=${code}">${explore}</a>`}</p></section>`;
}

/** An official name in two languages, which the register joins by a hyphen. */
const inDashes = (name: string) => name.replaceAll(" - ", " – ");

/** A size or a county, as the figure on what the summary allows for it has it. */
interface Kind {
  code: string;
  label: Text;
}

/** Sizes and counties of municipalities, each once. */
function kindsOf(places: readonly Place[], {counties}: Loaded): Kind[] {
  const sizes = new Set(places.map(({sizeClass}) => sizeClass));
  const codes = new Set(places.map(({county}) => county));
  return [
    ...[...sizes].map((code) => ({code, label: inBoth((lang) => uncapital(sizeClassLabel[code][lang]))})),
    ...[...codes].map((code) => ({code: `county-${code}`, label: inBoth(() => counties.get(code) ?? code)})),
  ];
}

const kindMarkup = ({code, label}: Kind, lang: Lang) =>
  markup`<a href="what-can-it-say.html?group=${code}#figure-subgroup">${label[lang]}</a>`;

function factsText({number, population, sizeClass}: Place, county: string): Text {
  const size = (lang: Lang) => uncapital(sizeClassLabel[sizeClass][lang]);
  return {
    nb: `Kommune ${number} i ${county}, ${population.toLocaleString("nb")} innbyggere 1. januar 2011 (størrelse: ${size("nb")}).`,
    en: `Municipality ${number} in ${county}, ${population.toLocaleString("en")} inhabitants on 1 January 2011 (size: ${size("en")}).`,
  };
}

/** That today's municipality of the name is larger than that of 2011. */
function joinedText({name, joined = []}: Place): Text {
  const others = listText(
    joined.map(({name: other, isPart}) => ({
      nb: isPart ? `en del av ${other}` : other,
      en: isPart ? `part of ${other}` : other,
    })),
  );
  return {
    nb: `Dette er ${name} slik kommunen var i 2011. Dagens kommune omfatter også ${others.nb}.`,
    en: `This is ${name} as it was in 2011. Today’s municipality also includes ${others.en}.`,
  };
}

/** How many were of the same size, in the same county, and both; itself counted in. */
function likeText({sizeClass, county: code}: Place, places: readonly Place[], county: string): Text {
  const isSize = (each: Place) => each.sizeClass === sizeClass;
  const isCounty = (each: Place) => each.county === code;
  const counts = [isSize, isCounty, (each: Place) => isSize(each) && isCounty(each)];
  const [size, near, both] = counts.map((fits) => places.filter(fits).length);
  return {
    nb: `${size} kommuner i landet var av den størrelsen, ${near} lå i ${county}, og ${both} var begge deler, denne medregnet.`,
    en: `${size} municipalities were of that size, ${near} were in ${county}, and ${both} were both, this one included.`,
  };
}
