import { fold } from "../../cells";

/** Things that a heading or a label may count in lots: « lot de 2 postes ». */
const units = "postes?|pc|ordinateurs?|machines?|unites?|appareils?|imprimantes?|serveurs?|licences?|eleves?|enfants?";
const several = String.raw`(?:[2-9]|[1-9]\d{1,2}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|vingt|cent)`;
const collective = "paires?|dizaines?|douzaines?|quinzaines?|vingtaines?|centaines?|milliers?";

/**
 * Multipliers of a count: « (lots de 2) », « (paquet de 5) », « par 10 », « (en dizaines) », « (x10) », « 2 x ». A
 * year, of four figures, is none; nor are « de 3 à 6 ans », « de 6e » and « 16 x 9 », by what follows; x86 and x64 are
 * architectures.
 */
const patterns: readonly RegExp[] = [
  new RegExp(String.raw`\p{L}+ de ${several}(?= ?(?:$|[),;\]]|(?:${units})(?!\p{L})))`, "u"),
  new RegExp(
    String.raw`(?<!\p{L})par (?:${several}(?= ?(?:$|[),;\]]|(?:${units})(?!\p{L})))|lots?|paquets?)(?!\p{L})`,
    "u",
  ),
  /(?<!\p{L})par (?:salles?|classes?|etages?|batiments?|chariots?|ilots?|valises?|enseignants?)(?!\p{L})/u,
  new RegExp(String.raw`(?<!\p{L})(?:par|en|${several}) (?:${collective})(?!\p{L})`, "u"),
  /(?<=^|\(|[^\d\s] )[x×*] ?(?!(?:86|64)\b)[1-9]\d{0,2}(?![\p{L}\d])/u,
  /(?<=^|\()[1-9]\d{0,2} ?[x×*](?= ?(?:\p{L}|\)))/u,
];

const aCollective = new RegExp(
  String.raw`^(?:lots?|paquets?|boites?|cartons?|chariots?|valises?|ilots?|${collective})$`,
);

/** Returns whether a unit stands for several machines: « lot », « paire », « lot de 5 ». */
export const isCollective = (unit: string): boolean =>
  aCollective.test(fold(unit).trim()) || multiplierIn(unit) !== null;

/** Returns the words of a heading or a label that multiply its count, folded; null when there are none. */
export function multiplierIn(text: string): string | null {
  // Most texts lack what every pattern requires.
  if (!/\d|\b(?:par|en|de|une?)\b/i.test(text)) return null;
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim();
  // « OS X 10 » is a system: a capital X only multiplies within brackets.
  const lower = plain.replace(/(?<!\()X(?= ?\d)/g, "_").toLowerCase();
  for (const pattern of patterns) {
    const [found] = pattern.exec(lower) ?? [];
    if (found !== undefined) return found;
  }
  return null;
}
