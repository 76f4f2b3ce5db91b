// Words that more than one part of the page says.

/** @import { Field, Finding, Presence, Progress } from "./types" */

import { momentInWords } from "./moments.js";
import { readWhen, written } from "./when.js";

/** @param {number} count  @param {string} one  @param {string} [many] */
export function counted(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

/** @param {string} text */
export function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param {Progress} step */
export function standing(step) {
  if (step.blocking) return `${counted(step.blocking, "thing")} to mend`;
  if (step.open) return `${counted(step.open, "question")} open`;
  return step.entries ? "nothing open" : "nothing entered yet";
}

/** @type {Record<string, string>} */
const GATES = {
  triage: "triage",
  review: "the review",
  analyse: "the analysis",
  comment: "people comment",
  approve: "approval",
  issue: "the record is issued",
  act: "actions begin",
  verify: "results are verified",
  close: "the case is closed",
};

/** @param {Finding} finding */
export function weight(finding) {
  if (finding.gate) return `To mend before ${GATES[finding.gate] ?? finding.gate}`;
  return finding.severity === "warns" ? "Worth a second look" : "A suggestion";
}

/** @param {Presence[]} people */
export function whoElse(people) {
  return people
    .filter((one) => !one.here)
    .map((one) => `${one.person} is in ${one.step}${one.where ? `, editing ${one.where}` : ""}`)
    .join(". ");
}

/**
 * A value in words, for two versions side by side.
 * @param {Field | undefined} field  @param {any} value
 * @returns {string}
 */
export function inWords(field, value) {
  if (value === undefined || value === null || value === "") return "left empty";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map((one) => inWords(field, one)).join("; ");
  if (typeof value === "object") {
    if (value.earliest || value.latest) return written(readWhen(value));
    if (value.stated) return value.stated;
    return Object.entries(value)
      .map(([name, held]) => {
        const inner = field?.fields?.find((one) => one.name === name);
        return `${inner?.label ?? name}: ${inWords(inner, held)}`;
      })
      .join("; ");
  }
  if (field?.input === "moment") return momentInWords(String(value)) || String(value);
  return field?.choices?.find((choice) => choice.value === String(value))?.label ?? String(value);
}
