import { useState } from "preact/hooks";

import { removed, rescheduled } from "./changes.js";
import { along } from "./navigate.js";
import { movingWords } from "./sentences.js";
import { movedBy } from "./when.js";

/** @import { Act, Change, View } from "../core/types" */
/** @import { Item } from "./items.js" */
/** @import { Moving } from "./plot.jsx" */
/** @import { Part, Shift } from "./when.js" */

const STILL = { days: 0, minutes: 0 };

const MOVE_HELP =
  "Left and right by 5 minutes, with Shift 15, with Control an hour, with Alt one minute, Page Up " +
  "and Page Down a day. Enter keeps it, Escape leaves it as it was.";

/**
 * Moving and removing what is on the timeline: under way here until it is kept, then one save.
 * @param {object} given
 * @param {Item[]} given.items
 * @param {Map<string, Item>} given.byKey
 * @param {View} given.view
 * @param {Act} given.act
 * @param {(key: string) => void} given.focus
 * @param {(item: Item) => void} given.go
 */
export function useChanging({ items, byKey, view, act, focus, go }) {
  const [moving, setMoving] = useState(/** @type {(Moving & { shift: Shift }) | null} */ (null));
  const [removing, setRemoving] = useState(/** @type {string | null} */ (null));
  const [saving, setSaving] = useState(false);

  /** @param {string} key  @param {Part} part  @param {Shift} shift  from where it is saved */
  function carry(key, part, shift) {
    const event = byKey.get(key)?.event;
    if (event) setMoving({ key, part, shift, when: movedBy(event.when, part, shift) });
  }

  /** @param {Item | null} item  @param {Part} part */
  function begin(item, part) {
    if (!item?.event) return;
    carry(item.key, part, STILL);
    act.announce(
      `Moving ${part === "whole" ? item.key : `the ${part} of ${item.key}`}. ${MOVE_HELP}`,
    );
    focus(item.key);
  }

  /** @param {Shift} by */
  function nudge(by) {
    const event = moving && byKey.get(moving.key)?.event;
    if (!moving || !event) return;
    const { key, part, shift } = moving;
    const sum = { days: shift.days + by.days, minutes: shift.minutes + by.minutes };
    carry(key, part, sum);
    act.announce(movingWords(key, part, movedBy(event.when, part, sum)));
  }

  /** Ends what is under way about anything but `key`. @param {string | null} key */
  function stop(key) {
    if (moving?.key !== key) setMoving(null);
    if (removing !== key) setRemoving(null);
  }

  function leave() {
    if (moving) act.announce(`${moving.key} is left as it was.`);
    const key = moving?.key ?? removing;
    stop(null);
    if (key) focus(key);
  }

  /** @param {{ changes: Change[], reason: string, said: string }} change */
  async function save({ changes, reason, said }) {
    setSaving(true);
    const outcome = await act.save(changes, reason);
    setSaving(false);
    stop(null);
    act.announce(outcome.ok ? said : `${outcome.message} ${outcome.remedy}`);
    return outcome.ok;
  }

  async function keep() {
    const item = moving && byKey.get(moving.key);
    if (!moving || !item || saving) return;
    if (moving.when === item.event?.when) {
      leave();
      return;
    }
    await save(rescheduled(item, moving.when));
    focus(item.key);
  }

  /** @param {Item} item */
  async function remove(item) {
    const next = along(items, item.key, 1) ?? along(items, item.key, -1);
    const gone = (await save(removed(item, view))) && item.kind === "event";
    if (gone && next) go(next);
    else focus(item.key);
  }

  return {
    moving,
    removing,
    saving,
    begin,
    carry,
    nudge,
    stop,
    leave,
    keep,
    remove,
    ask: (/** @type {Item} */ item) => {
      if (item.event || item.gap?.explainedBy) setRemoving(item.key);
    },
  };
}
