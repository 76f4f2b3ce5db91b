import { counted, standing, whoElse } from "./words.js";

/** @import { Host, View } from "./types" */

/**
 * What the step is called, where it stands among the others, and who else is here.
 * @param {{ host: Host, view: View, plain: boolean }} props
 */
export function Header({ host, view, plain }) {
  const blocking = view.progress.reduce((sum, step) => sum + step.blocking, 0);
  return (
    <header class="rca-header">
      <h3>{view.title}</h3>
      {!plain && (
        <details class="rca-progress">
          <summary>
            All {view.progress.length} steps
            <span class="rca-summary-more">
              : {blocking ? `${counted(blocking, "thing")} to mend before a gate` : "nothing closes a gate"}
            </span>
          </summary>
          <nav aria-label="Steps">
            <ol>
              {view.progress.map((step) => (
                <li key={step.step}>
                  <button
                    type="button"
                    class="rca-jump"
                    aria-current={step.step === view.step ? "step" : undefined}
                    onClick={() => goToStep(step.step)}
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
        </details>
      )}
      <p class="rca-people">{whoElse(host.people)}</p>
    </header>
  );
}

/** @param {string} step */
export function goToStep(step) {
  const there = document.querySelector(`[data-rca-step="${CSS.escape(step)}"]`);
  if (!(there instanceof HTMLElement)) return false;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  there.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "start" });
  there.tabIndex = -1;
  there.focus({ preventScroll: true });
  return true;
}
