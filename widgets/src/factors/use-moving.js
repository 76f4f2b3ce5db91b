import { useState } from "preact/hooks";

import { placedIn, stepTo } from "./board.js";

/** @import { Act, Change } from "../core/types" */
/** @import { Card, Column } from "./board.js" */

/**
 * Moving and removing cards: asked about here until it is decided, then one save.
 * @param {object} given
 * @param {Column[]} given.columns
 * @param {Act} given.act
 * @param {(lens: string | null, group: string | null) => string} given.placeWords
 * @param {(id: string | null) => void} given.focusSoon  on a card, once it is drawn
 */
export function useMoving({ columns, act, placeWords, focusSoon }) {
  const [moving, setMoving] = useState(/** @type {string | null} */ (null));
  const [removing, setRemoving] = useState(/** @type {string | null} */ (null));

  /** @param {{ changes: Change[], reason: string, said: string }} change */
  async function save({ changes, reason, said }) {
    const outcome = await act.save(changes, reason);
    act.announce(outcome.ok ? said : `${outcome.message} ${outcome.remedy}`);
    return outcome.ok;
  }

  /** @param {Card | undefined} card  @param {string | null} lens  @param {string | null} group */
  async function put(card, lens, group) {
    setMoving(null);
    if (!card) return;
    const change = placedIn(card, lens, group, placeWords(lens, group));
    if (change) await save(change);
    focusSoon(card.id);
  }

  /** @param {Card} card */
  async function remove(card) {
    const next = stepTo(columns, card.id, "ArrowDown") ?? stepTo(columns, card.id, "ArrowUp");
    setRemoving(null);
    const gone = await save({
      changes: [{ kind: "factor", id: card.id, fields: null, base_version: card.version }],
      reason: `${card.id} removed`,
      said: `${card.id} removed.`,
    });
    focusSoon(gone ? next : card.id);
  }

  function leave() {
    setMoving(null);
    setRemoving(null);
    focusSoon(moving ?? removing);
  }

  return { moving, removing, move: setMoving, askToRemove: setRemoving, put, remove, leave };
}
