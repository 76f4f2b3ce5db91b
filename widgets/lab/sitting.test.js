import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Sitting } from "./sitting.js";

const SETUP = "# Opens the case\nimport guide";

class Widget {
  /** @param {{node: HTMLElement}} options */
  constructor({ node }) {
    this.node = node;
  }
  dispose() {
    this.node.remove();
  }
}

class Signal {
  /** @type {((sender: any, value: any) => void)[]} */
  slots = [];
  connect(/** @type {any} */ slot) {
    this.slots.push(slot);
  }
  emit(/** @type {any} */ value) {
    for (const slot of this.slots) slot(null, value);
  }
}

function notebook(/** @type {string[]} */ sources, template = "triage") {
  const header = document.createElement("div");
  document.body.replaceChildren(header);
  const cell = (/** @type {string} */ source) => ({
    model: { type: "code", sharedModel: { getSource: () => source } },
    source,
  });
  const kernel = { id: "k1", info: Promise.resolve({}), reconnect: vi.fn(async () => {}) };
  return {
    context: { ready: Promise.resolve(), path: "cases/C-0001/triage.ipynb" },
    model: { getMetadata: () => (template ? { template } : undefined), cells: [], dirty: true },
    addClass: vi.fn(),
    toolbar: { insertItem: vi.fn() },
    contentHeader: {
      addWidget: (/** @type {Widget} */ widget) => header.append(widget.node),
      fit: vi.fn(),
    },
    content: {
      widgets: sources.map(cell),
      activate: vi.fn(),
      scrollToCell: vi.fn(),
      activeCellIndex: 0,
    },
    sessionContext: {
      ready: Promise.resolve(),
      session: /** @type {any} */ ({ kernel, dispose: vi.fn() }),
      statusChanged: new Signal(),
      connectionStatusChanged: new Signal(),
      restartKernel: vi.fn(async () => {}),
      changeKernel: vi.fn(async () => {}),
    },
  };
}

/** @type {string[]} */
let run;
/**
 * What the server answers when it is asked for the kernel; null where it does not answer.
 *
 * @type {number | null}
 */
let answer;
/** @type {string[]} */
let asked;
/** @type {any} */
let lab;

beforeEach(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(/** @type {() => void} */ measured) {
        this.observe = measured;
      }
      disconnect() {}
    },
  );
  answer = 200;
  asked = [];
  vi.stubGlobal("fetch", async (/** @type {string} */ address) => {
    asked.push(address);
    if (answer === null) throw new TypeError("Failed to fetch");
    const execution_state = answer === 200 ? "idle" : "unknown";
    return { status: answer, ok: answer === 200, json: async () => ({ execution_state }) };
  });
  run = [];
  lab = {
    NotebookActions: {
      runCells: async (/** @type {any} */ _content, /** @type {any[]} */ cells) => {
        run.push(...cells.map((cell) => cell.source));
        return !cells.some((cell) => cell.source.startsWith("raise"));
      },
    },
    ToolbarButton: class {
      /** @param {object} options */
      constructor(options) {
        Object.assign(this, options);
      }
    },
    Widget,
    pages: "/workbench/",
    reload: vi.fn(),
    kernels: "/api/kernels/",
    templates: { triage: [SETUP] },
  };
});

const said = () => document.querySelector(".rca-notice p")?.textContent ?? "";
const button = (/** @type {string} */ label) =>
  [...document.querySelectorAll("button")].find((one) => one.textContent === label);

