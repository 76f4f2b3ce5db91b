import { useState } from "preact/hooks";

import { describedBy, Grouped } from "./labelled.jsx";

/** @import { InputProps } from "./props" */

const UNITS = ["bytes", "kB", "MB", "GB"];

/** @param {number} bytes */
export function sizeInWords(bytes) {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const size = bytes / 1000 ** step;
  return `${step && size < 10 ? size.toFixed(1) : Math.round(size)} ${UNITS[step]}`;
}

/**
 * A file that is kept by its fingerprint. Its field holds the name; size and fingerprint go with
 * it, and nothing of them can be typed.
 * @param {InputProps & { values: Record<string, any> }} props
 */
export function FileInput({ id, field, values, error, host, onMore, onAwait }) {
  const [share, setShare] = useState(/** @type {number | null} */ (null));
  const [trouble, setTrouble] = useState("");
  const [over, setOver] = useState(false);

  /** @param {File | undefined} file */
  async function take(file) {
    if (!file) return;
    setTrouble("");
    setShare(0);
    try {
      const arriving = host.upload(file, setShare);
      onAwait?.(arriving);
      onMore(await arriving);
    } catch (problem) {
      setTrouble(problem instanceof Error ? problem.message : String(problem));
    } finally {
      setShare(null);
    }
  }

  return (
    <Grouped id={id} field={field} error={error ?? (trouble || null)}>
      <div
        class={`rca-drop${over ? " rca-over" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer?.files[0]);
        }}
      >
        {values.sha256 ? (
          <p>
            <b>{values.file_name}</b>, {sizeInWords(values.size ?? 0)}
            <br />
            <span class="rca-help">
              Kept with its fingerprint <code>{String(values.sha256).slice(0, 12)}…</code>
            </span>
          </p>
        ) : (
          <p>Drop a file here, or choose one.</p>
        )}
        <label class="rca-small" for={`${id}-file`}>
          {values.sha256 ? "Choose another file" : "Choose a file"}
        </label>
        <input
          id={`${id}-file`}
          type="file"
          aria-describedby={describedBy(id, field, error)}
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
        {share !== null && (
          <p role="status">
            <progress max={1} value={share} aria-label="Keeping the file" />{" "}
            {Math.round(share * 100)} % arrived
          </p>
        )}
        {values.sha256 && (
          <button
            type="button"
            class="rca-quiet"
            onClick={() => onMore({ file_name: undefined, size: undefined, sha256: undefined })}
          >
            Leave the file out
          </button>
        )}
      </div>
    </Grouped>
  );
}
