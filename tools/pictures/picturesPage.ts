import {type Markup, markup, trusted} from "../../src/lib/markup.js";
import {kindOf, type PictureChange} from "./pictureChanges.js";

const style = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 100rem; padding: 1.5rem; background: #f4f5f4; color: #16211f; font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; }
h2 { margin: 0 0 .75rem; font-size: 1.1rem; }
h2 small { padding: .1rem .5rem; border-radius: 1rem; background: #e3e7e6; font-weight: normal; }
section { margin: 1.5rem 0; padding: 1rem; background: #fff; border: 1px solid #d4dad8; border-radius: .5rem; }
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem; align-items: start; }
figure { margin: 0; }
figcaption { margin-bottom: .25rem; color: #55615e; }
img { display: block; width: 100%; border: 1px solid #d4dad8; }
.difference { display: grid; isolation: isolate; background: #fff; }
.difference img { grid-area: 1 / 1; }
.difference img + img { mix-blend-mode: difference; }
`;

/**
 * A page that stands alone and shows the old and the new of every picture that changed, side by side. Where both are
 * there, a third picture is black but for what differs.
 */
export function picturesPage(changes: readonly PictureChange[]): string {
  const title = `${changes.length} ${changes.length === 1 ? "picture" : "pictures"} to look at`;
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<h1>${title}</h1>
<p>Is every change meant? Then run <code>npm run accept-pictures -- --yes</code>.</p>
${changes.map(section)}
</body>
</html>
`.html;
}

function section(change: PictureChange): Markup {
  const {name, before, after} = change;
  return markup`<section id="${name}">
<h2>${name} <small>${kindOf(change)}</small></h2>
<div class="pictures">
${before !== null && picture(`Old: ${name}`, image(before))}
${after !== null && picture(`New: ${name}`, image(after))}
${before !== null && after !== null && picture("What differs", markup`<div class="difference">${image(before)}${image(after)}</div>`)}
</div>
</section>
`;
}

function picture(caption: string, drawing: Markup): Markup {
  return markup`<figure><figcaption>${caption}</figcaption>${drawing}</figure>`;
}

/** As an image, so that the styles and ids of one picture cannot change another. */
function image(svg: string): Markup {
  return markup`<img alt="" src="data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}">`;
}
