// The page's side of the wire: commands to the kernel with a time limit, the latest view, and
// what is known of the connection. Nothing here draws.

/** @import { Change, Host, Outcome, Presence, Setup, Status, Tried, Uploaded, View } from "./types" */

/**
 * @typedef {{
 *   get(name: string): any,
 *   on(name: string, listener: () => void): void,
 *   off(name: string, listener: () => void): void,
 * }} Model
 * @typedef {(name: string, message: any, options: { signal: AbortSignal, buffers?: ArrayBuffer[] })
 *   => Promise<[any, DataView[]]>} Invoke
 */

const SECONDS = 1000;
const PATIENCE = {
  view: 10 * SECONDS,
  save: 20 * SECONDS,
  undo: 20 * SECONDS,
  redo: 20 * SECONDS,
  try: 10 * SECONDS,
  pulse: 10 * SECONDS,
  upload: 60 * SECONDS,
  asset: 30 * SECONDS,
};
const BEAT = 1.5 * SECONDS;
const PART = 1024 * 1024;

export const SILENT =
  "No answer from the notebook’s kernel: what you typed is kept here. " +
  "The line above the notebook says how it goes on; if there is none, choose Kernel → Restart " +
  "Kernel in the menu.";

/** The kernel did not answer in time, or is gone. */
export class Silence extends Error {
  constructor() {
    super(SILENT);
    this.name = "Silence";
  }
}

/** The kernel answered that it will not: the case was closed to this person, or erased. */
class Refused extends Error {}

/** @type {Outcome} */
const UNANSWERED = { ok: false, message: SILENT, remedy: "", errors: [], conflict: null };

/**
 * @param {Model} model
 * @param {Invoke} invoke
 * @param {{ patience?: Partial<typeof PATIENCE>, beat?: number }} [options]
 * @returns {Host}
 */
