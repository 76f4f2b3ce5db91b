import { render } from "preact";
import { act as settled } from "preact/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";

import fixture from "../../fixtures/actions.json";
import { ActionSet } from "./drawing.jsx";

/** @import { Act, View } from "../core/types" */

const view = /** @type {View} */ (/** @type {unknown} */ (fixture));

/** @type {HTMLElement} */
let root;
/** @type {any[][]} */
let calls;

const act = /** @type {Act} */ (
  /** @type {unknown} */ ({ edit: (/** @type {any[]} */ ...given) => calls.push(given) })
);

beforeEach(() => {
  calls = [];
  root = document.createElement("div");
  document.body.append(root);
});

afterEach(() => {
  render(null, root);
  root.remove();
});

/** @param {View} shown  @param {any} [draft] */
async function draw(shown, draft) {
  await settled(() =>
    render(
      <ActionSet view={shown} act={act} selected={null} onSelect={() => {}} draft={draft} />,
      root,
    ),
  );
}

/** @param {string} words */
async function choose(words) {
  const button = [...root.querySelectorAll("button")].find((one) => one.textContent === words);
  await settled(() => button?.click());
}

it("says in words what each bar shows", async () => {
  await draw(view);

  const bars = [...root.querySelectorAll("[role=img]")].map((one) =>
    one.getAttribute("aria-label"),
  );
  expect(bars[0]).toBe("This case: stronger 1 of 3, weaker 1 of 3, not set 1 of 3.");
  expect(bars).toHaveLength(3);
});

it("changes as an action is typed", async () => {
  await draw(view);
  await draw(view, { kind: "action", id: "A3", fields: { approach: "staffing-workload" } });

  expect(root.querySelector("[role=status]")?.textContent).toContain("1 intermediate");
});

it("leads to what mends a gap in the thread", async () => {
  await draw(view);
  await choose("Add an action for FI2");
  await choose("Edit A3");
  await choose("Score A2");

  expect(calls).toEqual([
    ["action", null, { findings: ["FI2"] }],
    ["action", "A3"],
    ["faces", null, { action: "A2" }],
  ]);
});

it("shows where scores lie far apart", async () => {
  await draw(view);

  const apart = [...root.querySelectorAll(".as-apart")];
  expect(apart).toHaveLength(1);
  expect(apart[0].parentElement?.textContent).toContain("5 night team2 P1 and P4");
});

it("without actions says so", async () => {
  const sections = view.sections.map((section) => ({ ...section, rows: [] }));
  await draw({ ...view, sections, extra: { ...view.extra, measures: {}, findings: [] } });

  expect(root.textContent).toContain("No action has been entered yet.");
});
