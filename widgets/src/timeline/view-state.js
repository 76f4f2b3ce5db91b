import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";

import { fit, panned, revealing, zoomed } from "./scale.js";

/** @import { RefObject } from "preact" */
/** @import { Item } from "./items.js" */
/** @import { Stretch } from "./scale.js" */

const UNMEASURED = 900;

/**
 * How wide an element is, now and whenever that changes.
 * @param {RefObject<HTMLElement | null>} element
 */
export function useWidth(element) {
  const [width, setWidth] = useState(UNMEASURED);
  useLayoutEffect(() => {
    const held = element.current;
    if (!held) return undefined;
    const measure = () => setWidth(held.clientWidth || UNMEASURED);
    measure();
    if (typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(held);
    return () => observer.disconnect();
  }, []);
  return width;
}

/**
 * The stretch that is shown. Until somebody zooms it is everything, also when events are added.
 * @param {Stretch} whole  @param {number} width
 */
export function useStretch(whole, width) {
  const all = useMemo(() => fit(whole, width), [whole.from, whole.to, width]);
  const [chosen, setChosen] = useState(/** @type {Stretch | null} */ (null));
  const shown = chosen ?? all;
  const change = useCallback(
    (/** @type {(shown: Stretch) => Stretch} */ next) => setChosen((now) => next(now ?? all)),
    [all],
  );
  return {
    all,
    shown,
    show: setChosen,
    fit: useCallback(() => setChosen(null), []),
    pan: useCallback(
      (/** @type {number} */ share) => change((now) => panned(now, share, all)),
      [change],
    ),
    zoom: useCallback(
      (/** @type {number} */ factor, /** @type {number | null} */ around = null) =>
        change((now) => {
          const inside = around !== null && around >= now.from && around <= now.to;
          return zoomed(now, factor, inside ? around : (now.from + now.to) / 2, all);
        }),
      [change],
    ),
    reveal: useCallback(
      (/** @type {Item} */ item) => change((now) => revealing(now, item.start, item.end, all)),
      [change],
    ),
  };
}

/**
 * Puts the focus on an item once it is drawn: what it leads to may have to be moved into view.
 * @param {RefObject<HTMLElement | null>} plot
 * @returns {(key: string) => void}
 */
export function useFocus(plot) {
  const wanted = useRef(/** @type {string | null} */ (null));
  const [, again] = useState(0);
  useEffect(() => {
    if (wanted.current === null) return;
    const key = wanted.current;
    wanted.current = null;
    /** @type {NodeListOf<HTMLElement> | undefined} */
    const drawn = plot.current?.querySelectorAll("[data-key]");
    const found = [...(drawn ?? [])].find((item) => item.dataset.key === key);
    if (!found) return;
    found.focus({ preventScroll: true });
    found.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  });
  return useCallback((key) => {
    wanted.current = key;
    again((n) => n + 1);
  }, []);
}
