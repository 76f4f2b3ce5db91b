import { Sign } from "../drawing/sign.jsx";
import { evidenceWords, linkWords, sentenceOf } from "./board.js";

/** @import { Card } from "./board.js" */

/**
 * @param {{ card: Card, lens: string, group: string, stop: boolean, chosen: boolean, fixed: boolean,
 *   choose(): void, edit(): void, move(): void, remove(): void, grab(event: PointerEvent): void }} props
 */
export function FactorCard({
  card,
  lens,
  group,
  stop,
  chosen,
  fixed,
  choose,
  edit,
  move,
  remove,
  grab,
}) {
  const links = linkWords(card);
  return (
    <li class={`fb-card${card.helped ? " fb-helped" : ""}${chosen ? " fb-chosen" : ""}`}>
      <button
        type="button"
        class="fb-face"
        data-card={card.id}
        data-edit={card.id}
        tabIndex={stop ? 0 : -1}
        aria-current={chosen ? "true" : undefined}
        aria-label={sentenceOf(card, lens, group)}
        onFocus={choose}
        onClick={choose}
        onDblClick={edit}
        onPointerDown={fixed ? undefined : grab}
      >
        <span class="fb-effect">
          {card.helped ? <Sign mark="well" /> : null}
          {card.helped ? "Helped" : "Contributed"} <span class="fb-id">{card.id}</span>
        </span>
        <span class="fb-statement">{card.statement}</span>
        <span class="fb-behind">
          {card.evidence.length ? null : <Sign mark="warn" />}
          {evidenceWords(card)}
        </span>
        {links ? <span class="fb-behind">{links}</span> : null}
      </button>
      {chosen && !fixed ? (
        <div class="fb-do" role="group" aria-label={`What to do with ${card.id}`}>
          <button type="button" onClick={edit}>
            Edit
          </button>
          <button type="button" onClick={move}>
            Move
          </button>
          <button type="button" onClick={remove}>
            Remove
          </button>
        </div>
      ) : null}
    </li>
  );
}
