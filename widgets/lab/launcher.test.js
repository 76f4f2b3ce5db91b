import { readdirSync } from "node:fs";
import { expect, it, vi } from "vitest";

import { cards, STARTS } from "./launcher.js";

const TEMPLATES = "../notebooks/templates/";

it("has a card for each template that is shipped", () => {
  const shipped = readdirSync(TEMPLATES)
    .filter((name) => name.endsWith(".ipynb"))
    .map((name) => name.slice(0, -".ipynb".length));

  expect(STARTS.map(([template]) => template).sort()).toEqual(shipped.sort());
});

it("opens the page on which a case is started", () => {
  const commands = new Map();
  const app = {
    commands: { addCommand: (/** @type {string} */ id, /** @type {any} */ c) => commands.set(id, c) },
  };
  const launcher = { add: vi.fn() };
  const opened = vi.spyOn(window, "open").mockReturnValue(null);
  cards(app, launcher, null, class {}, "/base/workbench/");
  commands.get("rca-workbench:start-triage").execute();

  expect(launcher.add).toHaveBeenCalledTimes(1 + STARTS.length);
  expect(opened.mock.calls[0][0]).toBe("/base/workbench/?template=triage#start");
  opened.mockRestore();
});
