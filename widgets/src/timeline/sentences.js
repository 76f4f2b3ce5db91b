// What a screen reader says of each thing on the timeline, and what is announced of a change.

import { dayLong, midnight, momentWords } from "../core/london.js";
import { written } from "../core/when.js";

/** @import { EventPart, GapPart, AccountsPart } from "./items.js" */
/** @import { When } from "../core/when.js" */
/** @import { Part } from "./when.js" */
/** @import { Stretch } from "./scale.js" */

/** @param {string} id  @param {EventPart} event  @param {string[]} others */
export function eventSentence(id, event, others) {
  return [
    `${id}, ${written(event.when)}: ${closed(event.what)}`,
    ...event.details.map(closed),
    ...(others.length ? [`Told differently in ${joined(others)}.`] : []),
    ...event.marks.map(closed),
  ].join(" ");
}

/** @param {GapPart} gap */
export function gapSentence(gap) {
  const said = `Silence: nothing is recorded for ${gap.duration} between ${gap.after} and ${gap.before}.`;
  return gap.explainedBy
    ? `${said} Explained: ${closed(gap.explanation ?? "")}`
    : `${said} Not explained.`;
}

/** @param {AccountsPart} accounts */
export function accountsSentence(accounts) {
  const said = `${differWords(accounts)}.`;
  if (accounts.settled) return `${said} Settled: ${closed(accounts.settled)}`;
  return `${said} Which account the investigation follows is not settled yet.`;
}

/** @param {AccountsPart} accounts */
export function differWords(accounts) {
  return `${joined(accounts.events)} tell it differently`;
}

/** @param {string} id  @param {Part} part  @param {When} when */
export function movingWords(id, part, when) {
  if (part === "whole") return `${id} would be at: ${written(when)}`;
  return `The ${part} of ${id} would move; its time: ${written(when)}`;
}

/** @param {Stretch} shown */
export function stretchWords(shown) {
  if (midnight(shown.from) === midnight(shown.to)) return `${dayLong(shown.from)}`;
  return `${momentWords(shown.from)} to ${momentWords(shown.to)}`;
}

/** @param {string[]} words */
export function joined(words) {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
}

/** @param {string} text  @returns {string} the text with a full stop, where it has no end of its own */
export function closed(text) {
  return /[.!?…”]$/.test(text) ? text : `${text}.`;
}
