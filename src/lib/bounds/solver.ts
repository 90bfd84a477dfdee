import type {solve} from "yalps";

/**
 * What solves a linear program. It is handed in with the facts, so that a page of which nobody asks anything does not
 * load one; Node takes it from the package.
 */
export type Solve = typeof solve;
