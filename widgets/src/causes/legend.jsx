import { ArrowHead, Mark } from "../drawing/marks.jsx";
import { Outline } from "./shape.jsx";

/** @typedef {import("./graph.js").Graph} Graph */

const TYPES = [
  "outcome",
  "event",
  "human action",
  "deviation from procedure",
  "omission",
  "condition",
];
/** @type {[string, string | undefined, number][]} */
const LINES = [
  ["established", undefined, 2.2],
  ["probable", "8 5", 1.8],
  ["possible", "0.1 5", 2.4],
];

/**
 * The marks that occur, as under the record's drawing.
 *
 * @param {{graph: Graph, marks: Record<string, string[]>}} props
 */
export function Legend({ graph, marks }) {
  const types = new Set(graph.causes.map((cause) => cause.type));
  const sure = new Set(graph.links.map((link) => link.confidence));
  const gates = new Set(graph.causes.map((cause) => cause.box.combination));
  const doubted = graph.links.some((link) => link.against.length);
  const entries = [
    ...TYPES.filter((type) => types.has(type)).map((type) => ({
      words: type,
      picture: <Outline type={type} width={34} height={18} />,
    })),
    ...LINES.filter(([name]) => sure.has(name)).map(([name, dash, width]) => ({
      words: `${name} link`,
      picture: (
        <>
          <path class="rca-line" d="M0 9H27" stroke-dasharray={dash} stroke-width={width} />
          <ArrowHead tip={[35, 9]} towards={[0, 9]} />
        </>
      ),
    })),
    ...(doubted
      ? [
          {
            words: "evidence against the link",
            picture: (
              <g class="rca-doubt">
                <circle cx={17} cy={9} r={8.5} />
                <text x={17} y={13.6} font-size={13} font-weight={700} text-anchor="middle">
                  ?
                </text>
              </g>
            ),
          },
        ]
      : []),
    ...(Object.keys(marks).length
      ? [{ words: "something to look at", picture: <Mark mark="warn" x={17} y={9} /> }]
      : []),
    ...(gates.has("all") ? [{ words: "all of its causes together", picture: gate("AND", 2) }] : []),
    ...(gates.has("any") ? [{ words: "any one of its causes alone", picture: gate("OR", 9) }] : []),
  ];
  return (
    <ul class="rca-legend" aria-label="What the marks mean">
      {entries.map(({ words, picture }) => (
        <li key={words}>
          <svg viewBox="-1 -1 38 20" width={38} height={20} aria-hidden="true">
            {picture}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}

/**
 * @param {string} words
 * @param {number} radius
 */
function gate(words, radius) {
  return (
    <>
      <rect class="rca-fill-ink" width={34} height={18} rx={radius} />
      <text
        class="rca-tone-ground"
        x={17}
        y={13}
        font-size={11}
        font-weight={700}
        text-anchor="middle"
      >
        {words}
      </text>
    </>
  );
}
