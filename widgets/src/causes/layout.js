/**
 * Where boxes and links stand, as the record places them: Graphviz gets boxes of a fixed size and
 * gives places and curves. Only sizes go in, never words.
 *
 * @typedef {"BT" | "LR"} Direction
 * @typedef {[number, number]} Point
 * @typedef {{id: string, width: number, height: number, gate: boolean}} Sized
 * @typedef {{id: string, cause: string, effect: string}} Ends
 * @typedef {{direction: Direction, ranks: number}} Shape
 * @typedef {{boxes: Sized[], links: Ends[], directions: Direction[], shape: Shape | null,
 *   close: boolean}} Request
 *   `close` is for boxes so small that little room between them is enough; `shape` is how it was laid out before: kept, so that one new cause does not turn all round
 * @typedef {{points: Point[], tip: Point}} Curve cubic Bézier points, 1 + 3n of them
 * @typedef {object} Layout
 * @property {Direction} direction
 * @property {number} ranks
 * @property {boolean} close
 * @property {number} width
 * @property {number} height
 * @property {Record<string, Point>} centres by cause
 * @property {Record<string, Curve>} curves by link
 */

/** The width and height of an AND or OR mark, where links enter a box. */
export const GATE = Object.freeze({ width: 34, height: 18 });

const PAGE = { width: 1000, height: 1300, least: 0.68 };
const RANKS = [1, 2, 3];
const POINTS_PER_INCH = 72;
const ROOM = { wide: { between: 18, ranks: 50 }, close: { between: 8, ranks: 26 } };

/**
 * @param {Sized} box
 * @param {Direction} direction
 * @returns {{width: number, height: number}} the room of a box with its gate
 */
export function roomOf(box, direction) {
  const { width, height } = box;
  if (!box.gate) return { width, height };
  return direction === "LR"
    ? { width: width + GATE.width, height }
    : { width, height: height + GATE.height };
}

/**
 * @param {Request} request
 * @param {(source: string) => any} engine from the DOT language to Graphviz's JSON
 * @returns {Layout} the one that has to be shrunk least to fit a page of the record
 */
export function bestLayout(request, engine) {
  if (request.shape) return laidOut(request, request.shape, engine);
  /** @type {{shrunk: number, layout: Layout}[]} */
  const tried = [];
  for (const ranks of RANKS) {
    for (const direction of request.directions) {
      const layout = laidOut(request, { direction, ranks }, engine);
      const { width, height, least } = PAGE;
      tried.push({
        shrunk: Math.max(layout.width / width, layout.height / height, least),
        layout,
      });
    }
    if (Math.min(...tried.map((one) => one.shrunk)) < 1) break;
  }
  return tried.reduce((best, one) => (one.shrunk < best.shrunk ? one : best)).layout;
}

/**
 * Links from causes without causes of their own get lengths of 1, 2, … `ranks` in turn, so that a
 * row of many stands in several.
 *
 * @param {Ends[]} links
 * @param {number} ranks
 * @returns {number[]} the length of each link, in steps
 */
export function lengths(links, ranks) {
  const effects = new Set(links.map((link) => link.effect));
  /** @type {Map<string, number>} */
  const seen = new Map();
  return links.map(({ cause, effect }) => {
    if (effects.has(cause)) return 1;
    const before = seen.get(effect) ?? 0;
    seen.set(effect, before + 1);
    return 1 + (before % ranks);
  });
}

/**
 * @param {Request} request
 * @param {Shape} shape
 * @returns {string} the graph in the DOT language, boxes numbered and without words
 */
export function dotSource({ boxes, links, close }, { direction, ranks }) {
  const number = new Map(boxes.map((box, n) => [box.id, n]));
  const [leave, enter] = direction === "LR" ? ["e", "w"] : ["n", "s"];
  const steps = lengths(links, ranks);
  const room = close ? ROOM.close : ROOM.wide;
  return [
    `digraph { rankdir=${direction} nodesep=${inches(room.between)} ranksep=${inches(room.ranks)} splines=true`,
    'node [shape=box fixedsize=true label=""] edge [arrowsize=0.7]',
    ...boxes.map((box, n) => {
      const { width, height } = roomOf(box, direction);
      return `n${n} [width=${inches(width)} height=${inches(height)}]`;
    }),
    ...links.map(
      ({ cause, effect }, n) =>
        `n${number.get(cause)}:${leave} -> n${number.get(effect)}:${enter} [id=e${n} minlen=${steps[n]}]`,
    ),
    "}",
  ].join("\n");
}

/**
 * @param {Request} request
 * @param {Shape} shape
 * @param {(source: string) => any} engine
 * @returns {Layout}
 */
function laidOut(request, shape, engine) {
  const drawn = engine(dotSource(request, shape));
  const [, , width, height] = drawn.bb.split(",").map(Number);
  return {
    ...shape,
    close: request.close,
    width,
    height,
    centres: Object.fromEntries(
      (drawn.objects ?? []).map((/** @type {any} */ one) => [
        request.boxes[Number(one.name.slice(1))].id,
        point(one.pos, height),
      ]),
    ),
    curves: Object.fromEntries(
      (drawn.edges ?? []).map((/** @type {any} */ one) => [
        request.links[Number(one.id.slice(1))].id,
        curve(one.pos, height),
      ]),
    ),
  };
}

/**
 * @param {string} written a B-spline such as `e,9,9 0,0 1,1 2,2 3,3`; `e` is the tip
 * @param {number} height
 * @returns {Curve}
 */
function curve(written, height) {
  const parts = written.split(" ");
  const tip = parts.find((part) => part.startsWith("e,"));
  const points = parts.filter((part) => !/^[es],/.test(part)).map((part) => point(part, height));
  return { points, tip: tip ? point(tip.slice(2), height) : points[points.length - 1] };
}

/**
 * @param {string} written
 * @param {number} height
 * @returns {Point} with y growing downwards
 */
function point(written, height) {
  const [x, y] = written.split(",").map(Number);
  return [x, height - y];
}

/** @param {number} units */
function inches(units) {
  return (units / POINTS_PER_INCH).toFixed(4);
}
