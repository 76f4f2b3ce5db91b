import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { useUid } from "../core/uid.js";
import { Ask } from "../drawing/ask.jsx";
import { Keys } from "../drawing/keys.jsx";
import { pan, useViewport } from "../drawing/viewport.js";
import { Bones, Details, Legend, Loose } from "./details.jsx";
import { useDrag } from "./drag.js";
import { shoalOf } from "./fish.js";
import { Fish } from "./fish.jsx";
import { layOutFish } from "./layout.js";
import { Join, Move } from "./move.jsx";
import { arrow } from "./navigation.js";
import { Tools } from "./tools.jsx";
import { useDeeds } from "./use-deeds.js";

/** @import { DrawingProps } from "../core/types" */
/** @typedef {import("./fish.js").By} By */
/** @typedef {import("./drag.js").Target} Target */

/** The room that the style sheet leaves around each fish. */
const AROUND = { across: 14, along: 10 };

/** @type {[string, string][]} */
const KEYS = [
  ["Arrows", "along the ribs, and to the head"],
  ["Page Up, Page Down", "the factor before, the factor after, as entered"],
  ["Enter", "open"],
  ["N", "add a factor to this bone"],
  ["M", "move to another bone, or another problem"],
  ["E", "it contributed, or it helped"],
  ["K", "link to a cause"],
  ["Delete", "remove"],
  ["+  −  0", "larger, smaller, all of it"],
];

/**
 * The fishbones, drawn as the record draws them, to be built with a pointer or with keys.
 *
 * @param {DrawingProps} props
 */
export function FishboneDrawing({ view, act, selected, onSelect }) {
  const [by, setBy] = useState(/** @type {By} */ ("group"));
  const shoal = useMemo(() => shoalOf(view, by), [view, by]);
  const size = useMemo(() => sizeOf(shoal), [shoal]);
  const viewport = useViewport(size);
  const [help, setHelp] = useState(false);
  const root = useRef(/** @type {HTMLDivElement | null} */ (null));
  const keys = useUid();

  const factor = shoal.factor.get(selected ?? "");
  const problem = shoal.fish.find((one) => one.id === selected);
  const current = factor?.id ?? problem?.id ?? null;
  /** @type {import("./fish.js").Bone[]} */
  const bones = view.extra.bones[by];

  /** @param {string | null | undefined} id */
  const reach = (id) => {
    if (!id) return;
    onSelect(id);
    const element = root.current?.querySelector(`[data-factor="${id}"], [data-problem="${id}"]`);
    /** @type {SVGElement | null | undefined} */ (element)?.focus();
  };
  // heads first: they say what the fish is about
  useEffect(() => {
    if (viewport.scroller.current) viewport.scroller.current.scrollLeft = size.width;
  }, [viewport.ready]);
  const deeds = useDeeds({ shoal, by, bones, act, factor, problem, reach });
  const { begin, move, turn } = deeds;
  const { drag, press } = useDrag((id, to) => {
    const held = shoal.factor.get(id)?.problem ?? null;
    move(id, to.bone === null ? { problem: held, bone: null } : to);
  });

  const open = () => current && act.edit(factor ? "factor" : "problem", current);
  const add = () => act.edit("factor", null, presetOf(by, factor, problem ?? shoal.fish[0]));

  /** @type {Record<string, () => void>} */
  const commands = {
    Enter: open,
    " ": open,
    n: add,
    m: () => factor && begin("move"),
    e: turn,
    k: () => factor && begin("join"),
    Delete: () => current && begin("remove"),
    Backspace: () => current && begin("remove"),
    "+": viewport.zoomIn,
    "=": viewport.zoomIn,
    "-": viewport.zoomOut,
    0: viewport.fit,
    "?": () => setHelp(!help),
  };

  /** @param {KeyboardEvent} event */
  const key = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const command = name in commands ? commands[name] : null;
    const next = command || !current ? undefined : nextFrom(shoal, current, event.key);
    if (!command && next === undefined) return;
    event.preventDefault();
    if (command) command();
    else if (next) reach(next);
    else act.announce("Nothing further that way.");
  };

  return (
    <div class="rca-drawing" ref={root}>
      <Tools
        factor={factor}
        current={current}
        by={by}
        help={help}
        deeds={{
          add,
          problem: () => act.edit("problem", null),
          move: () => begin("move"),
          turn,
          join: () => begin("join"),
          open,
          remove: () => begin("remove"),
          group: () => setBy("group"),
          lens: () => setBy("lens"),
          zoomOut: viewport.zoomOut,
          zoomIn: viewport.zoomIn,
          fit: viewport.fit,
          keys: () => setHelp(!help),
        }}
      />
      {help && <Keys keys={KEYS} />}
      <p class="rca-hidden" id={keys}>
        Arrows go along the ribs, Enter opens, N adds a factor, M moves it, question mark shows all
        keys.
      </p>
      <Asked {...{ factor, problem, shoal, bones, by, deeds }} causes={view.extra.causes} />
      {!shoal.fish.length && (
        <p class="rca-empty">
          No problem yet. Each fishbone has one as its head: what went wrong in care or in the
          service.
        </p>
      )}
      <div onFocusCapture={(event) => reachOf(event, current, onSelect)} onKeyDown={key}>
        {shoal.fish.length > 0 && (
          <div
            class="rca-scroller"
            ref={viewport.scroller}
            tabIndex={-1}
            onPointerDown={(event) =>
              press(event) || (idOf(event) ? null : pan(event, event.currentTarget))
            }
            onClick={(event) => reach(idOf(event))}
            onDblClick={open}
          >
            <div class="rca-sheet">
              {shoal.fish.map((fish) => (
                <div class="rca-one-fish" key={fish.id}>
                  <Fish
                    fish={fish}
                    scale={viewport.scale}
                    current={current}
                    over={drag?.to?.problem === fish.id ? drag.to.bone : null}
                    keys={keys}
                  />
                </div>
              ))}
            </div>
          </div>
        )}
        {shoal.fish.map((fish) => (
          <Bones
            key={fish.id}
            fish={fish}
            over={drag?.to?.problem === fish.id ? drag.to.bone : null}
            onAdd={(bone) => act.edit("factor", null, { problem: fish.id, [by]: bone })}
          />
        ))}
        <Loose shoal={shoal} current={current} press={press} />
      </div>
      {drag && (
        <p class="rca-ghost" style={{ left: `${drag.x + 14}px`, top: `${drag.y + 14}px` }}>
          {drag.factor} → {bones.find((one) => one.value === drag.to?.bone)?.label ?? "…"}
        </p>
      )}
      <Legend shoal={shoal} />
      {factor && (
        <Details
          factor={factor}
          causes={view.extra.causes}
          findings={view.findings}
          bones={view.extra.bones}
        />
      )}
    </div>
  );
}

