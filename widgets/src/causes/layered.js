/**
 * A layout without Graphviz, for where WebAssembly cannot load: causes in layers below their
 * effects, each layer ordered by the middle of what it leads to.
 */

import { roomOf } from "./layout.js";

/** @typedef {import("./layout.js").Request} Request */
/** @typedef {import("./layout.js").Layout} Layout */
/** @typedef {import("./layout.js").Point} Point */

const BETWEEN = 18;
const STEPS = 56;
const SWEEPS = 4;

/**
 * @param {Request} request
 * @returns {Layout} effects above their causes, whatever direction was asked for
 */
export function layered({ boxes, links, close }) {
  const size = new Map(boxes.map((box) => [box.id, roomOf(box, "BT")]));
  const layers = ordered(
    inLayers(
      boxes.map((box) => box.id),
      links,
    ),
    links,
  );
  const widths = layers.map((layer) =>
    layer.reduce((sum, id) => sum + width(size, id) + BETWEEN, -BETWEEN),
  );
  const whole = Math.max(0, ...widths);
  /** @type {Record<string, Point>} */
  const centres = {};
  let top = 0;
  layers.forEach((layer, n) => {
    const tallest = Math.max(...layer.map((id) => size.get(id)?.height ?? 0));
    let left = (whole - widths[n]) / 2;
    for (const id of layer) {
      centres[id] = [left + width(size, id) / 2, top + tallest / 2];
      left += width(size, id) + BETWEEN;
    }
    top += tallest + STEPS;
  });
  return {
    direction: "BT",
    ranks: 1,
    close,
    width: whole,
    height: Math.max(0, top - STEPS),
    centres,
    curves: Object.fromEntries(links.map((link) => [link.id, curve(centres, size, link)])),
  };
}

/**
 * Each cause one layer below the lowest of its effects. A link that would close a circle counts
 * for nothing here.
 *
 * @param {string[]} ids
 * @param {{cause: string, effect: string}[]} links
 */
function inLayers(ids, links) {
  /** @type {Map<string, string[]>} */
  const effects = new Map(ids.map((id) => [id, []]));
  for (const { cause, effect } of links) effects.get(cause)?.push(effect);
  /** @type {Map<string, number>} */
  const depth = new Map();
  const open = new Set();
  /** @param {string} id @returns {number} */
  const depthOf = (id) => {
    const known = depth.get(id);
    if (known !== undefined) return known;
    if (open.has(id)) return -1;
    open.add(id);
    const found = 1 + Math.max(-1, ...(effects.get(id) ?? []).map(depthOf));
    open.delete(id);
    depth.set(id, found);
    return found;
  };
  /** @type {string[][]} */
  const layers = [];
  for (const id of ids) (layers[depthOf(id)] ??= []).push(id);
  return layers.map((layer) => layer ?? []).filter((layer) => layer.length);
}

/**
 * @param {string[][]} layers
 * @param {{cause: string, effect: string}[]} links
 */
function ordered(layers, links) {
  const sorted = layers.map((layer) => [...layer]);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const place = new Map(
      sorted.flatMap((layer) => layer.map((id, n) => [id, (n + 0.5) / layer.length])),
    );
    for (const layer of sorted) {
      const middle = new Map(layer.map((id) => [id, middleOf(id, links, place)]));
      layer.sort((one, other) => (middle.get(one) ?? 0) - (middle.get(other) ?? 0));
    }
  }
  return sorted;
}

/**
 * @param {string} id
 * @param {{cause: string, effect: string}[]} links
 * @param {Map<any, any>} place
 */
function middleOf(id, links, place) {
  const found = links.flatMap(({ cause, effect }) =>
    cause === id ? [place.get(effect)] : effect === id ? [place.get(cause)] : [],
  );
  return found.length ? found.reduce((sum, at) => sum + at, 0) / found.length : place.get(id);
}

/**
 * @param {Record<string, Point>} centres
 * @param {Map<string, {height: number}>} size
 * @param {{cause: string, effect: string}} link
 */
function curve(centres, size, { cause, effect }) {
  const [x, y] = centres[cause];
  const [toX, toY] = centres[effect];
  /** @type {Point} */
  const start = [x, y - (size.get(cause)?.height ?? 0) / 2];
  /** @type {Point} */
  const tip = [toX, toY + (size.get(effect)?.height ?? 0) / 2];
  /** @type {Point} */
  const end = [tip[0], tip[1] + 7];
  const bend = Math.max(STEPS / 2, Math.abs(start[1] - end[1]) / 2);
  return {
    points: /** @type {Point[]} */ ([start, [x, start[1] - bend], [end[0], end[1] + bend], end]),
    tip,
  };
}

/**
 * @param {Map<string, {width: number}>} size
 * @param {string} id
 */
function width(size, id) {
  return size.get(id)?.width ?? 0;
}
