import { Sign } from "../drawing/sign.jsx";
import { FactorCard } from "./card.jsx";

/** @import { Card, Column } from "./board.js" */

/**
 * @typedef {object} Doing what can be done on the board
 * @property {(id: string) => void} choose
 * @property {(id: string) => void} edit
 * @property {(id: string) => void} move
 * @property {(id: string) => void} remove
 * @property {(id: string, event: PointerEvent) => void} grab
 * @property {(lens: string | null, group: string | null) => void} add
 * @property {(lens: string) => void} consider
 * @property {(id: string) => void} reconsider
 */

/**
 * @param {{ column: Column, stop: string | null, chosen: string | null, dragging: boolean,
 *   over: string | null, fixed: boolean, doing: Doing }} props
 */
export function LensColumn({ column, stop, chosen, dragging, over, fixed, doing }) {
  const { lens, label, groups, free, considered, silent } = column;
  return (
    <section class="fb-column" aria-label={`${label}${lens ? " lens" : ""}`}>
      <h4 class="fb-lens">{label}</h4>
      {silent ? (
        <p class="fb-note">
          <Sign mark="warn" /> No factor, and not said why.
        </p>
      ) : null}
      {considered.map(({ id, because }) => (
        <div class="fb-considered" key={id}>
          <p>
            <b>Considered, nothing found.</b> {because} <span class="fb-id">{id}</span>
          </p>
          {fixed ? null : (
            <button
              type="button"
              data-edit={id}
              aria-label={`Edit ${id}`}
              onClick={() => doing.reconsider(id)}
            >
              Edit
            </button>
          )}
        </div>
      ))}
      {groups.map((group) => (
        <div
          class={`fb-group${over === placeKey(lens, group.code) ? " fb-over" : ""}`}
          key={group.label}
          data-place={fixed ? undefined : placeKey(lens, group.code)}
        >
          <h5>{group.label}</h5>
          <ul>
            {group.cards.map((card) => (
              <FactorCard
                key={card.id}
                card={card}
                lens={label}
                group={group.label}
                stop={card.id === stop}
                chosen={card.id === chosen}
                fixed={fixed}
                choose={() => doing.choose(card.id)}
                edit={() => doing.edit(card.id)}
                move={() => doing.move(card.id)}
                remove={() => doing.remove(card.id)}
                grab={(event) => doing.grab(card.id, event)}
              />
            ))}
          </ul>
          {fixed ? null : (
            <button
              type="button"
              class="fb-add"
              onClick={() => doing.add(lens, group.code)}
              aria-label={`Add a factor to ${label}, ${group.label}`}
            >
              + Add
            </button>
          )}
        </div>
      ))}
      {free.length ? (
        <details class="fb-free" open={dragging || groups.length === 0}>
          <summary>Other groups</summary>
          <ul>
            {free.map((group) => (
              <li key={group.code}>
                <button
                  type="button"
                  class={over === placeKey(lens, group.code) ? "fb-over" : ""}
                  data-place={placeKey(lens, group.code)}
                  title={group.asks}
                  onClick={() => doing.add(lens, group.code)}
                  aria-label={`Add a factor to ${label}, ${group.label}`}
                >
                  + {group.label}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {lens && !fixed && !considered.length && !hasCards(groups) ? (
        <button
          type="button"
          class="fb-nothing"
          data-add="lens-consideration"
          onClick={() => doing.consider(lens)}
        >
          Say that nothing was found here
        </button>
      ) : null}
    </section>
  );
}

/** @param {{ cards: Card[] }[]} groups */
function hasCards(groups) {
  return groups.some((group) => group.cards.length);
}

/** @param {string | null} lens  @param {string | null} group */
export function placeKey(lens, group) {
  return JSON.stringify([lens, group]);
}
