// How an interval on the timeline is moved and saved, and its words where its day is said.

import {
  clock,
  DAY,
  dayShort,
  daysOn,
  midnight,
  MINUTE,
  momentsAlike,
  readingAt,
} from "../core/london.js";
import { cameTwice, endOf, startOf } from "../core/when.js";

/** @import { When } from "../core/when.js" */

/** @typedef {"whole" | "start" | "end"} Part what of an interval is moved */

/** @typedef {{ days: number, minutes: number }} Shift days by the calendar, minutes by the clock */

/**
 * The data to save. How the source put it is left out: it states another time than this.
 * @param {When} when
 */
export function dataOf(when) {
  return {
    earliest: when.earliest === null ? null : new Date(when.earliest).toISOString(),
    latest: when.latest === null ? null : new Date(when.latest).toISOString(),
    precision: when.precision,
    ...(when.recorded ? { recorded_at: when.recorded } : {}),
  };
}

/**
 * The same interval moved, or with one end moved. What is known to the day moves by whole days.
 * An end stops at the other one; a moment whose end is moved becomes an interval.
 * @param {When} when  @param {Part} part  @param {Shift} shift
 * @returns {When}
 */
export function movedBy(when, part, shift) {
  const by = when.precision === "day" ? inDays(shift) : shift;
  if (by.days === 0 && by.minutes === 0) return when;
  if (part === "whole") return movedWhole(when, by);
  return part === "start" ? movedStart(when, by) : movedEnd(when, by);
}

/** @param {When} when  @returns {string} the time where its day is already said */
export function clockWords(when) {
  const [start, end] = [startOf(when), endOf(when)];
  const sameDay = midnight(start) === midnight(end);
  switch (when.precision) {
    case "before":
      return `before ${clock(end)}`;
    case "after":
      return `after ${clock(start)}`;
    case "day":
      return sameDay ? "some time this day" : `${noYear(start)} – ${noYear(end)}`;
  }
  if (start === end) return clock(start);
  if (cameTwice(when)) return `${clock(start)} (came twice)`;
  if (!sameDay) return `${clock(start)} – ${noYear(end)}, ${clock(end)}`;
  return `${when.precision === "hour" ? "about " : ""}${clock(start)}–${clock(end)}`;
}

/** @param {When} when  @param {Shift} by  @returns {When} */
function movedWhole(when, by) {
  if (cameTwice(when)) {
    const [earliest, latest] = momentsAlike(shifted(startOf(when), by));
    return { ...when, earliest, latest };
  }
  return {
    ...when,
    earliest: when.earliest === null ? null : shifted(when.earliest, by),
    latest: when.latest === null ? null : shifted(when.latest, by),
  };
}

/** @param {When} when  @param {Shift} by  @returns {When} */
function movedStart(when, by) {
  const start = shifted(startOf(when), by);
  if (when.precision === "day")
    return { ...when, earliest: Math.min(start, midnight(endOf(when))) };
  const end = when.precision === "after" ? null : endOf(when);
  return bounded(when, end === null ? start : Math.min(start, end), end);
}

/** @param {When} when  @param {Shift} by  @returns {When} */
function movedEnd(when, by) {
  const end = shifted(endOf(when), by);
  if (when.precision === "day") {
    return { ...when, latest: Math.max(end, midnight(startOf(when), 1) - MINUTE) };
  }
  const start = when.precision === "before" ? null : startOf(when);
  return bounded(when, start, start === null ? end : Math.max(end, start));
}

/** @param {When} when  @param {number | null} earliest  @param {number | null} latest  @returns {When} */
function bounded(when, earliest, latest) {
  if (earliest === null) return { ...when, earliest, latest, precision: "before" };
  if (latest === null) return { ...when, earliest, latest, precision: "after" };
  const precision = when.precision === "hour" ? "hour" : "between";
  return { ...when, earliest, latest, precision: earliest === latest ? "minute" : precision };
}

/** @param {number} moment  @param {Shift} by */
function shifted(moment, { days, minutes }) {
  return daysOn(moment, days) + minutes * MINUTE;
}

/** @param {Shift} shift  @returns {Shift} */
function inDays({ days, minutes }) {
  return { days: days + Math.round((minutes * MINUTE) / DAY), minutes: 0 };
}

/** @param {number} moment */
function noYear(moment) {
  return dayShort(moment).replace(` ${readingAt(moment).year}`, "");
}
