import { describe, expect, it } from "vitest";

import { viewOf } from "./example.js";
import { cameLater, circleBy, graphOf, inSmall } from "./graph.js";

const LATE = {
  causes: { C1: "A dose was late", C2: "Nobody looked", C3: "The rota overlapped" },
  links: { L1: ["C2", "C1"], L2: ["C3", "C2"] },
};

describe("the graph of a view", () => {
  it("knows the links into and from each cause", () => {
    const graph = graphOf(viewOf(LATE));

    expect(graph.into.get("C1")?.map((link) => link.id)).toEqual(["L1"]);
    expect(graph.from.get("C3")?.map((link) => link.effect)).toEqual(["C2"]);
    expect(graph.from.get("C1")).toEqual([]);
  });

  it("leaves out a link whose end is gone", () => {
    const graph = graphOf(viewOf({ ...LATE, links: { ...LATE.links, L3: ["C9", "C1"] } }));

    expect(graph.links.map((link) => link.id)).toEqual(["L1", "L2"]);
  });

  it("has small boxes without gates for the whole of it", () => {
    const graph = inSmall(graphOf(viewOf(LATE)));

    expect(graph.cause.get("C2")?.box).toMatchObject({ width: 48, height: 24, combination: null });
  });
});

describe("a link that would be made", () => {
  const graph = graphOf(viewOf(LATE));

  it("closes a circle where the effect already leads to the cause", () => {
    expect(circleBy(graph, "C1", "C3")).toEqual(["C3", "C2", "C1"]);
  });

  it("closes none along the way that things went", () => {
    expect(circleBy(graph, "C3", "C1")).toBeNull();
  });

  it("is out of order only where the effect surely ended before the cause began", () => {
    const times = /** @type {Record<string, [number, number]>} */ ({ C1: [0, 10], C2: [20, 30] });

    expect(cameLater(times, "C2", "C1")).toBe(true);
    expect(cameLater(times, "C1", "C2")).toBe(false);
    expect(cameLater({ ...times, C1: [0, 25] }, "C2", "C1")).toBe(false);
    expect(cameLater(times, "C3", "C1")).toBe(false);
  });
});
