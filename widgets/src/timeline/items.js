// What stands on the timeline: events, silences, and accounts that differ, in order of time.

import { eventSentence, accountsSentence, gapSentence } from "./sentences.js";
import { endOf, readWhen, startOf } from "../core/when.js";

/** @import { View } from "../core/types" */
/** @import { When } from "../core/when.js" */

/**
 * @typedef {object} Item
 * @property {string} key  the entity's identifier, or one made from the events it stands between
 * @property {"event" | "gap" | "accounts"} kind
 * @property {number} start  in milliseconds
 * @property {number} end
 * @property {string} lane  the key of its lane
 * @property {string} said  all that is said about it, in sentences
 * @property {string | null} group  of an event, the accounts it belongs to
 * @property {EventPart | null} event
 * @property {GapPart | null} gap
 * @property {AccountsPart | null} accounts
 */

/**
 * @typedef {object} EventPart
 * @property {number} version
 * @property {When} when
 * @property {string} what
 * @property {string[]} marks  its part in an escalation, and what went well or came late, in words
 * @property {string[]} details
 * @property {string[]} who
 * @property {string | null} place
 * @property {boolean} sourced
 */

/**
 * @typedef {object} GapPart
 * @property {string} after
 * @property {string} before
 * @property {string} duration
 * @property {string | null} explainedBy
 * @property {string | null} explanation
 */

/**
 * @typedef {object} AccountsPart
 * @property {string[]} events
 * @property {string | null} settled
 */

/** @typedef {"together" | "who" | "place" | "source"} LaneBy */
/** @typedef {{ key: string, label: string }} Lane */

export const SILENCES = "silences";
export const DIFFER = "differ";
const TOGETHER = "together";

/** @type {Record<LaneBy, string>} */
export const LANES_BY = {
  together: "One lane",
  who: "Who acted or told",
  place: "Place",
  source: "Source",
};

const WITHOUT = {
  together: "",
  who: "Nobody named",
  place: "No place given",
  source: "No source given",
};

/**
 * Everything on the timeline, in order of time; where several begin together, accounts that differ
 * stand before their events, and a silence after the event that it follows.
 * @param {View} view  @param {LaneBy} by
 * @returns {{ items: Item[], lanes: Lane[] }}
 */
export function itemsOf(view, by) {
  const rows = view.sections.find((section) => section.kind === "event")?.rows ?? [];
  const { lanes, laneOf } = lanesOf(view, by);
  const groups = groupsOf(view.extra.conflicts ?? []);
  const events = rows.map((row) => eventItem(row, view.extra, laneOf, groups));
  events.sort((one, other) => one.start - other.start || one.end - other.end);
  const byKey = new Map(events.map((item) => [item.key, item]));
  const gaps = (view.extra.gaps ?? []).map(gapItem);
  const accounts = [...new Set(groups.values())].map((group) => accountsItem(group, byKey));
  const items = [...accounts, ...events, ...gaps];
  items.sort((one, other) => one.start - other.start);
  return {
    items,
    lanes: [
      ...(gaps.length ? [{ key: SILENCES, label: "Silences" }] : []),
      ...(accounts.length ? [{ key: DIFFER, label: "Told differently" }] : []),
      ...lanes.filter((lane) => events.some((item) => item.lane === lane.key)),
    ],
  };
}

/**
 * The stretch from the first to the last bound of anything, or null without events.
 * @param {Item[]} items
 */
export function extent(items) {
  if (!items.length) return null;
  return {
    from: Math.min(...items.map((item) => item.start)),
    to: Math.max(...items.map((item) => item.end)),
  };
}

/** @param {View} view  @param {LaneBy} by */
function lanesOf(view, by) {
  if (by === "together") {
    return { lanes: [{ key: TOGETHER, label: "What happened" }], laneOf: () => TOGETHER };
  }
  /** @type {{ key: string | null, label: string | null, events: string[] }[]} */
  const held = view.extra.lanes?.[by] ?? [];
  const lanes = held.map((lane) => ({ key: lane.key ?? "", label: lane.label ?? WITHOUT[by] }));
  const where = new Map(held.flatMap((lane) => lane.events.map((id) => [id, lane.key ?? ""])));
  return { lanes, laneOf: (/** @type {string} */ id) => where.get(id) ?? "" };
}

