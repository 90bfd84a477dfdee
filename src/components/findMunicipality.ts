import {type Markup, markup} from "../lib/markup.js";
import type {SizeClass} from "../lib/register.js";
import type {Lang, Text} from "../lib/text.js";
import {figureAnchor} from "./figureMarkup.js";
import {announce, pageLang, showSearch} from "./pageParts.js";

/** A municipality as the page’s own list has it. */
interface Place {
  name: string;
  county: {code: string; name: string};
  population: string;
  sizeClass: SizeClass;
}

/** Brings the field that finds a municipality to life: what is found says what the summary can say of it, and of its kind. */
export function findMunicipality(): void {
  const form = document.querySelector<HTMLFormElement>("[data-finder]");
  const field = form?.querySelector("input");
  const names = form?.querySelector("datalist");
  const found = document.querySelector("[data-found-place]");
  if (!form || !field || !names || !found) throw new Error("no field for municipalities on this page");
  const places = placesOnPage();
  const isUnique = ({name}: Place) => places.filter((each) => each.name === name).length === 1;
  const shown = (place: Place) => (isUnique(place) ? place.name : `${place.name} (${place.county.name})`);
  names.append(...places.map((place) => new Option(shown(place))));
  const show = () => {
    const matching = matches(places, field.value, shown);
    found.innerHTML = foundMarkup(matching, field.value, pageLang()).html;
    if (matching.length === 1) announce(found.querySelector("p")?.textContent ?? "");
  };
  field.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  found.addEventListener("click", (event) => askFor(event));
  if (field.value) show();
}

function placesOnPage(): Place[] {
  return [...document.querySelectorAll<HTMLElement>("[data-county] [data-size]")].map((element) => {
    const county = element.closest<HTMLElement>("[data-county]");
    return {
      name: element.querySelector("b")?.textContent ?? "",
      county: {code: county?.dataset.county ?? "", name: county?.dataset.name ?? ""},
      population: element.querySelector("i")?.textContent ?? "",
      sizeClass: element.dataset.size as SizeClass,
    };
  });
}

/** The one that is named in full, by any of its names; else all with a name that begins so. */
function matches(places: readonly Place[], typed: string, shown: (place: Place) => string): Place[] {
  const sought = fold(typed);
  if (sought === "") return [];
  const names = (place: Place) => [shown(place), ...place.name.split(" - ")].map(fold);
  const exact = places.filter((place) => names(place).includes(sought));
  return exact.length > 0 ? exact : places.filter((place) => names(place).some((name) => name.startsWith(sought)));
}

/** Small letters without accents: what a reader types is found on any keyboard. */
function fold(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .normalize("NFD")
    .replace(/(?<!a)\u030a|[\u0300-\u0309\u030b-\u036f]/g, "")
    .normalize("NFC");
}

function foundMarkup(matching: readonly Place[], typed: string, lang: Lang): Markup {
  if (typed.trim() === "") return markup``;
  if (matching.length === 0)
    return markup`<p>${lang === "nb" ? "Ingen kommune i 2011 het det." : "No municipality in 2011 had that name."}</p>`;
  if (matching.length > 1) return markup`<p>${severalText(matching.length, lang)}</p>`;
  return placeMarkup(matching[0], lang);
}

function severalText(count: number, lang: Lang): string {
  return lang === "nb"
    ? `${count} kommuner passer. Skriv mer av navnet.`
    : `${count} municipalities fit. Type more of the name.`;
}

function placeMarkup({name, county, population, sizeClass}: Place, lang: Lang): Markup {
  const groups = [sizeClass, `county-${county.code}`].map(
    (group) =>
      markup`<li>${saidOf(group)} <a href="?group=${group}#${figureAnchor("subgroup")}" data-group="${group}">${more[lang]}</a></li>`,
  );
  if (lang === "nb") {
    return markup`<p><strong>Om ${name} sier sammendraget ingenting.</strong> Kommunen lå i ${county.name} og hadde ${population} innbyggere 1. januar 2011. Den ble spurt som alle andre. Om den svarte, og hva, går ikke fram.</p>
<p>Om gruppene den hørte til, kan bare grenser regnes ut:</p><ul>${groups}</ul>`;
  }
  return markup`<p><strong>Of ${name} the summary says nothing.</strong> The municipality was in ${county.name} and had ${population} inhabitants on 1 January 2011. It was asked like all the others. Whether it answered, and what, does not appear.</p>
<p>Of the groups it belonged to, only limits can be worked out:</p><ul>${groups}</ul>`;
}

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
  document.getElementById(figureAnchor("subgroup"))?.scrollIntoView();
}
