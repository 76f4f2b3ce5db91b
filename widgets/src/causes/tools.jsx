import { Toolbar } from "../drawing/toolbar.jsx";

/** @typedef {import("./graph.js").Cause} Cause */

/**
 * All that can be done, for a pointer and for the keys; what cannot be done now stays in its place.
 *
 * @param {{cause: Cause | undefined, current: string | null, small: boolean, help: boolean,
 *   deeds: Record<string, () => void>}} props `cause` is the one selected; `current` may be a link
 */
export function Tools({ cause, current, small, help, deeds }) {
  return (
    <Toolbar
      label="Causal graph"
      groups={[
        [
          {
            name: "add",
            label: cause ? `Add a cause of ${cause.id}` : "Add a cause",
            run: deeds.add,
          },
          {
            name: "connect",
            label: "Connect…",
            off: !cause,
            adds: "link",
            run: deeds.connect,
          },
          {
            name: "combine",
            label: cause?.combination === "any" ? "All together (AND)" : "Any one alone (OR)",
            off: !cause?.box.combination,
            run: deeds.combine,
          },
          { name: "rename", label: "Rename", off: !cause, run: deeds.rename },
          { name: "open", label: "Open", off: !current, run: deeds.open },
          { name: "remove", label: "Remove…", off: !current, run: deeds.remove },
        ],
        [
          { name: "smaller", label: "Smaller", run: deeds.zoomOut },
          { name: "larger", label: "Larger", run: deeds.zoomIn },
          { name: "fit", label: "All of it", run: deeds.fit },
          { name: "turn", label: "Turn", run: deeds.turn },
          { name: "small", label: "Small boxes", pressed: small, run: deeds.small },
          { name: "keys", label: "Keys", expanded: help, run: deeds.keys },
        ],
      ]}
    />
  );
}
