import { Ask } from "../drawing/ask.jsx";
import { movingWords } from "./sentences.js";

/** @import { Item } from "./items.js" */
/** @import { Moving } from "./plot.jsx" */
/** @import { Part, Shift } from "./when.js" */

const MINUTES = [-60, -15, -5, -1, 1, 5, 15, 60];
const DAYS = [-1, 1];

const PARTS = /** @type {[Part, string][]} */ ([
  ["whole", "Move"],
  ["start", "Change the start"],
  ["end", "Change the end"],
]);

/**
 * What is chosen, in full, with everything that can be done about it.
 * @param {{ item: Item | null, moving: Moving | null, saving: boolean, removing: boolean,
 *   edit(): void, begin(part: Part): void, nudge(shift: Shift): void, keep(): void, leave(): void,
 *   ask(): void, remove(): void, closer(): void }} props
 */
export function Panel(props) {
  const { item, moving, removing } = props;
  if (!item) {
    return <p class="tl-hint">Choose something on the timeline to read it in full.</p>;
  }
  return (
    <div class="rca-details" role="group" aria-label="What is chosen">
      <p>{item.said}</p>
      {moving ? <MoveTools {...props} moving={moving} /> : null}
      {removing ? (
        <Ask
          question={item.gap ? "Remove this explanation?" : `Remove ${item.key} from the timeline?`}
          yes="Remove it"
          no="Keep it"
          onYes={props.remove}
          onNo={props.leave}
        />
      ) : null}
      {moving || removing ? null : <Tools {...props} item={item} />}
    </div>
  );
}

/** @param {{ item: Item, edit(): void, begin(part: Part): void, ask(): void, closer(): void }} props */
function Tools({ item, edit, begin, ask, closer }) {
  const { gap, accounts, event } = item;
  const words = gap
    ? gap.explainedBy
      ? "Change the explanation"
      : "Explain this silence"
    : accounts
      ? "Say which account the investigation follows"
      : "Edit";
  return (
    <div class="rca-panel-row">
      <button type="button" onClick={edit}>
        {words}
      </button>
      {event
        ? PARTS.map(([part, label]) => (
            <button type="button" key={part} onClick={() => begin(part)}>
              {label}
            </button>
          ))
        : null}
      <button type="button" onClick={closer}>
        Look closer
      </button>
      {event || gap?.explainedBy ? (
        <button type="button" onClick={ask}>
          Remove
        </button>
      ) : null}
    </div>
  );
}

/** @param {{ moving: Moving, saving: boolean, nudge(shift: Shift): void, keep(): void, leave(): void }} props */
function MoveTools({ moving, saving, nudge, keep, leave }) {
  const byDays = moving.when.precision === "day";
  const shifts = [
    ...(byDays ? [] : MINUTES.map((minutes) => ({ days: 0, minutes }))),
    ...DAYS.map((days) => ({ days, minutes: 0 })),
  ];
  return (
    <div class="rca-panel">
      <p class="rca-panel-title">{movingWords(moving.key, moving.part, moving.when)}</p>
      <div class="rca-panel-row">
        {shifts.map((shift) => (
          <button
            type="button"
            key={shiftWords(shift)}
            disabled={saving}
            onClick={() => nudge(shift)}
          >
            {shiftWords(shift)}
          </button>
        ))}
      </div>
      <div class="rca-panel-row">
        <button type="button" class="rca-first" disabled={saving} onClick={keep}>
          {saving ? "Saving…" : "Keep this time"}
        </button>
        <button type="button" disabled={saving} onClick={leave}>
          Leave it as it was
        </button>
      </div>
    </div>
  );
}

/** @param {Shift} shift */
function shiftWords({ days, minutes }) {
  const [number, unit] = days
    ? [days, "day"]
    : minutes % 60
      ? [minutes, "minute"]
      : [minutes / 60, "hour"];
  const size = Math.abs(number);
  return `${size} ${unit}${size === 1 ? "" : "s"} ${number < 0 ? "earlier" : "later"}`;
}
