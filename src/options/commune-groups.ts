import type { ChosenCommune } from "./types";

/** Cells of one sheet in which the same text was given the same commune; a blank cell is alone. */
export interface CommuneGroup {
  readonly first: ChosenCommune;
  readonly cells: readonly [string, ...string[]];
  readonly choices: readonly ChosenCommune[];
}

/** The communes chosen, one group a text and commune, in order. */
export function groupCommunes(communes: readonly ChosenCommune[]): CommuneGroup[] {
  const groups = new Map<string, [ChosenCommune, ...ChosenCommune[]]>();
  for (const one of communes) {
    const key = JSON.stringify([one.file, one.sheet, one.commune, one.was ?? { alone: one.cell }]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  return [...groups.values()].map(([first, ...others]) => ({
    first,
    cells: [first.cell, ...others.map(({ cell }) => cell)],
    choices: [first, ...others],
  }));
}
