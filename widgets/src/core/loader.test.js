import { afterEach, beforeEach, expect, test, vi } from "vitest";

import loader from "./loader.js";

const SCRIPT = `
  globalThis.loaded = (globalThis.loaded ?? 0) + 1;
  export default { render: ({ el }) => el.append("the editor") };`;

/** @type {any} */
const url = URL;

beforeEach(() => {
  // jsdom has no addresses of blobs
  url.createObjectURL = vi.fn((/** @type {any} */ blob) => `data:text/javascript,${blob.text}`);
  url.revokeObjectURL = vi.fn();
  vi.stubGlobal(
    "Blob",
    class {
      /** @param {string[]} parts */
      constructor([text]) {
        this.text = encodeURIComponent(text);
      }
    },
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
  delete url.createObjectURL;
  delete url.revokeObjectURL;
});

/** @param {string} style  @param {AbortSignal} [signal] */
async function shown(style, signal = new AbortController().signal) {
  const el = document.createElement("div");
  const shared = new Map([
    ["script", SCRIPT],
    ["style", style],
  ]);
  const host = { getModel: async (/** @type {string} */ ref) => (ref === "ref" ? shared : null) };
  await loader.render(
    /** @type {any} */ ({ model: new Map([["shared", "ref"]]), host, el, signal }),
  );
  return el.textContent;
}

test("editors that share a module load it once, with one style sheet for all", async () => {
  const words = [await shown("p {}"), await shown("p {}"), await shown("b {}")];

  expect(words).toEqual(["the editor", "the editor", "the editor"]);
  expect(/** @type {any} */ (globalThis).loaded).toBe(1);
  expect(url.createObjectURL).toHaveBeenCalledTimes(1);
  expect(url.revokeObjectURL).toHaveBeenCalledTimes(1);
  expect([...document.querySelectorAll("style")].map((one) => one.textContent)).toEqual(["b {}"]);
});

test("a view that is gone before its module came is not drawn", async () => {
  expect(await shown("p {}", AbortSignal.abort())).toBe("");
});
