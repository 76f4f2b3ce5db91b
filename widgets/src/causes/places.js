/** Asks Graphviz for places; lays out in plain JavaScript where it cannot be had. */

import { layered } from "./layered.js";

/** @typedef {import("./layout.js").Request} Request */
/** @typedef {import("./layout.js").Layout} Layout */
/** @typedef {{ask: (request: Request) => Promise<Layout>}} Engine */

const HELD = Symbol.for("rca-workbench.graphviz");
const PATIENCE = 8000;

/**
 * @param {(name: string) => Promise<string>} asset gives the text of a bundle
 * @param {Request} request
 * @returns {Promise<Layout>} always one: Graphviz's, or the plain one when it fails or is slow
 */
export async function places(asset, request) {
  const held = /** @type {Record<symbol, Promise<Engine> | undefined>} */ (
    /** @type {unknown} */ (globalThis)
  );
  try {
    const engine = await within(PATIENCE, (held[HELD] ??= start(asset)));
    return await within(PATIENCE, engine.ask(request));
  } catch {
    return layered(request);
  }
}

/**
 * @param {(name: string) => Promise<string>} asset
 * @returns {Promise<Engine>}
 */
async function start(asset) {
  const source = new Blob([await asset("graphviz.js")], { type: "text/javascript" });
  const worker = new Worker(URL.createObjectURL(source), { type: "module" });
  /** @type {Map<number, {resolve: (layout: Layout) => void, reject: (why: unknown) => void}>} */
  const open = new Map();
  let asked = 0;
  worker.addEventListener("message", ({ data: { number, layout, failed } }) => {
    const waiting = open.get(number);
    open.delete(number);
    if (layout) waiting?.resolve(layout);
    else waiting?.reject(failed);
  });
  /** @type {Promise<never>} */
  const broken = new Promise((_, reject) => {
    worker.addEventListener("error", (event) => reject(event.message));
  });
  broken.catch(() => {});
  return {
    ask: (request) =>
      Promise.race([
        broken,
        new Promise((resolve, reject) => {
          asked += 1;
          open.set(asked, { resolve, reject });
          worker.postMessage({ number: asked, request });
        }),
      ]),
  };
}

/**
 * @template T
 * @param {number} milliseconds
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
function within(milliseconds, promise) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(reject, milliseconds, "no answer");
    promise.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
