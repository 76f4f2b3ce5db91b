import { render } from "preact";
import { act as acting } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { fakeKernel, SAID, settled, silence } from "./fake.js";
import { EntityForm } from "./form.jsx";
import { Frame } from "./frame.jsx";
import { createHost, SILENT } from "./host.js";

/** @type {HTMLElement} */
let page;
/** @type {import("./types").Host} */
let host;
/** @type {ReturnType<typeof fakeKernel>} */
let kernel;

beforeEach(() => {
  sessionStorage.clear();
  /** @type {any} */ (globalThis).rcaDrafts?.clear();
  document.body.innerHTML = '<main id="page"></main>';
  page = /** @type {HTMLElement} */ (document.getElementById("page"));
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  HTMLElement.prototype.scrollIntoView = () => {};
});
afterEach(() => {
  render(null, page);
  host.close();
  vi.unstubAllGlobals();
});

/** @param {Record<string, any>} [answers]  @param {any} [Drawing]  @param {any} [setup] */
async function shown(answers, Drawing, setup) {
  kernel = fakeKernel(answers, setup);
  host = createHost(kernel.model, kernel.invoke, { patience: { save: 20 }, beat: 5 });
  await acting(async () => {
    render(<Frame host={host} Drawing={Drawing} />, page);
  });
  await acting(async () => {
    await host.load();
  });
  return kernel;
}

/** @param {string} name  a button's words, or how they begin */
function button(name) {
  const found = [...page.querySelectorAll("button")].find((one) =>
    (one.textContent ?? "").replaceAll("\u00a0", " ").trim().startsWith(name),
  );
  if (!found) throw new Error(`no button “${name}” on: ${page.textContent}`);
  return found;
}

/** @param {HTMLElement} element */
async function press(element) {
  await acting(async () => {
    element.click();
    await settled(25);
  });
}

/** @param {HTMLElement} element  @param {KeyboardEventInit} pressed */
async function key(element, pressed) {
  await acting(async () => {
    element.dispatchEvent(new KeyboardEvent("keydown", { ...pressed, bubbles: true }));
    await settled();
  });
}

