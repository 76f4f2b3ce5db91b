import { expect, test } from "vitest";

import { guardKeys, historyKey } from "./keys.js";

/**
 * What is told of a key that is pressed in an editor: to the notebook around it, and to the page.
 * @param {KeyboardEventInit} key
 * @param {{ handle?: (event: Event) => void, page?: (event: Event) => void }} [by]
 */
function pressed(key, { handle, page } = {}) {
  document.body.innerHTML = `<div id="notebook"><section><button>Add</button></section></div>`;
  const root = /** @type {HTMLElement} */ (document.querySelector("section"));
  const button = /** @type {HTMLElement} */ (root.firstElementChild);
  const end = new AbortController();
  const told = { notebook: 0, page: /** @type {KeyboardEvent[]} */ ([]) };
  guardKeys(root, end.signal);
  if (handle) button.addEventListener("keydown", handle);
  document.getElementById("notebook")?.addEventListener("keydown", () => (told.notebook += 1));
  document.addEventListener(
    "keydown",
    (event) => {
      told.page.push(event);
      page?.(event);
    },
    { signal: end.signal },
  );
  const event = new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true });
  button.dispatchEvent(event);
  end.abort();
  return { ...told, prevented: event.defaultPrevented };
}

const ctrlKey = true;
const shiftKey = true;
/** @param {Event} event */
const take = (event) => event.preventDefault();

test.each(["x", "d", "a", "b", "Delete", "Enter", "ArrowDown", "Escape", " "])(
  "the key %s stays in the editor, so that no cell is cut or added",
  (key) => {
    for (const modifier of [{}, { shiftKey }]) {
      const { notebook, page } = pressed({ key, ...modifier });

      expect([notebook, page]).toEqual([0, []]);
    }
  },
);

test.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { shiftKey: true }])(
  "Enter with %o runs no cell",
  (modifier) => {
    const { notebook, page } = pressed({ key: "Enter", ...modifier });

    expect([notebook, page]).toEqual([0, []]);
  },
);

test.each([
  { key: "s", ctrlKey },
  { key: "s", metaKey: true },
  { key: "C", ctrlKey, shiftKey },
  { key: "Backspace", ctrlKey },
])("JupyterLab hears %o as if it were pressed outside every cell", (key) => {
  const { notebook, page } = pressed(key);

  expect(notebook).toBe(0);
  expect(page.map((event) => [event.target, event.key])).toEqual([[document.body, key.key]]);
  expect(page[0]).toMatchObject(key);
});

test("the browser leaves to JupyterLab what JupyterLab takes, and nothing else", () => {
  const key = { key: "s", ctrlKey };

  expect(pressed(key, { page: take }).prevented).toBe(true);
  expect(pressed(key).prevented).toBe(false);
});

test.each([{ altKey: true }, { altKey: true, ctrlKey }])(
  "a letter that is written with %o is no command",
  (modifier) => expect(pressed({ key: "á", ...modifier }).page).toEqual([]),
);

test("what the editor itself did is done once", () => {
  expect(pressed({ key: "ArrowLeft", ctrlKey }, { handle: take }).page).toEqual([]);
});

test.each([
  ["<button></button>", { key: "z", ctrlKey: true }, "undo"],
  ["<button></button>", { key: "z", metaKey: true }, "undo"],
  ["<button></button>", { key: "Z", ctrlKey: true, shiftKey: true }, "redo"],
  ["<button></button>", { key: "y", ctrlKey: true }, "redo"],
  ["<button></button>", { key: "z" }, null],
  ["<input>", { key: "z", ctrlKey: true }, null],
  ["<textarea></textarea>", { key: "z", ctrlKey: true }, null],
])("in %s the keys %o ask for %s", (inside, key, wanted) => {
  document.body.innerHTML = inside;
  const event = new KeyboardEvent("keydown", { ...key, bubbles: true });
  document.body.firstElementChild?.dispatchEvent(event);

  expect(historyKey(event)).toBe(wanted);
});
