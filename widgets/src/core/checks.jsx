import { weight } from "./words.js";

/** @import { ComponentChildren } from "preact" */
/** @import { Finding } from "./types" */

/** @param {{ finding: Finding, children?: ComponentChildren }} props */
export function FindingNote({ finding, children }) {
  return (
    <div class={`rca-finding rca-${finding.gate ? "blocks" : finding.severity}`}>
      <p class="rca-weight">
        {weight(finding)} <span class="rca-code">{finding.code}</span>
      </p>
      {finding.excerpt && <p class="rca-excerpt">“{finding.excerpt}”</p>}
      <p>{finding.message}</p>
      {finding.question && <p class="rca-question">{finding.question}</p>}
      {children}
    </div>
  );
}

/**
 * What the checks ask of the step, with a way to each thing they ask about.
 *
 * @param {{ title: string, findings: Finding[], here: Set<string>, onGo(finding: Finding): void,
 *   onAccept(finding: Finding): void, accepting: string | null, form: ComponentChildren }} props
 */
export function Checks({ title, findings, here, onGo, onAccept, accepting, form }) {
  return (
    <section class="rca-checks" aria-label={`What the checks ask: ${title}`} tabIndex={-1}>
      <h4>What the checks ask</h4>
      {findings.length === 0 ? (
        <p class="rca-quiet-text">Nothing is open in this step.</p>
      ) : (
        <ul class="rca-plain">
          {findings.map((finding) => {
            const key = `${finding.code} ${finding.subject} ${finding.message}`;
            return (
              <li key={key}>
                <FindingNote finding={finding}>
                  <div class="rca-buttons">
                    {here.has(finding.subject) && (
                      <button type="button" class="rca-jump" onClick={() => onGo(finding)}>
                        Go to {finding.subject}
                        <span class="rca-hidden">, {finding.name.replaceAll("-", " ")}</span>
                      </button>
                    )}
                    {!here.has(finding.subject) && finding.subject !== "case" && (
                      <span class="rca-code">about {finding.subject}</span>
                    )}
                    {finding.acceptable && (
                      <button
                        type="button"
                        class="rca-jump"
                        data-accept={`${finding.code} ${finding.subject}`}
                        onClick={() => onAccept(finding)}
                      >
                        Accept with a reason
                        <span class="rca-hidden">
                          : {finding.code} at {finding.subject}
                        </span>
                      </button>
                    )}
                  </div>
                </FindingNote>
                {accepting === `${finding.code} ${finding.subject}` && form}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
