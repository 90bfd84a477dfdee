import type {Figure} from "../../src/components/figure.js";
import {figures} from "../../src/components/figures.js";
import type {Lang} from "../../src/lib/language/text.js";
import type {PageId} from "../../src/lib/pages.js";

/** The picture of a page or, as `figure-ID`, of a figure, below the site's root. */
export const cardFile = (name: string, lang: Lang, format: "svg" | "png" = "png") => `${lang}/share/${name}.${format}`;

/** The figure that stands for a page: its first. */
export const figureOf = (page: PageId): Figure | undefined => figures.find((figure) => figure.page === page);

/** The feed of what has changed, below the site's root. */
export const feedFile = (lang: Lang) => `${lang}/changelog.xml`;
