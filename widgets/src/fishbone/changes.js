/** What the drawing of the fishbones asks the kernel to write down. */

/** @import { Change } from "../core/types" */
/** @typedef {import("./fish.js").Factor} Factor */
/** @typedef {import("./fish.js").By} By */
/** @typedef {{id: string, label: string, version: number | null, factors: string[]}} CauseOption */

/**
 * @param {Factor} factor
 * @param {By} by
 * @param {{problem: string | null, bone: string | null}} to
 * @returns {Change[]} none where it stands there already
 */
export function moved(factor, by, { problem, bone }) {
  if (factor.problem === problem && factor[by] === bone) return [];
  return [
    {
      kind: "factor",
      id: factor.id,
      fields: { problem, [by]: bone },
      base_version: factor.version,
    },
  ];
}

/**
 * @param {Factor} factor
 * @returns {Change[]} it helped where it contributed, and the other way round
 */
export function turned(factor) {
  const effect = factor.helped ? "contributed" : "mitigated";
  return [{ kind: "factor", id: factor.id, fields: { effect }, base_version: factor.version }];
}

/**
 * @param {Factor} factor
 * @param {CauseOption} cause
 * @returns {Change[]} the cause rests on the factor, or no longer does
 */
export function joinedTo(factor, cause) {
  const factors = cause.factors.includes(factor.id)
    ? cause.factors.filter((one) => one !== factor.id)
    : [...cause.factors, factor.id];
  return [{ kind: "cause", id: cause.id, fields: { factors }, base_version: cause.version }];
}

/**
 * @param {string} kind
 * @param {{id: string, version: number}} held
 * @returns {Change[]}
 */
export function removed(kind, { id, version }) {
  return [{ kind, id, fields: null, base_version: version }];
}
