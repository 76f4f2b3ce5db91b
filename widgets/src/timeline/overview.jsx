import { useMemo, useRef } from "preact/hooks";

import { stretchWords } from "./sentences.js";
import { lengthOf, momentAt, place } from "./scale.js";

/** @import { Item } from "./items.js" */
/** @import { Stretch } from "./scale.js" */

const WIDTH = 1000;
const HEIGHT = 40;

/**
 * Everything in a strip, with the stretch that is shown in a frame: drag to choose a stretch.
 * @param {{ items: Item[], all: Stretch, shown: Stretch, show(stretch: Stretch): void, pan(share: number): void, zoom(factor: number): void }} props
 */
export function Overview({ items, all, shown, show, pan, zoom }) {
  const strip = useRef(/** @type {HTMLDivElement | null} */ (null));
  const from = useRef(/** @type {number | null} */ (null));
  const marks = useMemo(() => <Marks items={items} all={all} />, [items, all]);
  const [left, right] = [place(all, 100, shown.from), place(all, 100, shown.to)];

  /** @param {PointerEvent} event */
  function momentOf(event) {
    const box = strip.current?.getBoundingClientRect();
    return box
      ? momentAt(all, box.width, Math.min(Math.max(event.clientX - box.left, 0), box.width))
      : all.from;
  }

  /** @param {PointerEvent} event */
  function down(event) {
    strip.current?.setPointerCapture(event.pointerId);
    from.current = momentOf(event);
  }

  /** @param {PointerEvent} event */
  function move(event) {
    if (from.current === null) return;
    const to = momentOf(event);
    const [low, high] = [Math.min(from.current, to), Math.max(from.current, to)];
    if (high - low > lengthOf(all) / 100) show({ from: low, to: high });
  }

  /** @param {PointerEvent} event */
  function up(event) {
    if (from.current === null) return;
    const to = momentOf(event);
    if (Math.abs(to - from.current) <= lengthOf(all) / 100) {
      pan((to - lengthOf(shown) / 2 - shown.from) / lengthOf(shown));
    }
    from.current = null;
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    const done = {
      ArrowLeft: () => pan(-0.25),
      ArrowRight: () => pan(0.25),
      Home: () => pan(-1000),
      End: () => pan(1000),
      "+": () => zoom(1 / 1.5),
      "=": () => zoom(1 / 1.5),
      "-": () => zoom(1.5),
      0: () => show(all),
    }[event.key];
    if (!done || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    done();
  }

  return (
    <div
      class="tl-overview"
      ref={strip}
      role="slider"
      tabIndex={0}
      aria-label="Stretch of time that is shown; plus and minus change how long it is"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round((left + right) / 2)}
      aria-valuetext={stretchWords(shown)}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={() => (from.current = null)}
      onKeyDown={key}
    >
      {marks}
      <span class="tl-frame" style={{ left: `${left}%`, width: `max(6px, ${right - left}%)` }} />
    </div>
  );
}

/** @param {{ items: Item[], all: Stretch }} props */
function Marks({ items, all }) {
  const x = (/** @type {number} */ moment) => place(all, WIDTH, moment);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {items.map((item) =>
        item.gap ? (
          <rect
            key={item.key}
            class={item.gap.explainedBy ? "tl-o-gap" : "tl-o-open"}
            x={x(item.start)}
            y={item.gap.explainedBy ? 4 : 2}
            width={Math.max(x(item.end) - x(item.start), 1)}
            height={item.gap.explainedBy ? 4 : 8}
          />
        ) : (
          <rect
            key={item.key}
            class={item.accounts ? "tl-o-differ" : "tl-o-event"}
            x={x(item.start) - 1}
            y={item.accounts ? 14 : 20}
            width={Math.max(x(item.end) - x(item.start), 2.5)}
            height={item.accounts ? 4 : 16}
          />
        ),
      )}
    </svg>
  );
}
