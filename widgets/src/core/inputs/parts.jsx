import { useRef } from "preact/hooks";

import { errorAt, errorsWithin, tidy } from "../values.js";
import { FieldInput } from "./field.jsx";
import { describedBy, Grouped } from "./labelled.jsx";
import { More } from "./more.jsx";

/** @import { Field } from "../types" */
/** @import { InputProps } from "./props" */

/** @param {any} value */
function blank(value) {
  return tidy(value) === undefined;
}

/** The fields of one nested value. @param {InputProps} props */
function Inner({ id, path, field, value, onChange, ...rest }) {
  const usual = field.fields?.filter((inner) => !inner.more) ?? [];
  const more = field.fields?.filter((inner) => inner.more) ?? [];
  const input = (/** @type {Field} */ inner) => (
    <FieldInput
      key={inner.name}
      {...rest}
      id={`${id}-${inner.name}`}
      path={`${path}.${inner.name}`}
      // nothing of a part that may be left out is needed before it is begun
      field={{ ...inner, required: inner.required && (field.required || !blank(value)) }}
      value={value?.[inner.name]}
      onChange={(/** @type {any} */ held) => onChange({ ...value, [inner.name]: held })}
    />
  );
  const needed = more.some(
    ({ name }) => !blank(value?.[name]) || errorsWithin(rest.errors, `${path}.${name}`).length > 0,
  );
  return (
    <div class="rca-part">
      {usual.map(input)}
      {more.length > 0 && (
        <More label={`More on ${field.label.toLowerCase().replace(/\?$/, "")}`} needed={needed}>
          {more.map(input)}
        </More>
      )}
    </div>
  );
}

/** @param {InputProps} props */
export function PartInput(props) {
  return (
    <Grouped id={props.id} field={props.field} error={props.error}>
      <Inner {...props} />
    </Grouped>
  );
}

/**
 * Several values in an order: add, remove, move.
 * @param {InputProps & { render(index: number): any, blank: any, one: string }} props
 */
function Several({ id, field, value, error, onChange, render, blank, one }) {
  /** @type {any[]} */
  const held = value ?? [];
  const root = useRef(/** @type {HTMLOListElement | null} */ (null));

  /** @param {any[]} next  @param {number} index  @param {string} [control] */
  function change(next, index, control = "input, textarea, select") {
    onChange(next);
    requestAnimationFrame(() => {
      const target = root.current?.children[index]?.querySelector(control);
      const otherwise = root.current?.parentElement?.querySelector(".rca-add");
      const found = /** @type {HTMLElement | null | undefined} */ (target ?? otherwise);
      found?.focus();
    });
  }

  /** @param {number} from  @param {number} to */
  function move(from, to) {
    const next = [...held];
    next.splice(to, 0, ...next.splice(from, 1));
    change(next, to, to < from ? ".rca-up" : ".rca-down");
  }

  return (
    <Grouped id={id} field={field} error={error}>
      <ol class="rca-several" ref={root}>
        {held.map((_, index) => (
          <li key={index}>
            {render(index)}
            <div class="rca-buttons">
              {index > 0 && (
                <button
                  type="button"
                  class="rca-quiet rca-up"
                  onClick={() => move(index, index - 1)}
                >
                  Move up
                  <span class="rca-hidden">
                    {" "}
                    {one} {index + 1}
                  </span>
                </button>
              )}
              {index < held.length - 1 && (
                <button
                  type="button"
                  class="rca-quiet rca-down"
                  onClick={() => move(index, index + 1)}
                >
                  Move down
                  <span class="rca-hidden">
                    {" "}
                    {one} {index + 1}
                  </span>
                </button>
              )}
              <button
                type="button"
                class="rca-quiet"
                onClick={() =>
                  change(
                    held.filter((__, other) => other !== index),
                    held.length,
                  )
                }
              >
                Take out
                <span class="rca-hidden">
                  {" "}
                  {one} {index + 1}
                </span>
              </button>
            </div>
          </li>
        ))}
      </ol>
      <button
        type="button"
        class="rca-second rca-add"
        aria-describedby={describedBy(id, field, error)}
        onClick={() => change([...held, blank], held.length)}
      >
        {held.length ? "Add another" : "Add"}
        <span class="rca-hidden"> to {field.label}</span>
      </button>
    </Grouped>
  );
}

/** @param {InputProps} props */
export function PartsInput(props) {
  const { id, path, field, value, onChange, ...rest } = props;
  return (
    <Several
      {...props}
      blank={{}}
      one="part"
      render={(index) => (
        <Inner
          {...rest}
          id={`${id}-${index}`}
          path={`${path}.${index}`}
          field={field}
          value={value[index]}
          onChange={(/** @type {any} */ held) => onChange(value.with(index, held))}
        />
      )}
    />
  );
}

/** Several texts. @param {InputProps} props */
export function LinesInput(props) {
  const { id, path, field, value, errors, onChange } = props;
  return (
    <Several
      {...props}
      blank=""
      one="text"
      render={(index) => {
        const wrong = errorAt(errors, `${path}.${index}`);
        return (
          <>
            {wrong && (
              <p class="rca-error" id={`${id}-${index}-error`}>
                {wrong}
              </p>
            )}
            <textarea
              id={`${id}-${index}`}
              rows={2}
              maxLength={field.max ?? undefined}
              aria-label={`${field.label}, ${index + 1}`}
              aria-invalid={wrong ? "true" : undefined}
              aria-describedby={wrong ? `${id}-${index}-error` : undefined}
              value={value[index]}
              onInput={(event) => onChange(value.with(index, event.currentTarget.value))}
            />
          </>
        );
      }}
    />
  );
}
