import { describe, expect, it } from "vitest";

import fixture from "../../fixtures/factors.json";
import {
  cardsOf,
  columnsOf,
  EVERYTHING,
  evidenceWords,
  filtered,
  linkWords,
  placedIn,
  sentenceOf,
  stepTo,
} from "./board.js";

const view = /** @type {import("../core/types").View} */ (/** @type {unknown} */ (fixture));
const cards = cardsOf(view);
const columns = columnsOf(view, cards, null);
const card = (/** @type {string} */ id) =>
  /** @type {import("./board.js").Card} */ (cards.find((one) => one.id === id));
const held = (/** @type {number} */ n) =>
  columns[n].groups.map((group) => [group.label, group.cards.map((one) => one.id)]);

describe("columns", () => {
  it("are the three lenses, and one for factors without", () => {
    expect(columns.map((column) => column.label)).toEqual([
      "Workforce",
      "Environment",
      "Communication",
      "No lens given",
    ]);
  });

  it("hold groups in the order of the framework", () => {
    expect(held(0)).toEqual([
      ["Staff", ["F2"]],
      ["Organisation and strategy", ["F1"]],
    ]);
    expect(held(3)).toEqual([["Not grouped", ["F4"]]]);
  });

  it("offer the groups that hold nothing, those the lens mostly looks at first", () => {
    const free = columns[1].free.map((group) => group.label);

    expect(free).toHaveLength(view.extra.framework.groups.length);
    expect(free[0]).toBe("Equipment and resources");
    expect(columns[0].free.map((group) => group.label)).not.toContain("Staff");
  });

  it("say what was considered, and where nobody said why nothing was found", () => {
    const silent = columnsOf({ ...view, sections: [view.sections[0]] }, cards, null);

    expect(columns[1].considered.map((one) => one.id)).toEqual(["LC1"]);
    expect(columns.map((column) => column.silent)).toEqual([false, false, false, false]);
    expect(silent.map((column) => column.silent)).toEqual([false, true, false, false]);
  });

  it("are not called silent because a filter hides what they hold", () => {
    expect(columnsOf(view, [], null).map((column) => column.silent)).not.toContain(true);
  });

  it("can be read in the words of another framework", () => {
    const read = columnsOf(view, cards, "SEIPS work system");

    expect(read[0].groups.map((group) => group.label)).toEqual([
      "Person or people",
      "Organisation",
    ]);
    expect(read.flatMap((column) => column.free)).toEqual([]);
  });
});

describe("a card", () => {
  it("says how strong its evidence is and what it is connected with", () => {
    expect(evidenceWords(card("F1"))).toBe("2 pieces of evidence, of 2 kinds");
    expect(evidenceWords(card("F3"))).toBe("No evidence named");
    expect(linkWords(card("F1"))).toBe("Seen in T1 · Behind C1");
  });

  it("says all of itself in sentences", () => {
    expect(sentenceOf(card("F2"), "Workforce", "Staff")).toBe(
      "F2, helped: P3 stayed on until the round was done. Workforce, Staff. 1 piece of evidence.",
    );
  });

  it("put elsewhere changes what is different, and nothing where nothing is", () => {
    expect(placedIn(card("F1"), "environment", "organisation", "there")?.changes).toEqual([
      { kind: "factor", id: "F1", fields: { lens: "environment" }, base_version: 1 },
    ]);
    expect(placedIn(card("F1"), "workforce", null, "there")?.changes[0].fields).toEqual({
      group: null,
    });
    expect(placedIn(card("F1"), "workforce", "organisation", "there")).toBeNull();
  });
});

describe("a filter", () => {
  const ids = (/** @type {Partial<import("./board.js").Filter>} */ filter) =>
    filtered(cards, { ...EVERYTHING, ...filter }).map((one) => one.id);

  it("finds by words, effect and missing evidence", () => {
    expect(ids({})).toEqual(["F1", "F2", "F3", "F4"]);
    expect(ids({ text: " CHART " })).toEqual(["F3"]);
    expect(ids({ text: "f4" })).toEqual(["F4"]);
    expect(ids({ effect: "helped" })).toEqual(["F2"]);
    expect(ids({ effect: "contributed", bare: true })).toEqual(["F3", "F4"]);
  });
});

describe("arrow keys", () => {
  it.each([
    ["F2", "ArrowDown", "F1"],
    ["F1", "ArrowUp", "F2"],
    ["F2", "ArrowUp", null],
    ["F1", "ArrowRight", "F3"],
    ["F3", "ArrowLeft", "F2"],
    ["F4", "ArrowRight", null],
    ["F1", "End", "F4"],
    ["F4", "Home", "F2"],
    ["F1", "x", null],
  ])("lead from %s with %s to %s", (from, key, to) => {
    expect(stepTo(columns, from, key)).toBe(to);
  });
});