/** @typedef {import("./fish.js").Shoal} Shoal */

/**
 * What is asked before a factor goes elsewhere, or anything goes for good.
 * @param {{ factor?: import("./fish.js").Factor, problem?: import("./fish.js").Fish, shoal: Shoal,
 *   bones: import("./fish.js").Bone[], by: By, causes: import("./changes.js").CauseOption[],
 *   deeds: ReturnType<typeof useDeeds> }} props
 */
function Asked({ factor, problem, shoal, bones, by, causes, deeds }) {
  const chosen = factor ?? problem;
  return (
    <>
      {deeds.doing === "move" && factor && (
        <Move
          factor={factor}
          shoal={shoal}
          bones={bones}
          by={by}
          onMove={(to) => deeds.move(factor.id, to)}
          onLeave={deeds.leave}
        />
      )}
      {deeds.doing === "join" && factor && (
        <Join factor={factor} causes={causes} onJoin={deeds.join} onLeave={deeds.leave} />
      )}
      {deeds.doing === "remove" && chosen && (
        <Ask
          question={`Remove ${chosen.id} “${chosen.statement}”? Undo brings it back.`}
          yes="Remove"
          no="Keep"
          onYes={deeds.remove}
          onNo={deeds.leave}
        />
      )}
    </>
  );
}

/** @param {Shoal} shoal */
function sizeOf(shoal) {
  const sizes = shoal.fish.map(layOutFish);
  return {
    width: Math.max(0, ...sizes.map((one) => one.width)) + 2 * AROUND.across,
    height: sizes.reduce((sum, one) => sum + one.height + 2 * AROUND.along, 0),
  };
}

/**
 * @param {By} by
 * @param {import("./fish.js").Factor | undefined} factor
 * @param {import("./fish.js").Fish | undefined} problem
 */
function presetOf(by, factor, problem) {
  const found = factor
    ? { problem: factor.problem, [by]: factor[by] }
    : { problem: problem?.id ?? null };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null));
}

/**
 * @param {Shoal} shoal
 * @param {string} current
 * @param {string} key
 */
function nextFrom(shoal, current, key) {
  const order = [...shoal.factor.keys()];
  const at = order.indexOf(current);
  if (key === "PageDown") return order[at + 1] ?? null;
  if (key === "PageUp") return order[at - 1] ?? null;
  const fish = shoal.fish.find(
    (one) =>
      one.id === current ||
      one.ribs.some((rib) => rib.factors.some((factor) => factor.id === current)),
  );
  return fish && arrow(layOutFish(fish), fish.id, current, key);
}

/** @param {Event} event */
function idOf(event) {
  const held = /** @type {Element} */ (event.target).closest("[data-factor], [data-problem]");
  return held?.getAttribute("data-factor") ?? held?.getAttribute("data-problem") ?? null;
}

/**
 * @param {FocusEvent} event
 * @param {string | null} current
 * @param {(id: string) => void} onSelect
 */
function reachOf(event, current, onSelect) {
  const id = idOf(event);
  if (id && id !== current) onSelect(id);
}
