import { useEffect, useState } from "preact/hooks";

/** @import { Item } from "./items.js" */

/**
 * What is chosen on the timeline, here and in the step as a whole.
 * @param {object} given
 * @param {Map<string, Item>} given.byKey
 * @param {string | null} given.selected  what the step has chosen
 * @param {(id: string | null) => void} given.onSelect
 * @param {(key: string) => void} given.onChosen
 * @param {(item: Item) => void} given.reveal
 * @param {(key: string) => void} given.focus
 */
export function useChoosing({ byKey, selected, onSelect, onChosen, reveal, focus }) {
  const [chosen, setChosen] = useState(selected);

  useEffect(() => {
    const item = selected ? byKey.get(selected) : null;
    if (item && selected !== chosen) {
      setChosen(item.key);
      reveal(item);
    }
  }, [selected]);

  /** @param {Item | null} item */
  function choose(item) {
    if (!item) return;
    setChosen(item.key);
    onChosen(item.key);
    onSelect(item.gap ? item.gap.explainedBy : item.accounts ? null : item.key);
  }

  /** @param {Item | null} item */
  function go(item) {
    if (!item) return;
    choose(item);
    reveal(item);
    focus(item.key);
  }

  return { chosen, current: (chosen && byKey.get(chosen)) || null, setChosen, choose, go };
}
