// A model and a kernel for tests: commands are answered by plain functions.

import said from "../../fixtures/editor.json";

/** What the kernel says, made by scripts/build_widget_fixtures.py. @type {any} */
export const SAID = said;

/**
 * @param {Record<string, (message: any, buffers?: ArrayBuffer[]) => any>} answers
 *   by command; a promise that never settles is a kernel that does not answer
 * @param {any} setup  what the editor is told once, when it is made
 */
export function fakeKernel(answers = {}, setup = SAID.setup) {
  /** @type {[string, any][]} */
  const asked = [];
  /** @type {Map<string, () => void>} */
  const listeners = new Map();
  const known = {
    view: () => SAID.view,
    pulse: () => ({ seq: SAID.view.seq, people: [] }),
    try: () => ({ errors: [], findings: [] }),
    ...answers,
  };
  const model = {
    get: () => setup,
    on: (/** @type {string} */ name, /** @type {() => void} */ listener) => {
      listeners.set(name, listener);
    },
    off: (/** @type {string} */ name) => listeners.delete(name),
  };

  /** @param {string} name  @param {any} message  @param {{ signal: AbortSignal, buffers?: ArrayBuffer[] }} options */
  async function invoke(name, message, { signal, buffers }) {
    asked.push([name, message]);
    const given = Promise.resolve(
      /** @type {Record<string, any>} */ (known)[name](message, buffers),
    );
    const given_up = new Promise((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
    });
    return /** @type {[any, DataView[]]} */ ([await Promise.race([given, given_up]), []]);
  }

  return {
    model,
    invoke,
    asked,
    /** How often a command was given. @param {string} name */
    count: (name) => asked.filter(([one]) => one === name).length,
    /** What the last command of a name carried. @param {string} name */
    last: (name) => asked.findLast(([one]) => one === name)?.[1],
    /** @param {string} name */
    tell: (name) => listeners.get(name)?.(),
  };
}

/** A kernel that is dead. */
export function silence() {
  return new Promise(() => {});
}

/** Let everything that waits for nothing but its turn come to it. */
export async function settled(milliseconds = 0) {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
