import { Sign } from "../drawing/sign.jsx";
import { actionsOf, barsOf, measures, NOT_SET, strengthWords, thread } from "./plan.js";

/** @import { ComponentChildren } from "preact" */
/** @import { Data, DrawingProps } from "../core/types" */
/** @import { Action, Bar } from "./plan.js" */

/** The actions of a case taken together, as they would be with what is being typed. @param {DrawingProps} props */
export function ActionSet({ view, act, onSelect, draft = null }) {
  const actions = actionsOf(view, draft);
  const words = strengthWords(view, actions);
  /** @param {string} id */
  const open = (id) => {
    onSelect(id);
    act.edit("action", id);
  };
  return (
    <div class="rca-drawing as">
      <section aria-label="Strength">
        <h4>How strong the actions are together</h4>
        {words ? (
          <>
            <p role="status">{words}</p>
            <ul class="as-bars">
              {barsOf(view, actions).map((bar) => (
                <StrengthBar key={bar.title} bar={bar} />
              ))}
            </ul>
            <p class="as-note">
              Strength says how much an action depends on people remembering; it is narrow, and
              stands beside the scores, never in their place. A comparison with other people’s
              reviews is a question, not a mark. Benchmarks: {view.extra.source}.
            </p>
          </>
        ) : (
          <p>No action has been entered yet.</p>
        )}
      </section>
      <Thread view={view} actions={actions} open={open} act={act} />
      <Measures view={view} actions={actions} />
      <Scores view={view} actions={actions} act={act} />
    </div>
  );
}

/** @param {{ bar: Bar }} props */
function StrengthBar({ bar }) {
  const said = bar.parts.map((part) => `${part.name.toLowerCase()} ${part.words}`).join(", ");
  return (
    <li>
      <p class="as-bar-title">
        <b>{bar.title}</b> <span class="as-quiet">{bar.of}</span>
      </p>
      <div class="as-bar" role="img" aria-label={`${bar.title}: ${said}.`}>
        {bar.parts.map((part) => (
          <span
            key={part.name}
            class={`as-part as-${part.name === NOT_SET ? "unset" : part.name.toLowerCase()}`}
            style={{ flexGrow: 100 * part.share }}
          />
        ))}
      </div>
      <p class="as-words" aria-hidden="true">
        {bar.parts.map((part) => (
          <span key={part.name}>
            <span
              class={`as-key as-${part.name === NOT_SET ? "unset" : part.name.toLowerCase()}`}
            />
            {part.name} {part.words}
          </span>
        ))}
      </p>
    </li>
  );
}

/** @param {{ view: DrawingProps["view"], actions: Action[], open(id: string): void, act: DrawingProps["act"] }} props */
function Thread({ view, actions, open, act }) {
  const { open: unmet, accepted, groundless, withoutFinding } = thread(view, actions);
  const whole = !unmet.length && !groundless.length && !withoutFinding.length;
  return (
    <section aria-label="Findings and actions">
      <h4>Findings and actions</h4>
      {whole ? (
        <p>
          {view.extra.findings.length
            ? "Every area for improvement has an action, or somebody accepted that it has none. Every action answers a finding."
            : "No area for improvement has been entered yet."}
        </p>
      ) : null}
      <ul class="as-list">
        {unmet.map((finding) => (
          <Open key={finding.id} id={finding.id} words="has no action.">
            <span class="as-quiet">{finding.statement}</span>
            <button
              type="button"
              data-add="action"
              onClick={() => act.edit("action", null, { findings: [finding.id] })}
            >
              Add an action for {finding.id}
            </button>
          </Open>
        ))}
        {groundless.map((action) => (
          <Open key={action.id} id={action.id} words="answers no finding, cause or factor.">
            <Edit id={action.id} open={open} />
          </Open>
        ))}
        {withoutFinding.map((action) => (
          <Open
            key={action.id}
            id={action.id}
            words={`names no finding; it answers ${[...action.causes, ...action.factors].join(", ")}.`}
          >
            <Edit id={action.id} open={open} />
          </Open>
        ))}
        {accepted.map((finding) => (
          <li key={finding.id}>
            <b>{finding.id}</b> has no action, and somebody accepted that.
          </li>
        ))}
      </ul>
    </section>
  );
}

/** @param {{ view: DrawingProps["view"], actions: Action[] }} props */
function Measures({ view, actions }) {
  const { set, missing } = measures(view, actions);
  return (
    <section aria-label="Measures">
      <h4>Measures set before the start</h4>
      <p>{set} actions have a measure with a target and a plan, set before they are carried out.</p>
      <ul class="as-list">
        {missing.map(({ id, words }) => (
          <Open key={id} id={id} words={`${words}.`} />
        ))}
      </ul>
      {missing.length ? <p class="as-note">Measures are entered in the step “Assurance”.</p> : null}
    </section>
  );
}

/** @param {{ view: DrawingProps["view"], actions: Action[], act: DrawingProps["act"] }} props */
function Scores({ view, actions, act }) {
  const labels = Object.values(/** @type {Record<string, string>} */ (view.extra.criteria));
  const saved = actions.filter((action) => action.id in view.extra.measures);
  if (!saved.length) return null;
  return (
    <section aria-label="Scores">
      <h4>How people score them, from 1 to 5</h4>
      <div class="as-scroll" tabIndex={0} role="group" aria-label="Table of scores">
        <table>
          <thead>
            <tr>
              <th scope="col">Action</th>
              {labels.map((label) => (
                <th scope="col" key={label}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {saved.map(({ id }) => (
              <tr key={id}>
                <th scope="row">{id}</th>
                {view.extra.faces[id] ? (
                  view.extra.faces[id].map((/** @type {Data} */ one) => (
                    <Score key={one.label} criterion={one} />
                  ))
                ) : (
                  <td colSpan={labels.length}>
                    <span class="as-quiet">Nobody yet</span>{" "}
                    <button
                      type="button"
                      data-add="faces"
                      onClick={() => act.edit("faces", null, { action: id })}
                    >
                      Score {id}
                    </button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** @param {{ criterion: Data }} props */
function Score({ criterion }) {
  return (
    <td>
      {criterion.scores.map((/** @type {Data} */ { role, score }) => (
        <span class="as-score" key={role}>
          <b>{score}</b> <span class="as-quiet">{role}</span>
        </span>
      ))}
      {criterion.apart ? <span class="as-apart">Far apart: worth talking about</span> : null}
    </td>
  );
}

/** @param {{ id: string, words: string, children?: ComponentChildren }} props */
function Open({ id, words, children }) {
  return (
    <li>
      <Sign mark="warn" />
      <span>
        <b>{id}</b> {words}
      </span>
      {children}
    </li>
  );
}

/** @param {{ id: string, open(id: string): void }} props */
function Edit({ id, open }) {
  return /^A\d/.test(id) ? (
    <button type="button" data-edit={id} onClick={() => open(id)}>
      Edit {id}
    </button>
  ) : null;
}
