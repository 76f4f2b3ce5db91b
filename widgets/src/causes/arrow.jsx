import { ArrowHead, Mark } from "../drawing/marks.jsx";
import { Still } from "../drawing/still.js";

/** @typedef {import("./layout.js").Curve} Curve */
/** @typedef {import("./layout.js").Point} Point */

/** @type {Record<string, {dash?: string, width: number}>} */
const STYLES = {
  established: { width: 2.2 },
  probable: { dash: "8 5", width: 1.8 },
  possible: { dash: "0.1 5", width: 2.4 },
};

/**
 * A link: how sure it is by its line, evidence against it and warnings by a mark in its middle.
 *
 * @typedef {{id: string, curve: Curve, confidence: string, doubted: boolean, warned: boolean,
 *   label: string, stop: boolean, selected: boolean}} ArrowProps
 * @extends {Still<ArrowProps>}
 */
export class Arrow extends Still {
  /** @override */
  render() {
    const { id, curve, confidence, doubted, warned, label, stop, selected } =
      /** @type {ArrowProps} */ (this.props);
    const { dash, width } = STYLES[confidence];
    const commands = pathOf(curve);
    const [x, y] = middle(curve);
    return (
      <g
        class="rca-link"
        data-link={id}
        data-edit={id}
        role="button"
        tabindex={stop ? 0 : -1}
        aria-label={label}
        aria-current={selected ? "true" : undefined}
      >
        <path class="rca-touch" d={commands} />
        <path class="rca-ring" d={commands} />
        <path class="rca-line" d={commands} stroke-dasharray={dash} stroke-width={width} />
        <ArrowHead tip={curve.tip} towards={curve.points[curve.points.length - 1]} />
        <g aria-hidden="true">
          {doubted && (
            <g class="rca-doubt">
              <circle cx={x} cy={y} r={8.5} />
              <text x={x} y={y + 4.6} font-size={13} font-weight={700} text-anchor="middle">
                ?
              </text>
            </g>
          )}
          {warned && (
            <g class="rca-warned">
              <circle cx={x + (doubted ? 19 : 0)} cy={y} r={9.5} />
              <Mark mark="warn" x={x + (doubted ? 19 : 0)} y={y - 1} />
            </g>
          )}
        </g>
      </g>
    );
  }
}

/** @param {Curve} curve */
function pathOf({ points: [[x, y], ...rest] }) {
  return `M${x} ${y}C${rest.map((point) => point.join(",")).join(" ")}`;
}

/**
 * A point near the middle of a curve: halfway along its middle piece.
 *
 * @param {Curve} curve
 * @returns {Point}
 */
function middle({ points }) {
  const pieces = (points.length - 1) / 3;
  const [a, b, c, d] = points.slice(Math.floor(pieces / 2) * 3);
  return [(a[0] + 3 * b[0] + 3 * c[0] + d[0]) / 8, (a[1] + 3 * b[1] + 3 * c[1] + d[1]) / 8];
}
