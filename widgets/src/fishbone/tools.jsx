import { Toolbar } from "../drawing/toolbar.jsx";

/** @typedef {import("./fish.js").Factor} Factor */

/**
 * All that can be done, for a pointer and for the keys; what cannot be done now stays in its place.
 *
 * @param {{factor: Factor | undefined, current: string | null, by: import("./fish.js").By,
 *   help: boolean, deeds: Record<string, () => void>}} props `factor` is the one selected;
 *   `current` may be a problem
 */
export function Tools({ factor, current, by, help, deeds }) {
  return (
    <Toolbar
      label="Fishbone"
      groups={[
        [
          { name: "add", label: "Add a factor", adds: "factor", run: deeds.add },
          { name: "problem", label: "Add a problem", adds: "problem", run: deeds.problem },
          { name: "move", label: "Move…", off: !factor, run: deeds.move },
          {
            name: "effect",
            label: factor?.helped ? "It contributed" : "It helped",
            off: !factor,
            run: deeds.turn,
          },
          { name: "join", label: "Link to a cause…", off: !factor, run: deeds.join },
          { name: "open", label: "Open", off: !current, run: deeds.open },
          { name: "remove", label: "Remove…", off: !current, run: deeds.remove },
        ],
        [
          { name: "group", label: "By group", pressed: by === "group", run: deeds.group },
          { name: "lens", label: "By lens", pressed: by === "lens", run: deeds.lens },
        ],
        [
          { name: "smaller", label: "Smaller", run: deeds.zoomOut },
          { name: "larger", label: "Larger", run: deeds.zoomIn },
          { name: "fit", label: "All of it", run: deeds.fit },
          { name: "keys", label: "Keys", expanded: help, run: deeds.keys },
        ],
      ]}
    />
  );
}
