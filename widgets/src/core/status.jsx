import { SILENT } from "./host.js";

/** @import { Host, View } from "./types" */

/** @param {Host} host */
export function statusWords(host) {
  if (host.refusal) return host.refusal;
  switch (host.status) {
    case "saving":
      return "Saving…";
    case "silent":
    case "stopped":
      return SILENT;
    default:
      return host.saved ? `Saved, entry ${host.saved}` : "";
  }
}

/**
 * Whether what was typed is kept, and the way back.
 * @param {{ host: Host, view: View, plain: boolean, onUndo(): void, onRedo(): void }} props
 */
export function StatusBar({ host, view, plain, onUndo, onRedo }) {
  const lost = host.refusal || host.status === "silent" || host.status === "stopped";
  return (
    <div class={`rca-status${lost ? " rca-lost" : ""}`}>
      <p role={lost ? "alert" : "status"}>{statusWords(host)}</p>
      <div class="rca-buttons">
        {!plain && view.undo && (
          <button type="button" class="rca-quiet" onClick={onUndo}>
            Undo {view.undo}
          </button>
        )}
        {!plain && view.redo && (
          <button type="button" class="rca-quiet" onClick={onRedo}>
            Redo {view.redo}
          </button>
        )}
      </div>
    </div>
  );
}
