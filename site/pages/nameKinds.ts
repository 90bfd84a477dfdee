/** The kinds of name that a page can use: what `npm run list` is asked for. */
export const nameKinds = ["numbers", "figures", "questions", "blocks", "pages"] as const;
export type NameKind = (typeof nameKinds)[number];
