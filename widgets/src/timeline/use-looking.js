import { useState } from "preact/hooks";

import { nearest } from "./navigate.js";
import { around, lengthOf } from "./scale.js";
import { stretchWords } from "./sentences.js";

/** @import { Act } from "../core/types" */
/** @import { Item } from "./items.js" */
/** @import { Stretch } from "./scale.js" */

/**
 * Looking closer and further along by keys, without losing what has the focus.
 * @param {object} given
 * @param {Item[]} given.items
 * @param {Map<string, Item>} given.byKey
 * @param {Item | null} given.current
 * @param {Stretch} given.all
 * @param {Stretch} given.shown
 * @param {(next: Stretch) => void} given.show
 * @param {(factor: number, around?: number | null) => void} given.zoom
 * @param {(item: Item) => void} given.choose
 * @param {(key: string) => void} given.focus
 * @param {Act} given.act
 */
export function useLooking({ items, byKey, current, all, shown, show, zoom, choose, focus, act }) {
  const [brush, setBrush] = useState(/** @type {string | null} */ (null));

  /** @param {Stretch} next */
  function showAndSay(next) {
    show(next);
    act.announce(`Shown: ${stretchWords(next)}.`);
  }

  /** @param {Item} item */
  function closer(item) {
    show(around(item.start, item.end, all));
    focus(item.key);
  }

  /** Shows the stretch between two presses, each on what is chosen then. */
  function markStretch() {
    if (!current) return;
    const from = brush && byKey.get(brush);
    if (!from) {
      setBrush(current.key);
      act.announce(`The stretch begins at ${current.key}. Go to its other end and press B.`);
      return;
    }
    setBrush(null);
    showAndSay(around(from.start, current.end, all));
    focus(current.key);
  }

  /** @param {number} factor */
  function zoomHere(factor) {
    zoom(factor, current?.start ?? null);
    if (current) focus(current.key);
  }

  /** @param {number} share */
  function panWithFocus(share) {
    const length = lengthOf(shown);
    const from = Math.min(Math.max(shown.from + share * length, all.from), all.to - length);
    const next = { from, to: from + length };
    showAndSay(next);
    const inside = items.filter((item) => item.start >= next.from && item.start <= next.to);
    const near = current && inside.includes(current) ? current : nearest(inside, from + length / 2);
    if (near) {
      choose(near);
      focus(near.key);
    }
  }

  return { brush, closer, markStretch, unmark: () => setBrush(null), zoomHere, panWithFocus };
}
