import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { formOf, presetAt } from "./changes.js";
import { usePointer } from "./gesture.js";
import { DIFFER, extent, itemsOf, SILENCES } from "./items.js";
import { bandsOf, layOut, visible } from "./layout.js";
import { along, across, nearest, stepOf } from "./navigate.js";
import { Overview } from "./overview.jsx";
import { Panel } from "./panel.jsx";
import { Axis, Ground, Lanes } from "./plot.jsx";
import { around, lengthOf } from "./scale.js";
import { stretchWords } from "./sentences.js";
import { Legend, Tools } from "./toolbar.jsx";
import { useChanging } from "./use-changing.js";
import { useFocus, useStretch, useWidth } from "./view-state.js";

/** @import { DrawingProps } from "../core/types" */
/** @import { Item, LaneBy } from "./items.js" */

/** The timeline of a case, drawn along time, to look closer at and to change. @param {DrawingProps} props */
export function TimelineDrawing(props) {
  const [by, setBy] = useState(/** @type {LaneBy} */ ("together"));
  const { items, lanes } = useMemo(() => itemsOf(props.view, by), [props.view, by]);
  const whole = extent(items);
  if (!whole) {
    return (
      <div class="rca-drawing tl">
        <p class="rca-empty">No events have been entered on the timeline yet.</p>
        <button type="button" class="rca-first" onClick={() => props.act.edit("event", null)}>
          Add the first event
        </button>
      </div>
    );
  }
  return <Timeline {...props} items={items} lanes={lanes} whole={whole} by={by} setBy={setBy} />;
}

/**
 * @param {DrawingProps & { items: Item[], lanes: import("./items.js").Lane[],
 *   whole: import("./scale.js").Stretch, by: LaneBy, setBy(by: LaneBy): void }} props
 */
