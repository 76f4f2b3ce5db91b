import { useState } from "preact/hooks";

import { changedCause, removal } from "./changes.js";
import { nextTo } from "./navigation.js";

/** @import { Act } from "../core/types" */
/** @import { Start } from "./composer.jsx" */
/** @import { Cause, Graph } from "./graph.js" */
/**
 * @typedef {{kind: "write", start: Start} | {kind: "remove", id: string}
 *   | {kind: "rename", id: string} | {kind: "aim", cause: string, dragging: boolean}} Doing
 *   what is under way: asked about, written or aimed at
 */

/**
 * What can be done to the graph, each in one save.
 * @param {object} given
 * @param {Graph} given.graph
 * @param {Act} given.act
 * @param {Cause | undefined} given.cause  the one that is chosen
 * @param {string | null} given.current  what is chosen, a cause or a link
 * @param {(id: string | null) => void} given.reach
 */
export function useDeeds({ graph, act, cause, current, reach }) {
  const [doing, setDoing] = useState(/** @type {Doing | null} */ (null));
  const aiming = doing?.kind === "aim" ? doing.cause : null;

  /** @param {string | null} then  what has the focus next */
  function end(then) {
    setDoing(null);
    reach(then);
  }

  /** @param {string} from  @param {string | null} effect */
  function connectFrom(from, effect) {
    setDoing({ kind: "write", start: { kind: "connect", cause: from, effect } });
  }

  return {
    doing,
    aiming,
    end,
    connectFrom,
    add: () => setDoing({ kind: "write", start: { kind: "add", effect: cause?.id ?? null } }),
    askForName: (/** @type {string | undefined} */ id) => id && setDoing({ kind: "rename", id }),
    askToRemove: () => current && setDoing({ kind: "remove", id: current }),

    aim() {
      if (!cause) return;
      setDoing({ kind: "aim", cause: cause.id, dragging: false });
      act.announce(`Connecting ${cause.id}. Go to what it led to, then press Enter.`);
    },

    /** @param {string | null} id  the cause that an arrow is drawn from */
    drag: (id) => setDoing(id ? { kind: "aim", cause: id, dragging: true } : null),

    /** @param {string} effect */
    connect(effect) {
      if (aiming && aiming !== effect) connectFrom(aiming, effect);
    },

    leave() {
      setDoing(null);
      if (aiming) act.announce("Not connected.");
    },

    /** @param {string} id */
    async combine(id) {
      const box = graph.cause.get(id);
      if (!box) return;
      if (!box.box.combination) return act.announce(`${id} has no two causes to combine.`);
      const combination = box.combination === "all" ? "any" : "all";
      const outcome = await act.save(changedCause(graph, id, { combination }), "");
      act.announce(
        outcome.ok
          ? `${id}: ${combination === "all" ? "all of its causes together" : "any one of its causes alone"}.`
          : outcome.message,
      );
    },

    /** @param {string} id */
    async remove(id) {
      const outcome = await act.save(removal(graph, id), "");
      setDoing(null);
      if (!outcome.ok) return act.announce(`${outcome.message} ${outcome.remedy}`);
      act.announce(`${id} removed.`);
      reach(nextTo(graph, id));
    },

    /** @param {string} id  @param {string | null} statement */
    async rename(id, statement) {
      const outcome = statement ? await act.save(changedCause(graph, id, { statement }), "") : null;
      if (outcome && !outcome.ok) return outcome.errors[0]?.message ?? outcome.message;
      if (outcome) act.announce(`${id} renamed.`);
      end(id);
      return null;
    },
  };
}
