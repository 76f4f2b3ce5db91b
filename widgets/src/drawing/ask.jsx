import { useLayoutEffect, useRef } from "preact/hooks";

import { useUid } from "../core/uid.js";
/**
 * A question before something is taken away. Escape keeps it.
 *
 * @param {{question: string, yes: string, no: string, onYes: () => void, onNo: () => void}} props
 */
export function Ask({ question, yes, no, onYes, onNo }) {
  const words = useUid();
  const first = useRef(/** @type {HTMLButtonElement | null} */ (null));
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <div
      class="rca-panel"
      role="alertdialog"
      aria-labelledby={words}
      onKeyDown={(event) => event.key === "Escape" && onNo()}
    >
      <p id={words}>{question}</p>
      <div class="rca-panel-row">
        <button type="button" onClick={onYes}>
          {yes}
        </button>
        <button type="button" ref={first} onClick={onNo}>
          {no}
        </button>
      </div>
    </div>
  );
}
