import { render } from "preact";
import { act as settled } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import fixture from "../../fixtures/timeline.json";
import { TimelineDrawing } from "./drawing.jsx";

/** @import { Act, Outcome, View } from "../core/types" */

const view = /** @type {View} */ (/** @type {unknown} */ (fixture));
const empty = { ...view, sections: [{ kind: "event", rows: [] }], extra: {} };

/** @type {HTMLElement} */
let root;
/** @type {any[][]} */
let calls;
/** @type {Outcome} */
let outcome;

/** @type {Act} */
const act = {
  save: async (...given) => {
    calls.push(["save", ...given]);
    return outcome;
  },
  edit: (...given) => calls.push(["edit", ...given]),
  undo: async () => outcome,
  redo: async () => outcome,
  announce: (text) => calls.push(["announce", text]),
  asset: async () => "",
};

beforeEach(() => {
  calls = [];
  outcome = { ok: true, seq: 1, ids: ["T2"], view };
  root = document.createElement("div");
  document.body.append(root);
});

afterEach(() => {
  render(null, root);
  root.remove();
});

/** @param {View} shown */
async function draw(shown = view, selected = /** @type {string | null} */ (null)) {
  await settled(() =>
    render(
      <TimelineDrawing
        view={shown}
        act={act}
        selected={selected}
        onSelect={(id) => calls.push(["select", id])}
      />,
      root,
    ),
  );
}

/** @param {string} key  @param {KeyboardEventInit} [more] */
async function press(key, more = {}) {
  const target = document.activeElement ?? document.body;
  await settled(async () => {
    target.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }),
    );
  });
}

/** @param {string} words */
async function choose(words) {
  const button = [...root.querySelectorAll("button")].find((one) => one.textContent === words);
  await settled(async () => button?.click());
  await settled(async () => {}); // what the answer to a save sets off
}

/** @param {string} key */
async function goTo(key) {
  await settled(() => item(key).focus());
}

/** @param {string} key */
function item(key) {
  return /** @type {HTMLElement} */ (root.querySelector(`[data-key="${key}"]`));
}

const focused = () => document.activeElement?.getAttribute("data-key");
const of = (/** @type {string} */ name) => calls.filter(([called]) => called === name);

