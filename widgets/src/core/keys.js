// JupyterLab listens to keys where they bubble to, the document, and looks for a command from the
// element that has the focus upwards. Among those of a notebook are some that cut, insert, merge and
// run cells, with a modifier and without, also while a button of an output has the focus. So no key
// leaves an editor. What an editor does not use itself is offered to JupyterLab once more, as if
// pressed outside every cell: there, saving and the palette answer and no command of a cell does.
// Not with Alt: it writes letters and signs, “ŵ” or on some keyboards “#”.

const ALWAYS_HERE = ["Enter", "Escape", "Tab"];

/** @param {HTMLElement} root  @param {AbortSignal} signal */
export function guardKeys(root, signal) {
  root.addEventListener("keydown", keepKeys, { signal });
}

/** @param {KeyboardEvent} event */
function keepKeys(event) {
  event.stopPropagation();
  const combined = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (!combined || event.defaultPrevented || ALWAYS_HERE.includes(event.key)) return;
  const outside = new KeyboardEvent("keydown", event);
  document.body.dispatchEvent(outside);
  if (outside.defaultPrevented) event.preventDefault();
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
