import { useRef } from "preact/hooks";

/**
 * The ways to look at a step.
 * @param {{ tabs: { id: string, label: string }[], uid: string, chosen: string,
 *   onChoose(id: string): void }} props
 */
export function Tabs({ tabs, uid, chosen, onChoose }) {
  const root = useRef(/** @type {HTMLDivElement | null} */ (null));

  /** @param {KeyboardEvent} event */
  function move(event) {
    const here = tabs.findIndex((tab) => tab.id === chosen);
    const last = tabs.length - 1;
    /** @type {Record<string, number>} */
    const to = {
      ArrowRight: here === last ? 0 : here + 1,
      ArrowLeft: here === 0 ? last : here - 1,
      Home: 0,
      End: last,
    };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(tabs[next].id);
    /** @type {HTMLElement | undefined} */ (root.current?.children[next])?.focus();
  }

  return (
    <div
      class="rca-tabs"
      role="tablist"
      aria-label="Ways to look at this step"
      ref={root}
      onKeyDown={move}
    >
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${uid}-tab-${tab.id}`}
          aria-selected={tab.id === chosen}
          aria-controls={`${uid}-panel`}
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={() => onChoose(tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