describe("opening a notebook", () => {
  it("runs what the template holds, and asks for the rest", async () => {
    await new Sitting(notebook([SETUP, "import os"]), lab).begin();

    expect(run).toEqual([SETUP]);
    expect(said()).toContain("one code cell that the template does not");
  });

  it("sends no cell before the one above it is done, and none after one that failed", async () => {
    const sources = [SETUP, "guide.scope(case)", "raise ValueError", "guide.people(case)"];
    lab.templates.triage = sources;
    const asked = vi.spyOn(lab.NotebookActions, "runCells");

    await new Sitting(notebook(sources), lab).begin();

    expect(run).toEqual(sources.slice(0, 3));
    expect(asked.mock.calls.map((call) => /** @type {any[]} */ (call[1]).length)).toEqual([
      1, 1, 1,
    ]);
  });

  it("runs the rest once asked to", async () => {
    await new Sitting(notebook([SETUP, "import os", "import sys"]), lab).begin();
    button("Run them")?.click();

    expect(said()).toBe("");
    await vi.waitFor(() => expect(run).toEqual([SETUP, "import os", "import sys"]));
  });

  it("runs nothing of a notebook that is none of the workbench's", async () => {
    const panel = notebook([SETUP], "");
    await new Sitting(panel, lab).begin();

    expect(run).toEqual([]);
    expect(panel.addClass).not.toHaveBeenCalled();
  });

  it("leads to the page of its own case", async () => {
    const panel = notebook([SETUP]);
    const opened = vi.spyOn(window, "open").mockReturnValue(null);
    await new Sitting(panel, lab).begin();
    for (const [, , added] of panel.toolbar.insertItem.mock.calls) added.onClick();

    expect(opened.mock.calls.map(([address]) => address)).toEqual([
      "/workbench/",
      "/workbench/cases/C-0001",
    ]);
    opened.mockRestore();
  });
});

describe("a kernel that goes", () => {
  it("is said when it died, and started again when asked", async () => {
    const panel = notebook([SETUP]);
    await new Sitting(panel, lab).begin();
    panel.sessionContext.statusChanged.emit("dead");
    expect(said()).toContain("nothing is saved just now");
    button("Start it again")?.click();
    await vi.waitFor(() => expect(run).toEqual([SETUP, SETUP]));

    expect(panel.sessionContext.restartKernel).toHaveBeenCalledOnce();
    expect(said()).toBe("");
  });

  it("while its cells run is said until somebody starts it again", async () => {
    const panel = notebook([SETUP]);
    lab.NotebookActions.runCells = async () => {
      panel.sessionContext.statusChanged.emit("dead");
      return false;
    };
    await new Sitting(panel, lab).begin();

    expect(said()).toContain("nothing is saved just now");
    expect(button("Start it again")).toBeDefined();
  });

  it("wakes the editors once it is back", async () => {
    const panel = notebook([SETUP]);
    await new Sitting(panel, lab).begin();
    panel.sessionContext.statusChanged.emit("autorestarting");
    expect(said()).toContain("starting again");
    panel.sessionContext.statusChanged.emit("idle");
    await vi.waitFor(() => expect(run).toEqual([SETUP, SETUP]));
  });

  it("is given room above the notebook when it is said", async () => {
    const panel = notebook([SETUP]);
    await new Sitting(panel, lab).begin();
    panel.sessionContext.statusChanged.emit("dead");
    const notice = /** @type {HTMLElement} */ (document.querySelector(".rca-notice"));

    expect(notice.style.minHeight).toBe("0px");
    expect(panel.contentHeader.fit).toHaveBeenCalled();
  });

  it("that never was is started with the page loaded again", async () => {
    const panel = notebook([SETUP]);
    panel.sessionContext.session = null;
    await new Sitting(panel, lab).begin();
    const words = said();
    button("Start the editors")?.click();

    expect(words).toContain("no kernel");
    expect(lab.reload).toHaveBeenCalledOnce();
    expect(run).toEqual([]);
  });

  it("is not taken for lost while it starts again", async () => {
    const panel = notebook([SETUP]);
    await new Sitting(panel, lab).begin();
    panel.sessionContext.statusChanged.emit("restarting");
    panel.sessionContext.connectionStatusChanged.emit("connecting");
    panel.sessionContext.connectionStatusChanged.emit("connected");

    expect(said()).toContain("starting again");
  });

  it("says so where it cannot be started", async () => {
    const panel = notebook([SETUP]);
    panel.sessionContext.restartKernel.mockRejectedValue(new Error("gone"));
    await new Sitting(panel, lab).begin();
    panel.sessionContext.statusChanged.emit("dead");
    button("Start it again")?.click();

    await vi.waitFor(() => expect(said()).toContain("could not be started"));
    expect(said()).toContain("What you typed is kept on this page");
  });
});

