import { useState } from "preact/hooks";

/** @typedef {{factor: string, x: number, y: number, to: Target | null}} Drag */
/** @typedef {{problem: string | null, bone: string | null}} Target */

const FAR_ENOUGH = 5;

/**
 * Dragging a factor onto a bone, of any fish, or off them all. Whatever carries `data-bone` takes
 * it; `data-of` there names the problem.
 *
 * @param {(factor: string, to: Target) => void} onDrop
 */
export function useDrag(onDrop) {
  const [drag, setDrag] = useState(/** @type {Drag | null} */ (null));

  /** @param {PointerEvent} event */
  const press = (event) => {
    const factor = /** @type {Element} */ (event.target)
      .closest("[data-factor]")
      ?.getAttribute("data-factor");
    if (!factor || event.button !== 0) return false;
    const done = new AbortController();
    const { signal } = done;
    const [x, y] = [event.clientX, event.clientY];
    let moved = false;

    window.addEventListener(
      "pointermove",
      (to) => {
        moved ||= Math.hypot(to.clientX - x, to.clientY - y) > FAR_ENOUGH;
        if (moved) setDrag({ factor, x: to.clientX, y: to.clientY, to: targetAt(to) });
      },
      { signal },
    );
    const end = () => {
      done.abort();
      setDrag(null);
    };
    window.addEventListener("pointercancel", end, { signal });
    window.addEventListener(
      "pointerup",
      (to) => {
        end();
        const target = moved && targetAt(to);
        if (target) onDrop(factor, target);
      },
      { signal },
    );
    return true;
  };

  return { drag, press };
}

/**
 * @param {PointerEvent} event
 * @returns {Target | null}
 */
function targetAt(event) {
  const held = document
    .elementsFromPoint(event.clientX, event.clientY)
    .map((one) => one.closest("[data-bone]"))
    .find(Boolean);
  if (!held) return null;
  return {
    problem: held.getAttribute("data-of") || null,
    bone: held.getAttribute("data-bone") || null,
  };
}
