import { formOf } from "./changes.js";
import { along, across, stepOf } from "./navigate.js";

/** @import { Act } from "../core/types" */
/** @import { Item, Lane } from "./items.js" */
/** @import { useChanging } from "./use-changing.js" */
/** @import { useLooking } from "./use-looking.js" */

const CLOSER = 1 / 1.6;
const WIDER = 1.6;
const PAN = 0.3;

/**
 * What a key does on the timeline; undefined where it means nothing there.
 * @param {KeyboardEvent} event
 * @param {object} on
 * @param {Item[]} on.items
 * @param {Lane[]} on.lanes
 * @param {Item | null} on.current
 * @param {string | null} on.stop  where Tab comes in
 * @param {Act} on.act
 * @param {ReturnType<typeof useChanging>} on.changing
 * @param {ReturnType<typeof useLooking>} on.looking
 * @param {(item: Item | null) => void} on.go
 * @param {() => void} on.fit
 * @param {() => void} on.add
 * @returns {(() => unknown) | undefined}
 */
export function keyAction(event, on) {
  const { items, lanes, current, stop, act, changing, looking, go, fit, add } = on;
  if (changing.moving) return whileMoving(event, changing);
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.shiftKey && event.key === "ArrowLeft") return () => looking.panWithFocus(-PAN);
  if (event.shiftKey && event.key === "ArrowRight") return () => looking.panWithFocus(PAN);
  const from = current ? stop : null;
  return {
    ArrowLeft: () => go(along(items, from, -1)),
    ArrowRight: () => go(along(items, from, 1)),
    ArrowUp: () => go(across(items, lanes, from, -1)),
    ArrowDown: () => go(across(items, lanes, from, 1)),
    Home: () => go(items[0]),
    End: () => go(items[items.length - 1]),
    Enter: () => current && act.edit(...formOf(current)),
    "+": () => looking.zoomHere(CLOSER),
    "=": () => looking.zoomHere(CLOSER),
    "-": () => looking.zoomHere(WIDER),
    _: () => looking.zoomHere(WIDER),
    0: fit,
    n: add,
    m: () => changing.begin(current, "whole"),
    s: () => changing.begin(current, "start"),
    e: () => changing.begin(current, "end"),
    b: looking.markStretch,
    Delete: () => current && changing.ask(current),
    Escape: looking.brush ? looking.unmark : undefined,
  }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
}

/** @param {KeyboardEvent} event  @param {ReturnType<typeof useChanging>} changing */
function whileMoving(event, { moving, nudge, keep, leave }) {
  const step = stepOf(event, moving?.when.precision === "day");
  if (step) return () => nudge(step);
  return { Enter: keep, Escape: leave }[event.key];
}
