import {gunzipSync} from "node:zlib";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {respondentsColumns} from "../../../../data-loaders/downloads/respondentsColumns.js";
import {countable} from "../../../../data-loaders/survey/explorer/countable.js";
import {exampleSurvey} from "../../../../test/support/exampleSurvey.js";
import {countColumns} from "./columnCounter.js";
import {packTally, type TallyColumn} from "./tally.js";

const open = {...exampleSurvey, settings: {access: "open", rank: "estimated", received: null, note: null}} as const;
const found = countable(open);
const files = respondentsColumns(open, found);
const lists = [
  ["county", "size", "uses", "channels_facebook"],
  ["county", "size", "uses", "channels_blog"],
];
const placed = lists.map((names) => names.map((name) => ({name, file: name})));
const counted = lists.map((names) =>
  packTally(
    names.map((name) => found.columns.get(name) as TallyColumn),
    found.count,
  ),
);

/** Files at an address, with what else a server may do to them; the names of those that were asked for. */
function serveFiles(folder: string, change: (bytes: Uint8Array) => Uint8Array | null = (bytes) => bytes): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: string) => {
    const name = address.slice(folder.length + 1).replace(".arrow.gz", "");
    asked.push(name);
    const bytes = change(files.get(name) as Uint8Array);
    return bytes ? new Response(bytes as Uint8Array<ArrayBuffer>) : new Response(null, {status: 404});
  });
  return asked;
}

describe("countColumns", () => {
  beforeEach(() => void vi.unstubAllGlobals());
  afterEach(() => void vi.unstubAllGlobals());

  it("counts as the build does, and fetches each column once", async () => {
    const asked = serveFiles("/once");
    expect(await countColumns("/once", placed)).toEqual(counted);
    expect(await countColumns("/once", placed.slice(1))).toEqual(counted.slice(1));
    expect(asked.sort()).toEqual([...new Set(lists.flat())].sort());
  });

  it("counts options that are in a file together as those by themselves", async () => {
    const asked = serveFiles("/together");
    const together = placed.map((list) =>
      list.map((each) => (/^channels/.test(each.name) ? {...each, file: "channels.1"} : each)),
    );
    expect(await countColumns("/together", together)).toEqual(counted);
    expect(asked.sort()).toEqual(["channels.1", "county", "size", "uses"]);
    const wrong = [[{name: "uses", file: "channels.1"}]];
    await expect(countColumns("/together", wrong)).rejects.toThrow("not a file of the column uses: channels.1");
  });

  it("reads what a server has unpacked", async () => {
    serveFiles("/unpacked", (bytes) => new Uint8Array(gunzipSync(bytes)));
    expect(await countColumns("/unpacked", placed)).toEqual(counted);
  });

  it("says which column is not there, and asks for it again", async () => {
    serveFiles("/gone", () => null);
    await expect(countColumns("/gone", placed)).rejects.toThrow("no such data: /gone/county.arrow.gz");
    serveFiles("/gone");
    expect(await countColumns("/gone", placed)).toEqual(counted);
  });
});
