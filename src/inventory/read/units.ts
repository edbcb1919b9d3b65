import { fold } from "../../cells";
import type { TariffRow } from "../../tariff";

const set = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Words that count anything. */
const anything = set("unite unites u ex exemplaire exemplaires");

/** Words for what is counted, by a code or its first word: a grid's own unit is one too. */
const byKind: Readonly<Record<string, ReadonlySet<string>>> = {
  PORTAIL: set("eleve eleves enfant enfants inscrit inscrits"),
  PACK: set("pack packs"),
  SERVEUR: set("serveur serveurs machine machines"),
  POSTE: set("poste postes pc p ordinateur ordinateurs uc machine machines"),
  POSTE_SPEC: set("portable portables poste postes pc p ordinateur ordinateurs uc machine machines"),
  LOGICIEL: set("logiciel logiciels licence licences"),
  PIECES: set("piece pieces"),
  IMPRIMANTE: set("imprimante imprimantes"),
};

const all: ReadonlySet<string> = new Set([...anything, ...Object.values(byKind).flatMap((words) => [...words])]);

/** True for a word that may stand after a number, as what it counts. */
export function isUnitWord(word: string): boolean {
  return all.has(word);
}

/** True where a word after a number is one for what a row of the grid counts: « 12 PC » are postes, « 12 élèves » are not. */
export function isUnitOf(word: string, { code, unit }: Pick<TariffRow, "code" | "unit">): boolean {
  if (anything.has(word)) return true;
  const own = fold(unit);
  const words = byKind[code] ?? byKind[code.split("_")[0]!];
  return (words?.has(word) ?? false) || word === own || word === `${own}s`;
}
