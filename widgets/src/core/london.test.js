import { describe, expect, it } from "vitest";

import fixture from "../../fixtures/moments.json";
import {
  changes,
  clock,
  daysOn,
  HOUR,
  midnight,
  midnights,
  momentsAlike,
  momentWords,
  offsetAt,
  ticks,
} from "./london.js";

const at = (/** @type {string} */ iso) => Date.parse(iso);
const BACK = at("2026-10-25T01:00Z");
const FORWARD = at("2026-03-29T01:00Z");

describe("clocks in England", () => {
  it.each(fixture.from_local.filter((one) => one.moments.length))(
    "show $local when the kernel says so",
    (one) => {
      const moments = one.moments.map(at);

      expect(momentsAlike(moments[0])).toEqual([moments[0], moments[moments.length - 1]]);
      expect(clock(moments[0])).toBe(one.local.slice(11));
    },
  );

  it("are an hour ahead in summer and not in winter", () => {
    expect(offsetAt(at("2026-07-01T12:00Z"))).toBe(HOUR);
    expect(offsetAt(at("2026-12-01T12:00Z"))).toBe(0);
  });

  it("show an hour twice on the night on which they go back", () => {
    const hours = ticks(at("2026-10-24T23:00Z"), at("2026-10-25T03:00Z"), HOUR).map(clock);

    expect(hours).toEqual(["00:00", "01:00", "01:00", "02:00", "03:00"]);
  });

  it("leave an hour out on the night on which they go forward", () => {
    const hours = ticks(at("2026-03-29T00:00Z"), at("2026-03-29T02:00Z"), HOUR).map(clock);

    expect(hours).toEqual(["00:00", "02:00", "03:00"]);
  });

  it("show both moments of an hour that comes twice, and one of any other", () => {
    const first = BACK - HOUR / 2;

    expect(momentsAlike(first)).toEqual([first, first + HOUR]);
    expect(momentsAlike(first + HOUR)).toEqual([first, first + HOUR]);
    expect(momentsAlike(at("2026-10-26T10:00Z"))).toEqual([
      at("2026-10-26T10:00Z"),
      at("2026-10-26T10:00Z"),
    ]);
  });
});

describe("ticks", () => {
  it("keep to what clocks show, whatever the hours of the day", () => {
    const hours = ticks(at("2026-10-24T23:00Z"), at("2026-10-26T00:00Z"), 6 * HOUR).map(clock);

    expect(hours).toEqual(["00:00", "06:00", "12:00", "18:00", "00:00"]);
  });

  it("stand every five minutes where that is asked for", () => {
    expect(ticks(at("2026-03-14T18:01Z"), at("2026-03-14T18:12Z"), HOUR / 12).map(clock)).toEqual([
      "18:05",
      "18:10",
    ]);
  });
});

describe("days", () => {
  it("begin at midnight in England, also when they have 23 or 25 hours", () => {
    const days = midnights(at("2026-10-23T23:00Z"), at("2026-10-26T12:00Z"));

    expect(days.map(momentWords)).toEqual([
      "24 Oct 2026, 00:00",
      "25 Oct 2026, 00:00",
      "26 Oct 2026, 00:00",
    ]);
    expect(days[2] - days[1]).toBe(25 * HOUR);
    expect(midnight(FORWARD, 1) - midnight(FORWARD)).toBe(23 * HOUR);
  });

  it("on, clocks show the same", () => {
    expect(momentWords(daysOn(at("2026-10-24T20:19Z"), 1))).toBe("25 Oct 2026, 21:19");
    expect(momentWords(daysOn(at("2026-03-29T12:00Z"), -1))).toBe("28 Mar 2026, 13:00");
  });
});

describe("changes", () => {
  it("are found in the stretch that holds them, with their direction", () => {
    expect(changes(at("2026-10-24T12:00Z"), at("2026-10-26T12:00Z"))).toEqual([
      { at: BACK, back: true },
    ]);
    expect(changes(at("2026-03-28T12:00Z"), at("2026-03-30T12:00Z"))).toEqual([
      { at: FORWARD, back: false },
    ]);
    expect(changes(at("2026-10-25T02:00Z"), at("2026-10-26T12:00Z"))).toEqual([]);
  });
});
