// Where the focus goes when something of an editor has been drawn.

/**
 * Put the focus on the first of some places that is there, once the page is drawn.
 * @param {Element | null} root  @param {...string} selectors
 */
export function focusSoon(root, ...selectors) {
  requestAnimationFrame(() => {
    const found = selectors.map((one) => root?.querySelector(one)).find(Boolean);
    if (!(found instanceof HTMLElement || found instanceof SVGElement)) return;
    found.focus();
    found.scrollIntoView({ block: "nearest" });
  });
}

/**
 * Put the focus into a field of the form that opens, once it stands and has taken the focus itself.
 * @param {Element | null} root  @param {string} field
 */
export function focusField(root, field) {
  setTimeout(() => {
    const found = root?.querySelector(`.rca-form [data-field="${field}"]`);
    found?.closest("details")?.setAttribute("open", "");
    const control = found?.querySelector("input, textarea, select, button");
    /** @type {HTMLElement | null | undefined} */ (control)?.focus();
  }, 50);
}
