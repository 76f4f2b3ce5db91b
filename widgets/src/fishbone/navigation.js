/** Where an arrow key leads on a fish: up and down along a pair of ribs, across to the next pair. */

/** @typedef {import("./layout.js").Layout} Layout */

/**
 * @param {Layout} layout
 * @param {string} problem the head of the fish
 * @param {string} current a factor, or the problem
 * @param {string} key as `KeyboardEvent.key`
 * @returns {string | null | undefined} what it leads to; null at an end; undefined for a key that
 *   leads nowhere
 */
export function arrow(layout, problem, current, key) {
  const all = columns(layout);
  const at = all.findIndex((column) => column.some((one) => one.id === current));
  const column = all[at] ?? [];
  const row = column.findIndex((one) => one.id === current);
  switch (key) {
    case "ArrowUp":
      return column[row - 1]?.id ?? null;
    case "ArrowDown":
      return column[row + 1]?.id ?? null;
    case "ArrowLeft":
      return nearest(all[at + 1], column[row]?.y ?? layout.spine.y);
    case "ArrowRight":
      if (current === problem) return null;
      return at === 0 ? problem : nearest(all[at - 1], column[row].y);
    case "Home":
      return problem;
    case "End":
      return all.at(-1)?.[0]?.id ?? problem;
    default:
      return undefined;
  }
}

/**
 * @param {Layout} layout
 * @returns {{id: string, y: number}[][]} factors in columns from the head, each from top to bottom
 */
export function columns(layout) {
  /** @type {{id: string, y: number}[][]} */
  const found = [];
  for (const { column, twigs } of layout.ribs) {
    found[column] = [
      ...(found[column] ?? []),
      ...twigs.map(({ factor, y }) => ({ id: factor.id, y })),
    ].sort((one, other) => one.y - other.y);
  }
  return found;
}

/**
 * @param {{id: string, y: number}[] | undefined} column
 * @param {number} y
 */
function nearest(column, y) {
  if (!column?.length) return null;
  return column.reduce((best, one) => (Math.abs(one.y - y) < Math.abs(best.y - y) ? one : best)).id;
}
