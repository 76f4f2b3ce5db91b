import { render } from "preact";
import { act as settle } from "preact/test-utils";
import { useState } from "preact/hooks";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { CausalDrawing } from "./drawing.jsx";
import { viewOf } from "./example.js";

/** @import { Act, Outcome } from "../core/types" */

const VIEW = viewOf({
  causes: { C1: "A dose was late", C2: "Nobody looked", C3: "The rota overlapped" },
  links: { L1: ["C2", "C1"], L2: ["C3", "C1"] },
});

/** @type {HTMLElement} */
let root;
/** @type {any} */
let act;

beforeEach(() => {
  root = document.createElement("div");
  document.body.append(root);
  act = {
    save: vi.fn(() => Promise.resolve({ ok: true, seq: 2, ids: ["C4", "L3"], view: VIEW })),
    edit: vi.fn(),
    undo: vi.fn(),
    redo: vi.fn(),
    announce: vi.fn(),
    asset: () => Promise.reject(new Error("no kernel")),
  };
});

afterEach(() => {
  render(null, root);
  root.remove();
});

/** @param {{view: any}} props */
function Page({ view }) {
  const [selected, select] = useState(/** @type {string | null} */ (null));
  return <CausalDrawing view={view} act={act} selected={selected} onSelect={select} />;
}

/** @param {any} [view] */
async function show(view = VIEW) {
  await settle(() => render(<Page view={view} />, root));
  await vi.waitFor(() => expect(root.querySelector("svg.rca-graph")).toBeTruthy());
}

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

/** @param {string} name @param {string} value */
async function write(name, value) {
  const field = find(`form ${name}`);
  await settle(() => {
    field.value = value;
    field.dispatchEvent(
      new Event(field.tagName === "SELECT" ? "change" : "input", { bubbles: true }),
    );
  });
}

/** @param {string} id */
async function reach(id) {
  await settle(() => find(`[data-cause="${id}"], [data-link="${id}"]`).focus());
}

describe("what is offered first", () => {
  /** @param {any} view */
  async function kindOffered(view) {
    await settle(() => render(<Page view={view} />, root));
    const add = [...root.querySelectorAll("button")].find(
      (one) => one.textContent === "Add a cause",
    );
    await settle(() => add?.click());
    return find("form select").value;
  }

  it("is the outcome, and a condition once the outcome is there", async () => {
    const before = await kindOffered(viewOf({ causes: {}, links: {} }));
    render(null, root);
    const after = await kindOffered(VIEW);

    expect([before, after]).toEqual(["outcome", "condition"]);
  });
});

describe("what a screen reader hears", () => {
  it("names every cause, and every link by its sentence", async () => {
    await show();

    expect(find('[data-cause="C2"]').getAttribute("aria-label")).toBe(
      "C2, condition: Nobody looked.",
    );
    expect(find('[data-link="L1"]').getAttribute("aria-label")).toBe(
      "L1: C2 “Nobody looked” led to C1 “A dose was late”, because so it was (probable), " +
        "supported by no evidence yet.",
    );
  });

  it("has one stop for Tab in the graph, which is where one was last", async () => {
    await show();
    await reach("C3");

    const stops = [...root.querySelectorAll('svg.rca-graph [tabindex="0"]')];
    expect(stops.map((one) => one.getAttribute("data-cause"))).toEqual(["C3"]);
  });
});

