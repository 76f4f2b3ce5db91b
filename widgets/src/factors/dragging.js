import { useEffect, useRef, useState } from "preact/hooks";

const STILL = 6;

/** @typedef {{ id: string, x: number, y: number, moved: boolean }} Grabbed */

/**
 * Carrying a card with the pointer to a group; Escape leaves it where it is.
 * @param {(id: string, lens: string | null, group: string | null) => void} drop
 */
export function useDragging(drop) {
  const held = useRef(/** @type {Grabbed | null} */ (null));
  const [ghost, setGhost] = useState(
    /** @type {{ id: string, x: number, y: number } | null} */ (null),
  );
  const [over, setOver] = useState(/** @type {string | null} */ (null));

  function giveUp() {
    held.current = null;
    setGhost(null);
    setOver(null);
  }

  useEffect(() => {
    if (!ghost) return undefined;
    const leave = (/** @type {KeyboardEvent} */ event) => event.key === "Escape" && giveUp();
    document.addEventListener("keydown", leave);
    return () => document.removeEventListener("keydown", leave);
  }, [ghost === null]);

  /** @param {string} id  @param {PointerEvent} event */
  function grab(id, event) {
    if (event.button !== 0 || event.pointerType === "touch") return;
    held.current = { id, x: event.clientX, y: event.clientY, moved: false };
  }

  /** @param {PointerEvent & { currentTarget: HTMLElement }} event */
  function onPointerMove(event) {
    const now = held.current;
    if (!now) return;
    if (!now.moved && Math.hypot(event.clientX - now.x, event.clientY - now.y) < STILL) return;
    if (!now.moved) event.currentTarget.setPointerCapture?.(event.pointerId);
    now.moved = true;
    setGhost({ id: now.id, x: event.clientX, y: event.clientY });
    setOver(placeUnder(event));
  }

  /** @param {PointerEvent} event */
  function onPointerUp(event) {
    const now = held.current;
    const place = now?.moved ? placeUnder(event) : null;
    giveUp();
    if (!now || !place) return;
    const [lens, group] = JSON.parse(place);
    drop(now.id, lens, group);
  }

  return { ghost, over, grab, handlers: { onPointerMove, onPointerUp, onPointerCancel: giveUp } };
}

/** @param {PointerEvent} event  @returns {string | null} */
function placeUnder(event) {
  const found = document.elementFromPoint(event.clientX, event.clientY);
  return found?.closest("[data-place]")?.getAttribute("data-place") ?? null;
}
