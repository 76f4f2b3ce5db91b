import { expect, it } from "vitest";

import { changedCause, newCause, newLink, removal } from "./changes.js";
import { viewOf } from "./example.js";
import { graphOf } from "./graph.js";

const WORDS = {
  statement: "The rota overlapped",
  type: "condition",
  mechanism: "two were needed at once",
  confidence: "probable",
};
const graph = graphOf(
  viewOf({
    causes: { C1: "Late", C2: "Alone", C3: "Rota" },
    links: { L1: ["C2", "C1"], L2: ["C3", "C2"] },
  }),
);

it("adds a cause of an effect together with the link to it", () => {
  expect(newCause(WORDS, "C1")).toEqual([
    {
      kind: "cause",
      id: "new:1",
      fields: { statement: "The rota overlapped", type: "condition" },
    },
    {
      kind: "link",
      id: null,
      fields: {
        cause: "new:1",
        effect: "C1",
        mechanism: "two were needed at once",
        confidence: "probable",
      },
    },
  ]);
});

it("adds a cause by itself where nothing is selected", () => {
  expect(newCause(WORDS, null)).toHaveLength(1);
});

it("connects with a mechanism and how sure it is", () => {
  expect(newLink("C3", "C1", WORDS)[0].fields).toEqual({
    cause: "C3",
    effect: "C1",
    mechanism: "two were needed at once",
    confidence: "probable",
  });
});

it("names the version that a change rests on", () => {
  expect(changedCause(graph, "C2", { combination: "any" })).toEqual([
    { kind: "cause", id: "C2", fields: { combination: "any" }, base_version: 1 },
  ]);
});

it("removes a cause with the links at both its ends, a link alone", () => {
  expect(removal(graph, "C2").map((one) => one.id)).toEqual(["L1", "L2", "C2"]);
  expect(removal(graph, "L1").map((one) => one.id)).toEqual(["L1"]);
  expect(removal(graph, "C2").every((one) => one.fields === null)).toBe(true);
});
