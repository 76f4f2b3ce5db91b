import { Graphviz } from "@hpcc-js/wasm-graphviz";
import { beforeAll, describe, expect, it } from "vitest";

import { layered } from "./layered.js";
import { bestLayout, dotSource, lengths, roomOf } from "./layout.js";

/** @import { Layout, Request } from "./layout.js" */

/** @type {Request["links"]} */
const LINKS = [
  { id: "L1", cause: "C2", effect: "C1" },
  { id: "L2", cause: "C3", effect: "C1" },
  { id: "L3", cause: "C4", effect: "C2" },
];

/** @type {Request} */
const SMALL = {
  boxes: ["C1", "C2", "C3", "C4"].map((id) => ({ id, width: 184, height: 58, gate: id === "C1" })),
  links: LINKS,
  directions: ["BT", "LR"],
  shape: null,
  close: false,
};

/** A star of causes around one outcome. @param {number} count @returns {Request} */
function star(count) {
  const ids = Array.from({ length: count }, (_, n) => `C${n + 2}`);
  return {
    ...SMALL,
    boxes: ["C1", ...ids].map((id) => ({ id, width: 184, height: 58, gate: false })),
    links: ids.map((cause, n) => ({ id: `L${n}`, cause, effect: "C1" })),
  };
}

/** @type {(source: string) => any} */
let engine;
beforeAll(async () => {
  const graphviz = await Graphviz.load();
  engine = (source) => JSON.parse(graphviz.layout(source, "json", "dot"));
});

describe.each([
  ["Graphviz", (/** @type {Request} */ request) => bestLayout(request, engine)],
  ["the plain one", layered],
])("a layout by %s", (_, layOut) => {
  /** @type {Layout} */
  let found;
  beforeAll(() => {
    found = layOut(SMALL);
  });

  it("puts effects above their causes", () => {
    const { C1, C2, C4 } = found.centres;

    expect(found.direction).toBe("BT");
    expect(C1[1]).toBeLessThan(C2[1]);
    expect(C2[1]).toBeLessThan(C4[1]);
  });

  it("lets no two boxes touch", () => {
    const big = layOut(star(9));
    const all = Object.values(big.centres);
    const touching = all.flatMap(([x, y], n) =>
      all.slice(n + 1).filter(([a, b]) => Math.abs(x - a) < 184 && Math.abs(y - b) < 58),
    );

    expect(touching).toEqual([]);
  });

  it("leads each link from the top of its cause to the gate of its effect", () => {
    const { points, tip } = found.curves.L3;

    expect(points.length % 3).toBe(1);
    expect(points[0][1]).toBeCloseTo(found.centres.C4[1] - 29, 0);
    expect(tip[1]).toBeCloseTo(found.centres.C2[1] + 29, 0);
    expect(found.curves.L1.tip[1]).toBeCloseTo(found.centres.C1[1] + 38, 0);
  });

  it("finds a place for every cause in a circle", () => {
    const circle = { ...SMALL, links: [...LINKS, { id: "L4", cause: "C1", effect: "C4" }] };
    const { centres, curves } = layOut(circle);

    expect(Object.keys(centres)).toHaveLength(4);
    expect(
      Object.values(curves)
        .flatMap((one) => one.points.flat())
        .every(Number.isFinite),
    ).toBe(true);
  });

  it("is the same each time", () => {
    expect(layOut(SMALL)).toEqual(found);
  });
});

it("keeps the shape it had, so that one more cause does not turn all round", () => {
  const wide = bestLayout(star(30), engine);
  const { direction, ranks } = bestLayout(SMALL, engine);
  const kept = bestLayout({ ...star(30), shape: { direction, ranks } }, engine);

  expect([wide.direction, wide.ranks]).not.toEqual([direction, ranks]);
  expect([kept.direction, kept.ranks]).toEqual([direction, ranks]);
});

it("gives no word of a case to the engine", () => {
  const source = dotSource(SMALL, { direction: "BT", ranks: 1 });

  expect(source).not.toMatch(/[CL]\d/);
  expect(source).toContain("n1:n -> n0:s [id=e0 minlen=1]");
});

it("sets causes without causes of their own in several ranks", () => {
  expect(lengths(star(5).links, 3)).toEqual([1, 2, 3, 1, 2]);
  expect(lengths(LINKS, 3)).toEqual([1, 1, 1]);
});

it("leaves room for the gate where links enter", () => {
  const box = { id: "C1", width: 184, height: 58, gate: true };

  expect(roomOf(box, "BT")).toEqual({ width: 184, height: 76 });
  expect(roomOf(box, "LR")).toEqual({ width: 218, height: 58 });
});
