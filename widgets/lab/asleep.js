/**
 * Editors of an earlier sitting.
 *
 * A saved notebook holds the editor of each step beside the figure and table it stood for. The
 * editor has lost its kernel for good: taken away, JupyterLab shows the figure and the table.
 */

const EDITOR = "application/vnd.jupyter.widget-view+json";

/**
 * Return a notebook output without its editor; the same object where it has none.
 *
 * @param {any} output in the form of the notebook file
 * @returns {any}
 */
export function withoutEditor(output) {
  if (!output?.data || !(EDITOR in output.data)) {
    return output;
  }
  const { [EDITOR]: _gone, ...data } = output.data;
  if (Object.keys(data).length > 0) {
    return { ...output, data };
  }
  return {
    ...output,
    data: { "text/plain": "An editor stood here. Run the cell to open it again." },
  };
}

/**
 * Take the editors of an earlier sitting out of a notebook.
 *
 * @param {any} model the notebook's model in JupyterLab
 * @returns {number} how many there were
 */
export function putToSleep(model) {
  let found = 0;
  for (const cell of model.cells) {
    for (let n = 0; n < (cell.outputs?.length ?? 0); n += 1) {
      const output = cell.outputs.get(n).toJSON();
      const asleep = withoutEditor(output);
      if (asleep !== output) {
        cell.outputs.set(n, asleep);
        found += 1;
      }
    }
  }
  return found;
}
