// All that each editor brings to the page itself. Its module and the style sheet are in a widget
// that the editors of a kernel share, and stand on the page once, however many editors it shows.

/**
 * @typedef {{ get(name: string): any }} Held
 * @typedef {{ model: Held, host: { getModel(ref: string): Promise<Held> }, signal: AbortSignal }} Given
 * @typedef {{ default: { render(given: Given): void } }} EditorModule
 */

const STYLE = "rca-editors";

/** By their text, so that a restarted kernel finds what an earlier one sent. */
const page = /** @type {{ rcaEditors?: Map<string, Promise<EditorModule>> }} */ (globalThis);
const modules = (page.rcaEditors ??= new Map());

export default {
  /** @param {Given} given */
  async render(given) {
    const shared = await given.host.getModel(given.model.get("shared"));
    dress(shared.get("style"));
    const { default: editor } = await moduleOf(shared.get("script"));
    if (!given.signal.aborted) editor.render(given);
  },
};

/** @param {string} script  @returns {Promise<EditorModule>} */
function moduleOf(script) {
  const known = modules.get(script);
  if (known) return known;
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const loading = import(/* @vite-ignore */ address).finally(() => URL.revokeObjectURL(address));
  modules.set(script, loading);
  loading.catch(() => modules.delete(script));
  return loading;
}

/** @param {string} style */
function dress(style) {
  const sheet = document.getElementById(STYLE) ?? document.createElement("style");
  if (sheet.textContent === style) return;
  sheet.id = STYLE;
  sheet.textContent = style;
  document.head.append(sheet);
}
