/** Where an arrow key leads: along the links towards effects and causes, or along a row. */

/** @typedef {import("./graph.js").Graph} Graph */
/** @typedef {import("./layout.js").Layout} Layout */
/** @typedef {"effect" | "cause" | "before" | "after"} Way */

/** @type {Record<"BT" | "LR", Record<string, Way>>} */
const WAYS = {
  BT: { ArrowUp: "effect", ArrowDown: "cause", ArrowLeft: "before", ArrowRight: "after" },
  LR: { ArrowRight: "effect", ArrowLeft: "cause", ArrowUp: "before", ArrowDown: "after" },
};

/**
 * @param {Graph} graph
 * @param {Layout} layout
 * @param {string} current
 * @param {string} key as `KeyboardEvent.key`
 * @returns {string | null | undefined} the cause it leads to; null at an end; undefined for
 *   a key that leads nowhere
 */
export function arrow(graph, layout, current, key) {
  const way = WAYS[layout.direction][key];
  if (way)
    return way === "effect" || way === "cause"
      ? linked(graph, layout, current, way)
      : besides(layout, current, way === "before" ? -1 : 1);
  const order = graph.causes.map((cause) => cause.id);
  const at = order.indexOf(current);
  switch (key) {
    case "Home":
      return order[0];
    case "End":
      return order.at(-1);
    case "PageUp":
      return order[at - 1] ?? null;
    case "PageDown":
      return order[at + 1] ?? null;
    default:
      return undefined;
  }
}

/**
 * @param {Layout} layout
 * @returns {string[][]} causes in rows, from the effects down; each row in the order of the eye
 */
export function rows(layout) {
  /** @type {Map<number, string[]>} */
  const found = new Map();
  for (const id of Object.keys(layout.centres)) {
    const at = Math.round(along(layout, id));
    found.set(at, [...(found.get(at) ?? []), id]);
  }
  return [...found]
    .sort(([one], [other]) => one - other)
    .map(([, ids]) => ids.sort((one, other) => across(layout, one) - across(layout, other)));
}

/**
 * The same from a link as well: towards its effect, towards its cause, or on to the next link.
 *
 * @param {Graph} graph
 * @param {Layout} layout
 * @param {string} current a cause or a link
 * @param {string} key
 * @returns {string | null | undefined}
 */
export function nextFrom(graph, layout, current, key) {
  const link = graph.link.get(current);
  if (!link) return arrow(graph, layout, current, key);
  const way = WAYS[layout.direction][key];
  if (way === "effect" || key === "Escape") return link.effect;
  if (way === "cause") return link.cause;
  return way && nextLink(graph, current);
}

/**
 * From a cause to the first of its links, from a link to the next that leads to the same effect.
 *
 * @param {Graph} graph
 * @param {string | null} current
 * @returns {string | null}
 */
export function nextLink(graph, current) {
  const link = graph.link.get(current ?? "");
  const into = graph.into.get(link?.effect ?? current ?? "") ?? [];
  const around = link ? into : [...into, ...(graph.from.get(current ?? "") ?? [])];
  const at = around.findIndex((one) => one.id === current);
  return around[(at + 1) % around.length]?.id ?? null;
}

/**
 * @param {Graph} graph
 * @param {string} id of what is about to go
 * @returns {string | null} where one is then: at what it led to, or else at another cause
 */
export function nextTo(graph, id) {
  const link = graph.link.get(id);
  if (link) return link.effect;
  return graph.from.get(id)?.[0]?.effect ?? graph.causes.find((one) => one.id !== id)?.id ?? null;
}

/**
 * The nearest neighbour along a link, or where there is none the nearest box of the next row, so
 * that a cause that leads nowhere yet is reached too.
 *
 * @param {Graph} graph
 * @param {Layout} layout
 * @param {string} current
 * @param {"effect" | "cause"} way
 */
function linked(graph, layout, current, way) {
  const links = (way === "effect" ? graph.from : graph.into).get(current) ?? [];
  const neighbours = links.map((link) => link[way]).filter((id) => layout.centres[id]);
  if (neighbours.length) return nearest(layout, current, neighbours);
  const all = rows(layout);
  const at = all.findIndex((row) => row.includes(current));
  return nearest(layout, current, all[at + (way === "effect" ? -1 : 1)] ?? []);
}

/**
 * @param {Layout} layout
 * @param {string} current
 * @param {number} step
 */
function besides(layout, current, step) {
  const row = rows(layout).find((ids) => ids.includes(current)) ?? [];
  return row[row.indexOf(current) + step] ?? null;
}

/**
 * @param {Layout} layout
 * @param {string} current
 * @param {string[]} among
 */
function nearest(layout, current, among) {
  const far = (/** @type {string} */ id) => Math.abs(across(layout, id) - across(layout, current));
  return among.reduce(
    (/** @type {string | null} */ best, id) => (best === null || far(id) < far(best) ? id : best),
    null,
  );
}

/**
 * Distance from the side on which effects stand.
 *
 * @param {Layout} layout
 * @param {string} id
 */
function along(layout, id) {
  const [x, y] = layout.centres[id];
  return layout.direction === "BT" ? y : -x;
}

/**
 * @param {Layout} layout
 * @param {string} id
 */
function across(layout, id) {
  const [x, y] = layout.centres[id];
  return layout.direction === "BT" ? x : y;
}