describe("with keys alone", () => {
  it("connects: C, the effect, Enter, how, save", async () => {
    await show();
    await reach("C2");
    await press("c", "ArrowRight", "Enter");
    await write("textarea", "the rota left nobody");
    await write("select[required]:last-of-type", "C3");
    await settle(() => {
      const sure = root.querySelectorAll("form select")[1];
      /** @type {HTMLSelectElement} */ (sure).value = "probable";
      sure.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await settle(() => find("form").requestSubmit());

    expect(act.save).toHaveBeenCalledWith(
      [
        {
          kind: "link",
          id: null,
          fields: {
            cause: "C2",
            effect: "C3",
            mechanism: "the rota left nobody",
            confidence: "probable",
          },
        },
      ],
      "",
    );
    expect(act.announce).toHaveBeenLastCalledWith("C2 connected to C3.");
  });

  it("says before it is made that a link would close a circle", async () => {
    await show();
    await reach("C1");
    await press("c", "ArrowDown");

    expect(find('[data-cause="C2"]').getAttribute("aria-label")).toMatch(
      /^This would close a circle: C2 → C1 → C2\. C2, condition/,
    );
    expect(find(".rca-status").textContent).toContain("This would close a circle");
  });

  it("leaves off at Escape, and says so", async () => {
    await show();
    await reach("C2");
    await press("c", "Escape", "Enter");

    expect(act.announce).toHaveBeenCalledWith("Not connected.");
    expect(act.edit).toHaveBeenCalledWith("cause", "C2");
  });

  it("changes AND to OR", async () => {
    await show();
    await reach("C1");
    await press("a");

    expect(act.save).toHaveBeenCalledWith(
      [{ kind: "cause", id: "C1", fields: { combination: "any" }, base_version: 1 }],
      "",
    );
    expect(act.announce).toHaveBeenLastCalledWith("C1: any one of its causes alone.");
  });

  it("has nothing to combine where there are no two causes", async () => {
    await show();
    await reach("C2");
    await press("a");

    expect(act.save).not.toHaveBeenCalled();
    expect(act.announce).toHaveBeenLastCalledWith("C2 has no two causes to combine.");
  });

  it("opens a cause and a link, where evidence for and against is written", async () => {
    await show();
    await reach("C1");
    await press("Enter", "l", "Enter");

    expect(act.edit.mock.calls).toEqual([
      ["cause", "C1"],
      ["link", "L1"],
    ]);
  });

  it("asks before it removes, and keeps at Escape", async () => {
    await show();
    await reach("C2");
    await press("Delete");

    expect(find('[role="alertdialog"]').textContent).toContain("1 link of it goes too");

    await press("Escape");

    expect(root.querySelector('[role="alertdialog"]')).toBeNull();
    expect(act.save).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(find('[data-cause="C2"]'));
  });

  it("renames where the cause stands, and keeps what was typed when it is refused", async () => {
    act.save.mockResolvedValueOnce({
      ok: false,
      message: "Not saved.",
      remedy: "",
      errors: [{ change: 0, field: "statement", message: "Say what it was." }],
      conflict: null,
    });
    await show();
    await reach("C2");
    await press("F2");
    const field = find(".rca-rename textarea");
    field.value = "Nobody was free";
    await press("Enter");

    expect(act.save.mock.calls[0][0][0].fields).toEqual({ statement: "Nobody was free" });
    await vi.waitFor(() => {
      expect(find(".rca-rename [role=alert]").textContent).toBe("Say what it was.");
    });
    expect(find(".rca-rename textarea").value).toBe("Nobody was free");
  });

  it("shows all keys at a question mark", async () => {
    await show();
    await reach("C2");
    await press("?");

    expect(find(".rca-keys").textContent).toContain("connect this one");
  });
});

describe("what is refused", () => {
  it("is said at its field, and nothing typed is lost", async () => {
    act.save.mockResolvedValueOnce(
      /** @type {Outcome} */ ({
        ok: false,
        message: "It was not saved.",
        remedy: "Mend what is marked.",
        errors: [{ change: 1, field: "mechanism", message: "Say how." }],
        conflict: null,
      }),
    );
    await show();
    await reach("C1");
    await press("n");
    await write("textarea", "Two calls waited");
    await settle(() => {
      find("form").dispatchEvent(new Event("submit", { cancelable: true }));
    });
    await vi.waitFor(() => {
      expect(find("form [role=alert]").textContent).toBe("It was not saved. Mend what is marked.");
    });

    const [statement, mechanism] = root.querySelectorAll("form textarea");
    expect(/** @type {HTMLTextAreaElement} */ (statement).value).toBe("Two calls waited");
    expect(mechanism.getAttribute("aria-invalid")).toBe("true");
  });
});

it("begins with the outcome where there are no causes", async () => {
  await settle(() => render(<Page view={viewOf({ causes: {}, links: {} })} />, root));

  expect(root.textContent).toContain("Begin with the outcome");
  expect(root.querySelector("svg.rca-graph")).toBeNull();
});

it("keeps every place when nothing but words has changed", async () => {
  await show();
  const places = () =>
    [...root.querySelectorAll("[data-cause]")].map((one) => one.getAttribute("style"));
  const before = places();
  const renamed = viewOf({
    causes: { C1: "A dose was very late", C2: "Nobody looked", C3: "The rota overlapped" },
    links: { L1: ["C2", "C1"], L2: ["C3", "C1"] },
  });
  await show(renamed);

  expect(places()).toEqual(before);
  expect(find('[data-cause="C1"]').getAttribute("aria-label")).toContain("very late");
});
