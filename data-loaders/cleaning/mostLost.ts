/** More than this share of a question's answers are not lost without its owner saying so. */
export const mostLost = 0.05;
