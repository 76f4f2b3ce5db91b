// The factors in columns by lens, and within a column by group.

import { counted, sentence } from "../core/words.js";
import { closed } from "../timeline/sentences.js";

/** @import { Data, Row, View } from "../core/types" */

/**
 * @typedef {object} Card
 * @property {string} id
 * @property {number} version
 * @property {string} statement
 * @property {boolean} helped
 * @property {string | null} lens
 * @property {string | null} group
 * @property {string[]} events
 * @property {string[]} evidence  what stands behind it, directly or through its events
 * @property {number} kinds  of how many kinds that evidence is
 * @property {string[]} causes
 * @property {string[]} worksWith
 */

/**
 * @typedef {object} Column
 * @property {string | null} lens
 * @property {string} label
 * @property {{ code: string | null, label: string, cards: Card[] }[]} groups  those that hold cards
 * @property {{ code: string, label: string, asks: string }[]} free  groups that hold none here
 * @property {{ id: string, because: string }[]} considered
 * @property {boolean} silent  it shows nothing, and nobody said why
 */

/** @typedef {{ text: string, effect: "all" | "contributed" | "helped", bare: boolean }} Filter */

/** @type {Filter} */
export const EVERYTHING = { text: "", effect: "all", bare: false };

const NOT_GROUPED = "Not grouped";
const NO_COUNTERPART = "No group for it";
const MOST_NAMED = 3;

/** @param {View} view  @returns {Card[]} */
export function cardsOf(view) {
  return rowsOf(view, "factor").map((row) => ({
    id: row.id,
    version: row.version,
    statement: row.data.statement,
    helped: row.data.effect === "mitigated",
    lens: row.data.lens ?? null,
    group: row.data.group ?? null,
    events: row.data.events ?? [],
    evidence: view.extra.behind[row.id]?.evidence ?? row.data.evidence ?? [],
    kinds: view.extra.behind[row.id]?.kinds ?? 0,
    causes: view.extra.behind[row.id]?.causes ?? [],
    worksWith: row.data.works_with ?? [],
  }));
}

/**
 * One column for each lens, and one for factors without one where there are any.
 * @param {View} view  @param {Card[]} cards  those that are shown
 * @param {string | null} other  the framework whose words are read, or null for the chosen one
 * @returns {Column[]}
 */
export function columnsOf(view, cards, other) {
  const label = labelling(view, other);
  /** @type {{ code: string | null, groups: string[] }[]} */
  const lenses = [...view.extra.lenses];
  if (cardsOf(view).some((card) => card.lens === null)) lenses.push({ code: null, groups: [] });
  return lenses.map(({ code, groups }) => {
    const held = cards.filter((card) => card.lens === code);
    const used = new Set(held.map((card) => card.group));
    const considered = rowsOf(view, "lens-consideration")
      .filter((row) => row.data.lens === code)
      .map((row) => ({ id: row.id, because: row.data.because }));
    const every = /** @type {{ code: string, label: string, asks: string }[]} */ (
      view.extra.framework.groups
    );
    return {
      lens: code,
      label: code ? sentence(code) : "No lens given",
      groups: grouped(held, view, label),
      free:
        other === null && code
          ? usualFirst(
              every.filter((one) => !used.has(one.code)),
              groups,
            )
          : [],
      considered,
      silent:
        Boolean(code) && !considered.length && !cardsOf(view).some((card) => card.lens === code),
    };
  });
}

/** @param {Card[]} cards  @param {Filter} filter */
export function filtered(cards, { text, effect, bare }) {
  const wanted = text.trim().toLowerCase();
  return cards.filter(
    (card) =>
      (effect === "all" || card.helped === (effect === "helped")) &&
      (!bare || card.evidence.length === 0) &&
      `${card.id} ${card.statement}`.toLowerCase().includes(wanted),
  );
}

/**
 * How strong the evidence is, in words.
 * @param {Card} card
 */
export function evidenceWords({ evidence, kinds }) {
  if (!evidence.length) return "No evidence named";
  const pieces = counted(evidence.length, "piece");
  return `${pieces} of evidence${kinds > 1 ? `, of ${kinds} kinds` : ""}`;
}

