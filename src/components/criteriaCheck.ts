import {joinList, type Lang} from "../lib/text.js";
import {announce, pageLang} from "./pageParts.js";

/** How the ticks stand behind `#` in the address, where they never leave the browser: `#criteria=1.3.5`. */
const ticked = /^#criteria=(\d(?:\.\d)*)?$/;

/** Brings the self-check to life: ticks go behind `#`, and the profile follows them. */
export function criteriaCheck(): void {
  const form = document.querySelector<HTMLFormElement>("[data-criteria]");
  const profile = form?.querySelector("[data-profile]");
  if (!form || !profile) throw new Error("no self-check on this page");
  const boxes = [...form.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  const empty = profile.textContent;
  const show = () => {
    const has = boxes.filter(({checked}) => checked);
    profile.textContent = has.length === 0 ? empty : profileText(boxes, pageLang());
    form.toggleAttribute("data-ticked", has.length > 0);
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
    announce(profile.textContent ?? "");
  });
  form.addEventListener("reset", () => setTimeout(() => form.dispatchEvent(new Event("change"))));
  form.querySelector("[data-print]")?.addEventListener("click", () => print());
  addEventListener("hashchange", fromAddress);
  fromAddress();
}

function profileText(boxes: readonly HTMLInputElement[], lang: Lang): string {
  const named = (wanted: boolean) =>
    boxes.filter(({checked}) => checked === wanted).map((box) => lowerFirst(box.nextElementSibling?.textContent ?? ""));
  const [has, lacks] = [named(true), named(false)];
  const count = `${has.length} ${lang === "nb" ? "av" : "of"} ${boxes.length}`;
  if (lang === "nb") {
    const first = `Dere har ${count} på plass: ${joinList(has, lang)}.`;
    return lacks.length === 0 ? first : `${first} Dette gjenstår: ${joinList(lacks, lang)}.`;
  }
  const first = `You have ${count} in place: ${joinList(has, lang)}.`;
  return lacks.length === 0 ? first : `${first} Still to do: ${joinList(lacks, lang)}.`;
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
