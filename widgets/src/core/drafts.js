// What was typed and not saved yet, kept in this tab only. Names of people are never written to
// the browser's storage.

import { same } from "./values.js";

/** @import { Data, Outcome } from "./types" */

/**
 * `begun` is what its form began with, which nobody typed. `key` names the saving of this draft, so
 * that one whose answer was lost is not saved twice.
 * @typedef {{ values: Data, base: Data, begun: Data, version: number | null, key: string }} Draft
 */

const PRIVATE = new Set(["name"]);

const page = /** @type {{ rcaDrafts?: Map<string, Draft> }} */ (globalThis);
// each editor is a module of its own, and a new one once the kernel was started again
const memory = (page.rcaDrafts ??= new Map());

/**
 * Under which name a draft is kept: one for each entity and one for a new one of each kind; but what
 * is accepted is one finding, and its reason is never shown under another.
 * @param {string} caseId  @param {string} kind  @param {string | null} id  @param {Data} [preset]
 */
export function draftKey(caseId, kind, id, preset) {
  const found = kind === "acceptance" && preset ? ` ${preset.code} ${preset.subject}` : "";
  return `rca-draft:${caseId}:${kind}:${id ?? `new${found}`}`;
}

/** @param {string} key  @returns {Draft | null} */
export function readDraft(key) {
  const held = isPrivate(key) ? null : readText(key);
  return held ? JSON.parse(held) : (memory.get(key) ?? null);
}

/** @param {string} key  @param {Draft} draft */
export function keepDraft(key, draft) {
  memory.set(key, draft);
  if (!isPrivate(key)) keepText(key, JSON.stringify(draft));
}

/** @param {string} key */
export function dropDraft(key) {
  memory.delete(key);
  try {
    sessionStorage.removeItem(key);
  } catch {
    // nothing was kept there then
  }
}

/**
 * Keep what was typed while the kernel saved as a draft of what was saved; whether there was any.
 * @param {Extract<Outcome, { ok: true }>} outcome  @param {string} kind
 * @param {Data} typed  @param {Data} saved
 */
export function keepSince({ view, ids }, kind, typed, saved) {
  const names = Object.keys({ ...saved, ...typed });
  const since = names.filter((name) => !same(typed[name], saved[name]));
  const rows = view.sections.find((section) => section.kind === kind)?.rows;
  const row = rows?.find((one) => one.id === ids[0]);
  if (!since.length || !row) return false;
  const { data: base, version } = row;
  const values = { ...base, ...Object.fromEntries(since.map((name) => [name, typed[name]])) };
  keepDraft(draftKey(view.case, kind, row.id), {
    values,
    base,
    begun: base,
    version,
    key: savingKey(),
  });
  return true;
}

/** A name for one saving that no other has. */
export function savingKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {string} key  @returns {string | null} */
export function readText(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} key  @param {string} text */
export function keepText(key, text) {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // storage that is full or forbidden: it lives as long as the page then
  }
}

/** @param {string} key */
function isPrivate(key) {
  return PRIVATE.has(key.split(":")[2]);
}
