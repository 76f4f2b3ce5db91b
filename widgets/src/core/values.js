// What stands in a form, and what of it is new. No drawing here.

/** @import { Data, Field, FieldError, Form } from "./types" */

/**
 * A value without what was left empty; undefined where nothing is left of it.
 * @param {any} value
 * @returns {any}
 */
export function tidy(value) {
  if (typeof value === "string") return value.trim() === "" ? undefined : value.trim();
  if (Array.isArray(value)) {
    const kept = value.map(tidy).filter((one) => one !== undefined);
    return kept.length ? kept : undefined;
  }
  if (value && typeof value === "object") {
    const kept = Object.entries(value)
      .map(([name, held]) => [name, tidy(held)])
      .filter(([, held]) => held !== undefined && held !== null);
    return kept.length ? Object.fromEntries(kept) : undefined;
  }
  return value ?? undefined;
}

/** @param {any} one  @param {any} other  @returns {boolean} */
export function same(one, other) {
  return sorted(tidy(one)) === sorted(tidy(other));
}

/** @param {any} value  @returns {string} */
function sorted(value) {
  return (
    JSON.stringify(value, (_, held) =>
      held && typeof held === "object" && !Array.isArray(held)
        ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
        : held,
    ) ?? ""
  );
}

/**
 * The fields to send: those that differ from what is held, with null for one that was emptied.
 * @param {Form} form  @param {Data} values  @param {Data} held
 * @returns {Data}
 */
export function changedFields(form, values, held) {
  const names = new Set([...form.fields.map((field) => field.name), ...Object.keys(values)]);
  /** @type {Data} */
  const changed = {};
  for (const name of names) {
    if (!same(values[name], held[name])) changed[name] = tidy(values[name]) ?? null;
  }
  return changed;
}

/**
 * What a new entry starts with: yes or no is answered only by whoever is asked.
 * @param {Data | undefined} preset
 * @returns {Data}
 */
export function fresh(preset) {
  return structuredClone(preset ?? {});
}

/**
 * What is wrong with a field, by the dotted path that names it.
 * @param {FieldError[]} errors  @param {string} path
 */
export function errorAt(errors, path) {
  return errors.find((error) => error.field === path)?.message ?? null;
}

/**
 * What is wrong with a field or anything in it.
 * @param {FieldError[]} errors  @param {string} path
 */
export function errorsWithin(errors, path) {
  return errors.filter((error) => error.field === path || error.field.startsWith(`${path}.`));
}

/**
 * The label of a field at a dotted path, for a summary of errors.
 * @param {Field[]} fields  @param {string} path
 * @returns {string}
 */
export function labelAt(fields, path) {
  const [name, ...rest] = path.split(".");
  const field = fields.find((one) => one.name === name);
  if (!field) return path;
  const place = /^\d+$/.test(rest[0] ?? "") ? ` ${Number(rest.shift()) + 1}` : "";
  const inner = rest.length && field.fields?.length ? labelAt(field.fields, rest.join(".")) : "";
  return `${field.label}${place}${inner ? `: ${inner}` : ""}`;
}

/**
 * Fields in the order they are shown: ungrouped ones, each group, and those few need.
 * @param {Form} form
 * @returns {{ label: string, help: string, fields: Field[] }[]}
 */
export function groupsOf(form) {
  const groups = form.groups ?? [];
  const grouped = new Set(groups.flatMap((group) => group.fields));
  const named = (/** @type {string[]} */ names) =>
    names.flatMap((name) => form.fields.find((field) => field.name === name) ?? []);
  return [
    { label: "", help: "", fields: form.fields.filter((field) => !grouped.has(field.name)) },
    ...groups.map((group) => ({
      label: group.label,
      help: group.help ?? "",
      fields: named(group.fields),
    })),
  ].filter((group) => group.fields.length);
}
