import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {request as send} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {serve} from "./serve.js";

let folder: string;
let server: Awaited<ReturnType<typeof serve>>;
const page = `<p>${"a page ".repeat(400)}</p>`;
const bytes = Buffer.from("0123456789");

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "site-"));
  mkdirSync(join(folder, "nb"));
  writeFileSync(join(folder, "nb/index.html"), page);
  writeFileSync(join(folder, "nb/adoption.html"), page);
  writeFileSync(join(folder, "404.html"), "no such page");
  writeFileSync(join(folder, "data.arrow"), bytes);
  server = await serve(folder, 0);
});
afterAll(() => {
  server.close();
  rmSync(folder, {recursive: true});
});

interface Answer {
  status: number | undefined;
  headers: Record<string, unknown>;
  body: Buffer;
}

/** Asks as no browser would, and gets the answer as it is sent. */
function ask(
  path: string,
  {
    method = "GET",
    headers = {},
    host = "127.0.0.1",
  }: {method?: string; headers?: Record<string, string>; host?: string} = {},
) {
  return new Promise<Answer>((resolve, reject) => {
    const {port} = new URL(server.url);
    send({host, port, path, method, headers}, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks)}),
      );
    })
      .on("error", reject)
      .end();
  });
}

describe("the server of a built site", () => {
  it("answers on this machine’s own address alone, so that nobody else on its network reads along", async () => {
    await expect(ask("/nb/", {host: "127.0.0.2"})).rejects.toThrow();
  });

  it.each(["/nb/", "/nb/adoption", "/nb/adoption.html", "/nb/adoption.html?size=under2000"])(
    "answers %s",
    async (path) => {
      const {status, body} = await ask(path);
      expect(status).toBe(200);
      expect(body.toString()).toBe(page);
    },
  );

  it("leads from a folder without a slash to one with it", async () => {
    const {status, headers} = await ask("/nb");
    expect(status).toBe(301);
    expect(headers.location).toBe("/nb/");
  });

  it.each([
    ["bytes=2-4", 206, "234", "bytes 2-4/10"],
    ["bytes=-3", 206, "789", "bytes 7-9/10"],
    ["bytes=-10", 206, "0123456789", "bytes 0-9/10"],
    ["bytes=-99", 200, "0123456789", undefined],
    ["bytes=8-", 206, "89", "bytes 8-9/10"],
    ["bytes=10-", 416, "", "bytes */10"],
    ["bytes=5-2", 416, "", "bytes */10"],
    ["lines=1-2", 200, "0123456789", undefined],
    ["bytes=a-b", 416, "", "bytes */10"],
  ])("answers the range %s with %i", async (range, status, body, told) => {
    const answer = await ask("/data.arrow", {headers: {Range: range, "Accept-Encoding": "gzip"}});
    expect(answer.status).toBe(status);
    expect(answer.body.toString()).toBe(body);
    expect(answer.headers["content-range"]).toBe(told);
  });

  it("does not compress a part of a page", async () => {
    const {status, headers, body} = await ask("/nb/", {headers: {Range: "bytes=0-1999", "Accept-Encoding": "gzip"}});
    expect([status, headers["content-encoding"], body.toString()]).toEqual([206, undefined, page.slice(0, 2000)]);
  });

  it.each([
    ["gzip", "gzip"],
    ["gzip;q=0", undefined],
    ["identity", undefined],
  ])("compresses for who accepts it, and says that it depends on that: %s", async (accepted, encoding) => {
    const {headers, body} = await ask("/nb/", {headers: {"Accept-Encoding": accepted}});
    expect(headers["content-encoding"]).toBe(encoding);
    expect(headers.vary).toContain("Accept-Encoding");
    expect((encoding ? gunzipSync(body) : body).toString()).toBe(page);
  });

  it.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])("refuses %s, and says what it takes", async (method) => {
    const {status, headers} = await ask("/nb/", {method});
    expect(status).toBe(405);
    expect(headers.allow).toBe("GET, HEAD");
  });

  it("answers HEAD without a body", async () => {
    const {status, body} = await ask("/nb/", {method: "HEAD"});
    expect([status, body.length]).toEqual([200, 0]);
  });

  it.each(["/nowhere", "/%", "/%00", "/..%2f..%2fetc/passwd", "/nb/%E0%A4%A", "//nb//x", "/.git/config"])(
    "has no page for %s, and goes on",
    async (path) => {
      const {status} = await ask(path);
      expect([400, 403, 404]).toContain(status);
      expect((await ask("/nb/")).status).toBe(200);
    },
  );

  it("goes on when a file is gone, even the page that says so", async () => {
    writeFileSync(join(folder, "gone.html"), page);
    expect((await ask("/gone.html")).status).toBe(200);
    rmSync(join(folder, "gone.html"));
    expect((await ask("/gone.html")).status).toBe(404);
    rmSync(join(folder, "404.html"));
    expect((await ask("/gone.html")).status).toBe(404);
    expect((await ask("/nb/")).status).toBe(200);
  });
});
