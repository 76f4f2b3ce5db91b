import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { places } from "./places.js";

/** @typedef {import("./graph.js").Graph} Graph */
/** @typedef {import("./layout.js").Layout} Layout */
/** @typedef {import("./layout.js").Direction} Direction */

/** @typedef {{direction: Direction, ranks: number}} Shape */

/**
 * Where everything stands. A new place is asked for only when a size or an end of a link has
 * changed, never for a word that keeps its lines; the old places stay until the new ones are there.
 *
 * @param {Graph} graph
 * @param {boolean} small whether its boxes are the small ones
 * @param {(name: string) => Promise<string>} asset
 * @returns {{layout: Layout | null, turn: () => void}}
 */
export function useLayout(graph, small, asset) {
  const [layout, setLayout] = useState(/** @type {Layout | null} */ (null));
  const [turned, setTurned] = useState(/** @type {Direction | null} */ (null));
  const shapes = useRef(/** @type {Record<string, Shape>} */ ({}));

  const wanted = useMemo(
    () =>
      JSON.stringify({
        boxes: graph.causes.map(({ id, box: { width, height, combination } }) => ({
          id,
          width,
          height,
          gate: combination !== null,
        })),
        links: graph.links.map(({ id, cause, effect }) => ({ id, cause, effect })),
        close: small,
      }),
    [graph, small],
  );

  useEffect(() => {
    let late = false;
    const request = JSON.parse(wanted);
    if (!request.boxes.length) return setLayout(null);
    const key = `${request.close} ${turned}`;
    void places(asset, {
      ...request,
      directions: turned ? [turned] : ["BT", "LR"],
      shape: shapes.current[key] ?? null,
    }).then((found) => {
      if (late) return;
      shapes.current[key] = { direction: found.direction, ranks: found.ranks };
      setLayout(found);
    });
    return () => {
      late = true;
    };
  }, [wanted, turned]);

  return {
    layout,
    turn: () => setTurned(layout?.direction === "BT" ? "LR" : "BT"),
  };
}
