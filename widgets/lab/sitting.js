/** One notebook of the workbench, open in JupyterLab: its buttons, and what wakes its editors. */

import { putToSleep } from "./asleep.js";
import { partCells } from "./cells.js";
import { Notices } from "./notice.js";
import { standingOf } from "./server.js";

const STATE = "State of the notebook";
const KEPT = "What you typed is kept on this page.";
const BEAT = 1_000;
const PATIENCE = 20_000;

/** What is said while the page looks for its kernel. */
const LOOKING = {
  silent:
    `The server does not answer: nothing is saved just now. ${KEPT} ` +
    "It goes on by itself once the server is there; 'workbench lab' starts it.",
  closed:
    `The server was started anew and does not know this browser: nothing is saved just now. ${KEPT} ` +
    "Open the address that 'workbench lab' shows in another tab; then it goes on here by itself.",
};

/**
 * @import { Standing } from "./server.js"
 *
 * @typedef {object} Lab
 * @property {any} NotebookActions
 * @property {any} ToolbarButton
 * @property {any} Widget
 * @property {string} pages the address of the workbench's pages
 * @property {() => void} reload loads the page again
 * @property {string} kernels the address under which the server tells of its kernels
 * @property {Record<string, string[]>} templates the sources of each template's code cells
 */

/** Seats a notebook of the workbench: makes it one to work in, and keeps its editors alive. */
export class Sitting {
  /**
   * @param {any} panel the notebook's panel
   * @param {Lab} lab
   */
  constructor(panel, lab) {
    this.panel = panel;
    this.lab = lab;
    this.notices = new Notices(panel, lab.Widget);
    this.awaited = false;
    this.lost = false;
    this.turn = 0;
    this.search = 0;
  }

  /** Make the notebook ready to work in. */
  async begin() {
    await this.panel.context.ready;
    const about = this.panel.model?.getMetadata("rca_workbench");
    if (!about?.template) {
      return;
    }
    this.template = String(about.template);
    this.panel.addClass("rca-notebook");
    this.addButtons();
    const asleep = putToSleep(this.panel.model);
    if (asleep > 0) {
      this.panel.model.dirty = false;
      this.notices.say(
        STATE,
        "The editors are waking. Until then you see the case as it stood when last looked at.",
      );
    }
    await this.panel.sessionContext.ready;
    this.panel.sessionContext.statusChanged.connect(
      (/** @type {any} */ _, /** @type {string} */ status) => this.heard(status),
    );
    this.panel.sessionContext.connectionStatusChanged.connect(
      (/** @type {any} */ _, /** @type {string} */ status) => this.connection(status),
    );
    await this.wake();
  }

  /** Run the template's cells; ask before any other is run. */
  async wake() {
    const kernel = this.panel.sessionContext.session?.kernel;
    if (!kernel) {
      // what shows widgets gave up on a page that was loaded without a kernel
      this.notices.say(
        STATE,
        "This notebook has no kernel, so its steps show the case as it stood when last looked at.",
        [{ label: "Start the editors", act: this.lab.reload }],
      );
      return;
    }
    await kernel.info;
    const { known, own } = this.cells();
    const said = this.notices.shown;
    await this.run(known);
    if (this.notices.shown !== said) {
      // the kernel or the server went meanwhile, and what is said of that stands
      return;
    }
    this.notices.clear();
    this.askAbout(own);
  }

  /** Return the code cells that the template holds, and all others. */
  cells() {
    /** @type {{cell: any, source: string}[]} */
    const cells = this.panel.content.widgets
      .filter((/** @type {any} */ cell) => cell.model.type === "code")
      .map((/** @type {any} */ cell) => ({ cell, source: cell.model.sharedModel.getSource() }));
    return partCells(cells, this.lab.templates[this.template ?? ""]);
  }

  /**
   * Run cells in their order, up to one that fails.
   *
   * Each is sent once the one before it is done: the kernel answers in the order it is asked, and
   * so the first editor is ready while the last is still to come.
   *
   * @param {{cell: any}[]} cells
   */
  async run(cells) {
    this.turn += 1;
    const { turn } = this;
    const { content, sessionContext } = this.panel;
    for (const { cell } of cells) {
      const done = await this.lab.NotebookActions.runCells(content, [cell], sessionContext);
      if (!done || turn !== this.turn) {
        return;
      }
    }
  }

  /**
   * Say which cells were not run, and offer to.
   *
   * @param {{cell: any}[]} own
   */
  askAbout(own) {
    if (own.length === 0) {
      return;
    }
    const many = own.length === 1 ? "one code cell" : `${own.length} code cells`;
    this.notices.say(
      "Cells of this notebook's own",
      `This notebook holds ${many} that the template does not. Nothing of them was run. ` +
        "Run them only if you know who wrote them.",
      [
        { label: "Show the first", act: () => this.show(own[0].cell) },
        {
          label: own.length === 1 ? "Run it" : "Run them",
          act: () => {
            this.notices.clear();
            void this.run(own);
          },
        },
      ],
    );
  }

