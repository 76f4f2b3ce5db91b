// Dates and times as a form asks for them. A `when` is sent as the words the kernel reads, so that
// the night on which clocks change is judged in one place.

import { HOUR, MINUTE, momentsAlike, momentWords, offsetAt } from "./london.js";
import { cameTwice, readWhen } from "./when.js";

/** @import { Data } from "./types" */

/** @typedef {"at" | "about" | "day" | "between" | "before" | "after"} Sureness */
/** @typedef {{ sure: Sureness, from: Reading, to: Reading }} WhenParts */
/** @typedef {{ date: string, time: string, offset?: string }} Reading `offset` where clocks show it twice */

export const NOTHING = Object.freeze({ date: "", time: "" });

/** The two moments at which clocks show the same on the night they go back, first the earlier. */
export const TWICE = /** @type {const} */ (["+01:00", "+00:00"]);

const TYPED = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2})([+-]\d{2}:\d{2})?)?$/;

/**
 * What clocks in England show at a moment, given with its zone or as it was typed.
 * @param {string | null | undefined} text
 * @returns {Reading}
 */
export function readingOf(text) {
  const typed = TYPED.exec(text ?? "");
  if (typed) return { date: typed[1], time: typed[2] ?? "", offset: typed[3] };
  const moment = Date.parse(text ?? "");
  if (Number.isNaN(moment)) return { ...NOTHING };
  const local = new Date(moment + offsetAt(moment)).toISOString();
  const [first, last] = momentsAlike(moment);
  const offset = first === last ? undefined : TWICE[moment === first ? 0 : 1];
  return { date: local.slice(0, 10), time: local.slice(11, 16), offset };
}

/** Whether clocks show this twice. @param {Reading} reading */
export function isShownTwice({ date, time }) {
  const local = Date.parse(`${date}T${time}Z`);
  if (Number.isNaN(local)) return false;
  const [first, last] = momentsAlike(local - offsetAt(local));
  return first !== last;
}

/** A reading as the kernel takes it: it judges the nights on which clocks change. @param {Reading} reading */
export function typedOf({ date, time, offset = "" }) {
  return date && time ? `${date} ${time}${offset}` : date;
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
      return low === null ? parts("before", to, { ...NOTHING }) : parts("between");
    case "after":
      return high === null ? parts("after", from, { ...NOTHING }) : parts("between");
    case "between":
      return parts("between");
    case "hour":
      if (low !== null && high !== null && high - low === HOUR) {
        return parts("about", readingOf(new Date(low + HOUR / 2).toISOString()));
      }
      return parts("between");
    case "day":
      return from.date === to.date && from.time === "00:00" && to.time === "23:59"
        ? parts("day")
        : parts("between");
    default:
      if (low === null || high === null || high - low < MINUTE) {
        return parts("at", low === null ? to : from);
      }
      return cameTwice(readWhen(held))
        ? parts("at", { ...from, offset: undefined })
        : parts("between");
  }
}

/**
 * The words that the kernel reads, or "" while a date or time is missing.
 * @param {WhenParts} parts
 */
export function wordsOf({ sure, from, to }) {
  const low = from.time && british(from);
  const high = to.time && british(to);
  switch (sure) {
    case "day":
      return british({ ...from, time: "" });
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

/** @param {Reading} reading */
function british({ date, time, offset = "" }) {
  const day = date.split("-").reverse().join("/");
  return day && time ? `${day} ${time}${offset}` : day;
}
