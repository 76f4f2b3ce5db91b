// Dates and times as a form asks for them. A `when` is sent as the words the kernel reads, so that
// the night on which clocks change is judged in one place.

import { HOUR, momentWords, offsetAt } from "./london.js";

/** @import { Data } from "./types" */

/** @typedef {"at" | "about" | "day" | "between" | "before" | "after"} Sureness */
/** @typedef {{ sure: Sureness, from: Reading, to: Reading }} WhenParts */
/** @typedef {{ date: string, time: string }} Reading */

export const NOTHING = Object.freeze({ date: "", time: "" });

const TYPED = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))?$/;

/**
 * What clocks in England show at a moment, given with its zone or as it was typed.
 * @param {string | null | undefined} text
 * @returns {Reading}
 */
export function readingOf(text) {
  const typed = TYPED.exec(text ?? "");
  if (typed) return { date: typed[1], time: typed[2] ?? "" };
  const moment = Date.parse(text ?? "");
  if (Number.isNaN(moment)) return { ...NOTHING };
  const local = new Date(moment + offsetAt(moment)).toISOString();
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

/** A reading as the kernel takes it: it judges the nights on which clocks change. @param {Reading} reading */
export function typedOf({ date, time }) {
  return date && time ? `${date} ${time}` : date;
}

/** @param {Data | string | undefined} when  @returns {WhenParts} */
export function partsOf(when) {
  const held = typeof when === "object" && when ? when : {};
  const low = held.earliest ? Date.parse(held.earliest) : null;
  const high = held.latest ? Date.parse(held.latest) : null;
  const from = readingOf(held.earliest);
  const to = readingOf(held.latest);
  const parts = (/** @type {Sureness} */ sure, first = from, last = to) => ({
    sure,
    from: first,
    to: last,
  });
  switch (held.precision) {
    case "before":
      return parts("before", to, { ...NOTHING });
    case "after":
      return parts("after", from, { ...NOTHING });
    case "between":
      return parts("between");
    case "hour":
      if (low !== null && high !== null && high - low === HOUR) {
        return parts("about", readingOf(new Date(low + HOUR / 2).toISOString()));
      }
      return parts("between");
    case "day":
      return from.date === to.date ? parts("day") : parts("between");
    default:
      return parts("at", low === null ? to : from);
  }
}

/**
 * The words that the kernel reads, or "" while a date or time is missing.
 * @param {WhenParts} parts
 */
export function wordsOf({ sure, from, to }) {
  const low = from.date && from.time && `${british(from.date)} ${from.time}`;
  const high = to.date && to.time && `${british(to.date)} ${to.time}`;
  switch (sure) {
    case "day":
      return from.date && british(from.date);
    case "between":
      return low && high ? `between ${low} and ${high}` : "";
    case "at":
      return low;
    default:
      return low ? `${sure} ${low}` : "";
  }
}

/** @param {string} text  a moment with its zone */
export function momentInWords(text) {
  const moment = TYPED.test(text) ? Number.NaN : Date.parse(text);
  return Number.isNaN(moment) ? "" : momentWords(moment);
}

/** @param {string} date */
function british(date) {
  return date.split("-").reverse().join("/");
}
