import type {Lang, Text} from "../lib/language/text.js";
import {type Markup, markup} from "../lib/markup.js";
import type {Municipality, Register} from "../lib/respondents/register.js";
import {announce, pageLang, showSearch} from "./browser/pageParts.js";

/** A municipality as a reader names it: with its county where another has the same name. */
interface Place extends Municipality {
  shown: string;
}

/**
 * Brings the field that finds a municipality to life: what is found says what the summary can say of it, and of its
 * kind. The list is fetched when the reader comes to the field.
 */
export function findMunicipality(): void {
  const form = document.querySelector<HTMLFormElement>("[data-finder]");
  const field = form?.querySelector("input");
  const found = document.querySelector("[data-found-place]");
  if (!form || !field || !found) throw new Error("no field for municipalities on this page");
  let loading: Promise<Loaded> | undefined;
  const load = () => {
    loading ??= loadPlaces().then((loaded) => {
      form.querySelector("datalist")?.append(...loaded.places.map(({shown}) => new Option(shown)));
      return loaded;
    });
    return loading;
  };
  const show = async () => {
    const {places, counties} = await load();
    found.innerHTML = foundMarkup(matches(places, field.value), field.value, counties).html;
    announce(found.querySelector("p")?.textContent ?? "");
  };
  field.addEventListener("focus", load, {once: true});
  field.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  found.addEventListener("click", (event) => {
    const chosen = (event.target as Element).closest("[data-choose]")?.textContent;
    if (!chosen) return askFor(event);
    field.value = chosen;
    field.focus();
    show();
  });
  if (field.value) show();
}

interface Loaded {
  places: Place[];
  /** Names by code. */
  counties: ReadonlyMap<string, string>;
}

/** Not with `fetchData.ts`: what it shared with the code that draws would be a script of its own, for every page. */
async function fetched(name: string): Promise<unknown> {
  return (await fetch(new URL(`../data/${name}.json`, import.meta.url))).json();
}

async function loadPlaces(): Promise<Loaded> {
  const files = await Promise.all(["municipalities", "register"].map(fetched));
  const [all, {byCounty}] = files as [Municipality[], Register];
  const counties = new Map(byCounty.map(({code, name}) => [code, name]));
  const isShared = (name: string) => all.filter((each) => each.name === name).length > 1;
  const places = all.map((each) => ({
    ...each,
    shown: isShared(each.name) ? `${each.name} (${counties.get(each.county)})` : each.name,
  }));
  return {places, counties};
}

/** The one that is named in full, by any of its names; else all with a name that begins so. */
function matches(places: readonly Place[], typed: string): Place[] {
  const sought = fold(typed);
  if (sought === "") return [];
  const names = ({name, shown}: Place) => [shown, ...name.split(" - ")].map(fold);
  const exact = places.filter((place) => names(place).includes(sought));
  return exact.length > 0 ? exact : places.filter((place) => names(place).some((name) => name.startsWith(sought)));
}

/** Small letters without accents: what a reader types is found on any keyboard. */
function fold(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll("ø", "o")
    .replaceAll("æ", "ae")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
}

function foundMarkup(matching: readonly Place[], typed: string, counties: Loaded["counties"]): Markup {
  const lang = pageLang();
  if (typed.trim() === "") return markup``;
  if (matching.length === 0) return markup`<p>${noneText[lang]}</p>`;
  if (matching.length > mostListed) return markup`<p>${severalText(matching.length)[lang]}</p>`;
  if (matching.length > 1) {
    const choices = matching.map(({shown}) => markup`<li><button type="button" data-choose>${shown}</button></li>`);
    return markup`<p>${chooseText(matching.length)[lang]}</p><ul class="choices">${choices}</ul>`;
  }
  const [place] = matching;
  const county = counties.get(place.county) ?? "";
  const groups = [place.sizeClass, `county-${place.county}`].map(
    (group) =>
      markup`<li>${saidOf(group)} <a href="?group=${group}#${figure()?.id}" data-group="${group}">${more[lang]}</a></li>`,
  );
  return markup`${placeMarkup(place, county, lang)}<ul>${groups}</ul>`;
}

/** More municipalities than this are not listed: the reader types on. */
const mostListed = 12;

const noneText: Text = {
  nb: "Fant ingen kommune i 2011 med et slikt navn.",
  en: "Found no municipality of 2011 by that name.",
};

function chooseText(count: number): Text {
  return {nb: `${count} kommuner passer. Velg:`, en: `${count} municipalities fit. Choose:`};
}

function severalText(count: number): Text {
  return {
    nb: `${count} kommuner passer. Skriv mer av navnet.`,
    en: `${count} municipalities fit. Type more of the name.`,
  };
}

function placeMarkup({name, population}: Place, county: string, lang: Lang): Markup {
  const inhabitants = population.toLocaleString(lang);
  if (lang === "nb") {
    return markup`<p><strong>Om ${name} sier sammendraget ingenting.</strong> Kommunen lå i ${county} og hadde ${inhabitants} innbyggere 1. januar 2011. Undersøkelsen var rettet til den som til alle andre. Om den svarte, og hva, går ikke fram.</p>
<p>Om gruppene den hørte til:</p>`;
  }
  return markup`<p><strong>Of ${name} the summary says nothing.</strong> The municipality was in ${county} and had ${inhabitants} inhabitants on 1 January 2011. The survey was addressed to it as to all others. Whether it answered, and what, does not appear.</p>
<p>Of the groups it belonged to:</p>`;
}

/** The figure on the groups that a municipality belongs to. */
const figure = () => document.querySelector("[data-figure=subgroup]");

const more: Text = {nb: "Se mer om gruppen", en: "See more of the group"};

/** The page’s own sentence on a group. */
function saidOf(group: string): string {
  return document.querySelector(`[data-says="${group}"]`)?.textContent ?? "";
}

/** A link to a group sets the figure above to it, without loading the page anew. */
function askFor(event: Event): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>("[data-group]");
  if (!link) return;
  event.preventDefault();
  const parameters = new URLSearchParams(location.search);
  parameters.set("group", link.dataset.group ?? "");
  showSearch(`?${parameters}`);
  figure()?.scrollIntoView();
}
