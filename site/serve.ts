import {readFileSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import compression from "@polka/compression";
import sirv from "sirv";

/**
 * Serves the built site on this machine only, text compressed as an ordinary host does it.
 *
 * @param port the port to listen on; 0 for any that is free
 * @returns the address it is served at, and how to stop
 */
export function serve(folder: string, port: number): Promise<{url: string; close: () => void}> {
  const files = sirv(folder, {extensions: ["html"], etag: true});
  const compress = compression();
  const server = createServer((request, response) =>
    compress(request, response, () =>
      files(request, response, () => {
        response.statusCode = 404;
        response.setHeader("Content-Type", "text/html; charset=utf-8");
        response.end(readFileSync(`${folder}/404.html`));
      }),
    ),
  );
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const {port: taken} = server.address() as AddressInfo;
      resolve({url: `http://localhost:${taken}/`, close: () => server.close()});
    });
  });
}
