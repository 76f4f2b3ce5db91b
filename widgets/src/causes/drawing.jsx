import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { useUid } from "../core/uid.js";
import { Ask } from "../drawing/ask.jsx";
import { Keys } from "../drawing/keys.jsx";
import { useViewport } from "../drawing/viewport.js";
import { Canvas, placed, sizeOf } from "./canvas.jsx";
import { Composer, doubtsAbout } from "./composer.jsx";
import { Details } from "./details.jsx";
import { graphOf, inSmall } from "./graph.js";
import { Legend } from "./legend.jsx";
import { nextFrom, nextLink } from "./navigation.js";
import { Rename } from "./rename.jsx";
import { counted, named, removalQuestion } from "./sentence.js";
import { Tools } from "./tools.jsx";
import { useDeeds } from "./use-deeds.js";
import { useLayout } from "./use-layout.js";

/** @import { DrawingProps } from "../core/types" */

const PAN = 80;

/** @type {[string, string][]} */
const KEYS = [
  ["Arrows", "along the links and the rows, as they are drawn"],
  ["Page Up, Page Down", "the cause before, the cause after, as entered"],
  ["L", "to the links of a cause, and on to the next"],
  ["Enter", "open"],
  ["N", "add a cause of this one"],
  ["C", "connect this one: go to what it led to, then Enter"],
  ["A", "all of its causes together, or any one alone"],
  ["F2", "rename"],
  ["Delete", "remove"],
  ["+  −  0", "larger, smaller, all of it"],
  ["Shift + arrows", "move the drawing"],
  ["Escape", "leave off"],
];

/**
 * The causal graph, drawn as the record draws it, to be built with a pointer or with keys.
 *
 * @param {DrawingProps} props
 */
export function CausalDrawing({ view, act, selected, onSelect }) {
  const { extra } = view;
  const graph = useMemo(() => graphOf(view), [view]);
  const [small, setSmall] = useState(false);
  const shown = useMemo(() => (small ? inSmall(graph) : graph), [graph, small]);
  const { layout, turn } = useLayout(shown, small, act.asset);
  const size = useMemo(() => (layout ? sizeOf(layout) : null), [layout]);
  const viewport = useViewport(size);
  const [help, setHelp] = useState(false);
  const wish = useRef(/** @type {string | null} */ (null));
  const keys = useUid();

  const held = graph.cause.has(selected ?? "") || graph.link.has(selected ?? "");
  const current = held ? selected : null;
  const cause = graph.cause.get(current ?? "");

  /** @param {string | null} id */
  const reach = (id) => {
    if (!id) return;
    onSelect(id);
    const place = layout && placed(shown, layout).get(id);
    if (place) viewport.show(place);
    const element = viewport.scroller.current?.querySelector(
      `[data-cause="${id}"], [data-link="${id}"]`,
    );
    wish.current = element ? null : id;
    /** @type {SVGElement | null | undefined} */ (element)?.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (wish.current) reach(wish.current);
  });
  useEffect(() => {
    const first = current ?? graph.causes.find((one) => one.type === "outcome")?.id;
    const area = layout && placed(shown, layout).get(first ?? "");
    if (area) viewport.centre(area);
  }, [viewport.ready, layout?.close, layout?.direction]);

  const deeds = useDeeds({ graph, act, cause, current, reach });
  const { doing, aiming, add, combine, askForName, askToRemove } = deeds;
  const aims = useMemo(
    () => (aiming ? aimsOf(graph, extra, aiming) : null),
    [graph, extra, aiming],
  );
  const open = () => current && act.edit(cause ? "cause" : "link", current);
  const enter = () => (aiming && cause ? deeds.connect(cause.id) : open());

  /** @type {Record<string, () => void>} */
  const commands = {
    Enter: enter,
    " ": enter,
    n: add,
    c: deeds.aim,
    a: () => cause && combine(cause.id),
    l: () => reach(nextLink(graph, current)),
    F2: () => askForName(cause?.id),
    Delete: askToRemove,
    Backspace: askToRemove,
    "+": viewport.zoomIn,
    "=": viewport.zoomIn,
    "-": viewport.zoomOut,
    0: viewport.fit,
    "?": () => setHelp(!help),
  };

  /** @param {KeyboardEvent} event */
  const press = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !layout) return;
    if (event.key === "Escape") return aiming ? (event.preventDefault(), deeds.leave()) : undefined;
    if (event.shiftKey && event.key.startsWith("Arrow"))
      return move(event, viewport.scroller.current);
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const command = name in commands ? commands[name] : null;
    const next = command || !current ? undefined : nextFrom(graph, layout, current, event.key);
    if (!command && next === undefined) return;
    event.preventDefault();
    if (command) command();
    else if (next) reach(next);
    else act.announce("Nothing further that way.");
  };

  const place = layout && doing?.kind === "rename" && placed(shown, layout).get(doing.id);
  const label = `Causal graph: ${counted(graph.causes.length, "cause")}, ${counted(graph.links.length, "link")}`;

  return (
    <div class="rca-drawing">
      <Tools
        cause={cause}
        current={current}
        small={small}
        help={help}
        deeds={{
          add,
          connect: () => cause && deeds.connectFrom(cause.id, null),
          combine: () => cause && combine(cause.id),
          rename: () => askForName(cause?.id),
          open,
          remove: askToRemove,
          zoomOut: viewport.zoomOut,
          zoomIn: viewport.zoomIn,
          fit: viewport.fit,
          turn,
          small: () => setSmall(!small),
          keys: () => setHelp(!help),
        }}
      />
      {help && <Keys keys={KEYS} />}
      <p class="rca-hidden" id={keys}>
        Arrows go along the links and the rows, Enter opens, N adds a cause, C connects, question
        mark shows all keys.
      </p>
      <Asked {...{ graph, extra, act, current, aims, deeds }} />
      {!graph.causes.length && (
        <p class="rca-empty">
          No causes yet. Begin with the outcome, what happened to the person, and work back from
          there.
        </p>
      )}
      {graph.causes.length > 0 && !layout && <p class="rca-empty">Arranging the graph …</p>}
      {layout && graph.causes.length > 0 && (
        <div class="rca-scroller" ref={viewport.scroller} tabIndex={-1}>
          <div class="rca-sheet">
            <Canvas
              graph={shown}
              layout={layout}
              marks={extra.marks}
              scale={viewport.scale}
              current={current}
              aims={aims}
              aiming={aiming}
              label={label}
              keys={keys}
              frame={viewport.scroller}
              onKey={press}
              onReach={(id) => (aiming && graph.cause.has(id) ? deeds.connect(id) : reach(id))}
              onFocus={onSelect}
              onOpen={askForName}
              onGate={combine}
              onDrag={deeds.drag}
              onConnect={deeds.connectFrom}
            />
            {place && doing.kind === "rename" && (
              <Rename
                key={doing.id}
                id={doing.id}
                statement={graph.cause.get(doing.id)?.statement ?? ""}
                style={over(place, viewport.scale)}
                onDone={(statement) => deeds.rename(doing.id, statement)}
              />
            )}
          </div>
        </div>
      )}
      {layout && <Legend graph={graph} marks={extra.marks} />}
      <Details graph={graph} findings={view.findings} selected={current} act={act} />
    </div>
  );
}

