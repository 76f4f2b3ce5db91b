// The stretch of time that is shown, and where a moment lies in it.

import { DAY, HOUR, MINUTE } from "../core/london.js";

/** @typedef {{ from: number, to: number }} Stretch */

export const SHORTEST = 20 * MINUTE;

const HOUR_STEPS = [5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR];
const SNAPS = [1, 5, 15, 60, 24 * 60];
const CLOSEST = 58;
const MARGIN = 40;
const LAST_WORDS = 200;

/**
 * The stretch that shows everything, with room for the words of whatever comes last.
 * @param {Stretch} whole  @param {number} width
 * @returns {Stretch}
 */
export function fit(whole, width) {
  const after = Math.min(LAST_WORDS, width / 3);
  const perPixel = Math.max(lengthOf(whole), SHORTEST) / (width - MARGIN - after);
  return { from: whole.from - MARGIN * perPixel, to: whole.to + after * perPixel };
}

/**
 * The stretch made `factor` times as long, with the moment `around` where it was.
 * @param {Stretch} shown  @param {number} factor  @param {number} around  @param {Stretch} all
 * @returns {Stretch}
 */
export function zoomed(shown, factor, around, all) {
  const length = lengthOf(shown);
  const wanted = Math.min(Math.max(length * factor, SHORTEST), lengthOf(all));
  const share = (around - shown.from) / length;
  return within({ from: around - wanted * share, to: around + wanted * (1 - share) }, all);
}

/**
 * The stretch moved by a share of its own length.
 * @param {Stretch} shown  @param {number} share  @param {Stretch} all
 */
export function panned(shown, share, all) {
  const by = lengthOf(shown) * share;
  return within({ from: shown.from + by, to: shown.to + by }, all);
}

/**
 * The stretch moved just so far that a moment, or the start of an interval, can be seen.
 * @param {Stretch} shown  @param {number} start  @param {number} end  @param {Stretch} all
 */
export function revealing(shown, start, end, all) {
  const length = lengthOf(shown);
  const margin = length * 0.12;
  if (start >= shown.from && start <= shown.to - margin / 2) return shown;
  if (start < shown.from && end > shown.from + margin && end - start > length) return shown;
  const from = start < shown.from ? start - margin : start - length + margin * 2;
  return within({ from, to: from + length }, all);
}

/**
 * Two moments with some room around them.
 * @param {number} one  @param {number} other  @param {Stretch} all
 */
export function around(one, other, all) {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  const room = Math.max((to - from) * 0.1, SHORTEST / 2);
  return within({ from: from - room, to: to + room * 1.5 }, all);
}

/**
 * Where a moment lies, in pixels from the left.
 * @param {Stretch} shown  @param {number} width  @param {number} moment
 */
export function place(shown, width, moment) {
  return ((moment - shown.from) / lengthOf(shown)) * width;
}

/**
 * Which moment lies at a place.
 * @param {Stretch} shown  @param {number} width  @param {number} x
 */
export function momentAt(shown, width, x) {
  return shown.from + (x / width) * lengthOf(shown);
}

/**
 * How far apart ticks of the clock may stand, or null where only days have room.
 * @param {Stretch} shown  @param {number} width
 */
export function clockStep(shown, width) {
  const perPixel = lengthOf(shown) / width;
  return HOUR_STEPS.find((step) => step / perPixel >= CLOSEST) ?? null;
}

/**
 * Every how many days a day has room for its name.
 * @param {Stretch} shown  @param {number} width
 */
export function dayStep(shown, width) {
  const perDay = (DAY / lengthOf(shown)) * width;
  return [1, 2, 7, 14, 28, 91].find((days) => perDay * days >= 84) ?? 364;
}

/**
 * The minutes to which something dragged keeps, so that a step can be aimed at.
 * @param {Stretch} shown  @param {number} width
 */
export function snap(shown, width) {
  const perMinute = (MINUTE / lengthOf(shown)) * width;
  return SNAPS.find((minutes) => minutes * perMinute >= 4) ?? 24 * 60;
}

/** @param {Stretch} shown */
export function lengthOf(shown) {
  return shown.to - shown.from;
}

/** @param {Stretch} wanted  @param {Stretch} all  @returns {Stretch} */
function within(wanted, all) {
  const length = Math.min(lengthOf(wanted), lengthOf(all));
  const from = Math.min(Math.max(wanted.from, all.from), all.to - length);
  return { from, to: from + length };
}
