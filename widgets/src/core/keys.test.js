import { expect, test } from "vitest";

import { guardKeys, historyKey } from "./keys.js";

/** @param {string} inside  @param {KeyboardEventInit} key */
function pressed(inside, key) {
  document.body.innerHTML = `<div id="lab"><section id="root">${inside}</section></div>`;
  const root = /** @type {HTMLElement} */ (document.getElementById("root"));
  const end = new AbortController();
  guardKeys(root, end.signal);
  /** @type {KeyboardEvent[]} */
  const reached = [];
  document.getElementById("lab")?.addEventListener("keydown", (event) => reached.push(event));
  root.firstElementChild?.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true }));
  end.abort();
  return reached.length;
}

test.each(["x", "d", "a", "b", "Delete", "Enter", "ArrowDown", "Escape", " "])(
  "the key %s stays in the editor, so that no cell is cut or added",
  (key) => expect(pressed("<button>Add</button>", { key })).toBe(0),
);

test.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { shiftKey: true }])(
  "Enter with %o runs no cell",
  (modifier) => expect(pressed("<select></select>", { key: "Enter", ...modifier })).toBe(0),
);

test("other keys with a modifier still belong to JupyterLab", () => {
  expect(pressed("<button>Add</button>", { key: "s", ctrlKey: true })).toBe(1);
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
