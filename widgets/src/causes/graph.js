/**
 * The causal graph as the view holds it: causes, links, and who leads to whom.
 *
 * @typedef {{lines: string[], size: number, bold: boolean, mark: string | null, tone: string}} Paragraph
 * @typedef {{height: number, paragraphs: Paragraph[]}} Stack
 * @typedef {{words: string, x: number, y: number, width: number, height: number}} Badge
 * @typedef {object} Box
 * @property {string} id
 * @property {string} type
 * @property {"all" | "any" | null} combination
 * @property {Stack} stack
 * @property {Badge[]} badges
 * @property {number} width
 * @property {number} height
 * @property {string} label
 * @property {boolean} [small] whether only its identifier is shown
 *
 * @typedef {object} Cause
 * @property {string} id
 * @property {number} version
 * @property {string} statement
 * @property {string} type
 * @property {"all" | "any"} combination
 * @property {Box} box
 *
 * @typedef {object} Link
 * @property {string} id
 * @property {number} version
 * @property {string} cause
 * @property {string} effect
 * @property {string} mechanism
 * @property {string} confidence
 * @property {string[]} evidence
 * @property {string[]} against
 *
 * @typedef {object} Graph
 * @property {Cause[]} causes
 * @property {Link[]} links
 * @property {Map<string, Cause>} cause
 * @property {Map<string, Link>} link
 * @property {Map<string, Link[]>} into   links that lead to a cause
 * @property {Map<string, Link[]>} from   links that a cause leads along
 */

/**
 * @param {{sections: {kind: string, rows: {id: string, version: number, data: Record<string, any>}[]}[], extra: Record<string, any>}} view
 * @returns {Graph} causes that have a box, and links whose two ends are among them
 */
export function graphOf(view) {
  /** @type {Box[]} */
  const boxes = view.extra.boxes;
  const box = new Map(boxes.map((one) => [one.id, one]));
  const causes = rowsOf(view, "cause").flatMap((row) => {
    const held = box.get(row.id);
    if (!held) return [];
    const { statement, type, combination = "all" } = row.data;
    return [{ id: row.id, version: row.version, statement, type, combination, box: held }];
  });
  const cause = new Map(causes.map((one) => [one.id, one]));
  const links = rowsOf(view, "link")
    .filter((row) => cause.has(row.data.cause) && cause.has(row.data.effect))
    .map(linkOf);
  return {
    causes,
    links,
    cause,
    link: new Map(links.map((one) => [one.id, one])),
    into: grouped(causes, links, "effect"),
    from: grouped(causes, links, "cause"),
  };
}

/**
 * @param {Graph} graph
 * @returns {Graph} the same with small boxes, as the record draws the whole of a large graph
 */
export function inSmall(graph) {
  const causes = graph.causes.map((one) => ({
    ...one,
    box: { ...one.box, width: 48, height: 24, combination: null, small: true },
  }));
  return { ...graph, causes, cause: new Map(causes.map((one) => [one.id, one])) };
}

/**
 * @param {Graph} graph
 * @param {string} cause
 * @param {string} effect
 * @returns {string[] | null} the circle that a link from `cause` to `effect` would close
 */
export function circleBy(graph, cause, effect) {
  const before = new Map([[effect, ""]]);
  const waiting = [effect];
  for (const one of waiting) {
    if (one === cause) return back(before, one);
    for (const link of graph.from.get(one) ?? []) {
      if (before.has(link.effect)) continue;
      before.set(link.effect, one);
      waiting.push(link.effect);
    }
  }
  return null;
}

/**
 * @param {Record<string, [number, number]>} times the earliest and latest moment of each cause
 * @param {string} cause
 * @param {string} effect
 * @returns {boolean} whether the cause surely came after the effect
 */
export function cameLater(times, cause, effect) {
  const [begins, ends] = [times[cause]?.[0], times[effect]?.[1]];
  return begins !== undefined && ends !== undefined && ends < begins;
}

/**
 * @param {{sections: {kind: string, rows: any[]}[]}} view
 * @param {string} kind
 */
function rowsOf(view, kind) {
  return view.sections.find((section) => section.kind === kind)?.rows ?? [];
}

/**
 * @param {{id: string, version: number, data: Record<string, any>}} row
 * @returns {Link}
 */
function linkOf({ id, version, data }) {
  return {
    id,
    version,
    cause: data.cause,
    effect: data.effect,
    mechanism: data.mechanism,
    confidence: data.confidence,
    evidence: data.evidence ?? [],
    against: data.evidence_against ?? [],
  };
}

/**
 * @param {Cause[]} causes
 * @param {Link[]} links
 * @param {"cause" | "effect"} end
 * @returns {Map<string, Link[]>}
 */
function grouped(causes, links, end) {
  /** @type {Map<string, Link[]>} */
  const found = new Map(causes.map((one) => [one.id, []]));
  for (const link of links) found.get(link[end])?.push(link);
  return found;
}

/**
 * @param {Map<string, string>} before
 * @param {string} last
 */
function back(before, last) {
  const path = [];
  for (let one = last; one; one = before.get(one) ?? "") path.unshift(one);
  return path;
}
