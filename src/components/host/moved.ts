/*
 * In a page that has moved: leads on, and takes along what was chosen there. A map’s answer, `show=strategy.inPlace`, is
 * a question and an answer now.
 */
const {to = ""} = document.currentScript?.dataset ?? {};
const url = new URL(to, location.href);
for (const [key, value] of new URLSearchParams(location.search)) {
  if (key === "show") {
    url.searchParams.set("rows", value.split(".")[0]);
    url.searchParams.set("answer", value);
  } else if (key === "net") url.searchParams.set("merge", mergesOf(value.split(".")));
  else url.searchParams.set(key, value);
}
if (location.hash === "#figure-silence") url.searchParams.set("view", "whatif");
url.hash = location.hash.replace(/^#figure-.*/, "#figure-explore");
location.replace(url);

/** Of each question the answers that were counted as one: `a-x.a-y` is `a-x.y` now. */
function mergesOf(named: readonly string[]): string {
  const variables = new Set(named.map((each) => each.split("-")[0]));
  const codesOf = (name: string) =>
    named.filter((each) => each.startsWith(`${name}-`)).map((each) => each.split("-")[1]);
  return [...variables].map((name) => `${name}-${codesOf(name).join(".")}`).join("*");
}

export {};
