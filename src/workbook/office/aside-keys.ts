/**
 * Keys of what stands aside during a publication. The one that bears a state tells which generation is whole, whatever
 * happens to the pane meanwhile.
 */
export const asideKeys = {
  /** The new content being built. */
  stage: "aside:stage",
  /** The previous generation; the generation in place is whole and current. */
  preparation: "aside:preparation",
  /** The previous generation, whole and current: the one in place may be half written. */
  publication: "aside:publication",
  /** The previous generation, kept to undo; the one in place is whole and current. */
  undo: "aside:undo",
} as const;

const prefixes = { aside: "aside:", prepare: "prepare:", gone: "gone:" } as const;

/** Key of a new sheet until it is put in place. */
export const prepareKey = (key: string): string => prefixes.prepare + key;
/** Key of a sheet that the new generation does without, until it is deleted. */
export const goneKey = (key: string): string => prefixes.gone + key;

/** Whether a key says that its sheet is no document in place. */
export function isAside(key: string): boolean {
  return Object.values(prefixes).some((prefix) => key.startsWith(prefix));
}

const baseName = "Ordiclasse en cours";

/** Name of the nth sheet under way: it tells what it is even where a fault came before its key. */
export function asideName(number: number): string {
  return `${baseName} ${number}`;
}

export function hasAsideName(name: string): boolean {
  return new RegExp(`^${baseName} \\d+$`).test(name);
}
