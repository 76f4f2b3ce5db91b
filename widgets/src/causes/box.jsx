import { Mark, Stack } from "../drawing/marks.jsx";
import { Still } from "../drawing/still.js";
import { GATE } from "./layout.js";
import { Outline } from "./shape.jsx";

/** @typedef {import("./graph.js").Box} Box */
/** @typedef {import("./layout.js").Direction} Direction */

const SIDE = 15;
const PAD = 9;

/**
 * A cause: what it is, its words and its marks.
 *
 * @typedef {{box: Box, x: number, y: number, sideways: boolean, stop: boolean,
 *   selected: boolean, aim: string | null, end: "from" | "over" | null}} BoxProps
 *   `x`, `y` are its upper left corner; `sideways` is a graph that leads to the right; `stop` is the one that Tab reaches; `aim` says in words
 *   what a link to it would be while one is being drawn, `end` whether that begins here or would
 *   end here
 * @extends {Still<BoxProps>}
 */
export class CauseBox extends Still {
  /** @override */
  render() {
    const { box, x, y, sideways, stop, selected, aim, end } = /** @type {BoxProps} */ (this.props);
    const { width, height, type } = box;
    const light = type === "outcome";
    const handle = sideways ? [width, height / 2] : [width / 2, 0];
    return (
      <g
        class={["rca-cause", aim !== null && "rca-aim", end && `rca-${end}`]
          .filter(Boolean)
          .join(" ")}
        data-cause={box.id}
        data-edit={box.id}
        role="button"
        tabindex={stop ? 0 : -1}
        aria-label={aim ? `${aim} ${box.label}` : box.label}
        aria-current={selected ? "true" : undefined}
        style={{ transform: `translate(${x}px, ${y}px)` }}
      >
        <rect class="rca-ring" x={-5} y={-5} width={width + 10} height={height + 10} rx={4} />
        <g aria-hidden="true">
          <Outline type={type} width={width} height={height} />
          {box.small ? (
            <Small box={box} />
          ) : (
            <>
              <Stack stack={box.stack} x={SIDE} y={PAD} />
              {box.badges.map((badge) => (
                <g key={badge.words} class={light ? "rca-badge rca-badge-light" : "rca-badge"}>
                  <rect {...badge} rx={badge.height / 2} />
                  <polygon points={arrowIn(badge)} />
                  <text x={badge.x + 19} y={badge.y + 13.3} font-size={11} font-weight={700}>
                    {badge.words}
                  </text>
                </g>
              ))}
            </>
          )}
          <g class="rca-handle" data-handle={box.id}>
            <circle class="rca-touch" cx={handle[0]} cy={handle[1]} r={14} />
            <circle cx={handle[0]} cy={handle[1]} r={8} />
            <path d={`M${handle[0] - 4} ${handle[1]}h8M${handle[0]} ${handle[1] - 4}v8`} />
          </g>
        </g>
      </g>
    );
  }
}

/**
 * Where links enter: whether all of the causes were needed, or any one of them.
 *
 * @typedef {{id: string, combination: "all" | "any", x: number, y: number}} GateProps
 *   `x`, `y` are its centre
 * @extends {Still<GateProps>}
 */
export class Gate extends Still {
  /** @override */
  render() {
    const { id, combination, x, y } = /** @type {GateProps} */ (this.props);
    const all = combination === "all";
    const { width, height } = GATE;
    return (
      <g
        class="rca-gate"
        data-gate={id}
        role="button"
        tabindex={-1}
        aria-label={
          all
            ? `${id}: all of its causes together. Change to any one alone.`
            : `${id}: any one of its causes alone. Change to all together.`
        }
        style={{ transform: `translate(${x}px, ${y}px)` }}
      >
        <rect class="rca-touch" x={-width / 2} y={-12} width={width} height={24} />
        <rect
          class="rca-fill-ink"
          x={-width / 2}
          y={-height / 2}
          width={width}
          height={height}
          rx={all ? 2 : 9}
        />
        <text
          class="rca-tone-ground"
          y={4}
          font-size={11}
          font-weight={700}
          text-anchor="middle"
          aria-hidden="true"
        >
          {all ? "AND" : "OR"}
        </text>
      </g>
    );
  }
}

/** @param {{box: Box}} props */
function Small({ box: { id, type, width, height, stack } }) {
  return (
    <>
      <text
        class={`rca-tone-${type === "outcome" ? "ground" : "ink"}`}
        x={width / 2}
        y={height / 2 + 4.2}
        font-size={12}
        font-weight={700}
        text-anchor="middle"
      >
        {id}
      </text>
      {stack.paragraphs.some((one) => one.mark === "warn") && <Mark mark="warn" x={width} y={2} />}
    </>
  );
}

/** @param {import("./graph.js").Badge} badge */
function arrowIn({ x, y, height }) {
  return `${x + 8},${y + 5} ${x + 15},${y + height / 2} ${x + 8},${y + height - 5}`;
}
