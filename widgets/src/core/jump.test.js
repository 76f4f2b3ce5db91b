import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { goToStep } from "./jump.js";

/** What tells of changed sizes here. @type {() => void} */
let resized;
/** @type {Element[]} */
let watched;
const scrolled = vi.fn();
const disconnect = vi.fn();

beforeEach(() => {
  watched = [];
  scrolled.mockClear();
  disconnect.mockClear();
  vi.useFakeTimers();
  HTMLElement.prototype.scrollIntoView = /** @type {any} */ (scrolled);
  vi.stubGlobal(
    "ResizeObserver",
    class {
      /** @param {() => void} tell */
      constructor(tell) {
        resized = tell;
      }
      /** @param {Element} one */
      observe(one) {
        watched.push(one);
      }
      disconnect = disconnect;
    },
  );
  document.body.innerHTML = `<main><div><section data-rca-step="scope"></section></div>
    <div><section data-rca-step="sign-off" id="goal"><button>Add</button></section></div></main>`;
});
afterEach(() => {
  dispatchEvent(new Event("keydown"));
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("the editor that was jumped to has the focus, without being a stop of Tab", () => {
  const goal = document.getElementById("goal");

  expect(goToStep("sign-off")).toBe(true);
  expect(document.activeElement).toBe(goal);
  expect(goal?.tabIndex).toBe(-1);
});

test("it is brought back whenever something above it fills", () => {
  goToStep("sign-off");
  const before = scrolled.mock.calls.length;
  resized();

  expect(before).toBe(1);
  expect(scrolled).toHaveBeenCalledTimes(2);
  expect(scrolled.mock.contexts.at(-1)).toBe(document.getElementById("goal"));
  expect(watched).toContain(document.querySelector("main"));
});

test.each(["wheel", "touchmove", "pointerdown", "keydown"])(
  "nothing is moved any more after a %s of one's own",
  (name) => {
    goToStep("sign-off");
    document.body.dispatchEvent(new Event(name, { bubbles: true }));

    expect(disconnect).toHaveBeenCalledOnce();
  },
);

test("the second of two jumps counts", () => {
  goToStep("sign-off");
  goToStep("scope");

  expect(disconnect).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(document.querySelector("[data-rca-step=scope]"));
});

test("a step that the page does not show leaves everything as it is", () => {
  expect(goToStep("unknown")).toBe(false);
  expect(scrolled).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(document.body);
});
