import { describe, expect, it } from "vitest";

import fixture from "../../fixtures/actions.json";
import { actionsOf, barsOf, measures, strengthWords, thread } from "./plan.js";

const view = /** @type {import("../core/types").View} */ (/** @type {unknown} */ (fixture));
const saved = actionsOf(view, null);

describe("the set of actions", () => {
  it("stands above published shares", () => {
    const bars = barsOf(view, saved);

    expect(bars.map((bar) => bar.title)).toEqual(["This case", "Hibbert 2018", "Kwok 2020"]);
    expect(bars[0].parts.map((part) => `${part.name} ${part.words}`)).toEqual([
      "Stronger 1 of 3",
      "Weaker 1 of 3",
      "Not set 1 of 3",
    ]);
    expect(bars[1].parts[0].words).toBe("8 %");
  });

  it("is said in a sentence, with a question where nothing is stronger than weak", () => {
    const weak = saved.filter((action) => action.id === "A2");

    expect(strengthWords(view, saved)).toBe(
      "3 actions, by the kind of change: 1 stronger, 1 weaker and 1 not set.",
    );
    expect(strengthWords(view, weak)).toContain("without anybody remembering?");
    expect(strengthWords(view, [])).toBeNull();
  });

  it("follows the form while it is typed", () => {
    const changed = actionsOf(view, {
      kind: "action",
      id: "A3",
      fields: { approach: "checklist", findings: ["FI2"] },
    });
    const added = actionsOf(view, {
      kind: "action",
      id: null,
      fields: { statement: "A new chart.", approach: "training" },
    });

    expect(barsOf(view, changed)[0].parts.map((part) => part.name)).toEqual([
      "Stronger",
      "Intermediate",
      "Weaker",
    ]);
    expect(thread(view, changed).open).toEqual([]);
    expect(barsOf(view, added)[0].of).toBe("4 actions");
    expect(actionsOf(view, { kind: "action", id: null, fields: {} })).toHaveLength(3);
    expect(actionsOf(view, { kind: "faces", id: null, fields: { statement: "x" } })).toEqual(saved);
  });
});

describe("findings and actions", () => {
  it("name the finding without an action and the action without a ground", () => {
    const { open, accepted, groundless, withoutFinding } = thread(view, saved);

    expect(open.map((finding) => finding.id)).toEqual(["FI2"]);
    expect(accepted).toEqual([]);
    expect(groundless.map((action) => action.id)).toEqual(["A3"]);
    expect(withoutFinding).toEqual([]);
  });

  it("tell an accepted finding from an open one, and a cause from a finding", () => {
    const findings = view.extra.findings.map((/** @type {any} */ one) => ({
      ...one,
      accepted: true,
    }));
    const caused = actionsOf(view, { kind: "action", id: "A3", fields: { causes: ["C1"] } });

    expect(thread({ ...view, extra: { ...view.extra, findings } }, saved).accepted).toHaveLength(1);
    expect(thread(view, caused).withoutFinding.map((action) => action.id)).toEqual(["A3"]);
  });
});

it("measures say how far they are set", () => {
  expect(measures(view, saved)).toEqual({
    set: "1 of 3",
    missing: [
      { id: "A2", words: "has a measure without a target or a plan" },
      { id: "A3", words: "has no measure yet" },
    ],
  });
});
