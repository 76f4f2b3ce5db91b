/** A small view to test against: causes by statement, links by their ends. */

/**
 * @param {{causes: Record<string, string>, links: Record<string, [string, string] | string[]>,
 *   boxes?: Record<string, object>, data?: Record<string, object>, extra?: object}} of
 * @returns {import("../core/types").View}
 */
export function viewOf({ causes, links, boxes = {}, data = {}, extra = {} }) {
  const into = Object.values(links).map(([, effect]) => effect);
  return /** @type {any} */ ({
    case: "C-0001",
    step: "causes",
    seq: 1,
    sections: [
      {
        kind: "cause",
        rows: Object.entries(causes).map(([id, statement]) => ({
          id,
          version: 1,
          data: { statement, type: id === "C1" ? "outcome" : "condition", ...data[id] },
        })),
      },
      {
        kind: "link",
        rows: Object.entries(links).map(([id, [cause, effect]]) => ({
          id,
          version: 1,
          data: { cause, effect, mechanism: "so it was", confidence: "probable", ...data[id] },
        })),
      },
    ],
    findings: [],
    extra: {
      boxes: Object.keys(causes).map((id) => ({
        id,
        type: id === "C1" ? "outcome" : "condition",
        combination: into.filter((effect) => effect === id).length > 1 ? "all" : null,
        stack: { height: 40, paragraphs: [] },
        badges: [],
        width: 184,
        height: 58,
        label: `${id}, condition: ${causes[id]}.`,
        ...boxes[id],
      })),
      marks: {},
      times: {},
      types: [
        { value: "outcome", label: "Outcome" },
        { value: "condition", label: "Condition" },
      ],
      confidences: [
        { value: "established", label: "Established" },
        { value: "probable", label: "Probable" },
      ],
      ...extra,
    },
  });
}
