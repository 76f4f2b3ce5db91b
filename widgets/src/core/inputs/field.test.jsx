import { render } from "preact";
import { useState } from "preact/hooks";
import { act as acting } from "preact/test-utils";
import { beforeEach, expect, test } from "vitest";

import { SAID, settled } from "../fake.js";
import { FieldInput } from "./field.jsx";

/** @type {HTMLElement} */
let page;
/** @type {any} */
let held;

beforeEach(() => {
  document.body.innerHTML = '<main id="page"></main>';
  page = /** @type {HTMLElement} */ (document.getElementById("page"));
});

/** @param {any} field  @param {any} [value]  @param {any} [given] */
async function shown(field, value, given = {}) {
  held = value;
  function Held() {
    const [now, setNow] = useState(value);
    return (
      <FieldInput
        id="f"
        path="f"
        field={{ name: "f", label: "Field", ...field }}
        value={now}
        values={given.values}
        errors={given.errors ?? []}
        view={given.view ?? SAID.view}
        host={given.host}
        onChange={(/** @type {any} */ next) => setNow((held = next))}
        onMore={(/** @type {any} */ next) => (held = next)}
      />
    );
  }
  await acting(() => render(<Held />, page));
}

/** @param {Element | null | undefined} element */
async function press(element) {
  await acting(() => /** @type {HTMLElement} */ (element).click());
  await settled(30);
}

/** @param {string} words */
function button(words) {
  return [...page.querySelectorAll("button")].find((one) => one.textContent?.startsWith(words));
}

test.each(/** @type {string[]} */ (SAID.inputs))(
  "the input %s says what is wrong with it, joined to what it is about",
  async (input) => {
    const errors = [{ change: 0, field: "f", message: "Say it." }];
    await shown({ input, fields: [], choices: [], to: [], help: "In a few words." }, undefined, {
      errors,
      values: {},
    });

    const named = page.querySelector("[aria-describedby~=f-error]");
    expect(page.querySelector("#f-error")?.textContent).toContain("Say it.");
    expect(page.querySelector("#f-help")?.textContent).toContain("In a few words.");
    expect(named).not.toBeNull();
    expect(page.querySelector("#f")).not.toBeNull();
  },
);

test("parts are added, moved and taken out by buttons that keep the focus", async () => {
  const field = { input: "parts", fields: [{ name: "need", label: "Need", input: "text" }] };
  await shown(field, [{ need: "one" }, { need: "two" }]);

  await press(button("Add another"));
  const added = document.activeElement;
  await press(button("Move down"));
  const moved = structuredClone(held);
  await press(button("Take out"));

  expect(added?.id).toBe("f-2-need");
  expect(moved).toEqual([{ need: "two" }, { need: "one" }, {}]);
  expect(held).toEqual([{ need: "one" }, {}]);
});

test("a long list is searched, and what was chosen stays in sight", async () => {
  const known = Array.from({ length: 12 }, (_, index) => ({
    id: `E${index + 1}`,
    label: index === 6 ? "Rota of March" : "Chart",
  }));
  const view = { ...SAID.view, references: { evidence: known } };
  await shown({ input: "references", to: ["evidence"] }, ["E2"], { view });
  const search = /** @type {HTMLInputElement} */ (page.querySelector("[type=search]"));

  await acting(async () => {
    search.value = "rota";
    search.dispatchEvent(new Event("input", { bubbles: true }));
  });
  const ticks = [...page.querySelectorAll(".rca-tick")].map((one) => one.textContent?.trim());
  await press(page.querySelectorAll("[type=checkbox]")[1]);

  expect(ticks).toEqual(["E2 Chart", "E7 Rota of March"]);
  expect(held).toEqual(["E2", "E7"]);
});

test("a reference to what was removed is said and can be taken out", async () => {
  await shown({ input: "references", to: ["evidence"] }, ["E99"]);

  expect(page.textContent).toContain("no longer there");
  await press(page.querySelector("[type=checkbox]"));
  expect(held).toEqual([]);
});

test("a question that must be answered has yes and no, and neither at first", async () => {
  await shown({ input: "tick", required: true });
  const [yes, no] = page.querySelectorAll("input");

  expect([yes.checked, no.checked]).toEqual([false, false]);
  await press(no);
  expect(held).toBe(false);
});

