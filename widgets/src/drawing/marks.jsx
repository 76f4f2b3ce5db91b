/** What every drawing is made of, with the look of the record: stacks of text, marks, arrows. */

/** @typedef {[number, number]} Point */
/** @typedef {{lines: string[], size: number, bold: boolean, mark: string | null, tone: string}} Paragraph */

const LINE_HEIGHT = 1.3;
const MARK_WIDTH = 18;
const BETWEEN = 4;

/**
 * Paragraphs one below the other, from the upper left corner.
 *
 * @param {{stack: {paragraphs: Paragraph[]}, x: number, y: number}} props
 */
export function Stack({ stack, x, y }) {
  let top = y;
  return stack.paragraphs.map((one, n) => {
    const at = top;
    top += one.lines.length * one.size * LINE_HEIGHT + BETWEEN;
    return (
      <g key={n} class="rca-words">
        {one.mark && <Mark mark={one.mark} x={x + 7} y={at + (one.size * LINE_HEIGHT) / 2} />}
        <Lines x={x + (one.mark ? MARK_WIDTH : 0)} y={at} {...one} />
      </g>
    );
  });
}

/**
 * @param {{x: number, y: number, lines: string[], size: number, bold?: boolean, tone?: string,
 *   anchor?: "start" | "middle"}} props `y` is the upper edge of the first line
 */
export function Lines({ x, y, lines, size, bold = false, tone = "ink", anchor = "start" }) {
  return lines.map((words, n) => (
    <text
      key={n}
      x={x}
      y={y + size * (0.98 + n * LINE_HEIGHT)}
      font-size={size}
      font-weight={bold ? 700 : undefined}
      text-anchor={anchor}
      class={`rca-tone-${tone}`}
    >
      {words}
    </text>
  ));
}

/**
 * @param {string[]} lines
 * @param {number} size
 * @returns {number} the height of lines of text
 */
export function linesHeight(lines, size) {
  return lines.length * size * LINE_HEIGHT;
}

/**
 * A mark by its centre, about 13 units wide; words always stand beside it.
 *
 * @param {{mark: string, x: number, y: number}} props
 */
export function Mark({ mark, x, y }) {
  if (mark === "well") {
    return (
      <g class="rca-mark-well">
        <circle cx={x} cy={y} r={6} />
        <path d={`M${x - 2.8} ${y + 0.2}L${x - 0.8} ${y + 2.3}L${x + 3} ${y - 2.3}`} />
      </g>
    );
  }
  return (
    <g class="rca-mark-warn">
      <polygon points={`${x},${y - 6} ${x + 6.6},${y + 6} ${x - 6.6},${y + 6}`} />
      <text x={x} y={y + 4.3} font-size={8.6} font-weight={700} text-anchor="middle">
        !
      </text>
    </g>
  );
}

/**
 * An arrow head at `tip` that points away from `towards`.
 *
 * @param {{tip: Point, towards: Point, size?: number}} props
 */
export function ArrowHead({ tip, towards, size = 10 }) {
  const [x, y] = [tip[0] - towards[0], tip[1] - towards[1]];
  const length = Math.hypot(x, y) || 1;
  const [ux, uy] = [x / length, y / length];
  const [bx, by] = [tip[0] - ux * size, tip[1] - uy * size];
  const half = size * 0.42;
  const corners = [tip, [bx - uy * half, by + ux * half], [bx + uy * half, by - ux * half]];
  return <polygon class="rca-head" points={corners.map((one) => one.join(",")).join(" ")} />;
}