function Timeline({ view, act, selected, onSelect, items, lanes, whole, by, setBy }) {
  const plot = useRef(/** @type {HTMLDivElement | null} */ (null));
  const width = useWidth(plot);
  const { all, shown, show, fit, pan, zoom, reveal } = useStretch(whole, width);
  const [chosen, setChosen] = useState(/** @type {string | null} */ (selected));
  const [brush, setBrush] = useState(/** @type {string | null} */ (null));
  const [keys, setKeys] = useState(false);
  const focus = useFocus(plot);

  const byKey = useMemo(() => new Map(items.map((item) => [item.key, item])), [items]);
  const positions = useMemo(() => new Map(items.map((item, n) => [item.key, n + 1])), [items]);
  const changing = useChanging({ items, byKey, view, act, focus, go });
  const { moving, removing, saving } = changing;
  const laid = useMemo(
    () => layOut(items, lengthOf(shown), width),
    [items, lengthOf(shown), width],
  );
  const current = (chosen && byKey.get(chosen)) || null;
  const seen = visible(items, shown, width, laid.detail, moving?.key ?? null);
  const stop = (current && seen.includes(current) ? current : seen[0])?.key ?? null;
  const { bands, height } = bandsOf(lanes, seen, laid);

  useEffect(() => {
    const item = selected ? byKey.get(selected) : null;
    if (item && selected !== chosen) {
      setChosen(item.key);
      reveal(item);
    }
  }, [selected]);

  /** @param {Item | null} item */
  function choose(item) {
    if (!item) return;
    setChosen(item.key);
    changing.stop(item.key);
    onSelect(item.gap ? item.gap.explainedBy : item.accounts ? null : item.key);
  }

  /** @param {Item | null} item */
  function go(item) {
    if (!item) return;
    choose(item);
    reveal(item);
    focus(item.key);
  }

  function add() {
    const moment = current ? current.start : (shown.from + shown.to) / 2;
    act.edit(
      "event",
      null,
      presetAt(Math.round(moment / 60_000) * 60_000, by, laneOf(current?.lane)),
    );
  }

  /** @param {string | undefined} lane */
  function laneOf(lane) {
    return lane === undefined || lane === SILENCES || lane === DIFFER ? "" : lane;
  }

  /** @param {Item} item */
  function closer(item) {
    show(around(item.start, item.end, all));
    focus(item.key);
  }

  function markStretch() {
    if (!current) return;
    const from = brush && byKey.get(brush);
    if (!from) {
      setBrush(current.key);
      act.announce(`The stretch begins at ${current.key}. Go to its other end and press B.`);
      return;
    }
    const next = around(from.start, current.end, all);
    show(next);
    setBrush(null);
    act.announce(`Shown: ${stretchWords(next)}.`);
    focus(current.key);
  }

  /** @param {number} share */
  function panWithFocus(share) {
    const length = lengthOf(shown);
    const from = Math.min(Math.max(shown.from + share * length, all.from), all.to - length);
    const next = { from, to: from + length };
    show(next);
    act.announce(`Shown: ${stretchWords(next)}.`);
    const inside = items.filter((item) => item.start >= next.from && item.start <= next.to);
    const near = current && inside.includes(current) ? current : nearest(inside, from + length / 2);
    if (near) {
      choose(near);
      focus(near.key);
    }
  }

  /** @param {KeyboardEvent} event  @returns {(() => unknown) | undefined} */
  function actionOf(event) {
    if (moving) {
      const step = stepOf(event, moving.when.precision === "day");
      if (step) return () => changing.nudge(step);
      return { Enter: changing.keep, Escape: changing.leave }[event.key];
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
    if (event.shiftKey && event.key === "ArrowLeft") return () => panWithFocus(-0.3);
    if (event.shiftKey && event.key === "ArrowRight") return () => panWithFocus(0.3);
    const zoomTo = (/** @type {number} */ factor) => () => {
      zoom(factor, current?.start ?? null);
      if (current) focus(current.key);
    };
    return {
      ArrowLeft: () => go(along(items, current ? stop : null, -1)),
      ArrowRight: () => go(along(items, current ? stop : null, 1)),
      ArrowUp: () => go(across(items, lanes, current ? stop : null, -1)),
      ArrowDown: () => go(across(items, lanes, current ? stop : null, 1)),
      Home: () => go(items[0]),
      End: () => go(items[items.length - 1]),
      Enter: () => current && act.edit(...formOf(current)),
      "+": zoomTo(1 / 1.6),
      "=": zoomTo(1 / 1.6),
      "-": zoomTo(1.6),
      _: zoomTo(1.6),
      0: fit,
      n: add,
      m: () => changing.begin(current, "whole"),
      s: () => changing.begin(current, "start"),
      e: () => changing.begin(current, "end"),
      b: markStretch,
      Delete: () => current && changing.ask(current),
      Escape: brush ? () => setBrush(null) : undefined,
    }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  }

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  const pointer = usePointer({
    shown,
    width,
    movable: (key) => Boolean(byKey.get(key)?.event) && !saving,
    choose: (key) => {
      choose(byKey.get(key) ?? null);
      focus(key);
    },
    drag: (key, part, minutes) => {
      setChosen(key);
      changing.carry(key, part, { days: 0, minutes });
    },
    drop: changing.keep,
    giveUp: changing.leave,
    pan,
    press: (moment, lane) => act.edit("event", null, presetAt(moment, by, laneOf(lane))),
  });

  return (
    <div class="rca-drawing tl">
      <Tools
        by={by}
        setBy={setBy}
        keys={keys}
        setKeys={setKeys}
        add={add}
        zoom={(factor) => zoom(factor, current?.start ?? null)}
        fit={fit}
        pan={pan}
      />
      <p class="tl-where">{stretchWords(shown)}</p>
      <Overview items={items} all={all} shown={shown} show={show} pan={pan} zoom={zoom} />
      <div
        class="tl-plot"
        ref={plot}
        onKeyDown={onKeyDown}
        onFocusIn={(event) => {
          const key = event.target instanceof Element && event.target.getAttribute("data-key");
          if (key && key !== chosen) choose(byKey.get(key) ?? null);
        }}
        {...pointer}
      >
        <Axis shown={shown} width={width} />
        <div class="tl-lanes" style={{ height: `${height}px` }}>
          <Ground shown={shown} width={width} height={height} items={items} />
          <div
            role={seen.length ? "listbox" : "group"}
            aria-label="Events, silences and accounts, in order of time"
            tabIndex={seen.length ? -1 : 0}
          >
            <Lanes
              bands={bands}
              seen={seen}
              laid={laid}
              shown={shown}
              width={width}
              positions={positions}
              stop={stop}
              chosen={current?.key ?? null}
              brush={brush}
              moving={moving}
            />
          </div>
        </div>
      </div>
      <Legend />
      <Panel
        item={current}
        moving={moving}
        saving={saving}
        removing={removing !== null}
        edit={() => current && act.edit(...formOf(current))}
        begin={(part) => changing.begin(current, part)}
        nudge={changing.nudge}
        keep={changing.keep}
        leave={changing.leave}
        ask={() => current && changing.ask(current)}
        remove={() => current && changing.remove(current)}
        closer={() => current && closer(current)}
      />
    </div>
  );
}