  /**
   * Bring a cell into view.
   *
   * @param {any} cell
   */
  show(cell) {
    const { content } = this.panel;
    cell.inputHidden = false;
    content.activeCellIndex = content.widgets.indexOf(cell);
    void content.scrollToCell(cell);
    content.activate();
  }

  /**
   * Wake the editors again after the kernel started anew.
   *
   * @param {string} status of the kernel
   */
  heard(status) {
    if (status === "restarting" || status === "autorestarting") {
      this.starting();
    } else if (status === "idle" && this.awaited) {
      this.awaited = false;
      void this.wake();
    } else if ((status === "dead" || status === "terminating") && !this.lost) {
      this.stopped();
    }
  }

  /**
   * Say when the page has lost the server, and look for it until it is back.
   *
   * JupyterLab looks for it as well, but ever more rarely, and gives up after two minutes.
   *
   * @param {string} status of the connection
   */
  connection(status) {
    if (status === "connected" && this.lost) {
      this.lost = false;
      this.notices.clear();
    } else if (status !== "connected" && !this.lost && !this.awaited) {
      this.lost = true;
      this.notices.say(STATE, LOOKING.silent);
      void this.comeBack(this.panel.sessionContext.session?.kernel);
    }
  }

  /**
   * Go on where the page was, once the server answers: with the kernel, or with a new one where
   * the server came back without it.
   *
   * @param {any} kernel the one that was lost
   */
  async comeBack(kernel) {
    let said = /** @type {Standing} */ ("silent");
    this.search += 1;
    const { search } = this;
    const searching = () => this.lost && search === this.search && !this.panel.isDisposed;
    while (searching()) {
      const standing = await this.standing(kernel);
      if (!searching()) {
        return;
      }
      if (standing === "gone" || standing === "dead") {
        await this.restart();
        return;
      }
      if (standing === "there") {
        await Promise.race([reconnected(kernel), pause(PATIENCE)]);
      } else if (standing !== said) {
        said = standing;
        this.notices.say(STATE, LOOKING[standing]);
      }
      await pause(BEAT);
    }
  }

  /**
   * Return what the server says of a kernel; of one that never was, that it is gone.
   *
   * @param {any} kernel
   */
  standing(kernel) {
    return standingOf(`${this.lab.kernels}${encodeURIComponent(kernel?.id ?? "none")}`);
  }

  /** Say that the kernel is on its way. */
  starting() {
    this.lost = false;
    this.awaited = true;
    this.notices.say(
      STATE,
      "The kernel is starting again. What you typed and had not saved is kept on this page.",
    );
  }

  /** Say that nothing is saved just now, and offer to go on. */
  stopped() {
    this.notices.say(STATE, `The kernel has stopped: nothing is saved just now. ${KEPT}`, [
      { label: "Start it again", act: () => this.restart() },
    ]);
  }

  /** Start the kernel again; its editors wake when it is there. */
  async restart() {
    this.starting();
    try {
      await this.start();
    } catch {
      this.awaited = false;
      this.notices.say(
        STATE,
        `The kernel could not be started. ${KEPT} ` +
          "Is 'workbench lab' still running? Start it, then try again.",
        [{ label: "Try again", act: () => this.restart() }],
      );
    }
  }

  /** Start the kernel again, or a new one where the server has none for this notebook. */
  async start() {
    const context = this.panel.sessionContext;
    const session = context.session;
    const standing = session?.kernel ? await this.standing(session.kernel) : "gone";
    if (standing === "silent" || standing === "closed") {
      this.awaited = false;
      this.connection("disconnected");
      return;
    }
    if (standing === "gone") {
      session?.dispose();
      await context.changeKernel({ name: "python3" });
    } else {
      await context.restartKernel();
    }
    await context.session?.kernel?.info;
    if (this.awaited) {
      this.awaited = false;
      await this.wake();
    }
  }

  /** Put what an investigator needs at the front of the notebook's toolbar. */
  addButtons() {
    const { ToolbarButton, pages } = this.lab;
    const folder = this.panel.context.path.split("/").slice(-2)[0];
    const open = (/** @type {string} */ address) => () => window.open(address, "rca-workbench");
    const buttons = [
      ["rca-home", "Home", "My cases, and what is due", pages],
      [
        "rca-sign",
        "Sign and export",
        "Approve, make, sign and issue the record",
        `${pages}cases/${encodeURIComponent(folder)}`,
      ],
    ];
    buttons.forEach(([name, label, tooltip, address], n) => {
      const button = new ToolbarButton({ label, tooltip, onClick: open(address) });
      this.panel.toolbar.insertItem(n, name, button);
    });
  }
}

/**
 * Connect to a kernel again; where that does not come about, whoever waits looks again.
 *
 * @param {any} kernel
 */
async function reconnected(kernel) {
  try {
    await kernel.reconnect();
  } catch {
    // JupyterLab gave the connection up, or put the kernel away
  }
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
