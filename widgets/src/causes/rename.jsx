import { useLayoutEffect, useRef, useState } from "preact/hooks";

/**
 * The statement of a cause, written where it stands. Enter keeps it, Escape leaves it as it was.
 *
 * @param {{id: string, statement: string, style: Record<string, string>,
 *   onDone: (statement: string | null) => Promise<string | null>}} props
 *   `onDone` answers with why it could not be kept
 */
export function Rename({ id, statement, style, onDone }) {
  const [refused, setRefused] = useState(/** @type {string | null} */ (null));
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const closing = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  /** @param {boolean} keep */
  const leave = async (keep) => {
    if (closing.current) return;
    closing.current = true;
    const typed = field.current?.value.trim() ?? "";
    const why = await onDone(keep && typed && typed !== statement ? typed : null);
    closing.current = false;
    setRefused(why);
  };

  return (
    <div class="rca-rename" style={style}>
      <textarea
        ref={field}
        aria-label={`What was ${id}?`}
        aria-invalid={refused ? "true" : undefined}
        defaultValue={statement}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "Escape") return;
          event.preventDefault();
          void leave(event.key === "Enter");
        }}
        onBlur={() => leave(true)}
      />
      {refused && (
        <p class="rca-refused" role="alert">
          {refused}
        </p>
      )}
    </div>
  );
}