test("a file is handed to the kernel, and its name, size and fingerprint come back", async () => {
  const kept = { file_name: "rota.pdf", size: 3000, sha256: "0".repeat(64) };
  await shown({ input: "file" }, undefined, { values: {}, host: { upload: async () => kept } });
  const drop = page.querySelector(".rca-drop");
  const event = new Event("drop", { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { files: [new File(["x"], "rota.pdf")] } });

  await acting(async () => {
    drop?.dispatchEvent(event);
    await settled(5);
  });

  expect(event.defaultPrevented).toBe(true);
  expect(held).toEqual(kept);
});

test("why a file was not kept is said beside it", async () => {
  const upload = async () => {
    throw new Error("The file did not arrive whole. Choose it again.");
  };
  await shown({ input: "file" }, undefined, { values: {}, host: { upload } });
  const event = new Event("drop", { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { files: [new File(["x"], "a")] } });

  await acting(async () => {
    page.querySelector(".rca-drop")?.dispatchEvent(event);
    await settled(5);
  });

  expect(page.querySelector(".rca-error")?.textContent).toContain("did not arrive whole");
});

test("what few need of a part is folded away until there is something in it", async () => {
  const fields = [
    { name: "name", label: "Name", input: "text" },
    { name: "organisation", label: "Organisation", input: "text", more: true },
  ];
  await shown({ input: "part", fields }, { name: "Invented" });
  const folded = page.querySelector("details")?.open;
  const inside = page.querySelector("details #f-organisation") !== null;
  render(null, page);
  await shown({ input: "part", fields }, { organisation: "Invented Trust" });

  expect([folded, inside]).toEqual([false, true]);
  expect(page.querySelector("details")?.open).toBe(true);
});

/** @param {string} selector  @param {string} value  @param {string} kind */
async function put(selector, value, kind = "input") {
  await acting(() => {
    const control = /** @type {HTMLInputElement} */ (page.querySelector(selector));
    control.value = value;
    control.dispatchEvent(new Event(kind, { bubbles: true }));
  });
}

test("a time that clocks showed twice can be told apart", async () => {
  await shown({ input: "moment" });
  await put("#f-at-date", "2026-10-25");
  await put("#f-at-time", "01:30");
  const [before, choices] = [held, page.querySelectorAll("#f-at-which option").length];
  await put("#f-at-which", "+00:00", "change");
  const second = held;
  await put("#f-at-time", "02:30");

  expect([before, choices, second]).toEqual(["2026-10-25 01:30", 3, "2026-10-25 01:30+00:00"]);
  expect(held).toBe("2026-10-25 02:30");
  expect(page.querySelector("#f-at-which")).toBeNull();
});

test("of an event in the hour that came twice, which it was may be left open or said", async () => {
  await shown({ input: "when" });
  await put("#f-from-date", "2026-10-25");
  await put("#f-from-time", "01:30");
  const open = held.stated;
  await put("#f-from-which", "+01:00", "change");

  expect([open, held.stated]).toEqual(["25/10/2026 01:30", "25/10/2026 01:30+01:00"]);
});

test("changing one end of a time with two keeps the other", async () => {
  const when = {
    earliest: "2026-03-14T18:30:00Z",
    latest: "2026-03-14T21:00:00Z",
    precision: "minute",
  };
  await shown({ input: "when" }, when);
  await put("#f-from-time", "18:45");

  expect(held.stated).toBe("between 14/03/2026 18:45 and 14/03/2026 21:00");
});

test("a text that is too long is said so and never cut off", async () => {
  const field = { name: "what", label: "What happened?", input: "long-text", max: 100 };
  const words = async (/** @type {number} */ length) => {
    await shown(/** @type {any} */ (field), "x".repeat(length));
    return [page.querySelector("textarea")?.value.length, page.textContent];
  };

  expect(await words(90)).toEqual([90, "What happened?"]);
  expect((await words(91))[1]).toContain("Room for 9 more of 100 characters.");
  expect(await words(101)).toEqual([
    101,
    "What happened?Longer than the 100 characters that fit, by 1. Nothing was cut off.",
  ]);
});
