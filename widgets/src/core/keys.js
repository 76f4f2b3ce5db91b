// JupyterLab's single letters delete and insert cells even while a button of an output has the
// focus. No key without a modifier leaves an editor, nor does Enter with one: it would run the cell,
// and the editor would begin anew.

/** @param {HTMLElement} root  @param {AbortSignal} signal */
export function guardKeys(root, signal) {
  root.addEventListener("keydown", keepKeys, { signal });
  root.setAttribute("data-lm-suppress-shortcuts", "true");
}

/** @param {KeyboardEvent} event */
function keepKeys(event) {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (plain || event.key === "Enter") event.stopPropagation();
}

/**
 * Whether the focus is where letters are written: there undo belongs to the browser.
 * @param {EventTarget | null} target
 */
export function isWriting(target) {
  return target instanceof HTMLElement && Boolean(target.closest("input, textarea, select"));
}

/**
 * What a key asks of the editor as a whole.
 * @param {KeyboardEvent} event
 * @returns {"undo" | "redo" | null}
 */
export function historyKey(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isWriting(event.target)) return null;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && !event.shiftKey ? "redo" : null;
}
