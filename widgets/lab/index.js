/**
 * What makes JupyterLab a place to investigate in.
 *
 * JupyterLab loads this file as a federated extension: a container with `init` and `get`. It is
 * written by hand, since it needs nothing but what JupyterLab shares.
 */

import css from "./lab.css";
import { cards } from "./launcher.js";
import { shared } from "./modules.js";
import { Sitting } from "./sitting.js";

const NAME = "rca-workbench";
/** @type {import("./modules.js").ShareScope} */
let scope = {};

async function extension() {
  const [notebook, launcher, apputils, coreutils, widgets, ui] = await Promise.all(
    [
      "@jupyterlab/notebook",
      "@jupyterlab/launcher",
      "@jupyterlab/apputils",
      "@jupyterlab/coreutils",
      "@lumino/widgets",
      "@jupyterlab/ui-components",
    ].map((name) => shared(scope, name)),
  );
  const base = coreutils.PageConfig.getBaseUrl();
  const pages = `${base}workbench/`;
  const lab = {
    NotebookActions: notebook.NotebookActions,
    ToolbarButton: apputils.ToolbarButton,
    Widget: widgets.Widget,
    pages,
    reload: () => window.location.reload(),
    kernels: `${base}api/kernels/`,
    templates: TEMPLATES,
  };
  const place = {
    id: `${NAME}:notebooks`,
    description: "Makes a notebook of the workbench one to work in.",
    autoStart: true,
    requires: [notebook.INotebookTracker],
    activate: (/** @type {any} */ _app, /** @type {any} */ tracker) => {
      const style = document.createElement("style");
      style.textContent = css;
      document.head.append(style);
      tracker.widgetAdded.connect((/** @type {any} */ _, /** @type {any} */ panel) => {
        void new Sitting(panel, lab).begin();
      });
    },
  };
  const start = {
    id: `${NAME}:launcher`,
    description: "Cards for the home page and for each kind of investigation.",
    autoStart: true,
    optional: [launcher.ILauncher, apputils.ICommandPalette],
    activate: (/** @type {any} */ app, /** @type {any} */ cardsPlace, /** @type {any} */ palette) =>
      cards(app, cardsPlace, palette, ui.LabIcon, pages),
  };
  return [place, start];
}

const container = {
  init(/** @type {import("./modules.js").ShareScope} */ given) {
    scope = given;
  },
  async get() {
    const plugins = await extension();
    return () => ({ __esModule: true, default: plugins });
  },
};

const page = /** @type {any} */ (window);
page._JUPYTERLAB ??= {};
page._JUPYTERLAB[NAME] = container;
