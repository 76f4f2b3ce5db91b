// The interval in which something happened, as workbench/domain/when.py has it, and its words.

import { clock, dayShort, HOUR, midnight, momentWords } from "./london.js";

/**
 * @typedef {object} When
 * @property {number | null} earliest
 * @property {number | null} latest
 * @property {"minute" | "hour" | "day" | "between" | "before" | "after"} precision
 * @property {string | null} recorded
 */

/** @param {Record<string, any>} data  @returns {When} */
export function readWhen(data) {
  return {
    earliest: data.earliest ? Date.parse(data.earliest) : null,
    latest: data.latest ? Date.parse(data.latest) : null,
    precision: data.precision ?? "minute",
    recorded: data.recorded_at ?? null,
  };
}

/** @param {When} when  @returns {number} */
export function startOf(when) {
  return when.earliest ?? when.latest ?? 0;
}

/** @param {When} when  @returns {number} */
export function endOf(when) {
  return when.latest ?? when.earliest ?? 0;
}

/** @param {When} when  @returns {string} the time as an English reader writes it */
export function written(when) {
  switch (when.precision) {
    case "before":
      return `before ${momentWords(endOf(when))}`;
    case "after":
      return `after ${momentWords(startOf(when))}`;
    case "day": {
      const [first, last] = [dayShort(startOf(when)), dayShort(endOf(when))];
      return first === last ? first : `${first} – ${last}`;
    }
    case "hour":
      return `about ${interval(when)}`;
    case "between":
      return `between ${interval(when)}`;
    default:
      return minute(when);
  }
}

/** @param {When} when */
export function cameTwice(when) {
  if (when.precision !== "minute" || when.earliest === null || when.latest === null) return false;
  return when.latest - when.earliest === HOUR && clock(when.earliest) === clock(when.latest);
}

/** @param {When} when */
function minute(when) {
  if (startOf(when) === endOf(when)) return momentWords(startOf(when));
  if (cameTwice(when)) {
    return `${momentWords(startOf(when))} (the clocks went back: this hour came twice)`;
  }
  return interval(when);
}

/** @param {When} when */
function interval(when) {
  const [low, high] = [startOf(when), endOf(when)];
  if (midnight(low) === midnight(high)) return `${momentWords(low)}–${clock(high)}`;
  return `${momentWords(low)} – ${momentWords(high)}`;
}
