/**
 * The modules that JupyterLab shares with its extensions.
 *
 * @typedef {Record<string, Record<string, {get: () => Promise<() => any>}>>} ShareScope
 */

/**
 * Return the module called `name`, in whatever version JupyterLab brings.
 *
 * @param {ShareScope} scope
 * @param {string} name
 * @returns {Promise<any>}
 */
export async function shared(scope, name) {
  const versions = Object.values(scope[name] ?? {});
  if (versions.length === 0) {
    throw new Error(`JupyterLab shares no module called ${name}`);
  }
  const make = await versions[0].get();
  return make();
}
