import { render } from "preact";
import { act as settle } from "preact/test-utils";
import { useState } from "preact/hooks";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { FishboneDrawing } from "./drawing.jsx";
import { viewOf } from "./example.js";

const VIEW = viewOf({
  F1: { problem: "B1", group: "team" },
  F2: { problem: "B1", group: "task", effect: "mitigated" },
  F3: { problem: "B1" },
});

/** @type {HTMLElement} */
let root;
/** @type {any} */
let act;

function Page() {
  const [selected, select] = useState(/** @type {string | null} */ (null));
  return <FishboneDrawing view={VIEW} act={act} selected={selected} onSelect={select} />;
}

beforeEach(async () => {
  root = document.createElement("div");
  document.body.append(root);
  act = {
    save: vi.fn(() => Promise.resolve({ ok: true, seq: 2, ids: [], view: VIEW })),
    edit: vi.fn(),
    undo: vi.fn(),
    redo: vi.fn(),
    announce: vi.fn(),
    asset: vi.fn(),
  };
  await settle(() => render(<Page />, root));
});

afterEach(() => {
  render(null, root);
  root.remove();
});

/** @param {string} selector */
function find(selector) {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`${selector} is not there`);
  return /** @type {any} */ (found);
}

/** @param {...string} keys */
async function press(...keys) {
  for (const key of keys) {
    await settle(() => {
      /** @type {Element} */ (document.activeElement).dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
      );
    });
  }
}

/** @param {string} id */
async function reach(id) {
  await settle(() => find(`[data-factor="${id}"], [data-problem="${id}"]`).focus());
}

describe("with keys alone", () => {
  it("moves a factor: M, the bone, Enter", async () => {
    await reach("F1");
    await press("m");
    const bone = find("form select");
    await settle(() => {
      bone.value = "staff";
      bone.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await press("Enter");

    expect(act.save).toHaveBeenCalledWith(
      [
        {
          kind: "factor",
          id: "F1",
          fields: { problem: "B1", group: "staff" },
          base_version: 3,
        },
      ],
      "",
    );
    expect(act.announce).toHaveBeenLastCalledWith("F1 moved to The staff.");
  });

  it("says that it helped, or contributed", async () => {
    await reach("F1");
    await press("e");
    await reach("F2");
    await press("e");

    expect(act.save.mock.calls.map((/** @type {any} */ [[change]]) => change.fields)).toEqual([
      { effect: "mitigated" },
      { effect: "contributed" },
    ]);
  });

  it("links a factor to a cause", async () => {
    await reach("F2");
    await press("k");
    await settle(() => find("form").requestSubmit());

    expect(act.save.mock.calls[0][0]).toEqual([
      { kind: "cause", id: "C1", fields: { factors: ["F1", "F2"] }, base_version: 2 },
    ]);
  });

  it("adds a factor to the bone of this one", async () => {
    await reach("F1");
    await press("n");

    expect(act.edit).toHaveBeenCalledWith("factor", null, { problem: "B1", group: "team" });
  });

  it("opens the problem at the head", async () => {
    await reach("B2");
    await press("Enter");

    expect(act.edit).toHaveBeenCalledWith("problem", "B2");
  });

  it("asks before it removes", async () => {
    await reach("F1");
    await press("Delete");

    expect(find('[role="alertdialog"]').textContent).toContain("Remove F1 “Thing F1”?");
    expect(act.save).not.toHaveBeenCalled();

    await settle(() => find('[role="alertdialog"] button').click());

    expect(act.save.mock.calls[0][0][0].fields).toBeNull();
  });
});

it("shows the bones that have no factor, to put one on", async () => {
  await settle(() => find('[data-of="B1"][data-bone="staff"]').click());

  expect(act.edit).toHaveBeenCalledWith("factor", null, { problem: "B1", group: "staff" });
});

it("shows the factors that stand on no bone", () => {
  expect(find(".rca-loose").textContent).toContain("F3 Thing F3No bone given");
});
