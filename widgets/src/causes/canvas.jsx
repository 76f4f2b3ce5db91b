import { useMemo, useRef, useState } from "preact/hooks";

import { pan } from "../drawing/viewport.js";
import { Arrow } from "./arrow.jsx";
import { CauseBox, Gate } from "./box.jsx";
import { GATE, roomOf } from "./layout.js";
import { linkSentence } from "./sentence.js";

/** @typedef {import("./graph.js").Graph} Graph */
/** @typedef {import("./layout.js").Layout} Layout */
/** @typedef {{id: string, x: number, y: number, width: number, height: number}} Placed */
/** @typedef {{from: Placed, x: number, y: number, over: string | null, left: number, top: number}} Drag */

const MARGIN = 18;

/**
 * @param {Layout} layout
 * @returns {{width: number, height: number}} the whole drawing with its margins
 */
export function sizeOf(layout) {
  return { width: layout.width + 2 * MARGIN, height: layout.height + 2 * MARGIN };
}

/**
 * @param {Graph} graph
 * @param {Layout} layout
 * @returns {Map<string, Placed>} boxes by their upper left corner, their gates left out
 */
export function placed(graph, layout) {
  return new Map(
    graph.causes.flatMap(({ id, box }) => {
      const centre = layout.centres[id];
      if (!centre) return [];
      const { width, height, combination } = box;
      const gate = combination !== null;
      const room = roomOf({ id, width, height, gate }, layout.direction);
      const x = centre[0] + MARGIN + room.width / 2 - width;
      return [[id, { id, x, y: centre[1] + MARGIN - room.height / 2, width, height }]];
    }),
  );
}

/**
 * The graph itself. It knows where things are and says what was pointed at; what that means is
 * for the drawing around it.
 *
 * @param {{graph: Graph, layout: Layout, marks: Record<string, string[]>, scale: number,
 *   current: string | null, aims: Record<string, string> | null, aiming: string | null,
 *   label: string, keys: string,
 *   onKey: (event: KeyboardEvent) => void, onReach: (id: string) => void,
 *   onOpen: (id: string) => void, onGate: (id: string) => void,
 *   onDrag: (cause: string | null) => void, onConnect: (cause: string, effect: string) => void,
 *   onFocus: (id: string) => void, frame: {current: HTMLDivElement | null}}} props
 *   `aims` says of each cause what a link to it from `aiming` would be, while one is being drawn
 */
export function Canvas(props) {
  /** @param {FocusEvent} event */
  const focus = (event) => {
    const id = dataOf(event, "cause") ?? dataOf(event, "link");
    if (id && id !== props.current) props.onFocus(id);
  };
  // not on the svg itself: with a listener for focus it would take the focus
  return (
    <div onFocusCapture={focus}>
      <Picture {...props} />
    </div>
  );
}

