import { useRef, useState } from "preact/hooks";

import {
  isShownTwice,
  momentInWords,
  partsOf,
  readingOf,
  TWICE,
  typedOf,
  wordsOf,
} from "../moments.js";
import { sentence } from "../words.js";
import { describedBy, Grouped } from "./labelled.jsx";

/** @import { InputProps } from "./props" */
/** @import { Reading, Sureness, WhenParts } from "../moments" */

/** @type {[Sureness, string][]} */
const SURENESS = [
  ["at", "At this time"],
  ["about", "About this time (up to half an hour either way)"],
  ["day", "Some time on this day"],
  ["between", "Between two times"],
  ["before", "Before this time"],
  ["after", "After this time"],
];

/**
 * `unsure` says what it means to leave open which of two equal readings of the clock it was.
 * @param {{ id: string, label: string, reading: Reading, withTime?: boolean, unsure?: string,
 *   wrong?: boolean, onChange(reading: Reading): void }} props
 */
function DateAndTime({ id, label, reading, withTime = true, unsure = "Choose…", wrong, onChange }) {
  const { date, time } = reading;
  return (
    <div class="rca-row">
      <label class="rca-small">
        {sentence(`${label} date`.trim())}
        <input
          id={`${id}-date`}
          type="date"
          value={date}
          aria-invalid={wrong ? "true" : undefined}
          onInput={(event) => onChange({ date: event.currentTarget.value, time })}
        />
      </label>
      {withTime && (
        <label class="rca-small">
          {sentence(`${label} time`.trim())}
          <input
            id={`${id}-time`}
            type="time"
            value={time}
            aria-invalid={wrong ? "true" : undefined}
            onInput={(event) => onChange({ date, time: event.currentTarget.value })}
          />
        </label>
      )}
      {withTime && isShownTwice(reading) && (
        <label class="rca-small">
          The clocks went back: which {time} was it?
          <select
            id={`${id}-which`}
            value={reading.offset ?? ""}
            onChange={(event) =>
              onChange({ date, time, offset: event.currentTarget.value || undefined })
            }
          >
            <option value="">{unsure}</option>
            <option value={TWICE[0]}>The first, before they went back</option>
            <option value={TWICE[1]}>The second, an hour later</option>
          </select>
        </label>
      )}
    </div>
  );
}

/** @param {InputProps} props */
export function WhenInput({ id, field, value, error, onChange }) {
  const [parts, setParts] = useState(() => partsOf(value));
  const [recorded, setRecorded] = useState(() => readingOf(value?.recorded_at));
  const told = useRef(value);
  if (told.current !== value) {
    // somebody else's version was taken over
    told.current = value;
    setParts(partsOf(value));
    setRecorded(readingOf(value?.recorded_at));
  }

  /** @param {WhenParts} next  @param {Reading} [written] */
  function change(next, written = recorded) {
    setParts(next);
    setRecorded(written);
    const stated = wordsOf(next);
    const at = written.time && typedOf(written);
    const said = stated ? { stated, ...(at && { recorded_at: at }) } : undefined;
    told.current = said;
    onChange(said);
  }

  const two = parts.sure === "between";
  const reads = value?.earliest || value?.latest ? (value.stated ?? "") : "";
  return (
    <Grouped id={id} field={field} error={error}>
      <label class="rca-small" for={`${id}-sure`}>
        How sure is the time?
      </label>
      <select
        id={`${id}-sure`}
        value={parts.sure}
        aria-describedby={describedBy(id, field, error)}
        onChange={(event) =>
          change({ ...parts, sure: /** @type {Sureness} */ (event.currentTarget.value) })
        }
      >
        {SURENESS.map(([sure, label]) => (
          <option key={sure} value={sure}>
            {label}
          </option>
        ))}
      </select>
      <DateAndTime
        id={`${id}-from`}
        label={two ? "Earliest" : ""}
        reading={parts.from}
        withTime={parts.sure !== "day"}
        unsure="It is not known"
        wrong={Boolean(error)}
        onChange={(from) =>
          change({
            ...parts,
            from,
            // most things that have two ends begin and end on one day
            to: two && !parts.to.date ? { ...parts.to, date: from.date } : parts.to,
          })
        }
      />
      {two && (
        <DateAndTime
          id={`${id}-to`}
          label="Latest"
          reading={parts.to}
          unsure="It is not known"
          wrong={Boolean(error)}
          onChange={(to) => change({ ...parts, to })}
        />
      )}
      {reads && <p class="rca-help">As it was put: “{reads}”</p>}
      <details class="rca-more" open={recorded.date !== ""}>
        <summary>When it was written down, if that is known</summary>
        <DateAndTime
          id={`${id}-recorded`}
          label="Written down:"
          reading={recorded}
          onChange={(written) => change(parts, written)}
        />
      </details>
    </Grouped>
  );
}

/** A moment with its zone, entered as clocks in England show it. @param {InputProps} props */
export function MomentInput({ id, field, value, error, onChange }) {
  const [reading, setReading] = useState(() => readingOf(value));
  const told = useRef(value);
  if (told.current !== value) {
    told.current = value;
    setReading(readingOf(value));
  }
  return (
    <Grouped id={id} field={field} error={error}>
      <DateAndTime
        id={`${id}-at`}
        label=""
        reading={reading}
        wrong={Boolean(error)}
        onChange={(next) => {
          setReading(next);
          const said = typedOf(next) || undefined;
          told.current = said;
          onChange(said);
        }}
      />
      {value && momentInWords(String(value)) && (
        <p class="rca-help">{momentInWords(String(value))}, time in England</p>
      )}
    </Grouped>
  );
}
