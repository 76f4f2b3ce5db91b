import { beforeEach, expect, it } from "vitest";

import { layered } from "./layered.js";
import { places } from "./places.js";

const HELD = Symbol.for("rca-workbench.graphviz");
/** @type {import("./layout.js").Request} */
const REQUEST = {
  boxes: [{ id: "C1", width: 184, height: 58, gate: false }],
  links: [],
  directions: ["BT"],
  shape: null,
  close: false,
};
const shared = /** @type {Record<symbol, unknown>} */ (/** @type {unknown} */ (globalThis));

beforeEach(() => {
  delete shared[HELD];
});

it("lays out in plain JavaScript where the engine cannot be had", async () => {
  const found = await places(() => Promise.reject(new Error("no kernel")), REQUEST);

  expect(found).toEqual(layered(REQUEST));
});

it("asks for the engine once on a page, whatever the number of editors", async () => {
  /** @type {string[]} */
  const asked = [];
  const asset = (/** @type {string} */ name) => {
    asked.push(name);
    return Promise.reject(new Error("no kernel"));
  };

  await Promise.all([places(asset, REQUEST), places(asset, REQUEST)]);

  expect(asked).toEqual(["graphviz.js"]);
});

it("takes what the engine answers", async () => {
  const layout = { ...layered(REQUEST), width: 4321 };
  shared[HELD] = Promise.resolve({ ask: () => Promise.resolve(layout) });

  expect(await places(() => Promise.resolve(""), REQUEST)).toBe(layout);
});
