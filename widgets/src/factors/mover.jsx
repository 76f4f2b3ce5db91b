import { useEffect, useRef, useState } from "preact/hooks";

import { useUid } from "../core/uid.js";

/** @import { Card } from "./board.js" */

/**
 * Where a factor goes: a lens and a group, to choose by hand or keyboard.
 * @param {{ card: Card, lenses: { code: string, label: string }[], groups: { code: string, label: string, asks: string }[],
 *   keep(lens: string | null, group: string | null): void, leave(): void }} props
 */
export function Mover({ card, lenses, groups, keep, leave }) {
  const [lens, setLens] = useState(card.lens ?? "");
  const [group, setGroup] = useState(card.group ?? "");
  const first = useRef(/** @type {HTMLSelectElement | null} */ (null));
  const words = useUid();
  useEffect(() => first.current?.focus(), []);
  const asks = groups.find((one) => one.code === group)?.asks;
  return (
    <form
      class="rca-panel"
      aria-labelledby={words}
      onSubmit={(event) => {
        event.preventDefault();
        keep(lens || null, group || null);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") leave();
      }}
    >
      <p class="rca-panel-title" id={words}>
        Move {card.id}
      </p>
      <div class="rca-panel-row">
        <label class="rca-field">
          Lens
          <select ref={first} value={lens} onChange={(event) => setLens(event.currentTarget.value)}>
            <option value="">No lens</option>
            {lenses.map((one) => (
              <option key={one.code} value={one.code}>
                {one.label}
              </option>
            ))}
          </select>
        </label>
        <label class="rca-field">
          Group
          <select value={group} onChange={(event) => setGroup(event.currentTarget.value)}>
            <option value="">Not grouped</option>
            {groups.map((one) => (
              <option key={one.code} value={one.code}>
                {one.label}
              </option>
            ))}
          </select>
        </label>
      </div>
      {asks ? <p class="fb-asks">{asks}</p> : null}
      <div class="rca-panel-row">
        <button type="submit" class="rca-first">
          Move it there
        </button>
        <button type="button" onClick={leave}>
          Leave it where it is
        </button>
      </div>
    </form>
  );
}
