/** What the server says of a kernel, where it says anything at all. */

/**
 * `there`: it runs. `dead`: it ended, and can be started again. `gone`: the server knows nothing of
 * it, as after it was itself started anew. `closed`: the server does not know this browser.
 * `silent`: no answer.
 * @typedef {"there" | "dead" | "gone" | "closed" | "silent"} Standing
 */

const PATIENCE = 10_000;

/**
 * Ask the server what became of a kernel.
 *
 * @param {string} address of the kernel on the server
 * @returns {Promise<Standing>}
 */
export async function standingOf(address) {
  try {
    const answer = await fetch(address, {
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.status === 404) return "gone";
    if (answer.status === 401 || answer.status === 403) return "closed";
    if (!answer.ok) return "silent";
    return (await answer.json()).execution_state === "dead" ? "dead" : "there";
  } catch {
    return "silent";
  }
}
