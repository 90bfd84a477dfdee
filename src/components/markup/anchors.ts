/** Anchor of a figure. */
export const figureAnchor = (figureId: string) => `figure-${figureId}`;

/** Anchor of the note on a number, the same in both languages. */
export const numberAnchor = (quantityId: string) => `n-${quantityId}`;
