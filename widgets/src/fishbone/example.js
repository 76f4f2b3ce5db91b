/** A small view to test against: factors by where they stand. */

/**
 * @param {Record<string, {problem?: string, group?: string, lens?: string, effect?: string}>} factors
 * @returns {import("../core/types").View}
 */
export function viewOf(factors) {
  /** @param {string} value */
  const bone = (value) => ({ value, label: `The ${value}`, lines: [`The ${value}`], width: 80 });
  return /** @type {any} */ ({
    case: "C-0001",
    step: "fishbone",
    seq: 1,
    sections: [
      {
        kind: "problem",
        rows: ["B1", "B2"].map((id) => ({ id, version: 1, data: { statement: `Late ${id}` } })),
      },
      {
        kind: "factor",
        rows: Object.entries(factors).map(([id, data]) => ({
          id,
          version: 3,
          data: { statement: `Thing ${id}`, ...data },
        })),
      },
    ],
    findings: [],
    extra: {
      framework: "Invented",
      bones: {
        group: ["task", "team", "staff"].map(bone),
        lens: ["workforce", "environment"].map(bone),
      },
      fish: ["B1", "B2"].map((id) => ({ id, statement: `Late ${id}`, lines: [`Late ${id}`] })),
      twigs: Object.fromEntries(
        Object.entries(factors).map(([id, { effect }]) => [
          id,
          {
            stack: { height: 34, paragraphs: [] },
            helped: effect === "mitigated",
            label: `${id}, said`,
          },
        ]),
      ),
      causes: [
        { id: "C1", label: "C1: Late", version: 2, factors: ["F1"] },
        { id: "C2", label: "C2: Alone", version: 5, factors: [] },
      ],
    },
  });
}
