// Which thing the arrow keys lead to.

/** @import { Item, Lane } from "./items.js" */
/** @import { Shift } from "./when.js" */

/**
 * The item before or after another in time, or null at the end.
 * @param {Item[]} items  in order of time  @param {string | null} from  @param {1 | -1} by
 */
export function along(items, from, by) {
  const at = items.findIndex((item) => item.key === from);
  if (at < 0) return items[0] ?? null;
  return items[at + by] ?? null;
}

/**
 * The item nearest in time in the lane above or below that holds one, or null.
 * @param {Item[]} items  @param {Lane[]} lanes  @param {string | null} from  @param {1 | -1} by
 */
export function across(items, lanes, from, by) {
  const here = items.find((item) => item.key === from);
  if (!here) return items[0] ?? null;
  const start = lanes.findIndex((lane) => lane.key === here.lane);
  for (let n = start + by; n >= 0 && n < lanes.length; n += by) {
    const found = nearest(
      items.filter((item) => item.lane === lanes[n].key),
      middle(here),
    );
    if (found) return found;
  }
  return null;
}

/**
 * The item whose middle is nearest to a moment, or null.
 * @param {Item[]} items  @param {number} moment
 */
export function nearest(items, moment) {
  /** @type {Item | null} */
  let best = null;
  for (const item of items) {
    if (!best || Math.abs(middle(item) - moment) < Math.abs(middle(best) - moment)) best = item;
  }
  return best;
}

/**
 * How far a key moves something: 5 minutes, with Shift 15, with Control 60, with Alt one; Page Up
 * and Page Down a day. What is known to the day moves by days with each of them.
 * @param {{ key: string, shiftKey: boolean, ctrlKey: boolean, metaKey: boolean, altKey: boolean }} event
 * @param {boolean} byDays
 * @returns {Shift | null} null where the key moves nothing
 */
export function stepOf(event, byDays) {
  const direction = { ArrowLeft: -1, ArrowRight: 1, PageUp: -1, PageDown: 1 }[event.key];
  if (!direction) return null;
  if (byDays || event.key.startsWith("Page")) return { days: direction, minutes: 0 };
  if (event.ctrlKey || event.metaKey) return { days: 0, minutes: direction * 60 };
  if (event.shiftKey) return { days: 0, minutes: direction * 15 };
  return { days: 0, minutes: direction * (event.altKey ? 1 : 5) };
}

/** @param {Item} item */
function middle(item) {
  return (item.start + item.end) / 2;
}
