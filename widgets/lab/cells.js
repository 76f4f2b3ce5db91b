/** Which code cells of a notebook are the template's, and may run when it is opened. */

const PARAMETERS = [
  /^case_id: str = "C-[0-9]{4,}"/,
  /^as_of: int = [0-9]{1,9}(?= |$)/,
  /^record_date: str = "(\d{4}-\d{2}-\d{2})?"/,
];

// Python ends a comment, and begins a statement, at a carriage return too
const COMMENT = /^( {2}# [^\p{Cc}\p{Zl}\p{Zp}]*)?$/u;

/**
 * Tell whether `source` is the parameters cell of a template with only its three values filled in.
 *
 * @param {string} source
 * @returns {boolean}
 */
export function isParameters(source) {
  const lines = source.trimEnd().split("\n");
  return (
    lines.length === PARAMETERS.length &&
    lines.every((line, n) => {
      const value = PARAMETERS[n].exec(line);
      return value !== null && COMMENT.test(line.slice(value[0].length));
    })
  );
}

/**
 * Part the code cells of a notebook: those the template holds, word for word, and all others.
 *
 * @template {{source: string}} Cell
 * @param {readonly Cell[]} cells the notebook's code cells, in their order
 * @param {readonly string[] | undefined} template the sources of the template's code cells
 * @returns {{known: Cell[], own: Cell[]}}
 */
export function partCells(cells, template) {
  const shipped = new Set(template ?? []);
  const isKnown = (/** @type {Cell} */ cell) =>
    template !== undefined && (shipped.has(cell.source) || isParameters(cell.source));
  const written = cells.filter((cell) => cell.source.trim() !== "");
  return { known: written.filter(isKnown), own: written.filter((cell) => !isKnown(cell)) };
}
