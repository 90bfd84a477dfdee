/*
 * In a page that shows figures of this site in frames: gives each frame the height that its figure asks for.
 *
 * A figure tells its height, in CSS pixels, by the message `{type: "embed-height", height: 512}`: at first, whenever it
 * changes, and in answer to `{type: "embed-height"}`.
 */
const {origin: site} = new URL((document.currentScript as HTMLScriptElement).src);

addEventListener("message", ({origin, source, data}) => {
  if (origin !== site || data?.type !== "embed-height" || !(data.height > 0)) return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source) frame.style.height = `${data.height}px`;
});

for (const {contentWindow} of document.querySelectorAll("iframe"))
  contentWindow?.postMessage({type: "embed-height"}, "*");

export {};
