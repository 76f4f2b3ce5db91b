import { describe, expect, it } from "vitest";

import { viewOf } from "./example.js";
import { graphOf } from "./graph.js";
import { arrow, nextFrom, nextLink, nextTo, rows } from "./navigation.js";

/** @import { Layout } from "./layout.js" */

const graph = graphOf(
  viewOf({
    causes: { C1: "Late", C2: "Alone", C3: "Busy", C4: "Rota", C5: "Loose" },
    links: { L1: ["C2", "C1"], L2: ["C3", "C1"], L3: ["C4", "C3"] },
  }),
);

/** @type {Record<"BT" | "LR", Layout>} */
const LAYOUTS = {
  BT: layout("BT", { C1: [300, 0], C2: [100, 100], C3: [320, 100], C4: [320, 200], C5: [90, 200] }),
  LR: layout("LR", { C1: [200, 0], C2: [100, -50], C3: [100, 50], C4: [0, 50], C5: [0, -50] }),
};

/** @param {"BT" | "LR"} direction @param {Record<string, [number, number]>} centres */
function layout(direction, centres) {
  return { direction, ranks: 1, close: false, width: 400, height: 300, centres, curves: {} };
}

describe("with effects above", () => {
  /** @param {string} from @param {string} key */
  const go = (from, key) => arrow(graph, LAYOUTS.BT, from, key);

  it("goes up to the effect and down to the nearest cause", () => {
    expect(go("C3", "ArrowUp")).toBe("C1");
    expect(go("C1", "ArrowDown")).toBe("C3");
  });

  it("goes left and right along the row, and no further", () => {
    expect(go("C3", "ArrowLeft")).toBe("C2");
    expect(go("C2", "ArrowRight")).toBe("C3");
    expect(go("C3", "ArrowRight")).toBeNull();
  });

  it("reaches a cause without a link by the next row", () => {
    expect(go("C2", "ArrowDown")).toBe("C5");
    expect(go("C5", "ArrowUp")).toBe("C2");
  });

  it("goes through all of them in order of entry", () => {
    expect([go("C1", "PageDown"), go("C5", "PageDown"), go("C5", "PageUp")]).toEqual([
      "C2",
      null,
      "C4",
    ]);
    expect([go("C3", "Home"), go("C3", "End")]).toEqual(["C1", "C5"]);
  });

  it("leaves every other key alone", () => {
    expect(go("C1", "x")).toBeUndefined();
  });
});

describe("with effects to the right", () => {
  it("turns the arrows with the picture", () => {
    expect(arrow(graph, LAYOUTS.LR, "C3", "ArrowRight")).toBe("C1");
    expect(arrow(graph, LAYOUTS.LR, "C1", "ArrowLeft")).toBe("C2");
    expect(arrow(graph, LAYOUTS.LR, "C2", "ArrowDown")).toBe("C3");
  });
});

it("reads rows from the effects down", () => {
  expect(rows(LAYOUTS.BT)).toEqual([["C1"], ["C2", "C3"], ["C5", "C4"]]);
});

it("reaches every cause from every other, by keys alone", () => {
  const keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
  const found = new Set(["C1"]);
  for (const id of found) {
    for (const key of keys) {
      const next = arrow(graph, LAYOUTS.BT, id, key);
      if (next) found.add(next);
    }
  }

  expect([...found].sort()).toEqual(["C1", "C2", "C3", "C4", "C5"]);
});

describe("from a link", () => {
  /** @param {string} key */
  const go = (key) => nextFrom(graph, LAYOUTS.BT, "L1", key);

  it("goes to its effect, to its cause, and on to the next link", () => {
    expect([go("ArrowUp"), go("Escape"), go("ArrowDown")]).toEqual(["C1", "C1", "C2"]);
    expect([go("ArrowRight"), go("ArrowLeft")]).toEqual(["L2", "L2"]);
    expect(go("x")).toBeUndefined();
  });
});

it("goes from a cause to the first of its links, and from a link round to the first", () => {
  expect(nextLink(graph, "C1")).toBe("L1");
  expect(nextLink(graph, "L2")).toBe("L1");
  expect(nextLink(graph, "C4")).toBe("L3");
  expect(nextLink(graph, "C5")).toBeNull();
});

it("is at what a thing led to once it has gone", () => {
  expect([nextTo(graph, "L3"), nextTo(graph, "C4"), nextTo(graph, "C1")]).toEqual([
    "C3",
    "C3",
    "C2",
  ]);
});
