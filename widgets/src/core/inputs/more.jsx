import { useState } from "preact/hooks";

/** @import { ComponentChildren } from "preact" */

/**
 * What few need, folded away until something in it is `needed`; it never folds by itself again.
 * @param {{ label: string, needed: boolean, children: ComponentChildren }} props
 */
export function More({ label, needed, children }) {
  const [open, setOpen] = useState(needed);
  if (needed && !open) setOpen(true);
  return (
    <details
      class="rca-more"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open || needed)}
    >
      <summary>{label}</summary>
      {children}
    </details>
  );
}
