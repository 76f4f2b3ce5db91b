import { describe, expect, it } from "vitest";

import { putToSleep, withoutEditor } from "./asleep.js";

const EDITOR = "application/vnd.jupyter.widget-view+json";

describe("an output of an earlier sitting", () => {
  it("keeps its figure and table, and loses its editor", () => {
    const output = {
      output_type: "execute_result",
      data: { [EDITOR]: { model_id: "1" }, "text/html": "<p>As it stood</p>" },
      metadata: {},
    };

    expect(withoutEditor(output).data).toEqual({ "text/html": "<p>As it stood</p>" });
    expect(output.data[EDITOR]).toBeDefined();
  });

  it("says what stood there where nothing else is left", () => {
    const output = { output_type: "display_data", data: { [EDITOR]: {} }, metadata: {} };

    expect(withoutEditor(output).data["text/plain"]).toContain("Run the cell");
  });

  it("is left alone without an editor", () => {
    const stream = { output_type: "stream", name: "stdout", text: "1" };

    expect(withoutEditor(stream)).toBe(stream);
  });
});

describe("a notebook of an earlier sitting", () => {
  const outputs = (/** @type {any[]} */ held) => ({
    held,
    length: held.length,
    get: (/** @type {number} */ n) => ({ toJSON: () => held[n] }),
    set: (/** @type {number} */ n, /** @type {any} */ output) => {
      held[n] = output;
    },
  });

  it("loses every editor and nothing else", () => {
    const first = outputs([
      { data: { [EDITOR]: {}, "text/html": "a" } },
      { data: { "text/html": "b" } },
    ]);
    const second = outputs([{ data: { [EDITOR]: {}, "text/html": "c" } }]);
    const model = { cells: [{ outputs: first }, {}, { outputs: second }] };

    expect(putToSleep(model)).toBe(2);
    expect([...first.held, ...second.held].map((output) => output.data)).toEqual([
      { "text/html": "a" },
      { "text/html": "b" },
      { "text/html": "c" },
    ]);
    expect(putToSleep(model)).toBe(0);
  });
});
