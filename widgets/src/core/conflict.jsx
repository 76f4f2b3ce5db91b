import { useEffect, useRef, useState } from "preact/hooks";

import { momentInWords } from "./moments.js";
import { same } from "./values.js";
import { inWords } from "./words.js";

/** @import { Conflict, Data, Field, Form } from "./types" */

/**
 * The fields in which two versions differ, and which of the two each begins with: mine where only
 * I changed it, theirs otherwise.
 * @param {Form} form  @param {Data} mine  @param {Data} theirs  @param {Data} base
 */
export function differences(form, mine, theirs, base) {
  const names = [
    ...form.fields.map((field) => field.name),
    ...Object.keys({ ...mine, ...theirs }).filter(
      (name) => !form.fields.some((field) => field.name === name),
    ),
  ];
  return names
    .filter((name) => !same(mine[name], theirs[name]))
    .map((name) => ({
      name,
      field: form.fields.find((field) => field.name === name),
      both: !same(mine[name], base[name]) && !same(theirs[name], base[name]),
      keep: /** @type {"mine" | "theirs"} */ (same(mine[name], base[name]) ? "theirs" : "mine"),
    }));
}

/**
 * Somebody changed it first: both versions, field by field, and what to keep of each.
 *
 * @param {{ conflict: Conflict, form: Form, mine: Data, base: Data, uid: string,
 *   onTheirs(): void, onMerged(merged: Data, theirs: Data): void }} props
 */
export function ConflictPanel({ conflict, form, mine, base, uid, onTheirs, onMerged }) {
  const theirs = conflict.theirs ?? {};
  const before = Object.keys(conflict.base).length ? conflict.base : base;
  const found = differences(form, mine, theirs, before);
  const [kept, setKept] = useState(() =>
    Object.fromEntries(found.map((one) => [one.name, one.keep])),
  );
  const heading = useRef(/** @type {HTMLHeadingElement | null} */ (null));
  useEffect(() => heading.current?.focus(), []);

  const who = `${conflict.theirs_by}, ${momentInWords(conflict.theirs_at)}`;
  if (conflict.theirs === null) {
    return (
      <section class="rca-conflict">
        <h6 ref={heading} tabIndex={-1}>
          {conflict.theirs_by} removed {conflict.id} while you were writing
        </h6>
        <p>What you typed is still here.</p>
        <div class="rca-buttons">
          <button type="button" class="rca-first" onClick={() => onMerged(mine, {})}>
            Put it back, as I have it
          </button>
          <button type="button" class="rca-second" onClick={onTheirs}>
            Leave it removed
          </button>
        </div>
      </section>
    );
  }
  const together = {
    ...theirs,
    ...Object.fromEntries(
      found.map((one) => [one.name, kept[one.name] === "mine" ? mine[one.name] : theirs[one.name]]),
    ),
  };
  return (
    <section class="rca-conflict">
      <h6 ref={heading} tabIndex={-1}>
        {conflict.theirs_by} changed {conflict.id} while you were writing
      </h6>
      <p>Nothing is lost. Choose for each field which version to keep.</p>
      {found.map((one) => (
        <Difference
          key={one.name}
          name={one.name}
          field={one.field}
          both={one.both}
          who={who}
          uid={uid}
          mine={mine[one.name]}
          theirs={theirs[one.name]}
          keep={kept[one.name]}
          onKeep={(keep) => setKept({ ...kept, [one.name]: keep })}
        />
      ))}
      <div class="rca-buttons">
        <button type="button" class="rca-first" onClick={() => onMerged(together, theirs)}>
          Save it put together like this
        </button>
        <button
          type="button"
          class="rca-second"
          onClick={() => onMerged({ ...theirs, ...mine }, theirs)}
        >
          Keep mine throughout
        </button>
        <button type="button" class="rca-second" onClick={onTheirs}>
          Keep theirs, drop mine
        </button>
      </div>
    </section>
  );
}

/**
 * @param {{ name: string, field: Field | undefined, both: boolean, who: string, uid: string, mine: any,
 *   theirs: any, keep: "mine" | "theirs", onKeep(keep: "mine" | "theirs"): void }} props
 */
function Difference({ name, field, both, who, uid, mine, theirs, keep, onKeep }) {
  return (
    <fieldset class="rca-field">
      <legend>{field?.label ?? name}</legend>
      {both && <p class="rca-help">You both changed this.</p>}
      <div class="rca-versions">
        {
          /** @type {const} */ (["theirs", "mine"]).map((whose) => (
            <label key={whose} class={`rca-tick rca-version${keep === whose ? " rca-kept" : ""}`}>
              <input
                type="radio"
                name={`${uid}-${name}`}
                checked={keep === whose}
                onChange={() => onKeep(whose)}
              />
              <span>
                <b>{whose === "theirs" ? `Theirs (${who})` : "Mine"}</b>
                <br />
                {inWords(field, whose === "theirs" ? theirs : mine)}
              </span>
            </label>
          ))
        }
      </div>
    </fieldset>
  );
}
