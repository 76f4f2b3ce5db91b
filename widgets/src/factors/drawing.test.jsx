import { render } from "preact";
import { act as settled } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import fixture from "../../fixtures/factors.json";
import { FactorBoard } from "./drawing.jsx";

/** @import { Act, View } from "../core/types" */

const view = /** @type {View} */ (/** @type {unknown} */ (fixture));

/** @type {HTMLElement} */
let root;
/** @type {any[][]} */
let calls;

/** @type {Act} */
const act = {
  save: async (...given) => {
    calls.push(["save", ...given]);
    return { ok: true, seq: 1, ids: [], view };
  },
  edit: (...given) => calls.push(["edit", ...given]),
  undo: async () => ({ ok: true, seq: 1, ids: [], view }),
  redo: async () => ({ ok: true, seq: 1, ids: [], view }),
  announce: (text) => calls.push(["announce", text]),
  asset: async () => "",
};

beforeEach(async () => {
  calls = [];
  root = document.createElement("div");
  document.body.append(root);
  await settled(() =>
    render(
      <FactorBoard
        view={view}
        act={act}
        selected={null}
        onSelect={(id) => calls.push(["select", id])}
      />,
      root,
    ),
  );
});

afterEach(() => {
  render(null, root);
  root.remove();
});

/** @param {string} key */
async function press(key) {
  await settled(async () => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
    );
  });
}

/** @param {string} id */
async function goTo(id) {
  await settled(() =>
    /** @type {HTMLElement} */ (root.querySelector(`[data-card="${id}"]`)).focus(),
  );
}

/** @param {string} words */
async function choose(words) {
  const button = [...root.querySelectorAll("button")].find((one) => one.textContent === words);
  await settled(async () => button?.click());
  await settled(async () => {}); // what the answer to a save sets off
}

/** @param {Element | null | undefined} control  @param {string} value */
async function set(control, value) {
  await settled(async () => {
    /** @type {HTMLSelectElement} */ (control).value = value;
    control?.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

const focused = () => document.activeElement?.getAttribute("data-card");
const of = (/** @type {string} */ name) => calls.filter(([called]) => called === name);

describe("the board", () => {
  it("has one tab stop among its cards, and arrow keys between them", async () => {
    expect(root.querySelectorAll("[data-card][tabindex='0']")).toHaveLength(1);
    await goTo("F2");
    await press("ArrowDown");
    await press("ArrowRight");

    expect(focused()).toBe("F3");
    expect(of("select").at(-1)).toEqual(["select", "F3"]);
  });

  it("tells what helped from what contributed in words", () => {
    const words = [...root.querySelectorAll(".fb-effect")].map((one) => one.textContent);

    expect(words).toEqual(["Helped F2", "Contributed F1", "Contributed F3", "Contributed F4"]);
  });

  it("shows what was considered and what went well", () => {
    expect(root.textContent).toContain("Considered, nothing found. The round was walked through");
    expect(root.querySelector(".fb-well")?.textContent).toContain("The pharmacy’s telephone line");
  });

  it("adds a factor where it is pressed", async () => {
    await settled(() =>
      /** @type {HTMLElement} */ (
        root.querySelector("[aria-label='Add a factor to Environment, Task']")
      ).click(),
    );
    await goTo("F1");
    await press("n");

    expect(of("edit")).toEqual([
      ["edit", "factor", null, { lens: "environment", group: "task" }],
      ["edit", "factor", null, { lens: "workforce", group: "organisation" }],
    ]);
  });

  it("moves a factor to the lens and group that are chosen", async () => {
    await goTo("F4");
    await press("m");
    const [lens, group] = root.querySelectorAll("form select");
    expect(document.activeElement).toBe(lens);
    await set(lens, "environment");
    await set(group, "equipment");
    await choose("Move it there");

    expect(of("save")).toEqual([
      [
        "save",
        [
          {
            kind: "factor",
            id: "F4",
            fields: { lens: "environment", group: "equipment" },
            base_version: 1,
          },
        ],
        "F4 moved to environment, Equipment and resources",
      ],
    ]);
    expect(focused()).toBe("F4");
  });

  it("leaves a factor where it is with Escape", async () => {
    await goTo("F4");
    await press("m");
    await press("Escape");

    expect(of("save")).toEqual([]);
    expect(focused()).toBe("F4");
  });

  it("asks before it removes a factor", async () => {
    await goTo("F2");
    await press("Delete");
    await choose("Remove it");

    expect(of("save")[0][1]).toEqual([{ kind: "factor", id: "F2", fields: null, base_version: 1 }]);
    expect(focused()).toBe("F1");
  });

  it("in the words of another framework is to read only", async () => {
    await set(root.querySelectorAll(".fb-filters select")[1], "SEIPS work system");
    await goTo("F1");
    await press("m");

    expect(root.textContent).toContain("Person or people");
    expect(root.textContent).toContain("To read only.");
    expect(root.querySelector("form")).toBeNull();
    expect(root.querySelector(".fb-add, .fb-free, .fb-do")).toBeNull();
  });

  it("says how many factors a filter leaves", async () => {
    await set(root.querySelectorAll(".fb-filters select")[0], "helped");

    expect(root.querySelector("[role=status]")?.textContent).toBe("1 of 4 factors are shown.");
  });
});
