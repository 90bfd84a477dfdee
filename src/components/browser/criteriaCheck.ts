import type {Lang, Text} from "../../lib/language/text.js";
import {type Markup, markup} from "../../lib/markup.js";
import {announce, pageLang} from "./announce.js";

/** How the ticks stand behind `#` in the address, where they never leave the browser: `#criteria=1.3.5`. */
const ticked = /^#criteria=(\d(?:\.\d)*)?$/;

/** Brings the self-check to life: ticks go behind `#`, and the profile follows them. */
export function criteriaCheck(): void {
  const form = document.querySelector<HTMLFormElement>("[data-criteria]");
  const profile = form?.querySelector("[data-profile]");
  if (!form || !profile) throw new Error("no self-check on this page");
  const boxes = [...form.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  const empty = profile.innerHTML;
  const show = () => {
    const criteria = boxes.map((box) => ({label: box.nextElementSibling?.textContent ?? "", has: box.checked}));
    const isTicked = criteria.some(({has}) => has);
    profile.innerHTML = isTicked ? profileMarkup(criteria, pageLang()).html : empty;
    form.toggleAttribute("data-ticked", isTicked);
  };
  const fromAddress = () => {
    const [whole, codes] = ticked.exec(location.hash) ?? [];
    if (whole) for (const box of boxes) box.checked = codes?.split(".").includes(box.value) ?? false;
    show();
  };
  form.addEventListener("change", () => {
    const codes = boxes.filter(({checked}) => checked).map(({value}) => value);
    history.replaceState(
      null,
      "",
      codes.length > 0 ? `#criteria=${codes.join(".")}` : location.pathname + location.search,
    );
    show();
    announce(profile.querySelector(".profile-count")?.textContent ?? "");
  });
  form.addEventListener("reset", () => setTimeout(() => form.dispatchEvent(new Event("change"))));
  form.querySelector("[data-print]")?.addEventListener("click", () => print());
  addEventListener("hashchange", fromAddress);
  fromAddress();
}

/** A criterion, and whether the municipality has it. */
interface Ticked {
  label: string;
  has: boolean;
}

const say = {
  has: {nb: "På plass", en: "In place"},
  lacks: {nb: "Gjenstår", en: "Still to do"},
} satisfies Record<string, Text>;

/** What the municipality has and has not, to be printed and taken to a meeting. */
function profileMarkup(criteria: readonly Ticked[], lang: Lang): Markup {
  const lists = [true, false].map((wanted) => criteria.filter(({has}) => has === wanted));
  return markup`<p class="profile-count">${countText(criteria, lang)}</p>
<p class="profile-squares" aria-hidden="true">${criteria.map(({has}) => markup`<i${has && markup` class="has"`}></i>`)}</p>
<div class="profile-lists">${lists.map(
    (list, index) =>
      list.length > 0 &&
      markup`<section><h3>${(index === 0 ? say.has : say.lacks)[lang]}</h3><ul>${list.map(({label}) => markup`<li>${label}</li>`)}</ul></section>`,
  )}</div>`;
}

function countText(criteria: readonly Ticked[], lang: Lang): string {
  const count = criteria.filter(({has}) => has).length;
  return lang === "nb"
    ? `Dere har ${count} av ${criteria.length} på plass`
    : `You have ${count} of ${criteria.length} in place`;
}
