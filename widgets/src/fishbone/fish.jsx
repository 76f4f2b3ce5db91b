import { useMemo } from "preact/hooks";

import { ArrowHead, Lines, Stack, linesHeight } from "../drawing/marks.jsx";
import { Still } from "../drawing/still.js";
import { TWIG_WIDTH, layOutFish } from "./layout.js";

/** @typedef {import("./fish.js").Fish} FishValue */
/** @typedef {import("./layout.js").Twig} TwigValue */

/**
 * One fish. What is pointed at is found by `data-factor`, `data-problem` and `data-bone`.
 *
 * @param {{fish: FishValue, scale: number, current: string | null, over: string | null,
 *   keys: string}} props `over` is the bone that something is being dragged to
 */
export function Fish({ fish, scale, current, over, keys }) {
  const layout = useMemo(() => layOutFish(fish), [fish]);
  const { width, height, ribs } = layout;
  const factors = ribs.flatMap((one) => one.twigs.map((twig) => twig.factor.id));
  const stop = factors.includes(current ?? "") ? current : fish.id;
  return (
    <svg
      class="rca-fish"
      role="application"
      aria-roledescription="fishbone"
      aria-label={`Fishbone of ${fish.id}: ${fish.statement}`}
      aria-describedby={keys}
      viewBox={`0 0 ${width} ${height}`}
      width={width * scale}
      height={height * scale}
    >
      <Spine fish={fish} layout={layout} />
      {ribs.map(({ rib, end, joint, label, twigs }) => (
        <g
          key={rib.bone.value}
          class={over === rib.bone.value ? "rca-rib rca-over" : "rca-rib"}
          data-bone={rib.bone.value}
          data-of={fish.id}
        >
          <g aria-hidden="true">
            <path class="rca-touch" d={`M${end.join(" ")}L${joint.join(" ")}`} />
            <path class="rca-rib-line" d={`M${end.join(" ")}L${joint.join(" ")}`} />
            <rect class="rca-outline rca-fill-wash" rx={3} {...label} />
            <Lines
              x={end[0]}
              y={label.y + 6}
              lines={rib.bone.lines}
              size={13}
              bold
              anchor="middle"
            />
          </g>
          {twigs.map((twig) => (
            <Twig
              key={twig.factor.id}
              factor={twig.factor}
              x={twig.x}
              y={twig.y}
              end={twig.end}
              stop={twig.factor.id === stop}
              selected={twig.factor.id === current}
            />
          ))}
        </g>
      ))}
      <Head fish={fish} layout={layout} stop={stop === fish.id} selected={current === fish.id} />
    </svg>
  );
}

/** @param {{fish: FishValue, layout: import("./layout.js").Layout}} props */
function Spine({ layout: { spine } }) {
  const { y, to } = spine;
  return (
    <g aria-hidden="true">
      <path class="rca-spine" d={`M22 ${y}H${to}`} />
      <polygon class="rca-fill-ink" points={`8,${y - 16} 30,${y} 8,${y + 16} 16,${y}`} />
    </g>
  );
}

/**
 * @param {{fish: FishValue, layout: import("./layout.js").Layout, stop: boolean,
 *   selected: boolean}} props
 */
function Head({ fish, layout: { head, spine }, stop, selected }) {
  const { x, y, width, height } = head;
  const corners = [
    [x, y],
    [x + width - 22, y],
    [x + width, spine.y],
    [x + width - 22, y + height],
    [x, y + height],
  ];
  return (
    <g
      class="rca-head-of-fish"
      data-problem={fish.id}
      data-edit={fish.id}
      role="button"
      tabindex={stop ? 0 : -1}
      aria-label={`${fish.id}, problem: ${fish.statement}`}
      aria-current={selected ? "true" : undefined}
    >
      <rect class="rca-ring" x={x - 5} y={y - 5} width={width + 10} height={height + 10} rx={4} />
      <g aria-hidden="true">
        <polygon class="rca-fill-ink" points={corners.map((one) => one.join(",")).join(" ")} />
        <Lines
          x={x + 14}
          y={spine.y - linesHeight(fish.lines, 14) / 2}
          lines={fish.lines}
          size={14}
          bold
          tone="ground"
        />
      </g>
    </g>
  );
}

/**
 * @typedef {{factor: import("./fish.js").Factor, x: number, y: number, end: number, stop: boolean,
 *   selected: boolean}} TwigProps
 * @extends {Still<TwigProps>}
 */
class Twig extends Still {
  /** @override */
  render() {
    const { factor, x, y, end, stop, selected } = /** @type {TwigProps} */ (this.props);
    const { height } = factor.stack;
    const top = y - height - 5;
    return (
      <g
        class="rca-twig"
        data-factor={factor.id}
        data-edit={factor.id}
        role="button"
        tabindex={stop ? 0 : -1}
        aria-label={factor.label}
        aria-current={selected ? "true" : undefined}
      >
        <rect class="rca-touch" x={x} y={top} width={TWIG_WIDTH} height={height + 12} />
        <rect
          class="rca-ring"
          x={x - 5}
          y={top - 2}
          width={TWIG_WIDTH + 8}
          height={height + 13}
          rx={4}
        />
        <g aria-hidden="true">
          <TwigLine x={x} y={y} end={end} helped={factor.helped} />
          <Stack stack={factor.stack} x={x} y={y - height - 3} />
        </g>
      </g>
    );
  }
}

/**
 * What contributed points at the rib; what helped stops short of it.
 *
 * @param {{x: number, y: number, end: number, helped: boolean}} props
 */
export function TwigLine({ x, y, end, helped }) {
  return helped ? (
    <g class="rca-twig-well">
      <path d={`M${x} ${y}H${end - 4}`} stroke-width={1.8} stroke-dasharray="6 4" />
      <path d={`M${end - 4} ${y - 6}V${y + 6}`} stroke-width={2.5} />
    </g>
  ) : (
    <g class="rca-twig-line">
      <path d={`M${x} ${y}H${end - 6}`} stroke-width={1.5} />
      <ArrowHead tip={[end, y]} towards={[x, y]} size={9} />
    </g>
  );
}
