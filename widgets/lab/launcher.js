/** The cards of JupyterLab's launcher that begin an investigation. */

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24">' +
  '<path class="jp-icon3" fill="#005eb8" d="M4 3h11l5 5v13H4zm10 1.5V9h4.5zM7 12v1.5h10V12zm0 4v1.5h7V16z"/></svg>';

/** The kinds of investigation, in the order in which they are met. */
export const STARTS = [
  ["triage", "Triage", "The first two days: safety, duties, how deep to look"],
  [
    "rapid-learning-review",
    "Rapid learning review",
    "Three questions, for low harm that stands alone",
  ],
  ["structured-analysis", "Structured analysis", "From questions to actions that are seen to work"],
  ["after-action-review", "After-action review", "Four questions, asked together and soon"],
  ["restrictive-practice-review", "Review of a restriction", "Why it is there, and when it ends"],
];

/**
 * Add the cards, and the same commands to the palette.
 *
 * @param {any} app JupyterLab
 * @param {any} launcher where the cards go, or null
 * @param {any} palette where commands are searched, or null
 * @param {any} LabIcon JupyterLab's icon class
 * @param {string} pages the address of the workbench's pages
 */
export function cards(app, launcher, palette, LabIcon, pages) {
  const icon = new LabIcon({ name: "rca-workbench:case", svgstr: ICON });
  const category = "Investigation";
  const add = (
    /** @type {string} */ command,
    /** @type {string} */ label,
    /** @type {string} */ caption,
    /** @type {string} */ address,
    /** @type {number} */ rank,
  ) => {
    app.commands.addCommand(command, {
      label,
      caption,
      icon,
      execute: () => window.open(address, "rca-workbench"),
    });
    launcher?.add({ command, category, rank });
    palette?.addItem({ command, category });
  };
  add("rca-workbench:home", "Home", "My cases, what is due, start a case", pages, 0);
  STARTS.forEach(([template, label, caption], n) => {
    const address = `${pages}?template=${template}#start`;
    add(`rca-workbench:start-${template}`, label, caption, address, n + 1);
  });
}