/** @param {string} label  @param {string} text */
async function type(label, text) {
  const control = field(label);
  await acting(async () => {
    control.value = text;
    control.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** @param {string} label  @returns {HTMLInputElement} */
function field(label) {
  const named = [...page.querySelectorAll("label")].find((one) =>
    one.textContent?.trim().startsWith(label),
  );
  const found = named && (named.querySelector("input") ?? document.getElementById(named.htmlFor));
  if (!found) throw new Error(`no field “${label}”`);
  return /** @type {HTMLInputElement} */ (found);
}

/** @param {string} role */
function told(role) {
  return [...page.querySelectorAll(`[role=${role}]`)].map((one) => one.textContent).join(" ");
}

test("an event is added with its fields and acknowledged with its entry", async () => {
  await shown({ save: () => SAID.saved });

  await press(button("Add event"));
  await type("Date", "2026-03-14");
  await type("Time", "19:30");
  await type("What happened?", "The nurse was rung.");
  await press(button("Save"));

  expect(kernel.last("save").changes).toEqual([
    {
      kind: "event",
      id: null,
      fields: { when: { stated: "14/03/2026 19:30" }, what: "The nurse was rung." },
      base_version: null,
    },
  ]);
  expect(told("status")).toContain(`Saved, entry ${SAID.saved.seq}`);
  expect(page.querySelector("[data-entity=T3]")).not.toBeNull();
  expect(page.querySelector("form")).toBeNull();
});

test("another of its kind is offered, but where a case has one only", async () => {
  await shown();
  await press(button("Add event"));
  const offered = button("Save and add another");
  await press(button("Close"));
  const sections = SAID.setup.sections.map((/** @type {any} */ one) => ({ ...one, single: true }));
  await shown({ view: () => ({ ...SAID.view, sections: [] }) }, undefined, {
    ...SAID.setup,
    sections,
  });
  await press(button("Add event"));

  expect(offered).toBeTruthy();
  expect(() => button("Save and add another")).toThrow("no button");
});

test("what is wrong is said in a summary that takes the focus, and beside each field", async () => {
  await shown({ save: () => SAID.refused });
  await press(button("Add event"));

  await press(button("Save"));

  const summary = page.querySelector("[role=alert]");
  const what = field("What happened?");
  const said = document.getElementById(
    what.getAttribute("aria-describedby")?.split(" ").at(-1) ?? "",
  );
  expect(document.activeElement).toBe(summary);
  expect(summary?.textContent).toContain("2 things to mend");
  expect(what.getAttribute("aria-invalid")).toBe("true");
  expect(said?.textContent).toContain("Say what happened.");
});

test("nothing moves while a button is being pressed", async () => {
  await shown({ try: () => ({ errors: [SAID.refused.errors[0]], findings: [] }) });
  await press(button("Add event"));
  await type("What happened?", "Short.");
  await acting(() => settled(450));
  const asked = kernel.count("try");
  const wrong = () => page.querySelectorAll("[aria-invalid=true]").length;
  /** @param {string} name */
  const pointer = (name) =>
    acting(async () => {
      button("Save").dispatchEvent(new Event(name, { bubbles: true }));
      await settled(5);
    });

  await pointer("pointerdown");
  await acting(async () => {
    for (const name of ["what", "when"]) {
      const within = page.querySelector(`[data-field=${name}]`);
      within?.dispatchEvent(new Event("focusout", { bubbles: true }));
    }
  });
  const whileDown = wrong();
  await pointer("pointerup");

  expect(asked).toBe(1);
  expect(whileDown).toBe(0);
  expect(wrong()).toBeGreaterThan(0);
});

test("a link of the summary goes to its field, and an error goes once its field is changed", async () => {
  await shown({ save: () => SAID.refused });
  await press(button("Add event"));
  await press(button("Save"));

  await press(button("What happened?"));
  const focused = document.activeElement;
  await type("What happened?", "The nurse was rung.");

  expect(focused).toBe(field("What happened?"));
  expect(field("What happened?").getAttribute("aria-invalid")).toBeNull();
});

test("what was typed is kept while the kernel is silent, and over a new page", async () => {
  const first = await shown({ save: silence });
  await press(button("Add event"));
  await type("What happened?", "The nurse was rung.");
  await press(button("Save"));

  const alert = told("alert");
  const kept = field("What happened?").value;
  render(null, page);
  const again = await shown({ save: () => SAID.saved });
  const resumed = field("What happened?").value;
  const focused = document.activeElement;
  await press(button("Save"));

  expect(alert).toContain(SILENT);
  expect(kept).toBe("The nurse was rung.");
  expect(resumed).toBe("The nurse was rung.");
  expect(focused).toBe(document.body);
  expect(first.last("save").key).toMatch(/^[0-9a-f]{32}$/);
  expect(again.last("save").key).toBe(first.last("save").key);
});

test("each saving has a key of its own", async () => {
  await shown({ save: () => SAID.saved });
  const keys = [];
  for (const what of ["The nurse was rung.", "The nurse came."]) {
    await press(button("Add event"));
    await type("What happened?", what);
    await press(button("Save"));
    keys.push(kernel.last("save").key);
  }

  expect(new Set(keys).size).toBe(2);
});

test("a form without anything typed is not open on the next page", async () => {
  await shown();
  await press(button("Add event"));
  render(null, page);
  await shown();

  expect(page.querySelector("form")).toBeNull();
});

test("names that are typed are never written to the browser's storage", async () => {
  const { keepDraft, readDraft, draftKey } = await import("./drafts.js");
  const draft = {
    values: { name: "Zebedee Quillfeather" },
    base: {},
    begun: {},
    version: null,
    key: "1",
  };
  keepDraft(draftKey("C-0001", "name", null), draft);
  keepDraft(draftKey("C-0001", "event", null), { ...draft, values: { what: "x" } });
  await shown();

  expect(JSON.stringify({ ...sessionStorage })).not.toContain("Zebedee");
  expect(sessionStorage.length).toBe(1);
  expect(readDraft(draftKey("C-0001", "name", null))).toEqual(draft);
});

test("nothing is removed without asking, and undo is offered for it", async () => {
  await shown({ save: () => SAID.saved });

  await press(button("Remove T1"));
  const before = kernel.count("save");
  await press(/** @type {HTMLElement} */ (page.querySelector("[role=group] button")));

  expect(before).toBe(0);
  expect(kernel.last("save").changes).toEqual([
    { kind: "event", id: "T1", fields: null, base_version: 1 },
  ]);
  expect(button("Undo adding event T3")).toBeDefined();
});

test("a copy begins a new entry with what the first one holds", async () => {
  await shown({ save: () => SAID.saved });

  await press(button("Copy T1"));
  await press(button("Save"));

  const [change] = kernel.last("save").changes;
  expect(change.id).toBeNull();
  expect(change.fields.what).toBe("The shift changed.");
});

test("a copy does not take the place of what was typed, and does of what was only copied", async () => {
  await shown();
  await press(button("Copy T1"));
  await press(button("Close"));
  await press(button("Copy T2"));
  const second = field("What happened?").value;
  await type("What happened?", "The nurse was rung.");
  await press(button("Close"));

  await press(button("Copy T1"));

  expect(second).not.toBe("The shift changed.");
  expect(field("What happened?").value).toBe("The nurse was rung.");
  expect(page.textContent).toContain("Save it or throw it away to begin another.");
});

test("what is typed while the kernel saves stays, in the form of what was saved", async () => {
  /** @type {(outcome: any) => void} */
  let answer = () => {};
  await shown({ save: () => new Promise((resolve) => (answer = resolve)) });
  await press(button("Add event"));
  await type("What happened?", "The nurse");
  await acting(async () => {
    button("Save").click();
  });
  await type("What happened?", "The nurse was rung, and came.");
  await acting(async () => {
    answer(SAID.saved);
    await settled(5);
  });

  expect(page.querySelector("form")?.getAttribute("aria-label")).toBe("Edit T3");
  expect(field("What happened?").value).toBe("The nurse was rung, and came.");
  await press(button("Save"));
  expect(kernel.last("save").changes).toEqual([
    { kind: "event", id: "T3", fields: { what: "The nurse was rung, and came." }, base_version: 1 },
  ]);
});

test("what is typed while a file arrives stays, and nothing is saved without the file", async () => {
  const file = { file_name: "rota.pdf", size: 1, sha256: "0".repeat(64) };
  /** @type {(answer: any) => void} */
  let arrive = () => {};
  kernel = fakeKernel({ upload: () => new Promise((resolve) => (arrive = resolve)) });
  host = createHost(kernel.model, kernel.invoke);
  const form = structuredClone(SAID.setup.forms.event);
  form.fields.push({ ...form.fields[1], name: "file_name", label: "The file", input: "file" });
  /** @type {any} */
  let typed;
  const given = { host, form, view: SAID.view, row: null };
  const tell = { onClose() {}, onSaved() {}, announce() {} };
  await acting(() =>
    render(<EntityForm {...given} {...tell} onTyped={(values) => (typed = values)} />, page),
  );
  const drop = new Event("drop", { bubbles: true, cancelable: true });
  Object.assign(drop, { dataTransfer: { files: [new File(["x"], "rota.pdf")] } });

  await acting(async () => {
    page.querySelector(".rca-drop")?.dispatchEvent(drop);
    await settled(5);
  });
  await type("What happened?", "The rota was changed.");
  await press(button("Save"));
  const refused = told("alert");
  await acting(async () => {
    arrive({ ok: true, file });
    await settled(5);
  });

  expect(refused).toContain("A file is still arriving.");
  expect(kernel.count("save")).toBe(0);
  expect(told("alert")).toBe("");
  expect(typed).toEqual({ what: "The rota was changed.", ...file });
  expect(field("What happened?").value).toBe("The rota was changed.");
});

test("two versions are shown field by field, and put together they are saved", async () => {
  let answer = SAID.conflict;
  await shown({ save: () => answer });
  await press(button("Change T1"));
  await type("What happened?", "The shift changed at six.");
  await press(button("Save"));
  const shownVersions = page.querySelector(".rca-conflict")?.textContent;
  answer = SAID.saved;

  await press(button("Save it put together"));

  const [change] = kernel.last("save").changes;
  expect(shownVersions).toContain("Hall");
  expect(shownVersions).toContain("The shift changed at six.");
  expect(change).toEqual({
    kind: "event",
    id: "T1",
    fields: { what: "The shift changed at six." },
    base_version: 2,
  });
});

test("keeping mine takes back what they added, keeping theirs saves nothing", async () => {
  await shown({ save: () => SAID.conflict });
  await press(button("Change T1"));
  await type("What happened?", "Mine.");
  await press(button("Save"));
  const before = kernel.count("save");

  await press(button("Keep theirs"));

  expect(kernel.count("save")).toBe(before);
  expect(page.querySelector("form")).toBeNull();
});

test("the checks say what they would ask while it is typed, beside the field", async () => {
  await shown({ try: () => SAID.tried });
  await press(button("Change T1"));
  await type("What happened?", "Staff failed to ring.");
  const early = kernel.count("try");
  await acting(() => vi.waitFor(() => expect(kernel.count("try")).toBe(1)));
  await acting(() => settled());

  const beside = page.querySelector("[data-field=what] .rca-live");
  expect(early).toBe(0);
  expect(kernel.last("try").change.fields.what).toBe("Staff failed to ring.");
  expect(beside?.textContent).toContain("failed to");
});

test("a finding leads to what it is about, and can be accepted where it may be", async () => {
  const findings = [
    { ...SAID.tried.findings[0], subject: "T1" },
    { ...SAID.tried.findings[0], subject: "case", acceptable: false },
  ];
  await shown({ view: () => ({ ...SAID.view, findings }) });

  await press(button("Go to T1"));
  const opened = page.querySelector("form")?.getAttribute("aria-label");
  await press(button("Close"));
  await press(button("Accept with a reason"));

  expect(opened).toBe("Edit T1");
  expect(page.querySelector(".rca-checks form")?.getAttribute("aria-label")).toBe(
    "New accepted finding",
  );
});

test("a drawing has its own tab, acts through the frame, and opens the form of an entity", async () => {
  /** @param {import("./types").DrawingProps} props */
  function Drawing({ view, act }) {
    return (
      <button type="button" onClick={() => act.edit("event", "T2")}>
        Draw {view.sections[0].rows.length}
      </button>
    );
  }
  await shown({}, Drawing);

  await press(button("Drawing"));
  await press(button("Draw 2"));

  expect(page.querySelector("[role=tab][aria-selected=true]")?.textContent).toBe("Drawing");
  expect(page.querySelector("form")?.getAttribute("aria-label")).toBe("Edit T2");
});

test("the figures are asked for once they are looked at", async () => {
  await shown({
    view: (/** @type {any} */ asked) => ({
      ...SAID.view,
      figures: asked.figures ? "<p id='drawn'>Drawn</p>" : null,
    }),
  });
  const before = kernel.asked.filter(([, message]) => message.figures).length;

  await press(button("As in the record"));
  await acting(() => settled());

  expect(before).toBe(0);
  expect(document.getElementById("drawn")).not.toBeNull();
});

test("undo by its keys leaves a field being written alone", async () => {
  await shown({ undo: () => SAID.saved, save: () => SAID.saved });
  await press(button("Change T1"));
  const keys = { key: "z", ctrlKey: true };

  await key(field("What happened?"), keys);
  const inField = kernel.count("undo");
  await key(button("Close"), keys);

  expect(inField).toBe(0);
  expect(kernel.count("undo")).toBe(1);
});

test("escape closes a form and keeps what was typed", async () => {
  await shown();
  await press(button("Change T1"));
  await type("What happened?", "Half a sentence");
  await key(field("What happened?"), { key: "Escape" });

  expect(page.querySelector("form")).toBeNull();
  expect(page.querySelector("[data-entity=T1]")?.textContent).toContain("draft not saved");
});

test("who else is here is said", async () => {
  const people = [
    { person: "Bryn", step: "Timeline", where: "T2", here: false },
    { person: "Asha", step: "Timeline", where: null, here: true },
  ];
  await shown({ pulse: () => ({ seq: SAID.view.seq, people }) });
  await acting(async () => {
    kernel.tell("comm_live_update");
    await settled();
  });

  expect(page.querySelector(".rca-people")?.textContent).toBe("Bryn is in Timeline, editing T2");
});

test("what another notebook has to mend counts, and is said with where to go", async () => {
  const elsewhere = [{ step: "triage", title: "Triage", blocking: 2 }];
  const here = SAID.view.progress.reduce(
    (/** @type {number} */ sum, /** @type {{ blocking: number }} */ step) => sum + step.blocking,
    0,
  );
  await shown({ view: () => ({ ...SAID.view, elsewhere }) });

  const progress = page.querySelector(".rca-progress")?.textContent;
  expect(progress).toContain(`${here + 2} things to mend`);
  expect(progress).toContain("Triage: 2 things to mend");
  expect(progress).toContain("Sign and export");
});

test("the list of steps folds away on a jump and on Escape, and the focus goes along", async () => {
  await shown();
  const goal = document.createElement("section");
  goal.dataset.rcaStep = SAID.view.progress.at(-1).step;
  document.body.append(goal);
  const list = /** @type {HTMLDetailsElement} */ (page.querySelector(".rca-progress"));
  const jumps = /** @type {HTMLButtonElement[]} */ ([...list.querySelectorAll(".rca-jump")]);

  list.open = true;
  await key(jumps[0], { key: "Escape" });
  const folded = [list.open, document.activeElement];
  list.open = true;
  await press(/** @type {HTMLElement} */ (jumps.at(-1)));

  expect(folded).toEqual([false, list.querySelector("summary")]);
  expect(list.open).toBe(false);
  expect(document.activeElement).toBe(goal);
});

test("the list of steps stays, and says so, where a step has no editor on the page", async () => {
  await shown();
  const list = /** @type {HTMLDetailsElement} */ (page.querySelector(".rca-progress"));
  const said = list.querySelector('[role="status"]');
  const before = said?.textContent;

  list.open = true;
  await press(/** @type {HTMLElement} */ (list.querySelector(".rca-jump")));

  expect(before).toBe("");
  expect(list.open).toBe(true);
  expect(said?.textContent).toContain(
    `“${SAID.view.progress[0].title}” is not on this page: its cell has not run, or was removed.`,
  );
});
