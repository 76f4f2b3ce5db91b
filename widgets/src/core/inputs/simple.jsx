import { Grouped, Label, Labelled, describedBy, Hints } from "./labelled.jsx";

/** @import { Field } from "../types" */
/** @import { InputProps } from "./props" */

const NEARLY_FULL = 0.9;

/** @param {InputProps} props */
export function TextInput({ id, field, value, error, onChange }) {
  const suggestions = field.choices?.length ? `${id}-list` : undefined;
  return (
    <Labelled id={id} field={field} error={error}>
      <input
        id={id}
        type="text"
        autoComplete="off"
        list={suggestions}
        value={value ?? ""}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={describedBy(id, field, error)}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {suggestions && (
        <datalist id={suggestions}>
          {field.choices?.map((choice) => (
            <option key={choice.value} value={choice.value} />
          ))}
        </datalist>
      )}
      <Room field={field} value={value} />
    </Labelled>
  );
}

/** @param {InputProps} props */
export function LongTextInput({ id, field, value, error, onChange }) {
  return (
    <Labelled id={id} field={field} error={error}>
      <textarea
        id={id}
        rows={Math.min(12, Math.max(3, Math.ceil(String(value ?? "").length / 70)))}
        value={value ?? ""}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={describedBy(id, field, error)}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <Room field={field} value={value} />
    </Labelled>
  );
}

/**
 * How much more fits, once there is little room left. What is too long is never cut off.
 * @param {{ field: Field, value: string | undefined }} props
 */
function Room({ field, value }) {
  const length = value?.length ?? 0;
  if (!field.max || length <= field.max * NEARLY_FULL) return null;
  const left = field.max - length;
  return (
    <p class="rca-help" role="status">
      {left < 0
        ? `Longer than the ${inFigures(field.max)} characters that fit, by ${inFigures(-left)}. Nothing was cut off.`
        : `Room for ${inFigures(left)} more of ${inFigures(field.max)} characters.`}
    </p>
  );
}

/** @param {number} count */
function inFigures(count) {
  return count.toLocaleString("en-GB");
}

/** @param {InputProps} props */
export function NumberInput({ id, field, value, error, onChange }) {
  return (
    <Labelled id={id} field={field} error={error}>
      <input
        id={id}
        type="number"
        class="rca-short"
        inputMode="decimal"
        value={value ?? ""}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={describedBy(id, field, error)}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          onChange(typed === "" ? undefined : Number(typed));
        }}
      />
    </Labelled>
  );
}

/** @param {InputProps} props */
export function DateInput({ id, field, value, error, onChange }) {
  return (
    <Labelled id={id} field={field} error={error}>
      <input
        id={id}
        type="date"
        class="rca-short"
        value={value ?? ""}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={describedBy(id, field, error)}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Labelled>
  );
}

/** @param {InputProps} props */
export function ChoiceInput({ id, field, value, error, onChange }) {
  const number = typeof value === "number";
  const chosen = value ?? field.default ?? "";
  const helped = field.choices?.find((choice) => choice.value === String(chosen))?.help;
  return (
    <Labelled id={id} field={field} error={error}>
      <select
        id={id}
        value={String(chosen)}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={describedBy(id, field, error)}
        onChange={(event) => {
          const picked = event.currentTarget.value;
          onChange(picked === "" ? undefined : number ? Number(picked) : picked);
        }}
      >
        {!field.default && <option value="">{field.required ? "Choose…" : "Not said"}</option>}
        {field.choices?.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {helped && <p class="rca-help">{helped}</p>}
    </Labelled>
  );
}

/** @param {InputProps} props */
export function ChoicesInput({ id, field, value, error, onChange }) {
  /** @type {string[]} */
  const chosen = value ?? [];
  return (
    <Grouped id={id} field={field} error={error}>
      {field.choices?.map((choice) => (
        <label key={choice.value} class="rca-tick">
          <input
            type="checkbox"
            checked={chosen.includes(choice.value)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? [...chosen, choice.value]
                  : chosen.filter((one) => one !== choice.value),
              )
            }
          />
          <span>
            {choice.label}
            {choice.help && <span class="rca-help">{choice.help}</span>}
          </span>
        </label>
      ))}
    </Grouped>
  );
}

/** A question that must be answered has Yes and No; anything else is a tick. @param {InputProps} props */
export function TickInput({ id, field, value, error, onChange }) {
  if (field.required) {
    return (
      <Grouped id={id} field={field} error={error}>
        <div class="rca-row">
          {[true, false].map((answer) => (
            <label key={String(answer)} class="rca-tick">
              <input
                type="radio"
                name={id}
                checked={value === answer}
                onChange={() => onChange(answer)}
              />
              <span>{answer ? "Yes" : "No"}</span>
            </label>
          ))}
        </div>
      </Grouped>
    );
  }
  return (
    <div class={`rca-field${error ? " rca-wrong" : ""}`}>
      <label class="rca-tick" for={id}>
        <input
          id={id}
          type="checkbox"
          checked={value ?? field.default === true}
          aria-describedby={describedBy(id, field, error)}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>
          <Label field={field} />
        </span>
      </label>
      <Hints id={id} field={field} error={error} />
    </div>
  );
}
