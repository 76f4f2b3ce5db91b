import { useState } from "preact/hooks";

import { joinedTo, moved, removed, turned } from "./changes.js";

/** @import { Act, Change } from "../core/types" */
/** @import { CauseOption } from "./changes.js" */
/** @import { Target } from "./drag.js" */
/** @import { Bone, By, Factor, Fish, Shoal } from "./fish.js" */

/** @typedef {"move" | "join" | "remove"} Doing  what is asked about before it is done */

/**
 * What can be done to the factor or the problem that is chosen, each in one save.
 * @param {object} given
 * @param {Shoal} given.shoal
 * @param {By} given.by
 * @param {Bone[]} given.bones
 * @param {Act} given.act
 * @param {Factor | undefined} given.factor
 * @param {Fish | undefined} given.problem
 * @param {(id: string | null) => void} given.reach
 */
export function useDeeds({ shoal, by, bones, act, factor, problem, reach }) {
  const [doing, setDoing] = useState(/** @type {Doing | null} */ (null));
  const current = factor?.id ?? problem?.id ?? null;

  /** @param {Change[]} changes  @param {string} said  @param {string | null} then */
  async function save(changes, said, then = current) {
    setDoing(null);
    if (changes.length) {
      const outcome = await act.save(changes, "");
      act.announce(outcome.ok ? said : `${outcome.message} ${outcome.remedy}`);
    }
    // a factor that moved stands elsewhere in the page: the focus goes with it
    requestAnimationFrame(() => reach(then));
  }

  return {
    doing,
    begin: setDoing,
    leave: () => void save([], ""),

    /** @param {string} id  @param {Target} to */
    move(id, to) {
      const held = shoal.factor.get(id);
      if (!held) return;
      const where = bones.find((one) => one.value === to.bone)?.label ?? "no bone";
      void save(moved(held, by, to), `${id} moved to ${where}.`, id);
    },

    turn() {
      if (!factor) return;
      void save(turned(factor), `${factor.id} ${factor.helped ? "contributed" : "helped"}.`);
    },

    /** @param {CauseOption} cause */
    join(cause) {
      if (!factor) return;
      const said = cause.factors.includes(factor.id)
        ? `${factor.id} no longer stands behind ${cause.id}.`
        : `${factor.id} stands behind ${cause.id}.`;
      void save(joinedTo(factor, cause), said);
    },

    remove() {
      const changes = factor
        ? removed("factor", factor)
        : problem
          ? removed("problem", problem)
          : [];
      void save(changes, `${current} removed.`, factor?.problem ?? null);
    },
  };
}
