import { Sign } from "../drawing/sign.jsx";
import { Still } from "../drawing/still.js";
import { OPEN_END, SIZES, UNIT, unitsOf } from "./layout.js";
import { differWords } from "./sentences.js";
import { clockWords } from "./when.js";

/** @import { Item } from "./items.js" */
/** @import { Detail } from "./layout.js" */
/** @import { When } from "../core/when.js" */
/** @import { Part } from "./when.js" */

/**
 * @typedef {object} ItemProps
 * @property {Item} item
 * @property {When | null} when  of an event, its time as it is shown, which may be on its way
 * @property {number} left  where it starts, in pixels
 * @property {number} length  in pixels
 * @property {number} top
 * @property {number} room  pixels until what stands next to it
 * @property {number} edge  where what is shown ends at the right
 * @property {Detail} detail
 * @property {number} position  among all items, from 1
 * @property {number} of
 * @property {boolean} stop  whether the tab key stops here
 * @property {boolean} chosen
 * @property {Part | null} moving
 */

const LEGIBLE = 64;
const NARROW = 70;

/**
 * One thing on the timeline; drawn again only where something about it changed.
 * @extends {Still<ItemProps>}
 */
export class TimelineItem extends Still {
  /** @override */
  render() {
    const props = this.props;
    const { item, left, length, top, detail, chosen, moving } = props;
    const box = boxOf(props);
    const hidden = hiddenOf(box);
    const room = Math.max(NARROW, Math.min(wordsRoom(props), props.edge - box.left) - hidden);
    return (
      <div
        class={`tl-item tl-${item.kind} tl-in-${detail}${chosen ? " tl-chosen" : ""}${moving ? " tl-moving" : ""}`}
        style={{
          transform: `translate(${round(box.left)}px, ${top}px)`,
          width: `${round(box.width)}px`,
          height: `${unitsOf(item, detail) * UNIT - 3}px`,
        }}
        role="option"
        aria-selected={chosen}
        aria-setsize={props.of}
        aria-posinset={props.position}
        aria-label={item.said}
        tabIndex={props.stop ? 0 : -1}
        data-key={item.key}
        data-edit={item.gap ? item.gap.explainedBy : item.key}
        data-add={props.stop && item.kind !== "accounts" ? item.kind : undefined}
      >
        {item.kind === "event" ? <Bar {...props} from={left - box.left} length={length} /> : null}
        {item.kind === "gap" ? (
          <span class={gapClass(item)} style={{ width: `${round(length)}px` }} />
        ) : null}
        <span
          class="tl-words"
          style={{ marginLeft: `${round(hidden)}px`, maxWidth: `${round(room)}px` }}
        >
          <Words {...props} />
        </span>
      </div>
    );
  }
}

/** @param {ItemProps & { from: number }} props */
function Bar({ when, from, length, chosen, moving }) {
  if (!when) return null;
  const moment = length < 1 && when.precision !== "before" && when.precision !== "after";
  const start = when.precision === "before" ? from - OPEN_END : from;
  const wide = length < 1 && !moment ? OPEN_END : Math.max(length, 3);
  return (
    <span class="tl-rail" style={{ width: `${round(moment ? from + 8 : start + wide)}px` }}>
      {moment ? (
        <span class="tl-point" style={{ left: `${round(from)}px` }} />
      ) : (
        <span
          class={`tl-bar tl-is-${when.precision}`}
          style={{ left: `${round(start)}px`, width: `${round(wide)}px` }}
        />
      )}
      {chosen || moving ? (
        <>
          <span
            class="tl-end"
            data-end="start"
            style={{ left: `${round(start - (moment ? 18 : 9))}px` }}
          />
          <span
            class="tl-end"
            data-end="end"
            style={{ left: `${round(start + (moment ? 10 : wide + 1))}px` }}
          />
        </>
      ) : null}
    </span>
  );
}

/** @param {ItemProps} props */
function Words(props) {
  const { item, when, detail } = props;
  if (item.gap) return <GapWords gap={item.gap} room={wordsRoom(props)} />;
  if (item.accounts) {
    return (
      <>
        <Unequal />
        {detail === "marks"
          ? null
          : `${differWords(item.accounts)} · ${item.accounts.settled ? "settled" : "not settled"}`}
      </>
    );
  }
  if (!item.event || !when) return null;
  if (detail === "words") {
    return (
      <>
        <span class="tl-clock">
          <span class="tl-id">{item.key}</span> <b>{clockWords(when)}</b>
        </span>
        <span class="tl-what">{item.event.what}</span>
        <span class="tl-marks">{item.event.marks.join(" · ")}</span>
      </>
    );
  }
  if (detail === "marks" && wordsRoom(props) < LEGIBLE) return null;
  return (
    <>
      <b>{item.key}</b> {detail === "short" ? clockWords(when) : null} {item.event.what}
    </>
  );
}

/** @param {{ gap: import("./items.js").GapPart, room: number }} props */
function GapWords({ gap, room }) {
  if (room < 56) return gap.explainedBy ? null : <b>?</b>;
  const largest = gap.duration.split(" ").slice(0, 2).join(" ");
  return (
    <>
      {gap.explainedBy || room < 90 ? null : <Sign mark="warn" />}
      <b>{room < 120 ? largest : gap.duration}</b>{" "}
      {room < 190 ? null : gap.explainedBy ? "explained" : "not explained"}
    </>
  );
}

/** The unequal sign in a circle, as in the record. */
function Unequal() {
  return (
    <svg class="tl-unequal" viewBox="-12 -12 24 24" aria-hidden="true">
      <circle r="10" />
      <path d="M-5-2.5H5M-5 2.5H5M3-6.5-3 6.5" />
    </svg>
  );
}

/** @param {ItemProps} props */
function boxOf(props) {
  const { item, when, left, length, detail } = props;
  if (item.kind === "gap") return { left, width: Math.max(length, 24) };
  if (item.kind === "accounts") return { left: left - 11, width: detail === "marks" ? 26 : 330 };
  const before = when?.precision === "before" ? OPEN_END : 0;
  const start = left - Math.max(before, length < 1 ? 10 : 0);
  const least =
    detail === "words" ? SIZES.words.label : Math.max(SIZES[detail].label, wordsRoom(props));
  return { left: start, width: Math.max(left + length - start, least) };
}

/** How wide its words may be: all of it in its own row, or what is free beside its mark. @param {ItemProps} props */
function wordsRoom({ item, length, detail, room }) {
  if (item.kind === "gap") return length;
  if (item.kind === "accounts") return 330;
  if (detail === "words") return Math.max(SIZES.words.label, Math.min(length, 260)) - 4;
  if (detail === "short") return Math.max(SIZES.short.label, room) - 4;
  return room - Math.max(length, 14) - 6;
}

/** How much of a box lies left of what is shown: its words begin after that. @param {{ left: number, width: number }} box */
function hiddenOf(box) {
  return Math.min(Math.max(0, -box.left), Math.max(0, box.width - NARROW));
}

/** @param {Item} item */
function gapClass(item) {
  return `tl-gap-bar${item.gap?.explainedBy ? " tl-explained" : ""}`;
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}
