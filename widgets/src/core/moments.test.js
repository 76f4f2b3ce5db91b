import { expect, test } from "vitest";

import { isShownTwice, partsOf, readingOf, typedOf, wordsOf } from "./moments.js";

const HALF_PAST = { date: "2026-03-14", time: "18:30" };
const NINE = { date: "2026-03-14", time: "21:00" };
const NOTHING = { date: "", time: "" };

/** @type {[any, string][]} */
const WORDS = [
  [{ sure: "at", from: HALF_PAST, to: NOTHING }, "14/03/2026 18:30"],
  [{ sure: "about", from: HALF_PAST, to: NOTHING }, "about 14/03/2026 18:30"],
  [{ sure: "day", from: HALF_PAST, to: NOTHING }, "14/03/2026"],
  [{ sure: "between", from: HALF_PAST, to: NINE }, "between 14/03/2026 18:30 and 14/03/2026 21:00"],
  [{ sure: "before", from: HALF_PAST, to: NOTHING }, "before 14/03/2026 18:30"],
  [{ sure: "after", from: HALF_PAST, to: NOTHING }, "after 14/03/2026 18:30"],
];

test.each(WORDS)("%o is sent as %s", (parts, words) => expect(wordsOf(parts)).toBe(words));

test.each([
  [{ sure: "at", from: { date: "2026-03-14", time: "" }, to: NOTHING }],
  [{ sure: "between", from: HALF_PAST, to: NOTHING }],
  [{ sure: "day", from: NOTHING, to: NOTHING }],
])("%o is not whole, and nothing is sent", (parts) =>
  expect(wordsOf(/** @type {any} */ (parts))).toBe(""),
);

test.each([
  [{ earliest: "2026-03-14T18:30:00Z", latest: "2026-03-14T18:30:00Z" }, "at"],
  [
    { earliest: "2026-03-14T18:00:00Z", latest: "2026-03-14T19:00:00Z", precision: "hour" },
    "about",
  ],
  [{ earliest: "2026-03-14T00:00:00Z", latest: "2026-03-14T23:59:00Z", precision: "day" }, "day"],
  [{ latest: "2026-03-14T18:30:00Z", precision: "before" }, "before"],
  [{ earliest: "2026-03-14T18:30:00Z", precision: "after" }, "after"],
  [
    { earliest: "2026-03-14T18:30:00Z", latest: "2026-03-14T21:00:00Z", precision: "between" },
    "between",
  ],
])("%o is shown as it was entered", (when, sure) => {
  const parts = partsOf(when);

  expect(parts.sure).toBe(sure);
  expect(parts.from.date).toBe("2026-03-14");
  if (sure !== "day") expect(parts.from.time).toBe("18:30");
});

test.each([
  [{ earliest: "2026-03-14T18:30:00Z", latest: "2026-03-14T21:00:00Z", precision: "minute" }],
  [{ earliest: "2026-03-14T18:30:00Z", latest: "2026-03-14T21:00:00Z", precision: "day" }],
  [{ earliest: "2026-03-14T18:30:00Z", latest: "2026-03-14T21:00:00Z", precision: "before" }],
  [{ earliest: "2026-03-14T18:30:00Z", latest: "2026-03-14T21:00:00Z", precision: "after" }],
])("both ends of %o are shown, so that a change of one leaves the other", (when) => {
  expect(partsOf(when)).toEqual({ sure: "between", from: HALF_PAST, to: NINE });
});

const FIRST = { date: "2026-10-25", time: "01:30", offset: "+01:00" };
const SECOND = { date: "2026-10-25", time: "01:30", offset: "+00:00" };

test("which of two readings of the clock is meant is kept", () => {
  expect(readingOf("2026-10-25T00:30:00Z")).toEqual(FIRST);
  expect(readingOf("2026-10-25T01:30:00Z")).toEqual(SECOND);
  expect(readingOf(typedOf(FIRST))).toEqual(FIRST);
  expect(wordsOf({ sure: "before", from: SECOND, to: NOTHING })).toBe(
    "before 25/10/2026 01:30+00:00",
  );
});

test("an hour that came twice and is covered whole is one reading, of which it is not known which", () => {
  const when = { earliest: "2026-10-25T00:30:00Z", latest: "2026-10-25T01:30:00Z" };
  const parts = partsOf({ ...when, precision: "minute" });

  expect(wordsOf(parts)).toBe("25/10/2026 01:30");
  expect(isShownTwice(parts.from)).toBe(true);
});

test("clocks show a time twice on one night of the year", () => {
  expect(isShownTwice({ date: "2026-10-25", time: "00:59" })).toBe(false);
  expect(isShownTwice({ date: "2026-10-25", time: "01:00" })).toBe(true);
  expect(isShownTwice({ date: "2026-10-25", time: "02:00" })).toBe(false);
  expect(isShownTwice({ date: "2026-03-29", time: "01:30" })).toBe(false);
  expect(isShownTwice({ date: "2026-10-25", time: "" })).toBe(false);
});

test("clocks in England are an hour ahead in summer", () => {
  expect(readingOf("2026-07-01T17:30:00Z")).toEqual({ date: "2026-07-01", time: "18:30" });
});

test("what was typed is shown as it was typed, whatever the browser's clock", () => {
  expect(readingOf("2026-07-01 18:30")).toEqual({ date: "2026-07-01", time: "18:30" });
  expect(readingOf("2026-07-01")).toEqual({ date: "2026-07-01", time: "" });
  expect(readingOf(undefined)).toEqual(NOTHING);
});
