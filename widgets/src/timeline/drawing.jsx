import { useMemo, useRef, useState } from "preact/hooks";

import { formOf, presetAt } from "./changes.js";
import { usePointer } from "./gesture.js";
import { DIFFER, extent, itemsOf, SILENCES } from "./items.js";
import { keyAction } from "./keys.js";
import { bandsOf, layOut, visible } from "./layout.js";
import { Overview } from "./overview.jsx";
import { Panel } from "./panel.jsx";
import { Axis, Ground, Lanes } from "./plot.jsx";
import { lengthOf } from "./scale.js";
import { stretchWords } from "./sentences.js";
import { Legend, Tools } from "./toolbar.jsx";
import { useChanging } from "./use-changing.js";
import { useChoosing } from "./use-choosing.js";
import { useLooking } from "./use-looking.js";
import { useFocus, useStretch, useWidth } from "./view-state.js";

/** @import { DrawingProps } from "../core/types" */
/** @import { Item, LaneBy } from "./items.js" */

const MINUTE = 60_000;

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
 * What is on the timeline, what is chosen of it and what is under way, drawn with the tools for it.
 * @param {DrawingProps & { items: Item[], lanes: import("./items.js").Lane[],
 *   whole: import("./scale.js").Stretch, by: LaneBy, setBy(by: LaneBy): void }} props
 */
function Timeline({ view, act, selected, onSelect, items, lanes, whole, by, setBy }) {
  const plot = useRef(/** @type {HTMLDivElement | null} */ (null));
  const width = useWidth(plot);
  const stretch = useStretch(whole, width);
  const { all, shown, show, fit, pan, zoom, reveal } = stretch;
  const [keys, setKeys] = useState(false);
  const focus = useFocus(plot);

  const byKey = useMemo(() => new Map(items.map((item) => [item.key, item])), [items]);
  const choosing = useChoosing({
    ...{ byKey, selected, onSelect, reveal, focus },
    onChosen: (key) => changing.stop(key),
  });
  const { current, choose, go } = choosing;
  const changing = useChanging({ items, byKey, view, act, focus, go });
  const { moving, removing, saving } = changing;
  const looking = useLooking({ ...stretch, items, byKey, current, choose, focus, act });
  const laid = useMemo(
    () => layOut(items, lengthOf(shown), width),
    [items, lengthOf(shown), width],
  );
  const seen = visible(items, shown, width, laid.detail, moving?.key ?? null);
  const stop = (current && seen.includes(current) ? current : seen[0])?.key ?? null;

  /** @param {number} moment  @param {string | undefined} lane */
  function addAt(moment, lane) {
    act.edit("event", null, presetAt(moment, by, heldBy(lane)));
  }

  function add() {
    const moment = current ? current.start : (shown.from + shown.to) / 2;
    addAt(Math.round(moment / MINUTE) * MINUTE, current?.lane);
  }

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    const on = { items, lanes, current, stop, act, changing, looking, go, fit, add };
    const action = keyAction(event, on);
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
      choosing.setChosen(key);
      changing.carry(key, part, { days: 0, minutes });
    },
    drop: changing.keep,
    giveUp: changing.leave,
    pan,
    press: addAt,
  });

  return (
    <div class="rca-drawing tl">
      <Tools
        {...{ by, setBy, keys, setKeys, add, fit, pan }}
        zoom={(factor) => zoom(factor, current?.start ?? null)}
      />
      <p class="tl-where">{stretchWords(shown)}</p>
      <Overview items={items} all={all} shown={shown} show={show} pan={pan} zoom={zoom} />
      <div
        class="tl-plot"
        ref={plot}
        onKeyDown={onKeyDown}
        onFocusIn={(event) => {
          const key = event.target instanceof Element && event.target.getAttribute("data-key");
          if (key && key !== choosing.chosen) choose(byKey.get(key) ?? null);
        }}
        {...pointer}
      >
        <Plot
          {...{ items, lanes, seen, laid, shown, width, stop, moving }}
          chosen={current?.key ?? null}
          brush={looking.brush}
        />
      </div>
      <Legend />
      <Panel
        {...{ moving, saving }}
        item={current}
        removing={removing !== null}
        edit={() => current && act.edit(...formOf(current))}
        begin={(part) => changing.begin(current, part)}
        nudge={changing.nudge}
        keep={changing.keep}
        leave={changing.leave}
        ask={() => current && changing.ask(current)}
        remove={() => current && changing.remove(current)}
        closer={() => current && looking.closer(current)}
      />
    </div>
  );
}

/**
 * The days along the top and the lanes below, with what is in sight of them.
 * @param {{ items: Item[], lanes: import("./items.js").Lane[], seen: Item[],
 *   laid: import("./layout.js").Laid, shown: import("./scale.js").Stretch, width: number,
 *   stop: string | null, chosen: string | null, brush: string | null,
 *   moving: import("./plot.jsx").Moving | null }} props
 */
function Plot({ items, lanes, seen, laid, shown, width, stop, chosen, brush, moving }) {
  const positions = useMemo(() => new Map(items.map((item, n) => [item.key, n + 1])), [items]);
  const { bands, height } = bandsOf(lanes, seen, laid);
  return (
    <>
      <Axis shown={shown} width={width} />
      <div class="tl-lanes" style={{ height: `${height}px` }}>
        <Ground shown={shown} width={width} height={height} items={items} />
        <div
          role={seen.length ? "listbox" : "group"}
          aria-label="Events, silences and accounts, in order of time"
          tabIndex={seen.length ? -1 : 0}
        >
          <Lanes {...{ bands, seen, laid, shown, width, positions, stop, chosen, brush, moving }} />
        </div>
      </div>
    </>
  );
}

/** The source or place of a lane, where it is that of one. @param {string | undefined} lane */
function heldBy(lane) {
  return lane === undefined || lane === SILENCES || lane === DIFFER ? "" : lane;
}
