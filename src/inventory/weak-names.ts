/** Words of equipment without tariff that settle what « Imprimantes » alone is: ink-jet ones. */
export function isLaser(words: string): boolean {
  return /laser|multifonction|copieur/.test(words);
}

/**
 * Whether a rival beside it settles a name given alone: lasers for « Imprimantes », the specific prestation for « PC » and
 * « Serveurs ». Without one it is accepted with a warning. (decisions §4)
 */
export function isSettledByRival(code: string, others: ReadonlySet<string>, laser: boolean): boolean {
  return code === "IMPRIMANTE" ? laser : others.has(code.replace("_STD", "_SPEC"));
}