/** @param {Parameters<typeof Canvas>[0]} props */
function Picture(props) {
  const { graph, layout, marks, scale, current, aims, aiming, frame } = props;
  const svg = useRef(/** @type {SVGSVGElement | null} */ (null));
  const [drag, setDrag] = useState(/** @type {Drag | null} */ (null));
  const places = useMemo(() => placed(graph, layout), [graph, layout]);
  const curves = useMemo(() => moved(layout), [layout]);
  const sentences = useMemo(
    () => new Map(graph.links.map((link) => [link.id, sentenceOf(graph, link, marks)])),
    [graph, marks],
  );
  const size = sizeOf(layout);
  const stop = places.has(current ?? "") || curves[current ?? ""] ? current : graph.causes[0]?.id;

  /** @param {PointerEvent} event */
  const at = (event) => {
    const corner = svg.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return { x: (event.clientX - corner.left) / scale, y: (event.clientY - corner.top) / scale };
  };

  /** @param {PointerEvent} event */
  const press = (event) => {
    if (event.button !== 0) return;
    const from = places.get(dataOf(event, "handle") ?? "");
    if (from) {
      event.preventDefault();
      svg.current?.setPointerCapture(event.pointerId);
      setDrag({ from, ...at(event), over: null, left: event.clientX, top: event.clientY });
      props.onDrag(from.id);
    } else if (!(/** @type {Element} */ (event.target).closest("[role=button]")) && frame.current) {
      pan(event, frame.current);
    }
  };

  /** @param {PointerEvent} event */
  const move = (event) => {
    if (!drag) return;
    const { x, y } = at(event);
    const found = [...places.values()].find((one) => holds(one, x, y));
    const over = found && found !== drag.from ? found.id : null;
    setDrag({ ...drag, x, y, over, left: event.clientX, top: event.clientY });
  };

  const release = () => {
    if (!drag) return;
    setDrag(null);
    props.onDrag(null);
    if (drag.over) props.onConnect(drag.from.id, drag.over);
  };

  /** @param {string} id */
  const endAt = (id) => {
    if (id === aiming) return "from";
    return id === drag?.over ? "over" : null;
  };

  /** @param {MouseEvent} event */
  const click = (event) => {
    const gate = dataOf(event, "gate");
    if (gate) return props.onGate(gate);
    const id = dataOf(event, "cause") ?? dataOf(event, "link");
    if (id) props.onReach(id);
  };

  return (
    <>
      <svg
        ref={svg}
        class="rca-graph"
        role="application"
        aria-roledescription="causal graph"
        aria-label={props.label}
        aria-describedby={props.keys}
        viewBox={`0 0 ${size.width} ${size.height}`}
        width={size.width * scale}
        height={size.height * scale}
        onKeyDown={props.onKey}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={() => {
          setDrag(null);
          props.onDrag(null);
        }}
        onClick={click}
        onDblClick={(event) => {
          const id = dataOf(event, "cause");
          if (id) props.onOpen(id);
        }}
      >
        {graph.links.map((link) =>
          curves[link.id] ? (
            <Arrow
              key={link.id}
              id={link.id}
              curve={curves[link.id]}
              confidence={link.confidence}
              doubted={link.against.length > 0}
              warned={Boolean(marks[link.id])}
              label={sentences.get(link.id) ?? ""}
              stop={link.id === stop}
              selected={link.id === current}
            />
          ) : null,
        )}
        {graph.causes.map(({ id, box }) => {
          const place = places.get(id);
          return place ? (
            <CauseBox
              key={id}
              box={box}
              x={place.x}
              y={place.y}
              sideways={layout.direction === "LR"}
              stop={id === stop}
              selected={id === current}
              aim={aims?.[id] ?? null}
              end={endAt(id)}
            />
          ) : null;
        })}
        {graph.causes.map(({ id, box }) => {
          const place = places.get(id);
          return place && box.combination ? (
            <Gate
              key={id}
              id={id}
              combination={box.combination}
              x={layout.direction === "LR" ? place.x - GATE.width / 2 : place.x + place.width / 2}
              y={
                layout.direction === "LR"
                  ? place.y + place.height / 2
                  : place.y + place.height + GATE.height / 2
              }
            />
          ) : null;
        })}
        {drag && <path class="rca-drag" d={`M${leaving(drag.from, layout)}L${drag.x} ${drag.y}`} />}
      </svg>
      {drag && (
        <p class="rca-ghost" style={{ left: `${drag.left + 14}px`, top: `${drag.top + 14}px` }}>
          {drag.from.id} → {drag.over ?? "…"}
          <br />
          {aims?.[drag.over ?? ""]}
        </p>
      )}
    </>
  );
}

/** @param {Layout} layout */
function moved(layout) {
  /** @param {import("./layout.js").Point} point @returns {import("./layout.js").Point} */
  const shift = ([x, y]) => [x + MARGIN, y + MARGIN];
  return Object.fromEntries(
    Object.entries(layout.curves).map(([id, { points, tip }]) => [
      id,
      { points: points.map(shift), tip: shift(tip) },
    ]),
  );
}

/**
 * @param {Graph} graph
 * @param {import("./graph.js").Link} link
 * @param {Record<string, string[]>} marks
 */
function sentenceOf(graph, link, marks) {
  const notes = (marks[link.id] ?? []).map((words) => ` ${words}.`).join("");
  return `${link.id}: ${linkSentence(graph, link)}${notes}`;
}

/**
 * @param {Event} event
 * @param {string} name
 * @returns {string | undefined}
 */
function dataOf(event, name) {
  const held = /** @type {Element} */ (event.target).closest(`[data-${name}]`);
  return held?.getAttribute(`data-${name}`) ?? undefined;
}

/**
 * @param {Placed} place
 * @param {number} x
 * @param {number} y
 */
function holds(place, x, y) {
  return x >= place.x && x <= place.x + place.width && y >= place.y && y <= place.y + place.height;
}

/**
 * @param {Placed} place
 * @param {Layout} layout
 */
function leaving({ x, y, width, height }, { direction }) {
  return direction === "LR" ? `${x + width} ${y + height / 2}` : `${x + width / 2} ${y}`;
}
