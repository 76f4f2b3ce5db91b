/** A line above the notebook that says something and offers what to do about it. */

/**
 * @typedef {{label: string, act: () => void}} Offer
 */

/**
 * Return the element of a notice.
 *
 * @param {string} name what the notice is about, for those who cannot see it
 * @param {string} text
 * @param {readonly Offer[]} offers
 * @returns {HTMLElement}
 */
export function noticeElement(name, text, offers) {
  const node = document.createElement("section");
  node.className = "rca-notice";
  node.setAttribute("aria-label", name);
  const line = document.createElement("div");
  line.className = "rca-notice-line";
  node.append(line);
  const words = document.createElement("p");
  words.setAttribute("role", "status");
  words.textContent = text;
  line.append(words);
  for (const { label, act } of offers) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", act);
    line.append(button);
  }
  node.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey) {
      event.stopPropagation();
    }
  });
  return node;
}

/** Shows at most one notice above a notebook. */
export class Notices {
  /**
   * @param {any} panel the notebook's panel
   * @param {any} Widget the class that JupyterLab's widgets have in common
   */
  constructor(panel, Widget) {
    this.panel = panel;
    this.Widget = Widget;
    /** @type {any} */
    this.shown = null;
    /** @type {ResizeObserver | null} */
    this.room = null;
  }

  /**
   * Say something in place of what was said before.
   *
   * @param {string} name
   * @param {string} text
   * @param {readonly Offer[]} [offers]
   */
  say(name, text, offers = []) {
    this.clear();
    const node = noticeElement(name, text, offers);
    this.shown = new this.Widget({ node });
    this.panel.contentHeader.addWidget(this.shown);
    this.makeRoom(node);
  }

  /**
   * Keep the notice as high as its words: JupyterLab gives what stands there only the least height
   * that its style asks for.
   *
   * @param {HTMLElement} node
   */
  makeRoom(node) {
    const line = /** @type {HTMLElement} */ (node.firstElementChild);
    this.room = new ResizeObserver(() => {
      node.style.minHeight = `${line.offsetHeight}px`;
      this.panel.contentHeader.fit();
    });
    this.room.observe(line);
  }

  /** Take the notice away. */
  clear() {
    this.room?.disconnect();
    this.shown?.dispose();
    this.shown = null;
  }
}
