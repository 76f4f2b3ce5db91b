import { render } from "preact";

import { Frame } from "./frame.jsx";
import { createHost } from "./host.js";
import { guardKeys } from "./keys.js";

/** @import { ComponentType } from "preact" */
/** @import { DrawingProps } from "./types" */

/**
 * The anywidget module of a layout.
 *
 * @param {{ drawing?: ComponentType<DrawingProps> }} [parts]
 */
export function editor({ drawing } = {}) {
  return {
    /** @param {{ model: any, el: HTMLElement, signal: AbortSignal, experimental: { invoke: any } }} given */
    render({ model, el, signal, experimental }) {
      const root = document.createElement("section");
      const host = createHost(model, experimental.invoke);
      root.className = "rca-editor";
      root.dataset.rcaStep = host.setup.step;
      root.setAttribute("aria-label", `${host.setup.title}: editor`);
      guardKeys(root, signal);
      el.append(root);
      render(<Frame host={host} Drawing={drawing} />, root);
      host.watch(root);
      signal.addEventListener("abort", () => {
        host.close();
        render(null, root);
      });
    },
  };
}
