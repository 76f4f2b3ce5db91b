/**
 * Graphviz in a worker of its own: this file is bundled as an asset, started from a blob, and
 * answers each `{number, request}` with `{number, layout}` or `{number, failed}`.
 */

import { Graphviz } from "@hpcc-js/wasm-graphviz";

import { bestLayout } from "./layout.js";

const loading = Graphviz.load();

self.addEventListener("message", async ({ data: { number, request } }) => {
  try {
    const graphviz = await loading;
    const layout = bestLayout(request, (source) =>
      JSON.parse(graphviz.layout(source, "json", "dot")),
    );
    self.postMessage({ number, layout });
  } catch (error) {
    self.postMessage({ number, failed: String(error) });
  }
});