/** @param {Card} card  @returns {string} what it is connected with, in words */
export function linkWords({ events, causes, worksWith }) {
  return [
    ...(events.length ? [`Seen in ${events.join(", ")}`] : []),
    ...(causes.length ? [`Behind ${causes.join(", ")}`] : []),
    ...(worksWith.length ? [`Worked with ${worksWith.join(", ")}`] : []),
  ].join(" · ");
}

/** @param {Card} card  @param {string} lens  @param {string} group */
export function sentenceOf(card, lens, group) {
  const links = linkWords(card);
  return [
    `${card.id}, ${card.helped ? "helped" : "contributed"}: ${closed(card.statement)}`,
    `${lens}, ${group}.`,
    `${evidenceWords(card)}.`,
    links ? `${links}.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/**
 * The change that puts a factor under another lens or group.
 * @param {Card} card  @param {string | null} lens  @param {string | null} group
 * @param {string} words  what the place is called
 */
export function placedIn(card, lens, group, words) {
  /** @type {Data} */
  const fields = {};
  if (lens !== card.lens) fields.lens = lens;
  if (group !== card.group) fields.group = group;
  if (!Object.keys(fields).length) return null;
  const said = `${card.id} moved to ${words}`;
  return {
    changes: [{ kind: "factor", id: card.id, fields, base_version: card.version }],
    reason: said,
    said: `${said}.`,
  };
}

/**
 * Which card the arrow keys lead to: up and down within a column, left and right to the next.
 * @param {Column[]} columns  @param {string | null} from  @param {string} key
 * @returns {string | null}
 */
export function stepTo(columns, from, key) {
  const lists = columns.map((column) =>
    column.groups.flatMap((group) => group.cards.map((card) => card.id)),
  );
  const all = lists.flat();
  const at = lists.findIndex((list) => from !== null && list.includes(from));
  if (at < 0) return all[0] ?? null;
  const place = lists[at].indexOf(/** @type {string} */ (from));
  switch (key) {
    case "ArrowDown":
      return lists[at][place + 1] ?? null;
    case "ArrowUp":
      return lists[at][place - 1] ?? null;
    case "ArrowLeft":
      return beside(lists.slice(0, at).reverse(), place);
    case "ArrowRight":
      return beside(lists.slice(at + 1), place);
    case "Home":
      return all[0];
    case "End":
      return all[all.length - 1];
    default:
      return null;
  }
}

/** @param {string[][]} lists  @param {number} place */
function beside(lists, place) {
  const list = lists.find((one) => one.length);
  return list ? list[Math.min(place, list.length - 1)] : null;
}

/** @param {View} view  @param {string | null} other  @returns {(code: string | null) => string} */
function labelling(view, other) {
  const { framework, others } = view.extra;
  const read = others.find((/** @type {Data} */ one) => one.name === other);
  return (code) => {
    const own = framework.groups.find((/** @type {Data} */ one) => one.code === code);
    if (!own) return NOT_GROUPED;
    if (!read) return own.label;
    const found = /** @type {string[]} */ (read.groups[own.code]);
    const named = found.slice(0, MOST_NAMED);
    return (
      [...named, ...(found.length > MOST_NAMED ? ["others"] : [])].join(" or ") || NO_COUNTERPART
    );
  };
}

/** @param {Card[]} cards  @param {View} view  @param {(code: string | null) => string} label */
function grouped(cards, view, label) {
  const codes = view.extra.framework.groups.map((/** @type {Data} */ one) => one.code);
  const place = (/** @type {Card} */ card) => {
    const at = codes.indexOf(card.group);
    return at < 0 ? codes.length : at;
  };
  /** @type {Map<string, Column["groups"][number]>} */
  const groups = new Map();
  for (const card of [...cards].sort((one, two) => place(one) - place(two))) {
    const words = label(card.group);
    const group = groups.get(words) ?? { code: card.group, label: words, cards: [] };
    groups.set(words, group);
    group.cards.push(card);
  }
  for (const group of groups.values()) {
    group.cards.sort((one, two) => Number(one.helped) - Number(two.helped));
  }
  return [...groups.values()];
}

/** @template {{ code: string }} G  @param {G[]} groups  @param {string[]} usual */
function usualFirst(groups, usual) {
  return [...groups].sort(
    (one, two) => Number(usual.includes(two.code)) - Number(usual.includes(one.code)),
  );
}

/** @param {View} view  @param {string} kind  @returns {Row[]} */
function rowsOf(view, kind) {
  return view.sections.find((section) => section.kind === kind)?.rows ?? [];
}
