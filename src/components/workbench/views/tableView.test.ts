import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {factsOf, handedIn} from "../../../../test/support/exampleFacts.js";
import {parseSelection} from "../../../lib/selection.js";
import {numberAnchor} from "../../markup/anchors.js";
import {workbench} from "../workbench.js";

const {document} = new JSDOM("").window;
const open = factsOf(handedIn);

function viewOf(search: string) {
  const {selection, refused} = parseSelection(search, workbench.choices(open));
  expect(refused).toEqual([]);
  return workbench.view(open, selection);
}

function tableOf(search: string) {
  const {table, rows} = viewOf(search);
  const anchorOf = (row: number) => numberAnchor(rows[row].quantity.id);
  return JSDOM.fragment(table?.({lang: "en", anchorOf}).html ?? "");
}

const textOf = (element: Element | null | undefined) => element?.textContent?.trim() ?? "";

describe("letters of a table", () => {
  const dialogue = (search: string) => {
    const table = tableOf(`?view=table&rows=challenges&columns=strategy${search}`);
    const heads = [...table.querySelectorAll("thead tr:not(.bases) th.number")].map(({textContent}) => textContent);
    const line = [...table.querySelectorAll("tbody tr")].find((row) =>
      row.textContent?.startsWith("Creating dialogue"),
    );
    const letters = [...(line?.querySelectorAll("td") ?? [])].map((cell) => textOf(cell.querySelector("sup")));
    return {heads, letters};
  };

  it("stand at the higher number, and name the column that it is higher than", () => {
    const {heads, letters} = dialogue("");
    expect(heads[2]).toBe("No, but it will come by the end of 2011 B");
    expect(letters).toEqual(["", "", "", "", "B"]);
  });

  it("are those of the columns that are shown, where empty ones are hidden", () => {
    const {heads, letters} = dialogue("&strategy=by_year_end.none&empty=hide");
    expect(heads).toEqual(["All", "No, but it will come by the end of 2011 A", "No, and no plans B"]);
    expect(letters).toEqual(["", "", "A"]);
  });

  it("are taken along where they are shown, and not where they are hidden", () => {
    const lettersOf = (search: string) =>
      viewOf(`?view=table&rows=challenges&columns=strategy${search}`).explored?.tables[0].table.letters;
    expect(lettersOf("")?.[3]).toEqual(["", "", "", "", "B"]);
    expect(lettersOf("&letters=off")).toBeNull();
  });
});

describe("what the summary allows", () => {
  it("stands beside numbers of everybody, or of one group that it can be asked of, and of no narrower group", () => {
    const heads = (search: string) => textOf(tableOf(`?view=table&columns=none${search}`).querySelector("thead"));
    for (const search of ["", "&uses_now=yes"]) expect(heads(search), search).toContain("The summary allows");
    for (const search of ["&size=under2000", "&uses_now=yes&strategy=in_place", "&uses_now=yes&size=under2000"])
      expect(heads(search), search).not.toContain("The summary allows");
  });
});

describe("tables of layers", () => {
  it("are of those in the layer alone, a merged one or a single one too", () => {
    const bases = (search: string) =>
      [...tableOf(`?view=table&columns=none&${search}`).querySelectorAll("table")].map((table) =>
        textOf(table.querySelector("tr.bases td")),
      );
    expect(bases("layer=size")).toEqual(["58", "82", "88", "31", "11"]);
    expect(bases("layer=size&merge=size-under2000.2000to4999")).toEqual(["140", "88", "31", "11"]);
    expect(bases("layer=size-2000to4999")).toEqual(["82"]);
  });

  it("have their own numbers, which those of their charts lead to", () => {
    const {chart} = viewOf("?layer=kind&columns=uses_now");
    const table = tableOf("?layer=kind&columns=uses_now");
    const svg = chart({lang: "en", width: 720, document, linkTo: (id) => `#${numberAnchor(id)}`});
    const links = [...svg.querySelectorAll("a")].filter((link) => /\d/.test(textOf(link)));
    expect(links.length).toBeGreaterThan(20);
    for (const link of links) {
      const href = link.getAttribute("href") ?? link.getAttributeNS("http://www.w3.org/1999/xlink", "href") ?? "";
      const cell = table.querySelector(`[id="${href.slice(1)}"] .n`);
      expect(textOf(cell).replace("%", ""), href).toBe(textOf(link).replace("%", "").trim());
    }
  });
});

describe("the rows of a table, as they are taken along", () => {
  it("note how many gave the answer, of how many", () => {
    const [{note, quantity}] = viewOf("?view=table&columns=none").rows;
    expect(note?.en).toBe("n = 82");
    expect(quantity.base.en).toContain("270 that answered");
  });
});
