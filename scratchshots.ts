import {mkdirSync, readdirSync} from "node:fs";
import {chromium} from "playwright-core";
import {serve} from "./site/serve/serve.js";
const sites = {noise: "/tmp/h4sites/noise/dist", waves: "/tmp/h4sites/waves-open", wavesp: "/tmp/h4sites/waves/dist"};
const browser = await chromium.launch({executablePath: "/usr/bin/chromium-headless-shell", args: ["--no-sandbox", "--disable-gpu"]});
for (const [name, folder] of Object.entries(sites)) {
  const server = await serve(folder, 0);
  const pages = ["nb", "en"].flatMap((lang) => readdirSync(`${folder}/${lang}`).filter((f) => f.endsWith(".html")).map((f) => `${lang}/${f}`));
  for (const [key, options] of Object.entries({
    wide: {viewport: {width: 1280, height: 800}},
    phoneDark: {viewport: {width: 390, height: 844}, colorScheme: "dark"},
    wideDark: {viewport: {width: 1280, height: 800}, colorScheme: "dark"},
    phone: {viewport: {width: 390, height: 844}},
    noJs: {viewport: {width: 1280, height: 800}, javaScriptEnabled: false},
    noJsPhone: {viewport: {width: 390, height: 844}, javaScriptEnabled: false},
  } as const)) {
    const context = await browser.newContext(options as any);
    mkdirSync(`/tmp/h4shots/${name}/${key}`, {recursive: true});
    for (const path of pages) {
      const page = await context.newPage();
      page.on("pageerror", (e) => console.log("ERROR", name, key, path, e.message));
      page.on("console", (m) => m.type() === "error" && console.log("CONSOLE", name, key, path, m.text()));
      await page.goto(`${server.url}${path}`, {waitUntil: "load"});
      if (key === "noJs" || key === "noJsPhone") await page.waitForTimeout(50); else await page.waitForTimeout(500);
      const width = await page.evaluate(() => document.documentElement.scrollWidth).catch(() => 0);
      if (width > options.viewport.width) console.log("WIDE", name, key, path, width);
      await page.screenshot({path: `/tmp/h4shots/${name}/${key}/${path.replace("/", "-").replace(".html", "")}.png`, fullPage: true});
      await page.close();
    }
    await context.close();
  }
  server.close();
}
await browser.close();
