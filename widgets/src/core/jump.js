// The way from one step's editor to another's on the same page.

/** How long the editors above the one that was jumped to may take to fill. */
const FILLING = 10_000;
const OWN_HANDS = ["wheel", "touchmove", "pointerdown", "keydown"];

/**
 * Go to the editor of a step; false where the page has none.
 * @param {string} step
 */
export function goToStep(step) {
  const editors = /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll("[data-rca-step]")
  );
  const there = [...editors].find((one) => one.dataset.rcaStep === step);
  if (!there) return false;
  there.tabIndex = -1;
  there.focus({ preventScroll: true });
  land(there);
  return true;
}

let landing = new AbortController();

/**
 * Bring an element to the top of what is seen and keep it there: editors fill when they come near,
 * and those above would push it out of sight. Whoever scrolls, presses or types ends it.
 * @param {HTMLElement} there
 */
function land(there) {
  landing.abort();
  const own = (landing = new AbortController());
  const end = AbortSignal.any([own.signal, AbortSignal.timeout(FILLING)]);
  const place = () => there.scrollIntoView({ block: "start", behavior: "instant" });
  const watch = new ResizeObserver(place);

  place();
  for (let one = /** @type {Element | null} */ (there); one; one = one.parentElement) {
    watch.observe(one);
  }
  for (const name of OWN_HANDS) {
    addEventListener(name, () => own.abort(), { capture: true, passive: true, signal: end });
  }
  end.addEventListener("abort", () => watch.disconnect());
}
