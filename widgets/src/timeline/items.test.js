import { describe, expect, it } from "vitest";

import fixture from "../../fixtures/timeline.json";
import { DIFFER, extent, itemsOf, SILENCES } from "./items.js";
import { bandsOf, layOut, SIZES, unitsOf, visible } from "./layout.js";
import { DAY } from "../core/london.js";
import { across, along, nearest, stepOf } from "./navigate.js";
import { fit, place } from "./scale.js";

const view = /** @type {import("../core/types").View} */ (/** @type {unknown} */ (fixture));
const { items, lanes } = itemsOf(view, "together");
const keys = items.map((item) => item.key);
const said = (/** @type {string} */ key) => items.find((item) => item.key === key)?.said;

describe("what stands on the timeline", () => {
  it("is in order of time: accounts before their events, a silence after what it follows", () => {
    expect(keys).toEqual([
      "T1",
      "gap:T1:T2",
      "T2",
      "T3",
      "T4",
      "accounts:T5:T6",
      "T5",
      "T6",
      "T7",
      "T8",
      "gap:T8:T9",
      "T9",
    ]);
  });

  it("reaches from the first bound to the last", () => {
    const whole = extent(items);

    expect(new Date(whole?.from ?? 0).toISOString()).toBe("2026-10-22T23:00:00.000Z");
    expect(new Date(whole?.to ?? 0).toISOString()).toBe("2026-10-26T10:00:00.000Z");
    expect(extent([])).toBeNull();
  });

  it("is said in full sentences", () => {
    expect(said("T2")).toBe(
      "T2, 24 Oct 2026, 21:00: P1 says that her stomach hurts, and goes to bed early. " +
        "P1, person supported; P3, day support worker. Larch House. Evidence E1. Went well.",
    );
    expect(said("T5")).toContain("As told by P2, night support worker. ");
    expect(said("T5")).toContain("Told differently in T6.");
    expect(said("T7")).toContain("No source given.");
    expect(said("T8")).toContain("Step up. Written down 2 days 2 hours later.");
    expect(said("accounts:T5:T6")).toBe(
      "T5 and T6 tell it differently. Which account the investigation follows is not settled yet.",
    );
    expect(said("gap:T1:T2")).toBe(
      "Silence: nothing is recorded for 21 hours 1 minute between T1 and T2. " +
        "Explained: The day was as usual: the log has meals and a walk.",
    );
    expect(said("gap:T8:T9")).toContain("Not explained.");
  });

  it("stands in the lanes asked for; silences and accounts have their own", () => {
    const byWho = itemsOf(view, "who");
    const byPlace = itemsOf(view, "place");

    expect(byWho.lanes.map((lane) => lane.label)).toEqual([
      "Silences",
      "Told differently",
      "P3, day support worker",
      "P2, night support worker",
      "P4, brother",
      "Nobody named",
    ]);
    expect(byPlace.lanes.map((lane) => lane.label).slice(2)).toEqual([
      "Larch House",
      "Hospital",
      "No place given",
    ]);
    expect(byWho.items.find((item) => item.key === "T5")?.lane).toBe(DIFFER);
    expect(byWho.items.find((item) => item.gap)?.lane).toBe(SILENCES);
  });

  it("puts accounts together that differ through a third", () => {
    const conflicts = [
      { first: "T1", second: "T2", settled: "The log." },
      { first: "T2", second: "T3", settled: null },
    ];
    const chained = itemsOf({ ...view, extra: { ...view.extra, conflicts } }, "together");
    const groups = chained.items.filter((item) => item.accounts);

    expect(groups.map((item) => item.key)).toEqual(["accounts:T1:T2:T3"]);
    expect(groups[0].accounts?.settled).toBeNull();
  });
});