/** @typedef {import("./graph.js").Graph} Graph */

/**
 * What is under way, above the graph: an arrow that is aimed, a cause that is written, a question.
 * @param {{ graph: Graph, extra: Record<string, any>, act: import("../core/types").Act,
 *   current: string | null, aims: Record<string, string> | null,
 *   deeds: ReturnType<typeof useDeeds> }} props
 */
function Asked({ graph, extra, act, current, aims, deeds }) {
  const { doing } = deeds;
  return (
    <>
      {doing?.kind === "aim" && !doing.dragging && (
        <p class="rca-status">
          Connecting {named(graph, doing.cause)}: go to what it led to and press Enter, or click it.
          Escape leaves off.
          {current && aims?.[current] && <b> {aims[current]}</b>}
        </p>
      )}
      {doing?.kind === "write" && (
        <Composer
          graph={graph}
          extra={extra}
          start={doing.start}
          act={act}
          onDone={(made) => deeds.end(made ?? current)}
        />
      )}
      {doing?.kind === "remove" && (
        <Ask
          question={removalQuestion(graph, doing.id)}
          yes="Remove"
          no="Keep"
          onYes={() => deeds.remove(doing.id)}
          onNo={() => deeds.end(doing.id)}
        />
      )}
    </>
  );
}

/**
 * @param {Graph} graph
 * @param {Record<string, any>} extra
 * @param {string} cause
 * @returns {Record<string, string>}
 */
function aimsOf(graph, extra, cause) {
  return Object.fromEntries(
    graph.causes
      .filter((one) => one.id !== cause)
      .map(({ id }) => [id, doubtsAbout(graph, extra, cause, id).join(" ")]),
  );
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement | null} frame
 */
function move(event, frame) {
  const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[
    event.key
  ] ?? [0, 0];
  event.preventDefault();
  frame?.scrollBy(x * PAN, y * PAN);
}

/**
 * @param {import("./canvas.jsx").Placed} place
 * @param {number} scale
 */
function over({ x, y, width, height }, scale) {
  return {
    left: `${x * scale}px`,
    top: `${y * scale}px`,
    width: `${Math.max(width * scale, 200)}px`,
    minHeight: `${Math.max(height * scale, 72)}px`,
  };
}
