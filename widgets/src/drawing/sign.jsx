import { Mark } from "./marks.jsx";

/**
 * A mark of the record in a line of text; words stand beside it.
 *
 * @param {{mark: "warn" | "well"}} props
 */
export function Sign({ mark }) {
  return (
    <svg class="rca-sign" viewBox="-8 -8 16 16" aria-hidden="true">
      <Mark mark={mark} x={0} y={0} />
    </svg>
  );
}
