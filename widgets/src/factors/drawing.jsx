import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { sentence } from "../core/words.js";
import { Ask } from "../drawing/ask.jsx";
import { cardsOf, columnsOf, EVERYTHING, filtered, placedIn, stepTo } from "./board.js";
import { LensColumn } from "./column.jsx";
import { Filters } from "./filters.jsx";
import { useDragging } from "./dragging.js";
import { Mover } from "./mover.jsx";

/** @import { Change, Data, DrawingProps } from "../core/types" */
/** @import { Card } from "./board.js" */

const HINT =
  "Arrow keys go from card to card. Enter edits, N adds a factor, M moves a card, Delete removes it.";

/** The factors of a case by lens and group, to add to and to move about. @param {DrawingProps} props */
export function FactorBoard({ view, act, selected, onSelect }) {
  const root = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [filter, setFilter] = useState(EVERYTHING);
  const [other, setOther] = useState(/** @type {string | null} */ (null));
  const [chosen, setChosen] = useState(selected);
  const [moving, setMoving] = useState(/** @type {string | null} */ (null));
  const [removing, setRemoving] = useState(/** @type {string | null} */ (null));
  const [wanted, setWanted] = useState(/** @type {string | null} */ (null));

  const cards = useMemo(() => cardsOf(view), [view]);
  const shown = useMemo(() => filtered(cards, filter), [cards, filter]);
  const columns = useMemo(() => columnsOf(view, shown, other), [view, shown, other]);
  const byId = new Map(cards.map((card) => [card.id, card]));
  const seen = columns.flatMap((column) => column.groups.flatMap((group) => group.cards));
  const stop = (seen.find((card) => card.id === chosen) ?? seen[0])?.id ?? null;
  const { framework, others, lenses, went_well: wentWell, reading } = view.extra;
  const fixed = other !== null;
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

  /** @param {Card | undefined} card  @param {string | null} lens  @param {string | null} group */
  async function put(card, lens, group) {
    setMoving(null);
    if (!card) return;
    const change = placedIn(card, lens, group, placeWords(lens, group));
    if (change) await save(change);
    setWanted(card.id);
  }

  /** @param {{ changes: Change[], reason: string, said: string }} change */
  async function save({ changes, reason, said }) {
    const outcome = await act.save(changes, reason);
    act.announce(outcome.ok ? said : `${outcome.message} ${outcome.remedy}`);
    return outcome.ok;
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
    setWanted(gone ? next : card.id);
  }

  /** @param {string | null} lens  @param {string | null} group */
  function placeWords(lens, group) {
    const label = framework.groups.find((/** @type {Data} */ one) => one.code === group)?.label;
    return `${lens ?? "no lens"}, ${label ?? "not grouped"}`;
  }

  function leave() {
    const id = moving ?? removing;
    setMoving(null);
    setRemoving(null);
    setWanted(id);
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
      m: () => setMoving(card.id),
      Delete: () => setRemoving(card.id),
    }[key.length === 1 ? key.toLowerCase() : key];
  }

  /** @param {string | null} lens  @param {string | null} group */
  function add(lens, group) {
    act.edit("factor", null, { ...(lens ? { lens } : {}), ...(group ? { group } : {}) });
  }

  const movingCard = moving ? byId.get(moving) : undefined;
  const removingCard = removing ? byId.get(removing) : undefined;
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
      {movingCard ? (
        <Mover
          key={movingCard.id}
          card={movingCard}
          lenses={lenses.map((/** @type {Data} */ { code }) => ({ code, label: sentence(code) }))}
          groups={framework.groups}
          keep={(lens, group) => void put(movingCard, lens, group)}
          leave={leave}
        />
      ) : null}
      {removingCard ? (
        <Ask
          question={`Remove ${removingCard.id}?`}
          yes="Remove it"
          no="Keep it"
          onYes={() => void remove(removingCard)}
          onNo={leave}
        />
      ) : null}
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
              move: setMoving,
              remove: setRemoving,
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
