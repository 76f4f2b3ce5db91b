import { useState } from "preact/hooks";

import { draftKey, readDraft } from "./drafts.js";
import { counted, sentence } from "./words.js";

/** @import { ComponentChildren } from "preact" */
/** @import { Act, Data, Finding, Presence, Row, Section, View } from "./types" */

/** @typedef {{ kind: string, id: string | null, preset?: Data, resumed?: boolean }} Open */

const AT_FIRST = 40;
const SEARCHED = 7;

/**
 * One kind of entry: what there is of it, and ways to add, change, copy and remove.
 *
 * @param {{ section: Section, rows: Row[], view: View, people: Presence[], open: Open | null,
 *   form: ComponentChildren, selected: string | null, act: Act, alone: boolean }} props
 */
export function EntitySection({ section, rows, view, people, open, form, selected, act, alone }) {
  const [sought, setSought] = useState("");
  const [all, setAll] = useState(false);
  const words = sought.trim().toLowerCase();
  const found = rows.filter((row) =>
    `${row.id} ${row.title} ${row.detail}`.toLowerCase().includes(words),
  );
  const shown = all ? found : found.slice(0, AT_FIRST);
  // whoever is being edited or was jumped to is never hidden behind “show more”
  const aside = found.slice(shown.length).filter((row) => [open?.id, selected].includes(row.id));
  const adding = open?.kind === section.kind && open.id === null;
  const full = section.single && rows.length > 0;
  const drafted = readDraft(draftKey(view.case, section.kind, null)) !== null;
  return (
    <section
      class="rca-section"
      aria-label={alone ? undefined : `${sentence(section.label)}, in ${view.title}`}
    >
      <h4 class={alone ? "rca-hidden" : undefined}>
        {sentence(section.label)}
        {rows.length > 1 && <span class="rca-count"> {rows.length}</span>}
      </h4>
      {rows.length > SEARCHED && (
        <label class="rca-search">
          <span>Find in {section.label}</span>
          <input
            type="search"
            value={sought}
            autoComplete="off"
            onInput={(event) => setSought(event.currentTarget.value)}
          />
          {words && (
            <span role="status" class="rca-help">
              {found.length} of {rows.length}
            </span>
          )}
        </label>
      )}
      {rows.length === 0 && !adding && <p class="rca-quiet-text">{section.empty}</p>}
      <ul class="rca-plain rca-rows">
        {[...shown, ...aside].map((row) => (
          <Item
            key={row.id}
            row={row}
            section={section}
            view={view}
            people={people}
            act={act}
            form={open?.kind === section.kind && open.id === row.id ? form : null}
          />
        ))}
      </ul>
      {found.length > shown.length && (
        <button type="button" class="rca-second" onClick={() => setAll(true)}>
          Show {found.length - shown.length} more
        </button>
      )}
      {adding
        ? form
        : !full && (
            <button
              type="button"
              class={alone && !rows.length ? "rca-first rca-add" : "rca-second rca-add"}
              data-add={section.kind}
              onClick={() => act.edit(section.kind, null)}
            >
              {section.add}
              {drafted && <span class="rca-tag">draft not saved</span>}
            </button>
          )}
    </section>
  );
}

/**
 * @param {{ row: Row, section: Section, view: View, people: Presence[], act: Act,
 *   form: ComponentChildren }} props
 */
function Item({ row, section, view, people, act, form }) {
  const [asking, setAsking] = useState(false);
  const findings = view.findings.filter((finding) => finding.subject === row.id);
  const editor = people.find((one) => !one.here && one.where === row.id);
  const drafted = readDraft(draftKey(view.case, section.kind, row.id)) !== null;

  async function remove() {
    const outcome = await act.save(
      [{ kind: section.kind, id: row.id, fields: null, base_version: row.version }],
      "",
    );
    setAsking(false);
    act.announce(
      outcome.ok
        ? `${row.id} was removed. Undo brings it back.`
        : `${outcome.message} ${outcome.remedy}`,
    );
  }

  return (
    <li class="rca-item" data-entity={row.id} tabIndex={-1}>
      {form ?? (
        <>
          <b class="rca-id">{row.id}</b>
          <div>
            <p>{row.title}</p>
            {row.detail && <p class="rca-help">{row.detail}</p>}
            <p class="rca-tags">
              <Weight findings={findings} />
              {drafted && <span class="rca-tag">draft not saved</span>}
              {editor && <span class="rca-tag">{editor.person} is editing this</span>}
            </p>
          </div>
          <div class="rca-buttons">
            <button
              type="button"
              class="rca-quiet"
              data-edit={row.id}
              onClick={() => act.edit(section.kind, row.id)}
            >
              Change<span class="rca-hidden"> {row.id}</span>
            </button>
            {!section.single && (
              <button
                type="button"
                class="rca-quiet"
                onClick={() => act.edit(section.kind, null, row.data)}
              >
                Copy
                <span class="rca-hidden">
                  {" "}
                  {row.id} as a new {section.one}
                </span>
              </button>
            )}
            <button
              type="button"
              class="rca-quiet"
              aria-expanded={asking}
              onClick={() => setAsking(!asking)}
            >
              Remove<span class="rca-hidden"> {row.id}</span>
            </button>
          </div>
          {asking && (
            <div class="rca-ask" role="group" aria-label={`Remove ${row.id}?`}>
              <p>
                Remove {row.id}? Its history stays, and <b>Undo</b> brings it back.
              </p>
              <div class="rca-buttons">
                <button type="button" class="rca-first" onClick={() => void remove()}>
                  Remove {row.id}
                </button>
                <button type="button" class="rca-second" onClick={() => setAsking(false)}>
                  Keep it
                </button>
              </div>
            </div>
          )}
        </>
      )}
    </li>
  );
}

/** @param {{ findings: Finding[] }} props */
function Weight({ findings }) {
  if (!findings.length) return null;
  const closing = findings.filter((finding) => finding.gate).length;
  return closing ? (
    <span class="rca-tag rca-tag-blocks">{counted(closing, "thing")} to mend</span>
  ) : (
    <span class="rca-tag">{counted(findings.length, "question")}</span>
  );
}
