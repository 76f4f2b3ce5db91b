import { render } from "preact";
import { act as settle } from "preact/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { Toolbar } from "./toolbar.jsx";

const add = vi.fn();
const remove = vi.fn();
/** @type {HTMLElement} */
let root;

beforeEach(async () => {
  vi.clearAllMocks();
  root = document.createElement("div");
  document.body.append(root);
  const groups = [
    [
      { name: "add", label: "Add", run: add },
      { name: "remove", label: "Remove", off: true, run: remove },
    ],
    [{ name: "keys", label: "Keys", expanded: false, run: () => {} }],
  ];
  await settle(() => render(<Toolbar label="Tools" groups={groups} />, root));
});

afterEach(() => {
  render(null, root);
  root.remove();
});

const buttons = () => [...root.querySelectorAll("button")];

/** @param {string} key */
async function press(key) {
  await settle(() => {
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  });
}

it("has one stop for Tab, which the arrows move round", async () => {
  buttons()[0].focus();
  const stops = () => buttons().map((one) => one.tabIndex);

  expect(stops()).toEqual([0, -1, -1]);
  await press("ArrowRight");
  expect(stops()).toEqual([-1, 0, -1]);
  await press("ArrowRight");
  await press("ArrowRight");
  expect(document.activeElement).toBe(buttons()[0]);
  await press("End");
  expect(document.activeElement).toBe(buttons()[2]);
});

it("keeps what cannot be done now in its place, and does not do it", async () => {
  const [first, second] = buttons();
  await settle(() => {
    first.click();
    second.click();
  });

  expect(second.getAttribute("aria-disabled")).toBe("true");
  expect([add.mock.calls.length, remove.mock.calls.length]).toEqual([1, 0]);
});
