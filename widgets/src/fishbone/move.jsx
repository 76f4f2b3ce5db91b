import { useLayoutEffect, useRef, useState } from "preact/hooks";

import { useUid } from "../core/uid.js";
/** @typedef {import("./fish.js").Factor} Factor */
/** @typedef {import("./fish.js").Shoal} Shoal */
/** @typedef {import("./fish.js").Bone} Bone */
/** @typedef {import("./fish.js").By} By */

/**
 * Where a factor is to stand: which problem, which bone.
 *
 * @param {{factor: Factor, shoal: Shoal, bones: Bone[], by: By,
 *   onMove: (to: {problem: string | null, bone: string | null}) => void, onLeave: () => void}} props
 */
export function Move({ factor, shoal, bones, by, onMove, onLeave }) {
  const [bone, setBone] = useState(factor[by] ?? "");
  const [problem, setProblem] = useState(factor.problem ?? shoal.fish[0]?.id ?? "");
  return (
    <Panel
      title={`Move ${factor.id} to …`}
      go="Move"
      onGo={() => onMove({ problem: problem || null, bone: bone || null })}
      onLeave={onLeave}
    >
      <Choice
        label={by === "group" ? "Group" : "Lens"}
        value={bone}
        onPick={setBone}
        options={[
          ...bones.map((one) => ({ value: one.value, label: one.label })),
          { value: "", label: by === "group" ? "No group" : "No lens" },
        ]}
      />
      <Choice
        label="Problem"
        value={problem}
        onPick={setProblem}
        options={[
          ...shoal.fish.map((one) => ({ value: one.id, label: `${one.id}: ${one.statement}` })),
          { value: "", label: "No problem" },
        ]}
      />
    </Panel>
  );
}

/**
 * Which cause a factor stands behind; choosing one it stands behind already lets go of it.
 *
 * @param {{factor: Factor, causes: import("./changes.js").CauseOption[],
 *   onJoin: (cause: import("./changes.js").CauseOption) => void, onLeave: () => void}} props
 */
export function Join({ factor, causes, onJoin, onLeave }) {
  const [chosen, setChosen] = useState(causes[0]?.id ?? "");
  const cause = causes.find((one) => one.id === chosen);
  const held = cause?.factors.includes(factor.id);
  return (
    <Panel
      title={`${factor.id} stands behind …`}
      go={held ? "Let go" : "Link"}
      onGo={() => cause && onJoin(cause)}
      onLeave={onLeave}
    >
      {causes.length ? (
        <Choice
          label="Cause"
          value={chosen}
          onPick={setChosen}
          options={causes.map((one) => ({
            value: one.id,
            label: one.factors.includes(factor.id) ? `${one.label} (linked)` : one.label,
          }))}
        />
      ) : (
        <p>There are no causes yet. They are added in the step “Causes”.</p>
      )}
    </Panel>
  );
}

/**
 * @param {{title: string, go: string, onGo: () => void, onLeave: () => void, children: any}} props
 */
function Panel({ title, go, onGo, onLeave, children }) {
  const id = useUid();
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  useLayoutEffect(() => {
    /** @type {HTMLElement | null | undefined} */ (
      form.current?.querySelector("select, button")
    )?.focus();
  }, []);
  return (
    <form
      class="rca-panel"
      ref={form}
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        onGo();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onLeave();
        // Enter in a list is the button: choosing is all there is to do
        if (event.key === "Enter" && event.target instanceof HTMLSelectElement) {
          event.preventDefault();
          onGo();
        }
      }}
    >
      <p class="rca-panel-title" id={id}>
        {title}
      </p>
      <div class="rca-panel-row">{children}</div>
      <div class="rca-panel-row">
        <button type="submit" class="rca-first">
          {go}
        </button>
        <button type="button" onClick={onLeave}>
          Cancel
        </button>
      </div>
    </form>
  );
}

/**
 * @param {{label: string, value: string, onPick: (value: string) => void,
 *   options: {value: string, label: string}[]}} props
 */
function Choice({ label, value, onPick, options }) {
  const id = useUid();
  return (
    <div class="rca-field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
}
