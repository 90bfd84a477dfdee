import type {Page} from "playwright-core";

/** How slow a network and a processor are made. */
export interface Slowness {
  /** Milliseconds added to each round trip. */
  latency: number;
  /** Bits per second, down and up. */
  download: number;
  upload: number;
  /** How many times slower the processor is. */
  processor: number;
}

/** A phone on a slow 4G network, as Lighthouse understands it. */
export const slowPhone: Slowness = {latency: 150, download: 1.6e6, upload: 750e3, processor: 4};

/** Slows a page down, for all it does from here on. */
export async function throttle(page: Page, {latency, download, upload, processor}: Slowness): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: download / 8,
    uploadThroughput: upload / 8,
  });
  await session.send("Emulation.setCPUThrottlingRate", {rate: processor});
}
