import { expect, test } from "vitest";

import { SAID } from "./fake.js";
import { changedFields, errorAt, errorsWithin, groupsOf, labelAt, same, tidy } from "./values.js";

const FORM = SAID.setup.forms.event;
const [ROW] = SAID.view.sections[0].rows;

test("an untouched form sends nothing", () => {
  expect(changedFields(FORM, structuredClone(ROW.data), ROW.data)).toEqual({});
});

test("what was changed is sent, and null for what was emptied", () => {
  const values = { ...ROW.data, what: " The shift ended. ", evidence: [] };

  expect(changedFields(FORM, values, ROW.data)).toEqual({
    what: "The shift ended.",
    evidence: null,
  });
});

test("no is an answer, and nothing is none", () => {
  expect(tidy({ a: false, b: "", c: [], d: { e: " " }, f: 0, g: null })).toEqual({
    a: false,
    f: 0,
  });
  expect(tidy([{ with_whom: " " }])).toBeUndefined();
});

test("the order in which the parts of a value stand makes no difference", () => {
  expect(same({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe(true);
  expect(same(["E1", "E2"], ["E2", "E1"])).toBe(false);
});

test("the kernel's errors are found by their paths", () => {
  const { errors } = SAID.refused;

  expect(errorAt(errors, "what")).toBe("Say what happened.");
  expect(errorAt(errors, "where")).toBeNull();
  expect(errorsWithin([{ change: 0, field: "owner.name", message: "m" }], "owner")).toHaveLength(1);
  expect(errorsWithin([{ change: 0, field: "owners", message: "m" }], "owner")).toEqual([]);
});

test("a summary names fields by their labels, and which of several", () => {
  const inner = /** @type {any} */ ({ name: "need", label: "What is needed?" });
  const fields = /** @type {any[]} */ ([{ name: "needs", label: "Needs", fields: [inner] }]);

  expect(labelAt(fields, "needs.1.need")).toBe("Needs 2: What is needed?");
  expect(labelAt(fields, "unknown")).toBe("unknown");
});

test("every field of every form stands in one group", () => {
  for (const form of /** @type {any[]} */ (Object.values(SAID.setup.forms))) {
    const shown = groupsOf(form).flatMap((group) => group.fields.map((field) => field.name));

    expect(shown.toSorted()).toEqual(
      form.fields.map((/** @type {any} */ one) => one.name).toSorted(),
    );
  }
});
