/** Links and causes said in sentences, in the words of the record. */

/** @typedef {import("./graph.js").Graph} Graph */
/** @typedef {import("./graph.js").Link} Link */

/**
 * @param {Graph} graph
 * @param {Link} link
 * @returns {string} `C2 “…” led to C1 “…”, because … (probable), supported by E2, contradicted by E5.`
 */
export function linkSentence(graph, link) {
  const said = [
    `${named(graph, link.cause)} led to ${named(graph, link.effect)}`,
    `because ${bare(link.mechanism)} (${link.confidence})`,
    link.evidence.length ? `supported by ${joined(link.evidence)}` : "supported by no evidence yet",
  ];
  if (link.against.length) said.push(`contradicted by ${joined(link.against)}`);
  return `${said.join(", ")}.`;
}

/**
 * @param {Graph} graph
 * @param {string} id
 * @returns {string} a cause by its identifier and its statement
 */
export function named(graph, id) {
  return `${id} “${bare(graph.cause.get(id)?.statement ?? "")}”`;
}

/**
 * @param {Graph} graph
 * @param {string} id of a cause or a link
 * @returns {string}
 */
export function removalQuestion(graph, id) {
  const link = graph.link.get(id);
  if (link) {
    const [cause, effect] = [named(graph, link.cause), named(graph, link.effect)];
    return `Remove the link from ${cause} to ${effect}? Undo brings it back.`;
  }
  const links = (graph.into.get(id)?.length ?? 0) + (graph.from.get(id)?.length ?? 0);
  const also = links ? ` ${counted(links, "link")} of it ${links === 1 ? "goes" : "go"} too.` : "";
  return `Remove ${named(graph, id)}?${also} Undo brings it back.`;
}

/**
 * @param {string[]} words
 * @returns {string} `E1, E2 and E5`
 */
export function joined(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/**
 * @param {number} number
 * @param {string} one
 * @returns {string} `1 link`, `3 links`
 */
export function counted(number, one) {
  return `${number} ${one}${number === 1 ? "" : "s"}`;
}

/** @param {string} text */
function bare(text) {
  return text
    .split(/\s+/)
    .join(" ")
    .trim()
    .replace(/[.;, ]+$/, "");
}