describe("a server that goes", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  /** Let the page look for its server a few times. */
  const looks = () => vi.advanceTimersByTimeAsync(5_000);

  it("is said, and looked for until it is back", async () => {
    const panel = notebook([SETUP]);
    await new Sitting(panel, lab).begin();
    answer = null;
    panel.sessionContext.connectionStatusChanged.emit("connecting");
    await looks();
    const meanwhile = said();
    answer = 200;
    await looks();
    panel.sessionContext.connectionStatusChanged.emit("connected");

    expect(meanwhile).toContain("The server does not answer");
    expect(asked[0]).toBe("/api/kernels/k1");
    expect(panel.sessionContext.session.kernel.reconnect).toHaveBeenCalled();
    expect(said()).toBe("");
    expect(run).toEqual([SETUP]);
  });

  it("twice in a row is looked for once at a time", async () => {
    const panel = notebook([SETUP]);
    await new Sitting(panel, lab).begin();
    answer = null;
    for (const status of ["connecting", "connected", "connecting"]) {
      panel.sessionContext.connectionStatusChanged.emit(status);
      await vi.advanceTimersByTimeAsync(1);
    }
    const before = asked.length;
    await vi.advanceTimersByTimeAsync(1_000);

    expect(asked.length - before).toBe(1);
  });

  it("is no longer looked for once it was found", async () => {
    const panel = notebook([SETUP]);
    await new Sitting(panel, lab).begin();
    panel.sessionContext.connectionStatusChanged.emit("connecting");
    await looks();
    panel.sessionContext.connectionStatusChanged.emit("connected");
    const before = asked.length;
    await looks();

    expect(asked.length).toBe(before);
  });

  it("and comes back without the kernel is given a new one", async () => {
    const panel = notebook([SETUP]);
    const { session } = panel.sessionContext;
    await new Sitting(panel, lab).begin();
    answer = null;
    panel.sessionContext.connectionStatusChanged.emit("connecting");
    await looks();
    panel.sessionContext.statusChanged.emit("dead");
    const meanwhile = said();
    answer = 404;
    await looks();

    expect(meanwhile).toContain("The server does not answer");
    expect(session.dispose).toHaveBeenCalledOnce();
    expect(panel.sessionContext.changeKernel).toHaveBeenCalledOnce();
    expect(run).toEqual([SETUP, SETUP]);
    expect(said()).toBe("");
  });

  it("and comes back not knowing this browser says how to be known", async () => {
    const panel = notebook([SETUP]);
    await new Sitting(panel, lab).begin();
    answer = 403;
    panel.sessionContext.connectionStatusChanged.emit("disconnected");
    await looks();

    expect(said()).toContain("does not know this browser");
    expect(said()).toContain("Open the address");
    expect(panel.sessionContext.changeKernel).not.toHaveBeenCalled();
  });

  it("before a kernel was started again is looked for as well", async () => {
    const panel = notebook([SETUP]);
    await new Sitting(panel, lab).begin();
    panel.sessionContext.statusChanged.emit("dead");
    answer = null;
    button("Start it again")?.click();
    await looks();
    const meanwhile = said();
    answer = 404;
    await looks();

    expect(meanwhile).toContain("The server does not answer");
    expect(panel.sessionContext.restartKernel).not.toHaveBeenCalled();
    expect(run).toEqual([SETUP, SETUP]);
  });

  it("is not looked for by a notebook that was closed", async () => {
    const panel = /** @type {any} */ (notebook([SETUP]));
    await new Sitting(panel, lab).begin();
    answer = null;
    panel.sessionContext.connectionStatusChanged.emit("connecting");
    await looks();
    panel.isDisposed = true;
    await looks();
    const before = asked.length;
    await looks();

    expect(asked.length).toBe(before);
  });
});