/**
 * The accounts each event belongs to, directly or through another.
 * @param {{ first: string, second: string, settled: string | null }[]} conflicts
 * @returns {Map<string, AccountsPart>}
 */
function groupsOf(conflicts) {
  /** @type {Map<string, AccountsPart>} */
  const groups = new Map();
  for (const { first, second, settled } of conflicts) {
    const [one, other] = [groups.get(first), groups.get(second)];
    const joined = {
      events: [...new Set([...(one?.events ?? [first]), ...(other?.events ?? [second])])],
      settled: bothSettled([one, other], settled),
    };
    for (const id of joined.events) groups.set(id, joined);
  }
  return groups;
}

/** @param {(AccountsPart | undefined)[]} groups  @param {string | null} settled */
function bothSettled(groups, settled) {
  const said = [...groups.flatMap((group) => (group ? [group.settled] : [])), settled];
  return said.includes(null) ? null : [...new Set(said)].join(" ");
}

/**
 * @param {import("../core/types").Row} row  @param {Record<string, any>} extra
 * @param {(id: string) => string} laneOf  @param {Map<string, AccountsPart>} groups
 * @returns {Item}
 */
function eventItem(row, extra, laneOf, groups) {
  const { data } = row;
  const when = readWhen(data.when);
  const late = extra.late?.[row.id];
  const group = groups.get(row.id);
  const people = (data.who ?? []).map((/** @type {string} */ id) => extra.people?.[id] ?? id);
  const teller = data.account_of && (extra.people?.[data.account_of] ?? data.account_of);
  const event = {
    version: row.version,
    when,
    what: data.what,
    marks: [
      ...(extra.marks?.[row.id] ?? []),
      ...(data.went_well ? ["Went well"] : []),
      ...(late ? [`Written down ${late} later`] : []),
      ...(data.evidence?.length ? [] : ["No source given"]),
    ],
    details: [
      ...(teller ? [`As told by ${teller}`] : []),
      ...(people.length ? [people.join("; ")] : []),
      ...(data.place ? [data.place] : []),
      ...(data.evidence?.length ? [`Evidence ${data.evidence.join(", ")}`] : []),
    ],
    who: data.who ?? [],
    place: data.place ?? null,
    sourced: Boolean(data.evidence?.length),
  };
  return {
    key: row.id,
    kind: "event",
    start: startOf(when),
    end: endOf(when),
    lane: group ? DIFFER : laneOf(row.id),
    said: eventSentence(row.id, event, group?.events.filter((id) => id !== row.id) ?? []),
    group: group ? accountsKey(group) : null,
    event,
    gap: null,
    accounts: null,
  };
}

/** @param {Record<string, any>} data  @returns {Item} */
function gapItem(data) {
  const gap = {
    after: data.after,
    before: data.before,
    duration: data.duration,
    explainedBy: data.explained_by,
    explanation: data.explanation,
  };
  return {
    key: `gap:${gap.after}:${gap.before}`,
    kind: "gap",
    start: Date.parse(data.start),
    end: Date.parse(data.end),
    lane: SILENCES,
    said: gapSentence(gap),
    group: null,
    event: null,
    gap,
    accounts: null,
  };
}

/** @param {AccountsPart} accounts  @param {Map<string, Item>} events  @returns {Item} */
function accountsItem(accounts, events) {
  const held = accounts.events.flatMap((id) => events.get(id) ?? []);
  return {
    key: accountsKey(accounts),
    kind: "accounts",
    start: Math.min(...held.map((item) => item.start)),
    end: Math.max(...held.map((item) => item.end)),
    lane: DIFFER,
    said: accountsSentence(accounts),
    group: null,
    event: null,
    gap: null,
    accounts,
  };
}

/** @param {AccountsPart} accounts */
function accountsKey(accounts) {
  return `accounts:${accounts.events.join(":")}`;
}
