import {expect, it} from "vitest";
import type {libraries} from "../../test/support/cleaning/givenTable.js";
import {refuseEmptyPages} from "./refuseEmptyPages.js";

const theme = (id: string) => ({id, name: {nb: id, en: id}});
const explored = {pages: [{page: "use", questions: ["visits"]}], filters: []} as unknown as typeof libraries.explored;

it("refuses pages that no question is named for, and says where to name them", () => {
  expect(() => refuseEmptyPages({explored}, {themes: [theme("use")]})).not.toThrow();
  expect(() => refuseEmptyPages({explored}, {themes: [theme("use"), theme("trust")]})).toThrow(
    'a page without questions: name some in codebook.json, under "explored", "pages", as {"page": "trust", "questions": ["…"]}, or take it out of "themes": ["trust"] (settings.json, column themes)',
  );
});
