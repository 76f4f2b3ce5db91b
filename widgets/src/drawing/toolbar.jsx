import { useRef, useState } from "preact/hooks";

/**
 * @typedef {{name: string, label: string, off?: boolean, pressed?: boolean,
 *   expanded?: boolean, adds?: string, run: () => void}} Tool
 *   `adds` is the kind whose form it opens, so that the focus comes back to it;
 *   `off` tools stay where they are, and reachable, so that nothing moves under the finger
 */

/**
 * A toolbar with one tab stop; arrows move along it.
 *
 * @param {{label: string, groups: Tool[][]}} props
 */
export function Toolbar({ label, groups }) {
  const root = useRef(/** @type {HTMLDivElement | null} */ (null));
  const tools = groups.flat();
  const [stop, setStop] = useState(tools[0].name);

  /** @param {KeyboardEvent} event */
  const move = (event) => {
    const at = tools.findIndex((tool) => tool.name === stop);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[
      event.key
    ];
    if (next === undefined) return;
    event.preventDefault();
    const { name } = tools[(next + tools.length) % tools.length];
    setStop(name);
    /** @type {HTMLElement | null | undefined} */ (
      root.current?.querySelector(`[data-tool="${name}"]`)
    )?.focus();
  };

  return (
    <div class="rca-tools" role="toolbar" aria-label={label} ref={root} onKeyDown={move}>
      {groups.map((group, n) => (
        <div class="rca-tools-group" key={n}>
          {group.map((tool) => (
            <button
              key={tool.name}
              type="button"
              data-tool={tool.name}
              data-add={tool.adds}
              tabIndex={tool.name === stop ? 0 : -1}
              aria-disabled={tool.off ? "true" : undefined}
              aria-pressed={tool.pressed}
              aria-expanded={tool.expanded}
              onFocus={() => setStop(tool.name)}
              onClick={() => tool.off || tool.run()}
            >
              {tool.label}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
