/**
 * The fishbones as the view holds them: problems, and their factors on bones.
 *
 * @typedef {"group" | "lens"} By which bones: the groups of the framework, or the three lenses
 * @typedef {{value: string, label: string, lines: string[], width: number}} Bone
 * @typedef {{height: number, paragraphs: import("../drawing/marks.jsx").Paragraph[]}} Stack
 * @typedef {object} Factor
 * @property {string} id
 * @property {number} version
 * @property {string} statement
 * @property {boolean} helped
 * @property {string | null} problem
 * @property {string | null} group
 * @property {string | null} lens
 * @property {string[]} evidence
 * @property {Stack} stack
 * @property {string} label
 * @typedef {{bone: Bone, factors: Factor[]}} Rib
 * @typedef {{id: string, version: number, statement: string, lines: string[], ribs: Rib[],
 *   empty: Bone[]}} Fish
 *   `empty` are the bones that no factor stands on yet
 * @typedef {{fish: Fish[], loose: Factor[], factor: Map<string, Factor>}} Shoal
 *   `loose` factors have no problem or no bone
 */

/** @import { Row, View } from "../core/types" */

/**
 * @param {View} view
 * @param {By} by
 * @returns {Shoal}
 */
export function shoalOf(view, by) {
  /** @type {Bone[]} */
  const bones = view.extra.bones[by];
  const factors = rowsOf(view, "factor").flatMap((row) => factorOf(row, view.extra.twigs[row.id]));
  const versions = new Map(rowsOf(view, "problem").map((row) => [row.id, row.version]));
  /** @type {Fish[]} */
  const fish = view.extra.fish.map((/** @type {any} */ one) => {
    const own = factors.filter((factor) => factor.problem === one.id);
    const ribs = bones.map((bone) => ({
      bone,
      factors: own.filter((factor) => factor[by] === bone.value),
    }));
    return {
      ...one,
      version: versions.get(one.id) ?? null,
      ribs: ribs.filter((rib) => rib.factors.length),
      empty: ribs.filter((rib) => !rib.factors.length).map((rib) => rib.bone),
    };
  });
  const placed = new Set(
    fish.flatMap((one) => one.ribs.flatMap((rib) => rib.factors.map((factor) => factor.id))),
  );
  return {
    fish,
    loose: factors.filter((factor) => !placed.has(factor.id)),
    factor: new Map(factors.map((factor) => [factor.id, factor])),
  };
}

/**
 * @param {Row} row
 * @param {{stack: Stack, helped: boolean, label: string} | undefined} twig
 * @returns {Factor[]} the factor, or nothing where it has no drawing
 */
function factorOf({ id, version, data }, twig) {
  if (!twig) return [];
  const { statement, problem = null, group = null, lens = null, evidence = [] } = data;
  return [{ id, version, statement, problem, group, lens, evidence, ...twig }];
}

/**
 * @param {View} view
 * @param {string} kind
 * @returns {Row[]}
 */
function rowsOf(view, kind) {
  return view.sections.find((section) => section.kind === kind)?.rows ?? [];
}
