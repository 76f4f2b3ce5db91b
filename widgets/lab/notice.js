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
  const words = document.createElement("p");
  words.setAttribute("role", "status");
  words.textContent = text;
  node.append(words);
  for (const { label, act } of offers) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", act);
    node.append(button);
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
    this.shown = new this.Widget({ node: noticeElement(name, text, offers) });
    this.panel.contentHeader.addWidget(this.shown);
  }

  /** Take the notice away. */
  clear() {
    this.shown?.dispose();
    this.shown = null;
  }
}
