import type {MarkOptions} from "@observablehq/plot";

/** Something drawn that chooses something when it is pressed. */
export interface ClickableMark {
  /** As `key=code`; nothing for what chooses nothing. */
  choose?: string;
}

/** Has a mark write on each of its elements what it chooses: a script listens for it, and a key reaches its link. */
export function clickableMark(data: readonly ClickableMark[]): Pick<MarkOptions, "render"> {
  return {
    render(index, scales, values, dimensions, context, next) {
      const group = next?.(index, scales, values, dimensions, context) ?? null;
      for (const [at, element] of [...(group?.children ?? [])].entries()) {
        const choose = data[index[at]]?.choose;
        if (choose) element.setAttribute("data-choose", choose);
      }
      return group;
    },
  };
}
