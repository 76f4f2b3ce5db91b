import { Keys } from "../drawing/keys.jsx";
import { Toolbar } from "../drawing/toolbar.jsx";
import { LANES_BY } from "./items.js";

/** @import { LaneBy } from "./items.js" */

/** @type {[string, string][]} */
const KEYS = [
  ["← →", "the one before or after in time"],
  ["↑ ↓", "the lane above or below"],
  ["Home End", "the first, the last"],
  ["Enter", "edit; explain a silence"],
  ["N", "add an event at this time"],
  ["M", "move; S its start, E its end"],
  ["← → while moving", "5 minutes; Shift 15, Ctrl 60, Alt 1; Page Up, Page Down a day"],
  ["Enter, Escape", "keep the new time, or leave it as it was"],
  ["Delete", "remove"],
  ["+ − 0", "closer, wider, everything"],
  ["Shift ← →", "earlier, later"],
  ["B", "begin a stretch; B again at its other end shows it alone"],
];

/**
 * @param {{ by: LaneBy, setBy(by: LaneBy): void, keys: boolean, setKeys(open: boolean): void,
 *   add(): void, zoom(factor: number): void, fit(): void, pan(share: number): void }} props
 */
export function Tools({ by, setBy, keys, setKeys, add, zoom, fit, pan }) {
  return (
    <div class="tl-tools">
      <Toolbar
        label="Timeline"
        groups={[
          [{ name: "add", label: "Add an event", run: add }],
          [
            { name: "earlier", label: "← Earlier", run: () => pan(-0.5) },
            { name: "later", label: "Later →", run: () => pan(0.5) },
          ],
          [
            { name: "closer", label: "+ Closer", run: () => zoom(1 / 1.6) },
            { name: "wider", label: "− Wider", run: () => zoom(1.6) },
            { name: "all", label: "Everything", run: fit },
          ],
          [{ name: "keys", label: "Keys", expanded: keys, run: () => setKeys(!keys) }],
        ]}
      />
      <label class="tl-by">
        Lanes by{" "}
        <select
          value={by}
          onChange={(event) => setBy(/** @type {LaneBy} */ (event.currentTarget.value))}
        >
          {Object.entries(LANES_BY).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {keys ? <Keys keys={KEYS} /> : null}
    </div>
  );
}

/** The marks, explained as in the record. */
export function Legend() {
  return (
    <ul class="rca-legend" aria-label="Marks">
      <li>
        <span class="tl-key tl-point" /> at a moment
      </li>
      <li>
        <span class="tl-key tl-bar tl-is-between" /> at some time within
      </li>
      <li>
        <span class="tl-key tl-bar tl-is-hour" /> about
      </li>
      <li>
        <span class="tl-key tl-bar tl-is-before" /> before
      </li>
      <li>
        <span class="tl-key tl-bar tl-is-after" /> after
      </li>
      <li>
        <span class="tl-key tl-gap-bar" /> silence, not explained
      </li>
      <li>
        <span class="tl-key tl-gap-bar tl-explained" /> silence, explained
      </li>
    </ul>
  );
}
