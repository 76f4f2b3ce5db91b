import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { sentence } from "../core/words.js";
import { Ask } from "../drawing/ask.jsx";
import { cardsOf, columnsOf, EVERYTHING, filtered, stepTo } from "./board.js";
import { LensColumn } from "./column.jsx";
import { Filters } from "./filters.jsx";
import { useDragging } from "./dragging.js";
import { Mover } from "./mover.jsx";
import { useMoving } from "./use-moving.js";

/** @import { Data, DrawingProps } from "../core/types" */
/** @import { Card } from "./board.js" */

const HINT =
  "Arrow keys go from card to card. Enter edits, N adds a factor, M moves a card, Delete removes it.";

/** The factors of a case by lens and group, to add to and to move about. @param {DrawingProps} props */
export function FactorBoard({ view, act, selected, onSelect }) {
  const root = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [filter, setFilter] = useState(EVERYTHING);
  const [other, setOther] = useState(/** @type {string | null} */ (null));
  const [chosen, setChosen] = useState(selected);
  const [wanted, setWanted] = useState(/** @type {string | null} */ (null));

  const cards = useMemo(() => cardsOf(view), [view]);
  const shown = useMemo(() => filtered(cards, filter), [cards, filter]);
  const columns = useMemo(() => columnsOf(view, shown, other), [view, shown, other]);
  const byId = new Map(cards.map((card) => [card.id, card]));
  const seen = columns.flatMap((column) => column.groups.flatMap((group) => group.cards));
  const stop = (seen.find((card) => card.id === chosen) ?? seen[0])?.id ?? null;
  const { framework, others, lenses, went_well: wentWell, reading } = view.extra;
  const fixed = other !== null;
  const placing = useMoving({ columns, act, placeWords, focusSoon: setWanted });
  const { moving, removing, move, askToRemove, put, remove, leave } = placing;
  const dragging = useDragging((id, lens, group) => void put(byId.get(id), lens, group));

  useEffect(() => {
    if (selected && byId.has(selected)) setChosen(selected);
  }, [selected]);

  useEffect(() => {
    if (!wanted) return;
    setWanted(null);
    focusOn(wanted);
  });

  /** @param {string | null} id */
  function focusOn(id) {
    /** @type {NodeListOf<HTMLElement> | undefined} */
    const faces = root.current?.querySelectorAll("[data-card]");
    [...(faces ?? [])].find((face) => face.dataset.card === id)?.focus();
  }

  /** @param {string} id */
  function choose(id) {
    setChosen(id);
    if (id !== selected) onSelect(id);
  }

  /** @param {string | null} lens  @param {string | null} group */
  function placeWords(lens, group) {
    const label = framework.groups.find((/** @type {Data} */ one) => one.code === group)?.label;
    return `${lens ?? "no lens"}, ${label ?? "not grouped"}`;
  }

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element))
      return;
    const id = event.target.getAttribute("data-card");
    const card = id ? byId.get(id) : undefined;
    if (!card) return;
    const next = stepTo(columns, card.id, event.key);
    const action = next ? () => focusOn(next) : fixed ? undefined : actionOf(event.key, card);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  /** @param {string} key  @param {Card} card  @returns {(() => void) | undefined} */
  function actionOf(key, card) {
    return {
      Enter: () => act.edit("factor", card.id),
      n: () => add(card.lens, card.group),
      m: () => move(card.id),
      Delete: () => askToRemove(card.id),
    }[key.length === 1 ? key.toLowerCase() : key];
  }

  /** @param {string | null} lens  @param {string | null} group */
  function add(lens, group) {
    act.edit("factor", null, { ...(lens ? { lens } : {}), ...(group ? { group } : {}) });
  }

  return (
    <div class="rca-drawing fb" ref={root} onKeyDown={onKeyDown} {...dragging.handlers}>
      <Filters
        filter={filter}
        setFilter={setFilter}
        framework={framework.name}
        others={others.map((/** @type {Data} */ one) => one.name)}
        other={other}
        setOther={setOther}
        add={() => act.edit("factor", null)}
      />
      {fixed ? <p class="rca-status">To read only. {reading}</p> : <p class="fb-hint">{HINT}</p>}
      <Asked
        moving={moving ? byId.get(moving) : undefined}
        removing={removing ? byId.get(removing) : undefined}
        lenses={lenses}
        groups={framework.groups}
        put={put}
        remove={remove}
        leave={leave}
      />
      {shown.length < cards.length ? (
        <p class="fb-hint" role="status">
          {shown.length} of {cards.length} factors are shown.
        </p>
      ) : null}
      <div class="fb-columns">
        {columns.map((column) => (
          <LensColumn
            key={column.label}
            column={column}
            stop={stop}
            chosen={chosen}
            dragging={dragging.ghost !== null}
            over={dragging.over}
            fixed={fixed}
            doing={{
              choose,
              add,
              edit: (id) => act.edit("factor", id),
              move,
              remove: askToRemove,
              grab: dragging.grab,
              consider: (lens) => act.edit("lens-consideration", null, { lens }),
              reconsider: (id) => act.edit("lens-consideration", id),
            }}
          />
        ))}
      </div>
      <WentWell found={wentWell} />
      {dragging.ghost ? (
        <p class="fb-ghost" style={{ left: `${dragging.ghost.x}px`, top: `${dragging.ghost.y}px` }}>
          {dragging.ghost.id}
        </p>
      ) : null}
    </div>
  );
}

/**
 * Where a card goes, or whether it goes at all: what is asked of one before it is done.
 * @param {{ moving: Card | undefined, removing: Card | undefined, lenses: Data[], groups: any[],
 *   put(card: Card, lens: string | null, group: string | null): Promise<void>,
 *   remove(card: Card): Promise<void>, leave(): void }} props
 */
function Asked({ moving, removing, lenses, groups, put, remove, leave }) {
  return (
    <>
      {moving ? (
        <Mover
          key={moving.id}
          card={moving}
          lenses={lenses.map((/** @type {Data} */ { code }) => ({ code, label: sentence(code) }))}
          groups={groups}
          keep={(lens, group) => void put(moving, lens, group)}
          leave={leave}
        />
      ) : null}
      {removing ? (
        <Ask
          question={`Remove ${removing.id}?`}
          yes="Remove it"
          no="Keep it"
          onYes={() => void remove(removing)}
          onNo={leave}
        />
      ) : null}
    </>
  );
}

/** @param {{ found: { id: string, said: string, why: string }[] }} props */
function WentWell({ found }) {
  return (
    <section class="fb-well" aria-label="What went well">
      <h4>What went well</h4>
      {found.length ? (
        <ul>
          {found.map(({ id, said, why }) => (
            <li key={id}>
              {said} <span class="fb-id">{`${id}, ${why.toLowerCase()}`}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p class="fb-hint">Nothing has been entered yet of what went well.</p>
      )}
    </section>
  );
}
