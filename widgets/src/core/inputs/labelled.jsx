/** @import { ComponentChildren } from "preact" */
/** @import { Field } from "../types" */

/** @param {string} id  @param {Field} field  @param {string | null} error */
export function describedBy(id, field, error) {
  const ids = [field.help || field.example ? `${id}-help` : "", error ? `${id}-error` : ""];
  return ids.filter(Boolean).join(" ") || undefined;
}

/** @param {{ id: string, field: Field, error: string | null }} props */
export function Hints({ id, field, error }) {
  return (
    <>
      {(field.help || field.example) && (
        <p class="rca-help" id={`${id}-help`}>
          {field.help}
          {field.help && field.example ? " " : ""}
          {field.example && <span class="rca-example">For example: {field.example}</span>}
        </p>
      )}
      {error && (
        <p class="rca-error" id={`${id}-error`}>
          <span class="rca-error-word">To mend: </span>
          {error}
        </p>
      )}
    </>
  );
}

/** @param {{ field: Field }} props */
export function Label({ field }) {
  return (
    <>
      {field.label}
      {field.required && <span class="rca-needed"> (needed)</span>}
    </>
  );
}

/**
 * A field with one native control, named by a label.
 * @param {{ id: string, field: Field, error: string | null, children: ComponentChildren }} props
 */
export function Labelled({ id, field, error, children }) {
  return (
    <div class={`rca-field${error ? " rca-wrong" : ""}`}>
      <label for={id}>
        <Label field={field} />
      </label>
      <Hints id={id} field={field} error={error} />
      {children}
    </div>
  );
}

/**
 * A field of several controls, named by a legend; it takes the focus itself when it is wrong.
 * @param {{ id: string, field: Field, error: string | null, children: ComponentChildren }} props
 */
export function Grouped({ id, field, error, children }) {
  return (
    <fieldset
      class={`rca-field${error ? " rca-wrong" : ""}`}
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy(id, field, error)}
    >
      <legend>
        <Label field={field} />
      </legend>
      <Hints id={id} field={field} error={error} />
      {children}
    </fieldset>
  );
}
