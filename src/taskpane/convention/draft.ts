import type { ConventionFiles } from "../../tariff";

/**
 * A convention being written: the contents of its files, in which anything may still be missing or wrong. Its grids are
 * a list.
 */
export type Draft = ConventionFiles;

/** A field of a draft, as faults name it: `rows[3].maintenance.member` of the grid. */
export interface FieldPlace {
  readonly file: keyof ConventionFiles;
  readonly field: string;
}

type Keyed = Readonly<Record<string, unknown>>;

/** Returns the value at a place; undefined when there is none. */
export function valueAt(draft: Draft, { file, field }: FieldPlace): unknown {
  return keysOf(field).reduce<unknown>((inner, key) => (inner as Keyed | undefined | null)?.[key], draft[file]);
}

/** Returns the items of the list at a place; empty when there is no list. */
export function itemsAt(draft: Draft, place: FieldPlace): readonly unknown[] {
  const items = valueAt(draft, place);
  return Array.isArray(items) ? items : [];
}

/** Returns whether a draft has an intermediary, even one not named yet. */
export function hasDebtor(draft: Draft): boolean {
  return valueAt(draft, { file: "convention", field: "debtor" }) !== null;
}

/**
 * Returns a draft with another value at a place, or without that place when the value is undefined; the rest is
 * unchanged.
 */
export function withValue(draft: Draft, { file, field }: FieldPlace, value: unknown): Draft {
  return { ...draft, [file]: put(draft[file], keysOf(field), value) };
}

/** Returns a draft with items added at the end of the list at a place. */
export function withItems(draft: Draft, place: FieldPlace, added: readonly unknown[]): Draft {
  return withValue(draft, place, [...itemsAt(draft, place), ...added]);
}

/** Returns a draft without one of the items of the list at a place. */
export function withoutItem(draft: Draft, place: FieldPlace, index: number): Draft {
  const others = itemsAt(draft, place).filter((_, at) => at !== index);
  return withValue(draft, place, others);
}

function keysOf(field: string): string[] {
  return field.match(/[^.[\]]+/g) ?? [];
}

function put(inner: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const after = put((inner as Keyed | undefined | null)?.[key], rest, value);
  if (Array.isArray(inner)) return inner.map((item: unknown, at) => (at === Number(key) ? after : item));
  const others = Object.entries((inner ?? {}) as Keyed).filter(([name]) => name !== key);
  return Object.fromEntries(after === undefined ? others : [...others, [key, after]]);
}

/** A draft, and those that it was: each can be gone back to. */
export interface History {
  readonly draft: Draft;
  readonly past: readonly Draft[];
  readonly future: readonly Draft[];
  /** The field that is being typed in: letters typed one after the other are one step. */
  readonly typing: FieldPlace | null;
}

export function historyOf(draft: Draft): History {
  return { draft, past: [], future: [], typing: null };
}

/** Adds a draft to the history. `typing`: the field in which it was typed, null for any other change. */
export function changed(history: History, draft: Draft, typing: FieldPlace | null = null): History {
  const { past, typing: before } = history;
  const goesOn = typing !== null && before?.file === typing.file && before.field === typing.field;
  return { draft, past: goesOn ? past : [...past, history.draft], future: [], typing };
}

/** Returns to the draft before the last step; the same history when there is none. */
export function undone({ draft, past, future, ...same }: History): History {
  const before = past.at(-1);
  if (before === undefined) return { draft, past, future, ...same };
  return { draft: before, past: past.slice(0, -1), future: [draft, ...future], typing: null };
}

/** Restores the step that was undone last; the same history when there is none. */
export function redone({ draft, past, future, ...same }: History): History {
  const [next, ...rest] = future;
  if (next === undefined) return { draft, past, future, ...same };
  return { draft: next, past: [...past, draft], future: rest, typing: null };
}
