import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { ConflictPanel } from "./conflict.jsx";
import { draftKey, dropDraft, keepDraft, keepSince, readDraft, savingKey } from "./drafts.js";
import { FieldInput } from "./inputs/field.jsx";
import { More } from "./inputs/more.jsx";
import { LiveFindings, useLiveCheck } from "./live.jsx";
import { usePress } from "./press.js";
import { useUid } from "./uid.js";
import { changedFields, errorsWithin, fresh, groupsOf, labelAt, same } from "./values.js";
import { counted, sentence } from "./words.js";

/** @import { Conflict, Data, Field, FieldError, Form, Host, Row, View } from "./types" */

/** What comes after a saving; to go on is to type on in what was saved. @typedef {"close" | "another" | "go on"} Then */

/**
 * The form of one entity, new (`row` is null) or there already; `resumed` where nobody asked for it
 * just now, so that it leaves the focus where it is.
 *
 * @param {{
 *   host: Host, view: View, form: Form, row: Row | null, preset?: Data, resumed?: boolean,
 *   onClose(): void, onSaved(id: string, then: Then): void, announce(text: string): void,
 *   onTyped(values: Data): void,
 * }} props
 */
export function EntityForm({
  host,
  view,
  form,
  row,
  preset,
  resumed,
  onClose,
  onSaved,
  announce,
  onTyped,
}) {
  const uid = useUid();
  const key = draftKey(view.case, form.kind, row?.id ?? null, preset);
  const start = useMemo(() => begin(key, row, preset), []);
  const [values, setValues] = useState(start.values);
  const [base, setBase] = useState(start.base);
  const [version, setVersion] = useState(start.version);
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState(/** @type {FieldError[]} */ ([]));
  const [refusal, setRefusal] = useState(
    /** @type {{ message: string, remedy: string } | null} */ (null),
  );
  const [conflict, setConflict] = useState(/** @type {Conflict | null} */ (null));
  const [touched, setTouched] = useState(/** @type {Set<string>} */ (new Set()));
  const [busy, setBusy] = useState(false);
  const typed = useRef(values);
  typed.current = values;
  const arriving = useRef(0);
  const root = useRef(/** @type {HTMLFormElement | null} */ (null));
  const summary = useRef(/** @type {HTMLDivElement | null} */ (null));
  const press = usePress();
  const dirty = !same(values, base);
  const live = useLiveCheck(host, form, row, values, base, version, dirty, press.onceLetGo);

  useEffect(() => {
    if (dirty) keepDraft(key, { values, base, begun: start.begun, version, key: start.key });
    else dropDraft(key);
  }, [values, base, version]);

  useEffect(() => {
    host.at(row?.id ?? null);
    const first = root.current?.querySelector("input, textarea, select");
    if (!resumed) /** @type {HTMLElement | null | undefined} */ (first)?.focus();
    return () => host.at(null);
  }, []);

  useEffect(() => {
    if (refusal) summary.current?.focus();
  }, [refusal]);

  const errors = [
    ...wrong,
    ...live.errors.filter(
      (error) =>
        touched.has(error.field.split(".")[0]) && !wrong.some((one) => one.field === error.field),
    ),
  ];

  /** @param {Data} more  the fields that change; a file arrives while others are being typed */
  function change(more) {
    const before = typed.current;
    const next = { ...before, ...more };
    const left = wrong.filter((error) => same(next[head(error)], before[head(error)]));
    typed.current = next;
    setValues(next);
    onTyped(next);
    setWrong(left);
    if (!left.length) setRefusal(null);
  }

  /** @param {Promise<unknown>} file */
  async function awaitFile(file) {
    arriving.current += 1;
    await file.catch(() => {}); // said beside the field
    arriving.current -= 1;
  }

  /** @param {{ values: Data, base: Data, version: number | null }} now  @param {Then} then */
  async function save(now, then = "close") {
    if (arriving.current) {
      setRefusal({ message: "A file is still arriving.", remedy: "Save once it is there." });
      return;
    }
    const fields = changedFields(form, now.values, now.base);
    if (row && !Object.keys(fields).length) {
      dropDraft(key);
      announce("Nothing was changed.");
      onClose();
      return;
    }
    setBusy(true);
    const outcome = await host.save(
      [{ kind: form.kind, id: row?.id ?? null, fields, base_version: now.version }],
      reason.trim(),
      start.key,
    );
    setBusy(false);
    if (outcome.ok) {
      dropDraft(key);
      const since = keepSince(outcome, form.kind, typed.current, now.values);
      onSaved(outcome.ids[0], since ? "go on" : then);
      return;
    }
    setWrong(outcome.errors);
    setConflict(outcome.conflict);
    setRefusal(outcome.conflict ? null : outcome);
    if (outcome.conflict) announce("Somebody else changed this first. Both versions are shown.");
  }

  const now = { values, base, version };
  const single = host.setup.sections.some((one) => one.kind === form.kind && one.single);
  return (
    <form
      ref={root}
      class="rca-form"
      noValidate
      onPointerDown={press.onPointerDown}
      aria-label={row ? `Edit ${row.id}` : sentence(`new ${form.one}`)}
      onSubmit={(event) => {
        event.preventDefault();
        void save(now);
      }}
      onKeyDown={(event) => {
        const saving =
          (event.ctrlKey || event.metaKey) && (event.key === "Enter" || event.key === "s");
        if (saving) void save(now);
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
    >
      <h5>{row ? `${row.id}: ${form.one}` : sentence(`new ${form.one}`)}</h5>
      {form.intro && <p class="rca-intro">{form.intro}</p>}
      {start.kept && (
        <p class="rca-note">
          What you typed before and did not save is here again.
          {start.instead && " Save it or throw it away to begin another."}
        </p>
      )}
      {refusal && (
        <Summary
          root={summary}
          refusal={refusal}
          errors={wrong}
          fields={form.fields}
          onGo={(path) => focusField(uid, path)}
        />
      )}
      {conflict ? (
        <ConflictPanel
          conflict={conflict}
          form={form}
          mine={values}
          uid={`${uid}-conflict`}
          base={base}
          onTheirs={() => {
            dropDraft(key);
            announce("Their version stands.");
            onClose();
          }}
          onMerged={(merged, theirs) => {
            setValues(merged);
            setBase(theirs);
            setVersion(conflict.version);
            setConflict(null);
            void save({ values: merged, base: theirs, version: conflict.version });
          }}
        />
      ) : (
        <>
          {groupsOf(form).map((group) => (
            <Group
              key={group.label}
              group={group}
              render={(field) => (
                <div
                  key={field.name}
                  data-field={field.name}
                  onFocusOut={() =>
                    press.onceLetGo(() => setTouched((held) => new Set(held).add(field.name)))
                  }
                >
                  <FieldInput
                    id={`${uid}-${field.name}`}
                    path={field.name}
                    field={field}
                    value={values[field.name]}
                    values={values}
                    errors={errors}
                    view={view}
                    host={host}
                    onChange={(/** @type {any} */ held) => change({ [field.name]: held })}
                    onMore={change}
                    onAwait={awaitFile}
                  />
                  <LiveFindings
                    findings={live.findings.filter((one) => one.field === field.name)}
                  />
                </div>
              )}
              isOpen={(fields) =>
                fields.some(
                  (field) =>
                    values[field.name] !== undefined || errorsWithin(errors, field.name).length > 0,
                )
              }
            />
          ))}
          <LiveFindings
            findings={live.findings.filter(
              (one) => !form.fields.some((field) => field.name === one.field),
            )}
          />
          {row && (
            <details class="rca-more">
              <summary>Say why you change it</summary>
              <label class="rca-small" for={`${uid}-reason`}>
                Reason, kept in the history
              </label>
              <input
                id={`${uid}-reason`}
                type="text"
                value={reason}
                onInput={(event) => setReason(event.currentTarget.value)}
              />
            </details>
          )}
          <div class="rca-buttons rca-form-end">
            <button type="submit" class="rca-first" disabled={busy}>
              {busy ? "Saving…" : "Save"}
            </button>
            {!row && !single && (
              <button
                type="button"
                class="rca-second"
                disabled={busy}
                onClick={() => void save(now, "another")}
              >
                Save and add another
              </button>
            )}
            <button type="button" class="rca-second" onClick={onClose}>
              Close
            </button>
            {dirty && (
              <button
                type="button"
                class="rca-quiet"
                onClick={() => {
                  setValues(base);
                  dropDraft(key);
                  announce("What you typed was thrown away.");
                  onClose();
                }}
              >
                Throw away what I typed
              </button>
            )}
          </div>
        </>
      )}
    </form>
  );
}

/** @param {FieldError} error */
function head(error) {
  return error.field.split(".")[0];
}

/**
 * What a form begins with: the draft that is kept, and a copy or what a drawing gives only where
 * nobody typed into that draft.
 * @param {string} key  @param {Row | null} row  @param {Data | undefined} preset
 */
function begin(key, row, preset) {
  const kept = readDraft(key);
  const instead = Boolean(preset && !row);
  if (kept && !(instead && same(kept.values, kept.begun))) {
    return { ...kept, kept: true, instead };
  }
  const base = row ? row.data : {};
  const values = row ? { ...fresh(row.data), ...fresh(preset) } : fresh(preset);
  const version = row?.version ?? null;
  return { values, base, begun: values, version, key: savingKey(), kept: false, instead };
}

/**
 * @param {{ group: { label: string, help: string, fields: Field[] },
 *   render(field: Field): any, isOpen(fields: Field[]): boolean }} props
 */
function Group({ group, render, isOpen }) {
  const usual = group.fields.filter((field) => !field.more);
  const more = group.fields.filter((field) => field.more);
  return (
    <div class="rca-group">
      {group.label && <h6>{group.label}</h6>}
      {group.help && <p class="rca-help">{group.help}</p>}
      {usual.map(render)}
      {more.length > 0 && (
        <More
          label={`More${group.label ? ` on ${group.label.toLowerCase()}` : ""}`}
          needed={isOpen(more)}
        >
          {more.map(render)}
        </More>
      )}
    </div>
  );
}

/**
 * @param {{ root: any, refusal: { message: string, remedy: string }, errors: FieldError[],
 *   fields: Field[], onGo(path: string): void }} props
 */
function Summary({ root, refusal, errors, fields, onGo }) {
  return (
    <div class="rca-summary" tabIndex={-1} ref={root} role="alert">
      <h6>{errors.length ? `${counted(errors.length, "thing")} to mend` : "This was not saved"}</h6>
      {errors.length ? (
        <ul>
          {errors.map((error) => (
            <li key={error.field}>
              {error.field ? (
                <button type="button" class="rca-jump" onClick={() => onGo(error.field)}>
                  {labelAt(fields, error.field)}
                </button>
              ) : null}
              {error.field ? ": " : ""}
              {error.message}
            </li>
          ))}
        </ul>
      ) : (
        <p>
          {refusal.message} {refusal.remedy}
        </p>
      )}
    </div>
  );
}

/** Put the focus on a field, or on what it is part of. @param {string} uid  @param {string} path */
function focusField(uid, path) {
  const parts = path.split(".");
  for (let end = parts.length; end > 0; end -= 1) {
    const found = document.getElementById(`${uid}-${parts.slice(0, end).join("-")}`);
    if (found) {
      found.closest("details")?.setAttribute("open", "");
      found.focus();
      return;
    }
  }
}
