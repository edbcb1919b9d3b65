import type { Random } from "../bench/random";

/** Ways in which one header is written from one office to the next; none changes what it says. */
const spellings: readonly ((text: string, random: Random) => string)[] = [
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize("NFD").replace(/\p{M}/gu, ""),
  (text) => text.normalize("NFD"),
  (text) => text.replaceAll(" ", "  "),
  (text) => text.replaceAll(" ", "\u00a0"),
  (text) => text.replaceAll(" ", "\n"),
  (text) => ` ${text} `,
  (text) => text.replaceAll("'", "’"),
  (text) => text.replace(/\b(Poste|Serveur|Logiciel|Imprimante|Élève|Pièce|Pack)(s?)(?=\s|$)/g, toggledPlural),
  (text) => text.replace(/\b(standard|spécifique|détachée|client)(s?)(?=\s|$)/g, toggledPlural),
  (text) => text.replace(/standards?/g, "std"),
  (text) => text.replace(/spécifiques?/g, "spé."),
  (text) => text.replace(/spécifiques?/g, "spécif."),
  (text) => text.replace(/^Imprimantes?/, "Impr."),
  (text) => text.replace(/^Logiciels?/, "Log."),
  (text) => text.replace(/^Serveurs?/, "Serv."),
  (text) => text.replace("Quantité", "Qté"),
  (text) => text.replace("jet d'encre", "jet encre"),
  (text) => text.replace("Date de mise en service", "Mise en service"),
  (text) => text.replace(/^N° de série/, "Numéro de série"),
];

function toggledPlural(_: string, word: string, plural: string): string {
  return plural === "" ? `${word}s` : word;
}

/** The text as another hand would write it. */
export function respelt(text: string, random: Random): string {
  let result = text;
  for (let times = random.whole(0, 3); times > 0; times--)
    result = spellings[random.whole(0, spellings.length - 1)]!(result, random);
  return result;
}
