// What the timeline sends to the kernel, and what it offers to a form.

import { written } from "../core/when.js";
import { dataOf } from "./when.js";

/** @import { Change, Data, View } from "../core/types" */
/** @import { Item, LaneBy } from "./items.js" */
/** @import { When } from "../core/when.js" */

/**
 * An event at another time.
 * @param {Item} item  @param {When} when
 * @returns {{ changes: Change[], reason: string, said: string }}
 */
export function rescheduled(item, when) {
  const said = `${item.key} moved to ${written(when)}`;
  return {
    changes: [
      {
        kind: "event",
        id: item.key,
        fields: { when: dataOf(when) },
        base_version: item.event?.version ?? null,
      },
    ],
    reason: said,
    said: `${said}.`,
  };
}

/**
 * An event, or the explanation of a silence, taken away.
 * @param {Item} item  @param {View} view
 */
export function removed(item, view) {
  const [kind, id] = item.gap ? ["gap", item.gap.explainedBy ?? ""] : ["event", item.key];
  const rows = view.sections.find((section) => section.kind === kind)?.rows ?? [];
  const version = rows.find((row) => row.id === id)?.version ?? null;
  return {
    changes: [{ kind, id, fields: null, base_version: version }],
    reason: `${id} removed from the timeline`,
    said: `${id} removed.`,
  };
}

/**
 * What a form for a new event begins with: a time, and what its lane says.
 * @param {number} moment  @param {LaneBy} by  @param {string} lane
 * @returns {Data}
 */
export function presetAt(moment, by, lane) {
  const at = new Date(moment).toISOString();
  const when = { earliest: at, latest: at, precision: "minute" };
  if (!lane) return { when };
  if (by === "who") return { when, who: [lane] };
  if (by === "place") return { when, place: lane };
  return by === "source" ? { when, evidence: [lane] } : { when };
}

/**
 * Which form belongs to a thing on the timeline. Which of several accounts is followed is said
 * with the last of them.
 * @param {Item} item
 * @returns {[kind: string, id: string | null, preset?: Data]}
 */
export function formOf(item) {
  if (item.gap) {
    const { after, before, explainedBy } = item.gap;
    return explainedBy ? ["gap", explainedBy] : ["gap", null, { after, before }];
  }
  return ["event", item.accounts?.events.at(-1) ?? item.key];
}
