import { useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";

import { Checks } from "./checks.jsx";
import { draftKey, keepText, readDraft, readText } from "./drafts.js";
import { focusField, focusSoon } from "./focus.js";
import { EntityForm } from "./form.jsx";
import { Header } from "./header.jsx";
import { historyKey } from "./keys.js";
import { EntitySection } from "./list.jsx";
import { StatusBar, statusWords } from "./status.jsx";
import { Tabs } from "./tabs.jsx";
import { useUid } from "./uid.js";

/** @import { ComponentType } from "preact" */
/** @import { Act, Data, DrawingProps, Finding, Host, Outcome, Row, View } from "./types" */
/** @import { Open } from "./list.jsx" */

const ACCEPTANCE = "acceptance";

/** @param {Host} host */
function useHost(host) {
  const [, redraw] = useReducer((count) => count + 1, 0);
  useEffect(() => host.subscribe(() => redraw(0)), [host]);
  return host;
}

/**
 * One step: header, list or drawing or the exhibits, the form, the checks beside, the status.
 * @param {{ host: Host, Drawing?: ComponentType<DrawingProps> }} props
 */
export function Frame({ host, Drawing }) {
  const { view } = useHost(host);
  if (view === null) {
    return (
      <p class="rca-waiting" role="status">
        {statusWords(host) || "Fetching the case…"}
      </p>
    );
  }
  return <Step host={host} view={view} Drawing={Drawing} />;
}

/** @param {{ host: Host, view: View, Drawing?: ComponentType<DrawingProps> }} props */
function Step({ host, view, Drawing }) {
  const uid = useUid();
  const { sections, forms } = host.setup;
  const plain = sections.length === 0;
  const tabs = [
    ...(plain ? [] : [{ id: "list", label: "List" }]),
    ...(Drawing ? [{ id: "drawing", label: "Drawing" }] : []),
    { id: "record", label: "As in the record" },
  ];
  const [tab, setTab] = useRemembered(
    `rca-tab:${view.case}:${view.step}`,
    tabs.map((one) => one.id),
  );
  const [open, setOpen] = useOpen(host, view);
  const [typed, setTyped] = useState(/** @type {{ open: Open, fields: Data } | null} */ (null));
  const [opened, nextForm] = useReducer((count) => count + 1, 0);
  const [selected, setSelected] = useState(/** @type {string | null} */ (null));
  const [said, setSaid] = useState("");
  const root = useRef(/** @type {HTMLDivElement | null} */ (null));

  const rows = useMemo(() => new Map(view.sections.map((one) => [one.kind, one.rows])), [view]);
  const here = useMemo(
    () => new Set(view.sections.flatMap((one) => one.rows.map((row) => row.id))),
    [view],
  );

  useEffect(() => {
    if (tab === "record" && view.figures === null) void host.load({ figures: true });
  }, [tab, view]);

  /** @param {string} text */
  function announce(text) {
    // the same words twice are heard twice
    setSaid((before) => (before === text ? `${text}\u00a0` : text));
  }

  /** @param {Promise<Outcome>} asked  @param {string} done */
  async function tell(asked, done) {
    const outcome = await asked;
    announce(outcome.ok ? done : `${outcome.message} ${outcome.remedy}`.trim());
    return outcome;
  }

  /** @type {Act} */
  const act = {
    save: host.save,
    edit(kind, id, preset) {
      if (!forms[kind]) {
        announce("That is entered in another step.");
        return;
      }
      setOpen({ kind, id, preset });
      nextForm(0);
      if (tab === "record") setTab("list");
    },
    undo: () => tell(host.undo(), `Undone: ${view.undo}`),
    redo: () => tell(host.redo(), `Done again: ${view.redo}`),
    announce,
    asset: host.asset,
  };

  /** @param {string} id  @param {Open} from */
  function backTo(id, { kind, preset }) {
    focusSoon(
      root.current,
      `[data-edit="${id}"]`,
      `[data-add="${kind}"]`,
      `[data-accept="${preset?.code} ${preset?.subject}"]`,
      ".rca-checks",
    );
  }

  /** @param {Finding} finding */
  function goTo(finding) {
    const kind = view.sections.find((one) =>
      one.rows.some((row) => row.id === finding.subject),
    )?.kind;
    if (!kind) return;
    setSelected(finding.subject);
    act.edit(kind, finding.subject);
    if (finding.field) focusField(root.current, finding.field);
  }

  const draft = open && typed?.open === open ? { ...open, fields: typed.fields } : null;
  const row = open?.id ? (rows.get(open.kind)?.find((one) => one.id === open.id) ?? null) : null;
  const held = useHeldRow(open, row);
  const form = open && forms[open.kind] && (open.id === null || held) && (
    <EntityForm
      key={`${open.kind} ${open.id} ${opened}`}
      host={host}
      view={view}
      form={forms[open.kind]}
      row={held}
      preset={open.preset}
      resumed={open.resumed}
      announce={announce}
      onTyped={(fields) => setTyped({ open, fields })}
      onClose={() => {
        setOpen(null);
        backTo(open.id ?? "", open);
      }}
      onSaved={(id, then) => {
        setSelected(id);
        announce(`${id} is saved, entry ${host.saved}.`);
        if (then === "another") {
          act.edit(open.kind, null);
        } else if (then === "go on") {
          act.edit(open.kind, id);
        } else {
          setOpen(null);
          backTo(id, open);
        }
      }}
    />
  );
  const ownSection = sections.some((section) => section.kind === open?.kind);
  const accepting =
    open && !ownSection && open.kind === ACCEPTANCE
      ? `${open.preset?.code} ${open.preset?.subject}`
      : null;

  return (
    <div
      class="rca-frame"
      ref={root}
      onKeyDown={(event) => {
        const wanted = historyKey(event);
        if (!wanted) return;
        event.preventDefault();
        event.stopPropagation();
        void act[wanted]();
      }}
    >
      <Header host={host} view={view} plain={plain} />
      {host.setup.intro && <p class="rca-intro">{host.setup.intro}</p>}
      <StatusBar
        plain={plain}
        host={host}
        view={view}
        onUndo={() => void act.undo()}
        onRedo={() => void act.redo()}
      />
      {!plain && <Tabs tabs={tabs} uid={uid} chosen={tab} onChoose={setTab} />}
      <div class={`rca-body${plain || tab !== "list" ? " rca-wide" : ""}`}>
        <div
          class="rca-main"
          id={`${uid}-panel`}
          role={plain ? undefined : "tabpanel"}
          aria-labelledby={plain ? undefined : `${uid}-tab-${tab}`}
        >
          {tab === "list" && <Lists {...{ host, view, open, form, selected, act, rows }} />}
          {tab === "drawing" && Drawing && (
            <>
              <h4 class="rca-hidden">Drawing</h4>
              <Drawing
                view={view}
                act={act}
                selected={selected}
                onSelect={setSelected}
                draft={draft}
              />
              {ownSection && form}
            </>
          )}
          {tab === "record" && <Figures html={view.figures} />}
        </div>
        {!plain && tab !== "record" && (
          <Checks
            title={view.title}
            findings={view.findings}
            here={here}
            onGo={goTo}
            onAccept={(finding) =>
              act.edit(ACCEPTANCE, null, { code: finding.code, subject: finding.subject })
            }
            accepting={accepting}
            form={form}
          />
        )}
      </div>
      <p class="rca-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

/**
 * What has been entered in the step, kind by kind, with the form that is open in its place.
 * @param {{ host: Host, view: View, rows: Map<string, Row[]>, open: Open | null, form: any,
 *   selected: string | null, act: Act }} props
 */
function Lists({ host, view, rows, open, form, selected, act }) {
  const { sections } = host.setup;
  return sections.map((section) => (
    <EntitySection
      key={section.kind}
      section={section}
      rows={rows.get(section.kind) ?? []}
      view={view}
      people={host.people}
      open={open}
      form={form}
      selected={selected}
      act={act}
      alone={sections.length === 1}
    />
  ));
}

/**
 * The row that a form works on: the one it began with, whatever others do to it meanwhile. What
 * they did shows when it is saved.
 * @param {Open | null} open  @param {Row | null} row
 */
function useHeldRow(open, row) {
  const held = useRef(
    /** @type {{ open: Open | null, row: Row | null }} */ ({ open: null, row: null }),
  );
  if (held.current.open !== open) held.current = { open, row };
  return held.current.row;
}

/**
 * The form that is open. One that held something when its editor went, as it does when the kernel
 * is started again, is open in the next.
 * @param {Host} host  @param {View} view
 * @returns {[Open | null, (next: Open | null) => void]}
 */
function useOpen(host, view) {
  const key = `rca-open:${view.case}:${view.step}`;
  const [open, setOpen] = useState(() => left(host, view, readText(key)));
  return [
    open,
    (next) => {
      setOpen(next);
      keepText(key, next ? `${next.kind} ${next.id ?? ""}` : "");
    },
  ];
}

/** @param {Host} host  @param {View} view  @param {string | null} kept  @returns {Open | null} */
function left(host, view, kept) {
  const [kind, id] = (kept ?? "").split(" ");
  const known = host.setup.sections.some((section) => section.kind === kind);
  const draft = known && readDraft(draftKey(view.case, kind, id || null));
  return draft ? { kind, id: id || null, resumed: true } : null;
}

/**
 * Which tab was chosen, remembered as long as the browser's tab is open.
 * @param {string} key  @param {string[]} known
 * @returns {[string, (next: string) => void]}
 */
function useRemembered(key, known) {
  const [chosen, setChosen] = useState(() => readText(key));
  return [
    known.find((one) => one === chosen) ?? known[0],
    (next) => {
      setChosen(next);
      keepText(key, next);
    },
  ];
}

/** @param {{ html: string | null }} props */
function Figures({ html }) {
  if (html === null) return <p role="status">Drawing…</p>;
  return <div class="rca-figures" dangerouslySetInnerHTML={{ __html: html }} />;
}
