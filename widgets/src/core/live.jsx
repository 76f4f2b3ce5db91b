import { useEffect, useState } from "preact/hooks";

import { FindingNote } from "./checks.jsx";
import { changedFields } from "./values.js";

/** @import { Data, FieldError, Finding, Form, Host, Row } from "./types" */

const CHECK_AFTER = 400;

/**
 * What the kernel says of the form as it stands, a moment after the last key.
 * @param {Host} host  @param {Form} form  @param {Row | null} row
 * @param {Data} values  @param {Data} base  @param {number | null} version  @param {boolean} dirty
 * @param {(act: () => void) => void} onceLetGo
 */
export function useLiveCheck(host, form, row, values, base, version, dirty, onceLetGo) {
  const [said, setSaid] = useState({
    errors: /** @type {FieldError[]} */ ([]),
    findings: /** @type {Finding[]} */ ([]),
  });
  useEffect(() => {
    if (!dirty) {
      setSaid({ errors: [], findings: [] });
      return undefined;
    }
    let stale = false;
    const timer = setTimeout(async () => {
      const fields = changedFields(form, values, base);
      const answer = await host.try({
        kind: form.kind,
        id: row?.id ?? null,
        fields,
        base_version: version,
      });
      onceLetGo(() => {
        if (!stale && answer?.errors) setSaid(answer);
      });
    }, CHECK_AFTER);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [values, base]);
  return said;
}

/** What the checks would ask of the form as it stands. @param {{ findings: Finding[] }} props */
export function LiveFindings({ findings }) {
  if (!findings.length) return null;
  return (
    <div class="rca-live" role="status">
      {findings.map((finding) => (
        <FindingNote key={`${finding.code}${finding.message}`} finding={finding} />
      ))}
    </div>
  );
}
