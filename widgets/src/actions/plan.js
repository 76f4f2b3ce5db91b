// The actions taken together: how strong, for which findings, and how it will show.

import { counted, sentence } from "../core/words.js";
import { joined } from "../timeline/sentences.js";

/** @import { Data, Draft, View } from "../core/types" */

/** @typedef {{ name: string, count: number | null, share: number, words: string }} Part */
/** @typedef {{ title: string, of: string, parts: Part[] }} Bar */
/** @typedef {{ id: string, statement: string, approach: string | null, findings: string[], causes: string[], factors: string[] }} Action */

export const NOT_SET = "Not set";
const NEW = "the one in the form";

const MEASURE_WORDS = /** @type {Record<string, string>} */ ({
  none: "has no measure yet",
  unplanned: "has a measure without a target or a plan",
  late: "was carried out before its measure was set",
});

/**
 * The actions as they are saved, with the one in the form as it is typed.
 * @param {View} view  @param {Draft | null} form
 * @returns {Action[]}
 */
export function actionsOf(view, form) {
  const draft = form?.kind === "action" ? form : null;
  const rows = view.sections.find((section) => section.kind === "action")?.rows ?? [];
  const saved = rows.map((row) =>
    read(row.id, draft?.id === row.id ? { ...row.data, ...draft.fields } : row.data),
  );
  const typed =
    draft && draft.id === null && draft.fields.statement ? [read(NEW, draft.fields)] : [];
  return [...saved, ...typed];
}

/**
 * The bar of this case above those of published studies.
 * @param {View} view  @param {Action[]} actions
 * @returns {Bar[]}
 */
export function barsOf(view, actions) {
  const { strengths, benchmarks } = view.extra;
  const counts = [...strengths, null].map((/** @type {string | null} */ strength) => ({
    name: strength ? sentence(strength) : NOT_SET,
    count: actions.filter((action) => strengthOf(view, action) === strength).length,
  }));
  return [
    {
      title: "This case",
      of: counted(actions.length, "action"),
      parts: counts
        .filter(({ count }) => count)
        .map(({ name, count }) => ({
          name,
          count,
          share: count / actions.length,
          words: `${count} of ${actions.length}`,
        })),
    },
    ...benchmarks.map((/** @type {Data} */ study) => ({
      title: study.label,
      of: study.of,
      parts: strengths.map((/** @type {string} */ strength) => ({
        name: sentence(strength),
        count: null,
        share: study.shares[strength] / 100,
        words: `${study.shares[strength]} %`,
      })),
    })),
  ];
}

/**
 * What the set as a whole says, in one sentence, or null without actions.
 * @param {View} view  @param {Action[]} actions
 */
export function strengthWords(view, actions) {
  if (!actions.length) return null;
  const parts = barsOf(view, actions)[0].parts.map(
    (part) => `${part.count} ${part.name.toLowerCase()}`,
  );
  const said = `${counted(actions.length, "action")}, by the kind of change: ${joined(parts)}.`;
  const held = actions.some((action) =>
    ["stronger", "intermediate"].includes(strengthOf(view, action) ?? ""),
  );
  return held
    ? said
    : `${said} None is known to be stronger or intermediate: what could change so that the right thing happens without anybody remembering?`;
}

/**
 * Findings that nobody acts on, those where somebody accepted that, and actions nothing asks for.
 * @param {View} view  @param {Action[]} actions
 */
export function thread(view, actions) {
  const acted = new Set(actions.flatMap((action) => action.findings));
  const findings = /** @type {{ id: string, statement: string, accepted: boolean }[]} */ (
    view.extra.findings
  );
  const open = findings.filter((finding) => !acted.has(finding.id));
  return {
    open: open.filter((finding) => !finding.accepted),
    accepted: open.filter((finding) => finding.accepted),
    groundless: actions.filter(
      ({ findings: asked, causes, factors }) => !asked.length && !causes.length && !factors.length,
    ),
    withoutFinding: actions.filter(
      ({ findings: asked, causes, factors }) =>
        !asked.length && (causes.length > 0 || factors.length > 0),
    ),
  };
}

/**
 * How far it is fixed what will show the effect of each action.
 * @param {View} view  @param {Action[]} actions
 */
export function measures(view, actions) {
  const saved = actions.filter((action) => action.id in view.extra.measures);
  const set = saved.filter((action) => view.extra.measures[action.id] === "set");
  return {
    set: `${set.length} of ${saved.length}`,
    missing: saved
      .filter((action) => !set.includes(action))
      .map((action) => ({ id: action.id, words: MEASURE_WORDS[view.extra.measures[action.id]] })),
  };
}

/** @param {View} view  @param {Action} action  @returns {string | null} */
export function strengthOf(view, action) {
  return action.approach ? (view.extra.approaches[action.approach] ?? null) : null;
}

/** @param {string} id  @param {Data} data  @returns {Action} */
function read(id, data) {
  return {
    id,
    statement: data.statement ?? "",
    approach: data.approach ?? null,
    findings: data.findings ?? [],
    causes: data.causes ?? [],
    factors: data.factors ?? [],
  };
}
