import { useRef, useState } from "preact/hooks";

import { goToStep } from "./jump.js";
import { counted, standing, whoElse } from "./words.js";

/** @import { Host, View } from "./types" */

/**
 * What the step is called, where it stands among the others, and who else is here.
 * @param {{ host: Host, view: View, plain: boolean }} props
 */
export function Header({ host, view, plain }) {
  return (
    <header class="rca-header">
      <h3>{view.title}</h3>
      {!plain && <Steps view={view} />}
      <p class="rca-people">{whoElse(host.people)}</p>
    </header>
  );
}

/**
 * The steps of this notebook, each with the way to it; folded away until they are wanted.
 * @param {{ view: View }} props
 */
function Steps({ view }) {
  const list = useRef(/** @type {HTMLDetailsElement | null} */ (null));
  const [missing, setMissing] = useState("");
  const blocking = [...view.progress, ...view.elsewhere].reduce(
    (sum, step) => sum + step.blocking,
    0,
  );

  /** @param {{ step: string, title: string }} wanted */
  function goTo({ step, title }) {
    const there = goToStep(step);
    setMissing(there ? "" : title);
    if (there && list.current) list.current.open = false;
  }

  return (
    <details
      class="rca-progress"
      ref={list}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !list.current?.open) return;
        event.stopPropagation();
        list.current.open = false;
        list.current.querySelector("summary")?.focus();
      }}
    >
      <summary>
        All {view.progress.length} steps of {view.case}
        <span class="rca-summary-more">
          :{" "}
          {blocking
            ? `${counted(blocking, "thing")} to mend before the case can be closed`
            : "nothing to mend"}
        </span>
      </summary>
      <nav aria-label={`Steps, from ${view.title}`}>
        <ol>
          {view.progress.map((step) => (
            <li key={step.step}>
              <button
                type="button"
                class="rca-jump"
                aria-current={step.step === view.step ? "step" : undefined}
                onClick={() => goTo(step)}
              >
                {step.title}
              </button>
              <span class={step.blocking ? "rca-tag rca-tag-blocks" : "rca-help"}>
                {standing(step)}
              </span>
            </li>
          ))}
        </ol>
      </nav>
      <p role="status" class="rca-missing">
        {missing &&
          `“${missing}” is not on this page: its cell has not run, or was removed. Choose “Run All Cells” in the menu Run. A cell that was removed comes back by “Undo Cell Operation” in the menu Edit.`}
      </p>
      <Elsewhere steps={view.elsewhere} />
    </details>
  );
}

/**
 * What another notebook of the case, or the case's own page, has to mend, and the way there.
 * @param {{ steps: View["elsewhere"] }} props
 */
function Elsewhere({ steps }) {
  if (!steps.length) return null;
  return (
    <div class="rca-note">
      <p>Not in this notebook:</p>
      <ul>
        {steps.map((step) => (
          <li key={step.step}>
            {step.title}: {counted(step.blocking, "thing")} to mend
          </li>
        ))}
      </ul>
      <p>
        <b>Sign and export</b>, above the notebook, opens the page of the case. It says what is
        missing, and where to mend it.
      </p>
    </div>
  );
}
