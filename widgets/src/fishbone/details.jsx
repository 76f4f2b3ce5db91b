import { useUid } from "../core/uid.js";
import { Mark } from "../drawing/marks.jsx";
import { TwigLine } from "./fish.jsx";

/** @import { Finding } from "../core/types" */
/** @typedef {import("./fish.js").Shoal} Shoal */
/** @typedef {import("./fish.js").Factor} Factor */
/** @typedef {import("./fish.js").Bone} Bone */

/**
 * The bones of one fish that have no factor yet: places to put one.
 *
 * @param {{fish: import("./fish.js").Fish, over: string | null, onAdd: (bone: string) => void}} props
 *   `over` is the bone that something is being dragged to
 */
export function Bones({ fish, over, onAdd }) {
  const title = useUid();
  if (!fish.empty.length) return null;
  return (
    <div class="rca-bones">
      <p id={title}>Bones of {fish.id} without factors:</p>
      <ul aria-labelledby={title}>
        {fish.empty.map((bone) => (
          <li key={bone.value}>
            <button
              type="button"
              class={over === bone.value ? "rca-over" : undefined}
              data-bone={bone.value}
              data-of={fish.id}
              aria-label={`Add a factor to ${bone.label}, ${fish.id}`}
              onClick={() => onAdd(bone.value)}
              onKeyDown={(event) => event.stopPropagation()}
            >
              {bone.label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/**
 * Factors that stand on no fish, and why.
 *
 * @param {{shoal: Shoal, current: string | null, press: (event: PointerEvent) => boolean}} props
 */
export function Loose({ shoal, current, press }) {
  const title = useUid();
  if (!shoal.loose.length) return null;
  return (
    <div class="rca-loose" data-bone="" onPointerDown={press}>
      <p id={title}>On no bone yet:</p>
      <ul aria-labelledby={title}>
        {shoal.loose.map((factor) => (
          <li key={factor.id}>
            <button
              type="button"
              data-factor={factor.id}
              data-edit={factor.id}
              aria-label={factor.label}
              aria-current={factor.id === current ? "true" : undefined}
            >
              <b>{factor.id}</b> {factor.statement}
              <small>{factor.problem ? "No bone given" : "No problem given"}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/**
 * What is selected, in words: its effect, where it stands, what it rests on, what rests on it.
 *
 * @param {{factor: Factor, causes: import("./changes.js").CauseOption[], findings: Finding[],
 *   bones: {group: Bone[], lens: Bone[]}}} props
 */
export function Details({ factor, causes, findings, bones }) {
  const behind = causes.filter((one) => one.factors.includes(factor.id));
  const group = bones.group.find((one) => one.value === factor.group)?.label;
  const lens = bones.lens.find((one) => one.value === factor.lens)?.label;
  return (
    <div class="rca-details">
      <p class="rca-details-title">
        {factor.id} “{factor.statement}”
      </p>
      <p>
        {[
          factor.helped
            ? "It helped: it made it less likely, or less severe."
            : "It contributed to the problem.",
          `Group: ${group ?? "none given"}.`,
          `Lens: ${lens ?? "none given"}.`,
          `Evidence: ${factor.evidence.join(", ") || "none named"}.`,
        ].join(" ")}
      </p>
      <p>
        {behind.length
          ? `It stands behind ${behind.map((one) => one.label).join("; ")}.`
          : "It stands behind no cause."}
      </p>
      {findings
        .filter((one) => one.subject === factor.id)
        .map((one) => (
          <p class="rca-warns" key={`${one.code}${one.message}`}>
            {one.message} {one.question}
          </p>
        ))}
    </div>
  );
}

/**
 * The marks that occur, as under the record's drawing.
 *
 * @param {{shoal: Shoal}} props
 */
export function Legend({ shoal }) {
  const factors = [...shoal.factor.values()];
  const bare = factors.some((one) => one.stack.paragraphs.some((part) => part.mark === "warn"));
  const entries = [
    {
      shown: factors.some((one) => !one.helped),
      words: "contributed to the problem",
      picture: <TwigLine x={0} y={9} end={36} helped={false} />,
    },
    {
      shown: factors.some((one) => one.helped),
      words: "helped: made it less likely or less severe",
      picture: <TwigLine x={0} y={9} end={36} helped />,
    },
    { shown: bare, words: "no evidence named", picture: <Mark mark="warn" x={18} y={9} /> },
  ];
  return (
    <ul class="rca-legend" aria-label="What the marks mean">
      {entries
        .filter((one) => one.shown)
        .map(({ words, picture }) => (
          <li key={words}>
            <svg viewBox="-1 -1 40 20" width={40} height={20} aria-hidden="true">
              {picture}
            </svg>
            {words}
          </li>
        ))}
    </ul>
  );
}
