import { expect, it, vi } from "vitest";

import { cards, STARTS } from "./launcher.js";

/** @type {Record<string, unknown>} */
// @ts-expect-error known to the test runner, which puts the files in
const TEMPLATES = import.meta.glob("../../notebooks/templates/*.ipynb");

it("has a card for each template that is shipped", () => {
  const shipped = Object.keys(TEMPLATES).map((path) => /([a-z-]+)\.ipynb$/.exec(path)?.[1]);

  expect(STARTS.map(([template]) => template).sort()).toEqual(shipped.sort());
});

it("opens the page on which a case is started", () => {
  const commands = new Map();
  const app = {
    commands: {
      addCommand: (/** @type {string} */ id, /** @type {any} */ c) => commands.set(id, c),
    },
  };
  const launcher = { add: vi.fn() };
  const opened = vi.spyOn(window, "open").mockReturnValue(null);
  cards(app, launcher, null, class {}, "/base/workbench/");
  commands.get("rca-workbench:start-triage").execute();

  expect(launcher.add).toHaveBeenCalledTimes(1 + STARTS.length);
  expect(opened.mock.calls[0][0]).toBe("/base/workbench/?template=triage#start");
  opened.mockRestore();
});
