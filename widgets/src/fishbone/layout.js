/**
 * Where the bones of one fish stand, with the measures of the record: ribs in pairs above and
 * below the spine, the first of them next to the head.
 */

import { linesHeight } from "../drawing/marks.jsx";

/** @typedef {import("./fish.js").Fish} Fish */
/** @typedef {import("./fish.js").Rib} Rib */
/** @typedef {import("./fish.js").Factor} Factor */
/** @typedef {[number, number]} Point */
/**
 * @typedef {{factor: Factor, x: number, y: number, end: number, height: number}} Twig
 *   the line under the words runs from `x` to `end` at `y`; the words are `height` high above it
 * @typedef {{rib: Rib, end: Point, joint: Point, label: {x: number, y: number, width: number,
 *   height: number}, twigs: Twig[], column: number, above: boolean}} Placed
 * @typedef {{width: number, height: number, spine: {y: number, to: number},
 *   head: {x: number, y: number, width: number, height: number}, ribs: Placed[]}} Layout
 */

const TEXT = 172;
const SLANT = 0.36;
const GAP = 14;
const LIFT = 18;
const HEAD = 168;
const NECK = 34;
const TAIL = 30;
const LABEL = 13;

/** The width of the words over a twig. */
export const TWIG_WIDTH = TEXT;

/**
 * @param {Fish} fish
 * @returns {Layout}
 */
export function layOutFish({ lines, ribs }) {
  const upper = ribs.filter((_, n) => n % 2 === 0);
  const lower = ribs.filter((_, n) => n % 2 === 1);
  const headHeight = Math.max(linesHeight(lines, 14) + 28, 64);
  const [above, below] = [reach(upper), reach(lower)];
  const rise = Math.max(headHeight / 2, ...upper.map((rib) => above + labelHeight(rib))) + 12;
  const drop = Math.max(headHeight / 2, ...lower.map((rib) => below + labelHeight(rib))) + 12;
  const tallest = ribs.flatMap((rib) => rib.factors.map((factor) => factor.stack.height));
  const spacing = TEXT + SLANT * Math.max(0, ...tallest) + 26;
  const first = Math.max(SLANT * Math.max(above, below), 40) + spacing * upper.length + TAIL;
  const start = first + NECK;
  return {
    width: start + HEAD + 6,
    height: rise + drop,
    spine: { y: rise, to: start },
    head: { x: start, y: rise - headHeight / 2, width: HEAD, height: headHeight },
    ribs: [
      ...upper.map((rib, n) => placed(rib, n, first - n * spacing, rise, -above)),
      ...lower.map((rib, n) => placed(rib, n, first - n * spacing, rise, below)),
    ],
  };
}

/**
 * @param {Rib} rib
 * @param {number} column from the head
 * @param {number} joint
 * @param {number} spine
 * @param {number} far how far it reaches from the spine, upwards where it is negative
 * @returns {Placed}
 */
function placed(rib, column, joint, spine, far) {
  const above = far < 0;
  /** @type {Point} */
  const end = [joint - SLANT * Math.abs(far), spine + far];
  const height = labelHeight(rib);
  const { width } = rib.bone;
  const top = above ? end[1] - height : end[1];
  return {
    rib,
    column,
    above,
    end,
    joint: [joint, spine],
    label: { x: end[0] - width / 2, y: top, width, height },
    twigs: twigs(rib, joint, spine, above),
  };
}

/**
 * Each factor stands above its twig, on the lower ribs too, so twigs start a text lower there.
 *
 * @param {Rib} rib
 * @param {number} joint
 * @param {number} spine
 * @param {boolean} above
 * @returns {Twig[]}
 */
function twigs({ factors }, joint, spine, above) {
  let away = LIFT;
  return factors.map((factor) => {
    const { height } = factor.stack;
    const y = above ? spine - away : spine + away + height - 4;
    const tip = joint - SLANT * Math.abs(y - spine);
    away += height + GAP;
    return { factor, x: tip - TEXT - (above ? SLANT * height : 0) - 16, y, end: tip - 2, height };
  });
}

/**
 * How far every rib of one side reaches: as far as the longest, so that labels stay clear.
 *
 * @param {Rib[]} half
 */
function reach(half) {
  const needed = half.map(({ factors }) =>
    factors.reduce((sum, factor) => sum + factor.stack.height + GAP, LIFT),
  );
  return Math.max(0, ...needed);
}

/** @param {Rib} rib */
function labelHeight({ bone }) {
  return linesHeight(bone.lines, LABEL) + 12;
}
