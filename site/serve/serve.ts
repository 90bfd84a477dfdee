import {existsSync, readFileSync} from "node:fs";
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import compression from "compression";
import serveStatic from "serve-static";

/**
 * Serves the built site on this machine only, text compressed as an ordinary host does it. A request that cannot be
 * answered gets an error, and ends nothing.
 *
 * @param port the port to listen on; 0 for any that is free
 * @returns the address it is served at, and how to stop
 */
export function serve(folder: string, port: number): Promise<{url: string; close: () => void}> {
  const files = serveStatic(folder, {extensions: ["html"]});
  const compress = compression({filter: isWhole});
  const answer = (request: IncomingMessage, response: ServerResponse): void =>
    files(request, response, (error?: HttpError) => {
      // The last 99 bytes of a shorter file are the file; `serve-static` has them out of range.
      if (error?.statusCode !== 416 || !/^bytes=-[1-9]\d*$/.test(request.headers.range ?? ""))
        return refuse(request, response, {folder, error});
      delete request.headers.range;
      response.removeHeader("Content-Range");
      return answer(request, response);
    });
  const server = createServer((request, response) =>
    compress(request as never, response as never, () => answer(request, response)),
  );
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const {port: taken} = server.address() as AddressInfo;
      resolve({url: `http://localhost:${taken}/`, close: () => server.close()});
    });
  });
}

/** An error of what serves the files, with the status and headers that tell of it. */
type HttpError = Error & {statusCode?: number; headers?: Record<string, string>};

/** A range is of the file as it stands, and is not compressed. */
function isWhole(
  request: Parameters<typeof compression.filter>[0],
  response: Parameters<typeof compression.filter>[1],
) {
  return request.headers.range === undefined && compression.filter(request, response);
}

function refuse(
  {method}: IncomingMessage,
  response: ServerResponse,
  {folder, error}: {folder: string; error?: HttpError},
): void {
  if (response.headersSent) return void response.destroy();
  if (method !== "GET" && method !== "HEAD") return void response.writeHead(405, {Allow: "GET, HEAD"}).end();
  if (error) return void response.writeHead(error.statusCode ?? 500, error.headers).end();
  const page = `${folder}/404.html`;
  response.writeHead(404, {"Content-Type": "text/html; charset=utf-8"});
  response.end(existsSync(page) ? readFileSync(page) : "not found");
}
