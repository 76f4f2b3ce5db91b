import { useRef } from "preact/hooks";

import { HOUR, MINUTE } from "../core/london.js";
import { momentAt, snap } from "./scale.js";

/** @import { Stretch } from "./scale.js" */
/** @import { Part } from "./when.js" */

const STILL = 4;

/**
 * What the pointer does on the lanes: choose a thing, drag it or one of its ends, drag the time
 * along, or press an empty place.
 * @param {object} given
 * @param {Stretch} given.shown
 * @param {number} given.width
 * @param {(key: string) => boolean} given.movable
 * @param {(key: string) => void} given.choose
 * @param {(key: string, part: Part, minutes: number) => void} given.drag
 * @param {(key: string) => void} given.drop
 * @param {() => void} given.giveUp
 * @param {(share: number) => void} given.pan
 * @param {(moment: number, lane: string) => void} given.press
 */
export function usePointer({ shown, width, movable, choose, drag, drop, giveUp, pan, press }) {
  const held = useRef(/** @type {Held | null} */ (null));

  /** @param {PointerEvent} event */
  function onPointerDown(event) {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const item = event.target.closest("[data-key]");
    const end = event.target.closest("[data-end]");
    held.current = {
      key: item?.getAttribute("data-key") ?? null,
      part: /** @type {Part} */ (end?.getAttribute("data-end") ?? "whole"),
      lane: event.target.closest("[data-lane]")?.getAttribute("data-lane") ?? "",
      x: event.clientX,
      last: event.clientX,
      moved: false,
    };
  }

  /** @param {PointerEvent & { currentTarget: HTMLElement }} event */
  function onPointerMove(event) {
    const now = held.current;
    if (!now) return;
    if (!now.moved && Math.abs(event.clientX - now.x) < STILL) return;
    if (!now.moved) event.currentTarget.setPointerCapture?.(event.pointerId);
    now.moved = true;
    if (now.key && movable(now.key)) {
      const unit = snap(shown, width);
      const minutes = (((event.clientX - now.x) / width) * (shown.to - shown.from)) / MINUTE;
      drag(now.key, now.part, Math.round(minutes / unit) * unit);
    } else {
      pan((now.last - event.clientX) / width);
      now.last = event.clientX;
    }
  }

  /** @param {PointerEvent & { currentTarget: HTMLElement }} event */
  function onPointerUp(event) {
    const now = held.current;
    held.current = null;
    if (!now) return;
    if (now.moved && now.key && movable(now.key)) drop(now.key);
    else if (!now.moved && now.key) choose(now.key);
    else if (!now.moved) {
      const left = event.currentTarget.getBoundingClientRect().left;
      press(rounded(momentAt(shown, width, event.clientX - left), shown, width), now.lane);
    }
  }

  function onPointerCancel() {
    held.current = null;
    giveUp();
  }

  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel };
}

/** @typedef {{ key: string | null, part: Part, lane: string, x: number, last: number, moved: boolean }} Held */

/** @param {number} moment  @param {Stretch} shown  @param {number} width */
function rounded(moment, shown, width) {
  const unit = Math.min(snap(shown, width) * MINUTE, HOUR);
  return Math.round(moment / unit) * unit;
}
