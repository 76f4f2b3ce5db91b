// Where everything stands: rows within lanes, so that nothing lies on anything else.

import { DIFFER } from "./items.js";
import { place } from "./scale.js";

/** @import { Item, Lane } from "./items.js" */
/** @import { Stretch } from "./scale.js" */

/** @typedef {"words" | "short" | "marks"} Detail how much is written beside a mark */

/**
 * @typedef {object} Laid
 * @property {Detail} detail
 * @property {Map<string, number>} rows  how many units each item stands below its lane's heading
 * @property {Map<string, number>} room  pixels from the left of each item to what comes next to it
 */

/** @typedef {{ lane: Lane, top: number, height: number }} Band */

/** How wide and high a thing is, and how high all lanes together may get before less is written. @type {Record<Detail, { label: number, units: number, most: number }>} */
export const SIZES = {
  words: { label: 196, units: 6, most: 72 },
  short: { label: 92, units: 3, most: 60 },
  marks: { label: 26, units: 2, most: Infinity },
};

export const UNIT = 14;
export const HEADING = 26;
export const OPEN_END = 34;
export const WIDEST = 300;
const SLIM = 2;
const BETWEEN = 8;
const NARROWEST = 24;
const JOINED_WORDS = 340;

/**
 * The rows of all items at a zoom, with as many words as there is room for. It depends on how long
 * the stretch is and not on where it begins, so that nothing jumps while it is moved along.
 * @param {Item[]} items  @param {number} length  milliseconds that are shown  @param {number} width
 * @returns {Laid}
 */
export function layOut(items, length, width) {
  const scale = width / length;
  for (const detail of /** @type {Detail[]} */ (["words", "short"])) {
    const { fits, rows, room } = packed(items, scale, detail, width);
    if (fits) return { detail, rows, room };
  }
  const { rows, room } = packed(items, scale, "marks", width);
  return { detail: "marks", rows, room };
}

/**
 * The items that can be seen in a stretch, and the one that has to be there in any case.
 * @param {Item[]} items  @param {Stretch} shown  @param {number} width  @param {Detail} detail
 * @param {string | null} always  the key of one that is kept
 */
export function visible(items, shown, width, detail, always) {
  const room = Math.max(SIZES[detail].label, WIDEST);
  return items.filter((item) => {
    if (item.key === always) return true;
    const left = place(shown, width, item.start);
    const right = Math.max(place(shown, width, item.end) + OPEN_END, left + room);
    return right > 0 && left - OPEN_END < width;
  });
}

/**
 * The lanes from top to bottom, each as high as what can be seen in it.
 * @param {Lane[]} lanes  @param {Item[]} seen  @param {Laid} laid
 * @returns {{ bands: Band[], height: number }}
 */
export function bandsOf(lanes, seen, laid) {
  let top = 0;
  const bands = lanes.map((lane) => {
    const held = seen.filter((item) => item.lane === lane.key);
    const units = Math.max(1, ...held.map((item) => foot(item, laid.detail, laid.rows)));
    const band = { lane, top, height: HEADING + units * UNIT + 6 };
    top += band.height;
    return band;
  });
  return { bands, height: top };
}

/** @param {Item} item  @param {Detail} detail  @returns {number} how many units high it is */
export function unitsOf(item, detail) {
  return item.kind === "event" ? SIZES[detail].units : SLIM;
}

/** @param {Item} item  @param {Detail} detail  @param {Map<string, number>} rows */
function foot(item, detail, rows) {
  return (rows.get(item.key) ?? 0) + unitsOf(item, detail);
}

/**
 * The rows with so many words; `fits` is false, and they are not whole, where lanes get too high.
 * @param {Item[]} items  @param {number} scale  @param {Detail} detail  @param {number} width
 */
function packed(items, scale, detail, width) {
  /** @type {Map<string, number>} */
  const rows = new Map();
  /** @type {Map<string, number>} */
  const room = new Map(items.map((item) => [item.key, WIDEST]));
  /** @type {Map<string, Slot[]>} */
  const lanes = new Map();
  let total = 0;
  for (const block of blocksOf(items)) {
    const slots = lanes.get(block[0].lane) ?? [];
    lanes.set(block[0].lane, slots);
    const left = Math.min(...block.map((item) => item.start * scale - reach(item, "before")));
    const right = Math.max(...block.map((item) => rightEdge(item, scale, detail, width)));
    const high = block.reduce((units, item) => units + unitsOf(item, detail), 0);
    let row = freeRow(slots, high, left);
    total += Math.max(0, row + high - slots.length);
    if (total > SIZES[detail].most) return { fits: false, rows, room };
    for (const { key, from } of slots.slice(row, row + high)) {
      room.set(key, Math.min(room.get(key) ?? WIDEST, left - from - BETWEEN));
    }
    for (const item of block) {
      rows.set(item.key, row);
      for (let n = unitsOf(item, detail); n > 0; n -= 1, row += 1) {
        slots[row] = { key: item.key, from: item.start * scale, free: right };
      }
    }
  }
  return { fits: true, rows, room };
}

/** @typedef {{ key: string, from: number, free: number }} Slot what stands last in a row, and from where it is free */

/**
 * Accounts that differ stand below one another, under the words that join them.
 * @param {Item[]} items
 * @returns {Item[][]}
 */
function blocksOf(items) {
  return items
    .filter((item) => item.lane !== DIFFER || item.kind === "accounts")
    .map((item) =>
      item.kind === "accounts" ? [item, ...items.filter((one) => one.group === item.key)] : [item],
    );
}

/** @param {Slot[]} slots  @param {number} count  @param {number} left */
function freeRow(slots, count, left) {
  let free = 0;
  for (let row = 0; row < slots.length; row += 1) {
    free = slots[row].free <= left ? free + 1 : 0;
    if (free === count) return row - count + 1;
  }
  return slots.length - free;
}

/** @param {Item} item  @param {number} scale  @param {Detail} detail  @param {number} width */
function rightEdge(item, scale, detail, width) {
  const [start, end] = [item.start * scale, item.end * scale];
  if (item.kind === "gap") return Math.max(end, start + NARROWEST);
  const label = item.accounts && detail !== "marks" ? JOINED_WORDS : SIZES[detail].label;
  return Math.max(end + reach(item, "after"), start + Math.min(label, width)) + BETWEEN;
}

/** @param {Item} item  @param {"before" | "after"} side */
function reach(item, side) {
  return item.event?.when.precision === side ? OPEN_END : 0;
}
