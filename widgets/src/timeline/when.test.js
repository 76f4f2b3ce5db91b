import { describe, expect, it } from "vitest";

import { readWhen, written } from "../core/when.js";
import { clockWords, dataOf, movedBy } from "./when.js";

/** @param {Record<string, any>} data */
const when = (data) => readWhen(data);
const minutes = (/** @type {number} */ count) => ({ days: 0, minutes: count });
const days = (/** @type {number} */ count) => ({ days: count, minutes: 0 });

const MOMENT = when({ earliest: "2026-03-14T18:30:00Z", latest: "2026-03-14T18:30:00Z" });
const ABOUT = when({
  earliest: "2026-03-14T18:00:00Z",
  latest: "2026-03-14T19:00:00Z",
  precision: "hour",
});
const BETWEEN = when({
  earliest: "2026-03-14T18:00:00Z",
  latest: "2026-03-14T19:30:00Z",
  precision: "between",
});
const BEFORE = when({ latest: "2026-03-14T18:30:00Z", precision: "before" });
const AFTER = when({ earliest: "2026-03-14T18:30:00Z", precision: "after" });
const DAY = when({
  earliest: "2026-10-24T23:00:00Z",
  latest: "2026-10-25T23:59:00Z",
  precision: "day",
});
const TWICE = when({ earliest: "2026-10-25T00:30:00Z", latest: "2026-10-25T01:30:00Z" });

describe("in words", () => {
  it.each([
    [MOMENT, "18:30"],
    [ABOUT, "about 18:00–19:00"],
    [BEFORE, "before 18:30"],
    [AFTER, "after 18:30"],
    [DAY, "some time this day"],
    [TWICE, "01:30 (came twice)"],
  ])("a clock does so where the day is said: %#", (held, words) => {
    expect(clockWords(held)).toBe(words);
  });
});

describe("moving", () => {
  it("moves both bounds and keeps how precisely they are known", () => {
    expect(written(movedBy(ABOUT, "whole", minutes(15)))).toBe("about 14 Mar 2026, 18:15–19:15");
    expect(written(movedBy(BEFORE, "whole", minutes(-60)))).toBe("before 14 Mar 2026, 17:30");
  });

  it("by a day keeps the clock, also over the night on which clocks change", () => {
    const eve = when({ earliest: "2026-10-24T20:00:00Z", latest: "2026-10-24T20:00:00Z" });

    expect(written(movedBy(eve, "whole", days(1)))).toBe("25 Oct 2026, 21:00");
  });

  it("a whole day keeps it a whole day, however long it is", () => {
    expect(written(movedBy(DAY, "whole", days(1)))).toBe("26 Oct 2026");
    expect(written(movedBy(DAY, "whole", minutes(5)))).toBe("25 Oct 2026");
    expect(written(movedBy(DAY, "end", days(2)))).toBe("25 Oct 2026 – 27 Oct 2026");
  });

  it("out of the hour that came twice leaves one moment", () => {
    const moved = movedBy(TWICE, "whole", minutes(120));

    expect(moved.earliest).toBe(moved.latest);
  });

  it("by nothing is the same value", () => {
    expect(movedBy(MOMENT, "whole", minutes(0))).toBe(MOMENT);
  });
});

describe("moving an end", () => {
  it("makes an interval of a moment", () => {
    expect(written(movedBy(MOMENT, "end", minutes(15)))).toBe("between 14 Mar 2026, 18:30–18:45");
    expect(written(movedBy(MOMENT, "start", minutes(-15)))).toBe(
      "between 14 Mar 2026, 18:15–18:30",
    );
  });

  it("stops at the other end, and leaves a moment there", () => {
    expect(written(movedBy(BETWEEN, "end", minutes(-600)))).toBe("14 Mar 2026, 18:00");
    expect(written(movedBy(BETWEEN, "start", minutes(600)))).toBe("14 Mar 2026, 19:30");
  });

  it("gives a bound to a time that had one only", () => {
    expect(written(movedBy(BEFORE, "start", minutes(-60)))).toBe(
      "between 14 Mar 2026, 17:30–18:30",
    );
    expect(written(movedBy(AFTER, "end", minutes(60)))).toBe("between 14 Mar 2026, 18:30–19:30");
  });

  it("that is the only bound keeps the other open", () => {
    expect(written(movedBy(BEFORE, "end", minutes(5)))).toBe("before 14 Mar 2026, 18:35");
    expect(written(movedBy(AFTER, "start", minutes(5)))).toBe("after 14 Mar 2026, 18:35");
  });
});

describe("what is saved", () => {
  it("has both bounds and when it was written down, and not how the source put another time", () => {
    const held = when({
      earliest: "2026-03-14T18:30:00Z",
      latest: "2026-03-14T18:30:00Z",
      stated: "14/03/2026 18:30",
      recorded_at: "2026-03-14T20:00:00Z",
    });

    expect(dataOf(movedBy(held, "whole", minutes(5)))).toEqual({
      earliest: "2026-03-14T18:35:00.000Z",
      latest: "2026-03-14T18:35:00.000Z",
      precision: "minute",
      recorded_at: "2026-03-14T20:00:00Z",
    });
    expect(dataOf(BEFORE).earliest).toBeNull();
  });
});
