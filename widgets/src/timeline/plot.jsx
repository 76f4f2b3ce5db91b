import { changes, clock, DAY, dayTick, midnights, ticks } from "../core/london.js";
import { HEADING, UNIT } from "./layout.js";
import { TimelineItem } from "./item.jsx";
import { clockStep, dayStep, place } from "./scale.js";
import { endOf, startOf } from "../core/when.js";

/** @import { Item } from "./items.js" */
/** @import { Band, Laid } from "./layout.js" */
/** @import { Stretch } from "./scale.js" */
/** @import { When } from "../core/when.js" */
/** @import { Part } from "./when.js" */

const MONDAY = 3;

/** @typedef {{ key: string, part: Part, when: When }} Moving */

/** The days and the hours above the lanes. @param {{ shown: Stretch, width: number }} props */
export function Axis({ shown, width }) {
  const every = dayStep(shown, width);
  const days = midnights(shown.from, shown.to).filter((day) => isNamed(day, every));
  const step = clockStep(shown, width);
  const hours = step ? ticks(shown.from, shown.to, step) : [];
  const roomFor = (/** @type {number} */ moment, /** @type {number} */ words) =>
    place(shown, width, moment) + words < width;
  const turns = turnsOf(shown, width);
  const first = days.length ? place(shown, width, days[0]) : width;
  return (
    <div class={`tl-axis${turns.length ? " tl-turning" : ""}`} aria-hidden="true">
      {first > 96 ? <span class="tl-day tl-held">{dayTick(shown.from)}</span> : null}
      {days.map((day) => (
        <span class="tl-day" key={day} style={{ left: `${place(shown, width, day)}px` }}>
          {roomFor(day, 78) ? dayTick(day) : null}
        </span>
      ))}
      {hours
        .filter((hour) => roomFor(hour, 40))
        .map((hour) => (
          <span class="tl-hour" key={hour} style={{ left: `${place(shown, width, hour)}px` }}>
            {clock(hour)}
          </span>
        ))}
      {turns.map(({ at, back }) => (
        <span class="tl-turn" key={at} style={{ left: `${place(shown, width, at)}px` }}>
          {roomFor(at, 116) ? (back ? "clocks go back" : "clocks go forward") : null}
        </span>
      ))}
    </div>
  );
}

/** Lines of days, nights on which clocks change, and silences across the lanes. @param {{ shown: Stretch, width: number, height: number, items: Item[] }} props */
export function Ground({ shown, width, height, items }) {
  const perDay = (DAY / (shown.to - shown.from)) * width;
  const every = dayStep(shown, width);
  const days = midnights(shown.from, shown.to).filter((day) => perDay > 6 || isNamed(day, every));
  const step = clockStep(shown, width);
  const hours = step ? ticks(shown.from, shown.to, step) : [];
  const at = (/** @type {number} */ moment) => `${place(shown, width, moment)}px`;
  return (
    <div class="tl-ground" style={{ height: `${height}px` }} aria-hidden="true">
      {hours.map((hour) => (
        <span class="tl-hour-line" key={hour} style={{ left: at(hour) }} />
      ))}
      {days.map((day) => (
        <span
          class={`tl-day-line${isNamed(day, every) ? " tl-named" : ""}`}
          key={day}
          style={{ left: at(day) }}
        />
      ))}
      {items
        .filter((item) => item.gap && !item.gap.explainedBy)
        .map((item) => (
          <span
            class="tl-open-gap"
            key={item.key}
            style={{
              left: at(Math.max(item.start, shown.from)),
              width: `${Math.max(0, place(shown, width, Math.min(item.end, shown.to)) - place(shown, width, Math.max(item.start, shown.from)))}px`,
            }}
          />
        ))}
      {turnsOf(shown, width).map((turn) => (
        <span class="tl-turn-line" key={turn.at} style={{ left: at(turn.at) }} />
      ))}
    </div>
  );
}

/**
 * @param {{ bands: Band[], seen: Item[], laid: Laid, shown: Stretch, width: number,
 *   positions: Map<string, number>, stop: string | null, chosen: string | null, brush: string | null,
 *   moving: Moving | null }} props
 */
export function Lanes({ bands, seen, laid, shown, width, positions, stop, chosen, brush, moving }) {
  return bands.map(({ lane, top, height }) => (
    <div
      class="tl-lane"
      role="group"
      aria-label={lane.label}
      key={lane.key}
      data-lane={lane.key}
      style={{ height: `${height}px` }}
    >
      <span class="tl-lane-name" aria-hidden="true">
        {lane.label}
      </span>
      <Brackets lane={lane.key} seen={seen} laid={laid} shown={shown} width={width} />
      {seen
        .filter((item) => item.lane === lane.key)
        .map((item) => {
          const own = moving?.key === item.key ? moving : null;
          const when = own?.when ?? item.event?.when ?? null;
          const [start, end] = when ? [startOf(when), endOf(when)] : [item.start, item.end];
          const left = place(shown, width, start);
          return (
            <TimelineItem
              key={item.key}
              item={item}
              when={when}
              left={left}
              length={place(shown, width, end) - left}
              top={HEADING + (laid.rows.get(item.key) ?? 0) * UNIT}
              room={laid.room.get(item.key) ?? 0}
              edge={width}
              detail={laid.detail}
              position={positions.get(item.key) ?? 0}
              of={positions.size}
              stop={item.key === stop}
              chosen={item.key === chosen || item.key === brush}
              moving={own?.part ?? null}
            />
          );
        })}
    </div>
  ));
}

/** What joins accounts that differ. @param {{ lane: string, seen: Item[], laid: Laid, shown: Stretch, width: number }} props */
function Brackets({ lane, seen, laid, shown, width }) {
  return seen
    .filter((item) => item.accounts && item.lane === lane)
    .map((item) => {
      const rows = (item.accounts?.events ?? []).map((id) => laid.rows.get(id) ?? 0);
      const top = HEADING + (laid.rows.get(item.key) ?? 0) * UNIT;
      const foot = HEADING + Math.max(0, ...rows) * UNIT + 14;
      return (
        <span
          class="tl-bracket"
          key={item.key}
          style={{
            transform: `translate(${place(shown, width, item.start) - 17}px, ${top + 13}px)`,
            height: `${foot - top - 13}px`,
          }}
        />
      );
    });
}

/** Whether the day that begins here has its name above it; weeks begin on Monday. @param {number} day  @param {number} every */
function isNamed(day, every) {
  return (Math.round(day / DAY) + MONDAY) % every === 0;
}

/** Where clocks change, unless days are too narrow to say so. @param {Stretch} shown  @param {number} width */
function turnsOf(shown, width) {
  return (DAY / (shown.to - shown.from)) * width > 20 ? changes(shown.from, shown.to) : [];
}
