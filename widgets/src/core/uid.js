import { useId } from "preact/hooks";

// each editor on a page is rendered on its own, and Preact numbers each from nought
const PAGE = Math.random().toString(36).slice(2, 8);

/** The beginning of identifiers that are this component's alone on the whole page. */
export function useUid() {
  return `rca-${PAGE}-${useId()}`;
}
