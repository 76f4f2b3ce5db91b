/** @import { Filter } from "./board.js" */

/** @type {[Filter["effect"], string][]} */
const EFFECTS = [
  ["all", "All factors"],
  ["contributed", "Contributed"],
  ["helped", "Helped"],
];

/**
 * @param {{ filter: Filter, setFilter(filter: Filter): void, framework: string, others: string[],
 *   other: string | null, setOther(name: string | null): void, add(): void }} props
 */
export function Filters({ filter, setFilter, framework, others, other, setOther, add }) {
  return (
    <div class="fb-filters" role="group" aria-label="What is shown">
      <button type="button" data-add="factor" onClick={add}>
        Add a factor
      </button>
      <label class="rca-field">
        Find
        <input
          type="search"
          value={filter.text}
          onInput={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
        />
      </label>
      <label class="rca-field">
        Show
        <select
          value={filter.effect}
          onChange={(event) =>
            setFilter({
              ...filter,
              effect: /** @type {Filter["effect"]} */ (event.currentTarget.value),
            })
          }
        >
          {EFFECTS.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label class="rca-field">
        In the words of
        <select
          value={other ?? ""}
          onChange={(event) => setOther(event.currentTarget.value || null)}
        >
          <option value="">{framework}</option>
          {others.map((name) => (
            <option key={name} value={name}>
              {name}, to read
            </option>
          ))}
        </select>
      </label>
      <label class="fb-tick">
        <input
          type="checkbox"
          checked={filter.bare}
          onChange={(event) => setFilter({ ...filter, bare: event.currentTarget.checked })}
        />{" "}
        Only without evidence
      </label>
    </div>
  );
}
