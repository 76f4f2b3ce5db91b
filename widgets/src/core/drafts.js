// What was typed and not saved yet, kept in this tab only. Names of people are never written to
// the browser's storage.

/** @import { Data } from "./types" */

/**
 * `key` names the saving of this draft, so that one whose answer was lost is not saved twice.
 * @typedef {{ values: Data, base: Data, version: number | null, key: string }} Draft
 */

const PRIVATE = new Set(["name"]);

const page = /** @type {{ rcaDrafts?: Map<string, Draft> }} */ (globalThis);
// each editor is a module of its own, and a new one once the kernel was started again
const memory = (page.rcaDrafts ??= new Map());

/** @param {string} caseId  @param {string} kind  @param {string | null} id */
export function draftKey(caseId, kind, id) {
  return `rca-draft:${caseId}:${kind}:${id ?? "new"}`;
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