describe("the timeline", () => {
  it("has one tab stop among things that say all of themselves", async () => {
    await draw();

    const stops = [...root.querySelectorAll("[data-key][tabindex='0']")];
    expect(stops.map((one) => one.getAttribute("data-key"))).toEqual(["T1"]);
    expect(item("T4").getAttribute("aria-label")).toContain("this hour came twice");
    expect(item("T4").getAttribute("aria-posinset")).toBe("5");
  });

  it("without events offers to add the first", async () => {
    await draw(empty);
    await settled(() => root.querySelector("button")?.click());

    expect(of("edit")).toEqual([["edit", "event", null]]);
  });

  it("follows what is selected elsewhere", async () => {
    await draw(view, "T8");

    expect(item("T8").getAttribute("aria-selected")).toBe("true");
    expect(root.querySelector(".rca-details")?.textContent).toContain("The ambulance is called.");
  });

  it("goes along time and across lanes, and tells what is chosen", async () => {
    await draw();
    await goTo("T1");
    await press("ArrowRight");
    await press("ArrowRight");

    expect(focused()).toBe("T2");
    expect(of("select").at(-1)).toEqual(["select", "T2"]);
    await press("End");
    expect(focused()).toBe("T9");
  });

  it("opens the form that belongs to a thing", async () => {
    await draw();
    for (const key of ["T2", "gap:T1:T2", "gap:T8:T9", "accounts:T5:T6"]) {
      await goTo(key);
      await press("Enter");
    }

    expect(of("edit")).toEqual([
      ["edit", "event", "T2"],
      ["edit", "gap", "G1"],
      ["edit", "gap", null, { after: "T8", before: "T9" }],
      ["edit", "event", "T6"],
    ]);
  });

  it("adds an event at the time of what is chosen, in its lane", async () => {
    await draw();
    const select = /** @type {HTMLSelectElement} */ (root.querySelector("select"));
    await settled(() => {
      select.value = "who";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await goTo("T3");
    await press("n");

    const at = "2026-10-24T22:15:00.000Z";
    expect(of("edit")).toEqual([
      [
        "edit",
        "event",
        null,
        { when: { earliest: at, latest: at, precision: "minute" }, who: ["P2"] },
      ],
    ]);
  });
});

describe("moving", () => {
  it("is one change, kept with Enter", async () => {
    await draw();
    await goTo("T2");
    await press("m");
    await press("ArrowRight");
    await press("ArrowRight", { shiftKey: true });
    await press("Enter");

    const at = "2026-10-24T20:20:00.000Z";
    expect(of("save")).toEqual([
      [
        "save",
        [
          {
            kind: "event",
            id: "T2",
            fields: { when: { earliest: at, latest: at, precision: "minute" } },
            base_version: 1,
          },
        ],
        "T2 moved to 24 Oct 2026, 21:20",
      ],
    ]);
    expect(of("announce").at(-1)).toEqual(["announce", "T2 moved to 24 Oct 2026, 21:20."]);
    expect(focused()).toBe("T2");
  });

  it("is left with Escape, and saves nothing", async () => {
    await draw();
    await goTo("T2");
    await press("m");
    await press("PageDown");
    await press("Escape");

    expect(of("save")).toEqual([]);
    expect(of("announce").at(-1)).toEqual(["announce", "T2 is left as it was."]);
  });

  it("by nothing saves nothing", async () => {
    await draw();
    await goTo("T2");
    await press("m");
    await press("Enter");

    expect(of("save")).toEqual([]);
  });

  it("of an end makes an interval", async () => {
    await draw();
    await goTo("T2");
    await press("e");
    await press("ArrowRight", { ctrlKey: true });
    await press("Enter");

    expect(of("save")[0][2]).toBe("T2 moved to between 24 Oct 2026, 21:00–22:00");
  });

  it("that is refused says why", async () => {
    outcome = {
      ok: false,
      message: "T2 was changed by somebody.",
      remedy: "Look again.",
      errors: [],
      conflict: null,
    };
    await draw();
    await goTo("T2");
    await press("m");
    await press("ArrowRight");
    await press("Enter");

    expect(of("announce").at(-1)).toEqual(["announce", "T2 was changed by somebody. Look again."]);
  });

  it("is not offered for a silence", async () => {
    await draw();
    await goTo("gap:T8:T9");
    await press("m");

    expect(root.textContent).not.toContain("Keep this time");
  });
});

describe("removing", () => {
  it("asks first, and goes on to the next", async () => {
    await draw();
    await goTo("T3");
    await press("Delete");
    expect(document.activeElement?.textContent).toBe("Keep it");
    await choose("Remove it");

    expect(of("save")[0][1]).toEqual([{ kind: "event", id: "T3", fields: null, base_version: 1 }]);
    expect(focused()).toBe("T4");
  });

  it("of the explanation of a silence names that entry", async () => {
    await draw();
    await goTo("gap:T1:T2");
    await press("Delete");
    await choose("Remove it");

    expect(of("save")[0][1]).toEqual([{ kind: "gap", id: "G1", fields: null, base_version: 1 }]);
  });

  it("is not offered for a silence that nobody explained", async () => {
    await draw();
    await goTo("gap:T8:T9");
    await press("Delete");

    expect(root.querySelector("[role=alertdialog]")).toBeNull();
  });
});

describe("zooming", () => {
  const shown = () => root.querySelector(".tl-where")?.textContent;

  it("goes closer and back to everything", async () => {
    await draw();
    const everything = shown();
    await goTo("T4");
    await press("+");
    expect(shown()).not.toBe(everything);
    await press("0");

    expect(shown()).toBe(everything);
  });

  it("shows a stretch alone, from B to B", async () => {
    await draw();
    await goTo("T3");
    await press("b");
    await press("ArrowRight");
    await press("b");

    expect(shown()).toBe("24 Oct 2026, 22:55 to 25 Oct 2026, 01:59");
    expect(root.querySelector('[data-key="T9"]')).toBeNull();
    expect(focused()).toBe("T4");
  });
});
