/** What the drawing asks the kernel to write down. */

/** @import { Change } from "../core/types" */
/** @typedef {import("./graph.js").Graph} Graph */
/** @typedef {{statement: string, type: string, mechanism: string, confidence: string}} Words */

/**
 * @param {Words} words
 * @param {string | null} effect what the new cause led to, where it is already known
 * @returns {Change[]}
 */
export function newCause(words, effect) {
  const { statement, type, mechanism, confidence } = words;
  const cause = { kind: "cause", id: effect ? "new:1" : null, fields: { statement, type } };
  if (!effect) return [cause];
  return [
    cause,
    { kind: "link", id: null, fields: { cause: "new:1", effect, mechanism, confidence } },
  ];
}

/**
 * @param {string} cause
 * @param {string} effect
 * @param {Words} words
 * @returns {Change[]}
 */
export function newLink(cause, effect, { mechanism, confidence }) {
  return [{ kind: "link", id: null, fields: { cause, effect, mechanism, confidence } }];
}

/**
 * @param {Graph} graph
 * @param {string} id
 * @param {Record<string, any>} fields
 * @returns {Change[]}
 */
export function changedCause(graph, id, fields) {
  return [{ kind: "cause", id, fields, base_version: graph.cause.get(id)?.version ?? null }];
}

/**
 * A cause goes with the links at either end of it.
 *
 * @param {Graph} graph
 * @param {string} id of a cause or a link
 * @returns {Change[]}
 */
export function removal(graph, id) {
  const links = graph.links.filter((link) => [link.id, link.cause, link.effect].includes(id));
  const cause = graph.cause.get(id);
  return [...links.map((link) => gone("link", link)), ...(cause ? [gone("cause", cause)] : [])];
}

/**
 * @param {string} kind
 * @param {{id: string, version: number}} held
 * @returns {Change}
 */
function gone(kind, { id, version }) {
  return { kind, id, fields: null, base_version: version };
}