describe("rows", () => {
  const width = 1000;
  const shown = fit(/** @type {any} */ (extent(items)), width);
  const laid = layOut(items, shown.to - shown.from, width);

  it("hold as many words as there is room for", () => {
    expect(laid.detail).toBe("words");
    expect(layOut(crowd(400), 400 * DAY, 300).detail).toBe("marks");
  });

  it("never put one thing on another", () => {
    const { detail, rows } = laid;
    const scale = width / (shown.to - shown.from);
    const boxes = items.map((item) => {
      const top = rows.get(item.key) ?? 0;
      const left = item.start * scale;
      const label = item.kind === "event" ? SIZES[detail].label : 0;
      return {
        lane: item.lane,
        top,
        foot: top + unitsOf(item, detail),
        left,
        right: Math.max(item.end * scale, left + label),
      };
    });

    const overlapping = boxes.filter((one, n) =>
      boxes.some(
        (other, m) =>
          m > n &&
          one.lane === other.lane &&
          one.top < other.foot &&
          other.top < one.foot &&
          one.left < other.right &&
          other.left < one.right,
      ),
    );
    expect(overlapping).toEqual([]);
  });

  it("keep accounts that differ right below what joins them", () => {
    const top = laid.rows.get("accounts:T5:T6") ?? 0;

    expect(laid.rows.get("T5")).toBe(top + 2);
    expect(laid.rows.get("T6")).toBe(top + 2 + SIZES.words.units);
  });

  it("do not jump while the stretch is moved along", () => {
    expect(layOut(items, shown.to - shown.from, width).rows).toEqual(laid.rows);
  });

  it("are as high as what can be seen in them", () => {
    const seen = visible(items, shown, width, laid.detail, null);
    const { bands, height } = bandsOf(lanes, seen, laid);

    expect(seen).toHaveLength(items.length);
    expect(bands.map((band) => band.lane.key)).toEqual([SILENCES, DIFFER, "together"]);
    expect(height).toBe(bands[2].top + bands[2].height);
  });

  it("are drawn only where they can be seen, but for one that is held", () => {
    const late = { from: Date.parse("2026-10-26T09:00Z"), to: Date.parse("2026-10-26T12:00Z") };

    expect(visible(items, late, width, "words", null).map((item) => item.key)).toEqual([
      "gap:T8:T9",
      "T9",
    ]);
    expect(visible(items, late, width, "words", "T2").map((item) => item.key)).toContain("T2");
    expect(place(late, width, late.from)).toBe(0);
  });
});

describe("keys", () => {
  it("lead along time and stop at the ends", () => {
    expect(along(items, "T4", 1)?.key).toBe("accounts:T5:T6");
    expect(along(items, "T1", -1)).toBeNull();
    expect(along(items, null, 1)?.key).toBe("T1");
  });

  it("lead to what is nearest in time in the next lane that holds something", () => {
    expect(across(items, lanes, "T4", -1)?.key).toBe("T5");
    expect(across(items, lanes, "accounts:T5:T6", -1)?.key).toBe("gap:T8:T9");
    expect(across(items, lanes, "gap:T1:T2", 1)?.key).toBe("T5");
    expect(across(items, lanes, "T4", 1)).toBeNull();
    expect(nearest([], 0)).toBeNull();
  });

  it.each([
    [{ key: "ArrowRight" }, 5],
    [{ key: "ArrowLeft", shiftKey: true }, -15],
    [{ key: "ArrowRight", ctrlKey: true }, 60],
    [{ key: "ArrowLeft", altKey: true }, -1],
  ])("move by minutes: %o", (key, minutes) => {
    expect(stepOf(pressed(key), false)).toEqual({ days: 0, minutes });
  });

  it("move by days, and what is known to the day by nothing less", () => {
    expect(stepOf(pressed({ key: "PageDown" }), false)).toEqual({ days: 1, minutes: 0 });
    expect(stepOf(pressed({ key: "ArrowLeft", shiftKey: true }), true)).toEqual({
      days: -1,
      minutes: 0,
    });
    expect(stepOf(pressed({ key: "x" }), false)).toBeNull();
  });
});

/** @param {Record<string, any>} given */
function pressed(given) {
  return { key: "", shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...given };
}

/** @param {number} number */
function crowd(number) {
  const template = items.find((item) => item.key === "T2");
  return Array.from({ length: number }, (_, n) => ({
    .../** @type {import("./items.js").Item} */ (template),
    key: `T${n}`,
    start: n * DAY,
    end: n * DAY,
  }));
}
