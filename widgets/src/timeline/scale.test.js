import { describe, expect, it } from "vitest";

import { DAY, HOUR, MINUTE } from "../core/london.js";
import {
  around,
  clockStep,
  dayStep,
  fit,
  lengthOf,
  momentAt,
  panned,
  place,
  revealing,
  SHORTEST,
  snap,
  zoomed,
} from "./scale.js";

const ALL = { from: 0, to: 10 * DAY };

describe("a stretch", () => {
  it("that fits leaves room for the last words", () => {
    const shown = fit({ from: 0, to: 10 * DAY }, 1000);

    expect(place(shown, 1000, 0)).toBeCloseTo(40);
    expect(place(shown, 1000, 10 * DAY)).toBeCloseTo(800);
  });

  it("of a single moment has a length", () => {
    expect(lengthOf(fit({ from: DAY, to: DAY }, 300))).toBeGreaterThan(0);
  });

  it("is zoomed about a moment that stays where it is", () => {
    const before = { from: 2 * DAY, to: 6 * DAY };
    const after = zoomed(before, 0.5, 3 * DAY, ALL);

    expect(lengthOf(after)).toBe(2 * DAY);
    expect(place(after, 800, 3 * DAY)).toBeCloseTo(place(before, 800, 3 * DAY));
  });

  it("is never longer than everything, nor shorter than can be read", () => {
    expect(zoomed(ALL, 4, DAY, ALL)).toEqual(ALL);
    expect(lengthOf(zoomed(ALL, 0.000001, DAY, ALL))).toBe(SHORTEST);
  });

  it("stops at both ends of everything", () => {
    expect(panned({ from: DAY, to: 3 * DAY }, -5, ALL)).toEqual({ from: 0, to: 2 * DAY });
    expect(panned({ from: DAY, to: 3 * DAY }, 50, ALL)).toEqual({ from: 8 * DAY, to: 10 * DAY });
  });

  it("moves just so far that something can be seen, and not if it can", () => {
    const shown = { from: 2 * DAY, to: 4 * DAY };

    expect(revealing(shown, 3 * DAY, 3 * DAY, ALL)).toBe(shown);
    expect(revealing(shown, DAY, DAY, ALL).from).toBeLessThan(DAY);
    expect(revealing(shown, 8 * DAY, 8 * DAY, ALL).to).toBeGreaterThan(8 * DAY);
    expect(lengthOf(revealing(shown, 8 * DAY, 8 * DAY, ALL))).toBe(2 * DAY);
  });

  it("may lie around two moments in either order", () => {
    const one = around(3 * DAY, 2 * DAY, ALL);

    expect(one).toEqual(around(2 * DAY, 3 * DAY, ALL));
    expect(one.from).toBeLessThan(2 * DAY);
    expect(one.to).toBeGreaterThan(3 * DAY);
  });
});

it("a place and a moment are each other's way back", () => {
  const shown = { from: 2 * DAY, to: 4 * DAY };

  expect(momentAt(shown, 640, place(shown, 640, 2.5 * DAY))).toBeCloseTo(2.5 * DAY);
});

describe("steps", () => {
  it("grow with the stretch until only days have room", () => {
    expect(clockStep({ from: 0, to: 2 * HOUR }, 1000)).toBe(15 * MINUTE);
    expect(clockStep({ from: 0, to: 2 * DAY }, 1000)).toBe(3 * HOUR);
    expect(clockStep({ from: 0, to: 60 * DAY }, 1000)).toBeNull();
    expect(dayStep({ from: 0, to: 2 * DAY }, 1000)).toBe(1);
    expect(dayStep({ from: 0, to: 60 * DAY }, 1000)).toBe(7);
  });

  it("of what is dragged can be aimed at", () => {
    expect(snap({ from: 0, to: HOUR }, 1000)).toBe(1);
    expect(snap({ from: 0, to: 2 * DAY }, 1000)).toBe(15);
    expect(snap({ from: 0, to: 300 * DAY }, 1000)).toBe(24 * 60);
  });
});
