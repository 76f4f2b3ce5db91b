import { linkSentence, named } from "./sentence.js";

/** @import { Act, Finding } from "../core/types" */
/** @typedef {import("./graph.js").Graph} Graph */

/**
 * What is selected, in words: its links as sentences that open them, and what the checks ask.
 *
 * @param {{graph: Graph, findings: Finding[], selected: string | null, act: Act}} props
 */
export function Details({ graph, findings, selected, act }) {
  const cause = graph.cause.get(selected ?? "");
  const link = graph.link.get(selected ?? "");
  if (!cause && !link) return null;
  const asked = findings.filter((one) => one.subject === selected);
  const into = graph.into.get(selected ?? "") ?? [];
  const from = graph.from.get(selected ?? "") ?? [];
  return (
    <div class="rca-details">
      <p class="rca-details-title">
        {cause && named(graph, cause.id)}
        {link && `${link.id}: ${linkSentence(graph, link)}`}
      </p>
      {asked.map((one) => (
        <p class="rca-warns" key={`${one.code}${one.message}`}>
          {one.message} {one.question}
        </p>
      ))}
      <Sentences title="What led to it" links={into} graph={graph} act={act} />
      <Sentences title="What it led to" links={from} graph={graph} act={act} />
    </div>
  );
}

/**
 * @param {{title: string, links: import("./graph.js").Link[], graph: Graph, act: Act}} props
 */
function Sentences({ title, links, graph, act }) {
  if (!links.length) return null;
  return (
    <>
      <p class="rca-details-part">{title}</p>
      <ul>
        {links.map((link) => (
          <li key={link.id}>
            <button type="button" class="rca-sentence" onClick={() => act.edit("link", link.id)}>
              {linkSentence(graph, link)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
