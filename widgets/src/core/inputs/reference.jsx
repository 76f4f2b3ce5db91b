import { useState } from "preact/hooks";

import { describedBy, Grouped, Labelled } from "./labelled.jsx";

/** @import { InputProps } from "./props" */
/** @import { Field, View } from "../types" */

const SEARCHED = 8;

/** @param {Field} field  @param {View} view */
function choices(field, view) {
  return (field.to ?? []).flatMap((kind) => view.references[kind] ?? []);
}

/** @param {InputProps} props */
export function ReferenceInput({ id, field, value, error, view, onChange }) {
  const known = choices(field, view);
  const gone = value && !known.some((one) => one.id === value);
  return (
    <Labelled id={id} field={field} error={error}>
      <select
        id={id}
        value={value ?? ""}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={describedBy(id, field, error)}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      >
        <option value="">{known.length ? "Choose…" : "Nothing to choose from yet"}</option>
        {gone && <option value={value}>{value} (no longer there)</option>}
        {known.map((one) => (
          <option key={one.id} value={one.id}>
            {one.id}: {one.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** @param {InputProps} props */
export function ReferencesInput({ id, field, value, error, view, onChange }) {
  const [sought, setSought] = useState("");
  const known = choices(field, view);
  /** @type {string[]} */
  const chosen = value ?? [];
  const words = sought.trim().toLowerCase();
  const shown = known.filter(
    (one) => chosen.includes(one.id) || `${one.id} ${one.label}`.toLowerCase().includes(words),
  );
  const gone = chosen.filter((one) => !known.some((there) => there.id === one));
  return (
    <Grouped id={id} field={field} error={error}>
      {known.length === 0 && <p class="rca-help">There is nothing to choose from yet.</p>}
      {known.length > SEARCHED && (
        <label class="rca-small">
          Find in the list
          <input
            type="search"
            value={sought}
            autoComplete="off"
            onInput={(event) => setSought(event.currentTarget.value)}
          />
        </label>
      )}
      <div class={known.length > SEARCHED ? "rca-choices" : undefined}>
        {[...gone.map((one) => ({ id: one, label: "no longer there" })), ...shown].map((one) => (
          <label key={one.id} class="rca-tick">
            <input
              type="checkbox"
              checked={chosen.includes(one.id)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...chosen, one.id]
                    : chosen.filter((other) => other !== one.id),
                )
              }
            />
            <span>
              <b>{one.id}</b> {one.label}
            </span>
          </label>
        ))}
      </div>
      {words && (
        <p class="rca-help" role="status">
          {shown.length} of {known.length} shown
        </p>
      )}
    </Grouped>
  );
}
