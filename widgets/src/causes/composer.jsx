import { useLayoutEffect, useRef, useState } from "preact/hooks";

import { useUid } from "../core/uid.js";
import { newCause, newLink } from "./changes.js";
import { cameLater, circleBy } from "./graph.js";
import { joined, named } from "./sentence.js";

/** @import { Act, Choice, Outcome } from "../core/types" */
/** @typedef {import("./graph.js").Graph} Graph */
/** @typedef {{kind: "add", effect: string | null} | {kind: "connect", cause: string, effect: string | null}} Start */

/**
 * The few words that a new cause, or a new link, cannot do without.
 *
 * @param {{graph: Graph, extra: Record<string, any>, start: Start, act: Act,
 *   onDone: (made: string | null) => void}} props `made` is the new cause, or the effect that was
 *   connected; null where nothing was written down
 */
export function Composer({ graph, extra, start, act, onDone }) {
  const [words, setWords] = useState({
    statement: "",
    // an analysis begins with what happened to the person
    type: graph.causes.some((one) => one.type === "outcome") ? "condition" : "outcome",
    mechanism: "",
    confidence: "",
    effect: start.effect ?? "",
  });
  const [refused, setRefused] = useState(/** @type {Outcome | null} */ (null));
  const [busy, setBusy] = useState(false);
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  const title = useUid();
  useLayoutEffect(() => {
    const fields = "textarea, select";
    /** @type {HTMLElement | null | undefined} */ (
      form.current?.querySelector(start.kind === "connect" && start.effect ? "textarea" : fields)
    )?.focus();
  }, []);

  const adding = start.kind === "add";
  const linking = !adding || Boolean(start.effect);
  const others = graph.causes.filter((one) => adding || one.id !== start.cause);

  /** @param {Event} event */
  const submit = async (event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const changes = adding
      ? newCause(words, start.effect)
      : newLink(start.cause, words.effect, words);
    const outcome = await act.save(changes, "");
    setBusy(false);
    if (!outcome.ok) return setRefused(outcome);
    const made = adding ? outcome.ids[0] : words.effect;
    act.announce(
      adding
        ? `${made} added${start.effect ? ` as a cause of ${start.effect}` : ""}.`
        : `${start.cause} connected to ${made}.`,
    );
    onDone(made);
  };

  const common = { words, setWords, refused, changes: adding ? 1 : 0 };
  return (
    <form
      class="rca-panel"
      ref={form}
      aria-labelledby={title}
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Escape" && onDone(null)}
    >
      <p class="rca-panel-title" id={title}>
        {titleOf(graph, start)}
      </p>
      {adding && (
        <div class="rca-panel-row">
          <Words {...common} name="statement" change={0} label="What was it?" />
          <Pick {...common} name="type" change={0} label="What kind of cause" from={extra.types} />
        </div>
      )}
      {!adding && (
        <Pick
          {...common}
          name="effect"
          change={0}
          label="What it led to"
          from={others.map((one) => ({ value: one.id, label: named(graph, one.id) }))}
        />
      )}
      {!adding && words.effect && (
        <Doubts graph={graph} extra={extra} cause={start.cause} effect={words.effect} />
      )}
      {linking && (
        <div class="rca-panel-row">
          <Words
            {...common}
            name="mechanism"
            change={adding ? 1 : 0}
            label="How did it lead there? Because …"
          />
          <Pick
            {...common}
            name="confidence"
            change={adding ? 1 : 0}
            label="How sure"
            from={extra.confidences}
          />
        </div>
      )}
      {refused && !refused.ok && (
        <p class="rca-refused" role="alert">
          {refused.message} {refused.remedy}
        </p>
      )}
      <div class="rca-panel-row">
        <button type="submit" class="rca-first" aria-disabled={busy}>
          {adding ? "Add the cause" : "Connect"}
        </button>
        <button type="button" onClick={() => onDone(null)}>
          Cancel
        </button>
        {!adding && (
          <button
            type="button"
            onClick={() => {
              onDone(null);
              act.edit("link", null, {
                cause: start.cause,
                ...filled({
                  effect: words.effect,
                  mechanism: words.mechanism,
                  confidence: words.confidence,
                }),
              });
            }}
          >
            Name evidence too…
          </button>
        )}
      </div>
    </form>
  );
}

/**
 * What a link would be, before it is made: a circle, or a cause that came after its effect.
 *
 * @param {Graph} graph
 * @param {Record<string, any>} extra
 * @param {string} cause
 * @param {string} effect
 * @returns {string[]}
 */
export function doubtsAbout(graph, extra, cause, effect) {
  const circle = circleBy(graph, cause, effect);
  const said = [];
  if (circle) said.push(`This would close a circle: ${[...circle, effect].join(" → ")}.`);
  if (cameLater(extra.times, cause, effect)) {
    said.push(`By their events ${cause} came after ${effect}.`);
  }
  if (graph.from.get(cause)?.some((link) => link.effect === effect)) {
    said.push(`${joined([cause, effect])} are connected already.`);
  }
  return said;
}

/** @param {{graph: Graph, extra: Record<string, any>, cause: string, effect: string}} props */
function Doubts({ graph, extra, cause, effect }) {
  const doubts = doubtsAbout(graph, extra, cause, effect);
  return (
    <div role="status">
      {doubts.map((words) => (
        <p class="rca-warns" key={words}>
          {words}
        </p>
      ))}
    </div>
  );
}

/**
 * @param {Graph} graph
 * @param {Start} start
 */
function titleOf(graph, start) {
  if (start.kind === "connect") return `${named(graph, start.cause)} led to …`;
  return start.effect ? `A cause of ${named(graph, start.effect)}` : "A cause, or the outcome";
}

/**
 * @typedef {{words: Record<string, string>, setWords: (words: any) => void,
 *   refused: Outcome | null, name: string, change: number, label: string}} FieldProps
 */

/** @param {FieldProps} props */
function Words(props) {
  const { words, setWords, name } = props;
  return (
    <Labelled {...props} wide>
      {(attributes) => (
        <textarea
          {...attributes}
          rows={2}
          required
          value={words[name]}
          onInput={(event) => setWords({ ...words, [name]: event.currentTarget.value })}
        />
      )}
    </Labelled>
  );
}

/** @param {FieldProps & {from: Choice[]}} props */
function Pick(props) {
  const { words, setWords, name, from } = props;
  return (
    <Labelled {...props}>
      {(attributes) => (
        <select
          {...attributes}
          required
          value={words[name]}
          onChange={(event) => setWords({ ...words, [name]: event.currentTarget.value })}
        >
          <option value="">Choose …</option>
          {from.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/**
 * @param {FieldProps & {wide?: boolean, children: (attributes: Record<string, any>) => any}} props
 */
function Labelled({ label, name, change, refused, wide, children }) {
  const id = useUid();
  const error =
    refused && !refused.ok
      ? refused.errors.find((one) => one.change === change && one.field === name)?.message
      : undefined;
  return (
    <div class={wide ? "rca-field rca-field-wide" : "rca-field"}>
      <label for={id}>
        {label} <span class="rca-needed">(needed)</span>
      </label>
      {children({
        id,
        "aria-invalid": error ? "true" : undefined,
        "aria-describedby": error ? `${id}-error` : undefined,
      })}
      {error && (
        <p class="rca-refused" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

/** @param {Record<string, string>} words */
function filled(words) {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value));
}
