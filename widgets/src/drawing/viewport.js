import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** @typedef {{x: number, y: number, width: number, height: number}} Area */

const STEP = 1.25;
const LEAST = 0.05;
const MOST = 3;
const READABLE = 0.85;
const MARGIN = 24;

/**
 * A drawing that is scrolled within its frame and zoomed: panning is the browser's own scrolling,
 * so scroll bars, wheel, touch and keys all do it.
 *
 * @param {{width: number, height: number} | null} size of the drawing in its own units
 */
export function useViewport(size) {
  const scroller = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [chosen, setScale] = useState(/** @type {number | null} */ (null));
  const scale = chosen ?? 1;

  const fitting = () => {
    const frame = scroller.current;
    if (!frame || !size?.width || !frame.clientWidth) return 1;
    const most = Number.parseFloat(getComputedStyle(frame).maxHeight) || frame.clientHeight;
    return clamp(Math.min(1, (frame.clientWidth - 2) / size.width, (most - 2) / size.height));
  };

  useLayoutEffect(() => {
    if (!size || chosen !== null) return;
    const wide = (scroller.current?.clientWidth || size.width) / size.width;
    setScale(Math.max(Math.min(1, wide), READABLE));
  }, [size]);

  /** @param {number} next */
  const zoomTo = (next) => {
    const frame = scroller.current;
    const wanted = clamp(next);
    if (frame) keepMiddle(frame, wanted / scale);
    setScale(wanted);
  };

  return {
    scroller,
    scale,
    ready: chosen !== null,
    zoomIn: () => zoomTo(scale * STEP),
    zoomOut: () => zoomTo(scale / STEP),
    fit: () => setScale(fitting()),
    /**
     * Bring a rectangle of the drawing into sight, no further than needed.
     *
     * @param {Area} area
     */
    show(area) {
      const frame = scroller.current;
      if (!frame) return;
      frame.scrollLeft = within(frame.scrollLeft, frame.clientWidth, area.x, area.width, scale);
      frame.scrollTop = within(frame.scrollTop, frame.clientHeight, area.y, area.height, scale);
    },
    /** @param {Area} area to be brought to the middle */
    centre({ x, y, width, height }) {
      const frame = scroller.current;
      if (!frame) return;
      frame.scrollLeft = (x + width / 2) * scale - frame.clientWidth / 2;
      frame.scrollTop = (y + height / 2) * scale - frame.clientHeight / 2;
    },
  };
}

/**
 * Drag the ground of a drawing to move it.
 *
 * @param {PointerEvent} event
 * @param {HTMLElement} frame
 */
export function pan(event, frame) {
  const start = [event.clientX, event.clientY, frame.scrollLeft, frame.scrollTop];
  const done = new AbortController();
  /** @param {PointerEvent} moved */
  const move = (moved) => {
    frame.scrollLeft = start[2] - (moved.clientX - start[0]);
    frame.scrollTop = start[3] - (moved.clientY - start[1]);
  };
  const { signal } = done;
  window.addEventListener("pointermove", move, { signal });
  for (const name of ["pointerup", "pointercancel"]) {
    window.addEventListener(name, () => done.abort(), { signal });
  }
}

/**
 * @param {HTMLElement} frame
 * @param {number} ratio
 */
function keepMiddle(frame, ratio) {
  const [x, y] = [
    (frame.scrollLeft + frame.clientWidth / 2) * ratio,
    (frame.scrollTop + frame.clientHeight / 2) * ratio,
  ];
  requestAnimationFrame(() => {
    frame.scrollLeft = x - frame.clientWidth / 2;
    frame.scrollTop = y - frame.clientHeight / 2;
  });
}

/**
 * @param {number} scroll
 * @param {number} room
 * @param {number} start
 * @param {number} length
 * @param {number} scale
 */
function within(scroll, room, start, length, scale) {
  const [first, last] = [start * scale - MARGIN, (start + length) * scale + MARGIN];
  if (first < scroll) return first;
  return last > scroll + room ? Math.min(first, last - room) : scroll;
}

/** @param {number} scale */
function clamp(scale) {
  return Math.min(MOST, Math.max(LEAST, scale));
}
