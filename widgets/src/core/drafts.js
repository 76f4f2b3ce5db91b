// What was typed and not saved yet, kept in this tab only. Names of people are never written to
// the browser's storage.

/** @import { Data } from "./types" */

/** @typedef {{ values: Data, base: Data, version: number | null }} Draft */

const PRIVATE = new Set(["name"]);

/** @type {Map<string, Draft>} */
const memory = new Map();

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