export function createHost(model, invoke, options = {}) {
  const patience = { ...PATIENCE, ...options.patience };
  const beat = options.beat ?? BEAT;
  const end = new AbortController();
  const page = globalThis.document;
  const setup = /** @type {Setup} */ (model.get("setup"));

  /** @type {Set<() => void>} */
  const listeners = new Set();
  /** @type {View | null} */
  let view = null;
  /** @type {Status} */
  let status = "ready";
  /** @type {number | null} */
  let saved = null;
  /** @type {Presence[]} */
  let people = [];
  /** @type {string | null} */
  let where = null;
  /** @type {string | null} */
  let refusal = null;
  let saving = 0;
  /** @type {Element | null} */
  let root = null;
  let onScreen = false;
  let beating = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function tell() {
    for (const listener of listeners) listener();
  }

  /** @param {Status} now */
  function become(now) {
    if (status === now) return;
    status = now;
    tell();
  }

  /**
   * @param {keyof typeof PATIENCE} name
   * @param {any} message
   * @param {ArrayBuffer[]} [buffers]
   */
  async function ask(name, message, buffers) {
    const signal = AbortSignal.any([AbortSignal.timeout(patience[name]), end.signal]);
    try {
      const [answer] = await invoke(name, message, { signal, ...(buffers && { buffers }) });
      if (!saving && status !== "stopped") become("ready");
      return answer;
    } catch {
      if (!end.signal.aborted && status !== "stopped") become("silent");
      throw new Silence();
    }
  }

  /** What a question about the case as a whole is answered with. @param {"view" | "pulse"} name @param {any} message */
  async function askOfCase(name, message) {
    const answer = await ask(name, message);
    const refused = answer.ok === false ? `${answer.message} ${answer.remedy}`.trim() : null;
    if (refused !== refusal) {
      refusal = refused;
      tell();
    }
    if (refused) throw new Refused(refused);
    return answer;
  }

  /** @param {View} next */
  function show(next) {
    // figures are only sent when asked for: those of the same entry still hold
    const figures = next.figures ?? (view?.seq === next.seq ? view.figures : null);
    view = { ...next, figures };
    tell();
    return view;
  }

  /**
   * @param {"save" | "undo" | "redo"} name
   * @param {any} message
   * @returns {Promise<Outcome>}
   */
  async function change(name, message) {
    if (status === "stopped") return UNANSWERED;
    saving += 1;
    become("saving");
    try {
      const outcome = /** @type {Outcome} */ (await ask(name, message));
      if (outcome.ok) {
        saved = outcome.seq;
        show(outcome.view);
      }
      return outcome;
    } catch {
      return UNANSWERED;
    } finally {
      saving -= 1;
      if (!saving && status === "saving") become("ready");
      tell();
    }
  }

  async function pulse() {
    if (beating) return;
    beating = true;
    try {
      const answer = await askOfCase("pulse", {
        seq: view?.seq ?? 0,
        where,
        attended: Boolean(root?.contains(page.activeElement)),
      });
      if (JSON.stringify(answer.people) !== JSON.stringify(people)) {
        people = answer.people;
        tell();
      }
      if (view && answer.seq !== view.seq && !saving) {
        await load({ figures: view.figures !== null });
      }
    } catch {
      // said by the status; the next beat asks again
    } finally {
      beating = false;
    }
  }

  /** What there is to ask now: the view, before there is one. */
  async function look() {
    await (view ? pulse() : load({ figures: setup.sections.length === 0 }));
  }

  function next() {
    clearTimeout(timer);
    if (end.signal.aborted || !onScreen || page?.hidden || status === "stopped") return;
    timer = setTimeout(() => void look().finally(next), beat);
  }

  /** @param {{ figures?: boolean }} [wanted] */
  async function load(wanted = {}) {
    try {
      return show(await askOfCase("view", { figures: Boolean(wanted.figures) }));
    } catch {
      return null;
    }
  }

  const stopped = () => become("stopped");
  // the connection came or went: whoever looks is told which
  const asked = () => void look();
  model.on("comm:close", stopped);
  model.on("comm_live_update", asked);
  page?.addEventListener("visibilitychange", next, { signal: end.signal });

  return {
    setup,
    get view() {
      return view;
    },
    get status() {
      return status;
    },
    get saved() {
      return saved;
    },
    get people() {
      return people;
    },
    get refusal() {
      return refusal;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    load,
    save: (/** @type {Change[]} */ changes, reason, key) =>
      change("save", { changes, reason, ...(key && { key }) }),
    undo: () => change("undo", {}),
    redo: () => change("redo", {}),
    async try(/** @type {Change} */ wanted) {
      try {
        const answer = await ask("try", { change: wanted });
        return answer.ok === false ? null : /** @type {Tried} */ (answer);
      } catch {
        return null;
      }
    },
    async upload(file, onProgress) {
      /** @type {any} */
      let answer = { upload: null };
      const parts = Math.max(1, Math.ceil(file.size / PART));
      for (let part = 0; part < parts; part += 1) {
        const bytes = await file.slice(part * PART, (part + 1) * PART).arrayBuffer();
        const message = {
          upload: answer.upload,
          name: file.name,
          size: file.size,
          part,
          parts,
          media_type: file.type,
        };
        answer = await ask("upload", message, [bytes]);
        if (answer.ok === false) throw new Error(`${answer.message} ${answer.remedy}`.trim());
        onProgress?.((part + 1) / parts);
      }
      return /** @type {Uploaded} */ (answer.file);
    },
    async asset(name) {
      return (await ask("asset", { name })).text;
    },
    watch(element) {
      root = element;
      const seen = new IntersectionObserver(
        (entries) => {
          onScreen = entries.some((entry) => entry.isIntersecting);
          if (onScreen) void look().finally(next);
        },
        { rootMargin: "400px" },
      );
      seen.observe(element);
      end.signal.addEventListener("abort", () => seen.disconnect());
    },
    at(place) {
      where = place;
    },
    close() {
      model.off("comm:close", stopped);
      model.off("comm_live_update", asked);
      end.abort();
      clearTimeout(timer);
      listeners.clear();
    },
  };
}
