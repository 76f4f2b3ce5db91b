import { expect, it } from "vitest";

import { viewOf } from "./example.js";
import { graphOf } from "./graph.js";
import { counted, joined, linkSentence, removalQuestion } from "./sentence.js";

/** @param {object} data */
function sentence(data) {
  const graph = graphOf(
    viewOf({
      causes: { C1: "A dose was late.", C2: "Nobody  looked" },
      links: { L1: ["C2", "C1"] },
      data: { L1: { mechanism: "the chart was away.", ...data } },
    }),
  );
  return linkSentence(graph, graph.links[0]);
}

it("says a link with what supports and what contradicts it", () => {
  expect(sentence({ evidence: ["E1", "E2", "E3"], evidence_against: ["E5"] })).toBe(
    "C2 “Nobody looked” led to C1 “A dose was late”, because the chart was away (probable), " +
      "supported by E1, E2 and E3, contradicted by E5.",
  );
});

it("says that nothing supports it yet", () => {
  expect(sentence({})).toMatch(/\(probable\), supported by no evidence yet\.$/);
});

it("counts and lists as an English reader writes", () => {
  expect([counted(1, "link"), counted(0, "link")]).toEqual(["1 link", "0 links"]);
  expect([joined([]), joined(["E1"]), joined(["E1", "E2"])]).toEqual(["", "E1", "E1 and E2"]);
});

it("asks before a removal what goes with it", () => {
  const graph = graphOf(
    viewOf({
      causes: { C1: "Late", C2: "Alone", C3: "Rota" },
      links: { L1: ["C2", "C1"], L2: ["C3", "C2"] },
    }),
  );

  expect(removalQuestion(graph, "C2")).toBe(
    "Remove C2 “Alone”? 2 links of it go too. Undo brings it back.",
  );
  expect(removalQuestion(graph, "L1")).toBe(
    "Remove the link from C2 “Alone” to C1 “Late”? Undo brings it back.",
  );
});
