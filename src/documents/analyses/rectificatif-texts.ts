import { eurosInWords, formatEuros } from "../../money";
import type { RectificationPiece } from "../../statement";
import { conventionOf } from "../../tariff";
import { stateReference } from "../kit/parties";
import { namesDelegation } from "../kit/settlement";
import type { RectificationContext } from "./rectificatif-context";
import type { Way } from "./rectificatif-tables";

/** What a paper is. */
export function titleOf({ rectification: { kind } }: RectificationContext, way: Way): string {
  if (way === "complement") return "État complémentaire à l’appui d’un titre de recettes";
  if (kind === "none") return "État rectificatif";
  return `État rectificatif à l’appui d’une ${kind === "cancellation" ? "annulation" : "réduction"} de titre`;
}

/** What it does to the issued état, in its object. */
export function objectOf(way: Way): string {
  return `rectification à la ${way === "reduction" ? "baisse" : "hausse"} de l’état liquidatif émis`;
}

/** The sum in words, without a sign: what it does to the titre is said. */
export function settlementOf(
  { rectification: { kind } }: RectificationContext,
  way: Way,
  { total }: RectificationPiece,
): string {
  const amount = `${eurosInWords(total).toLocaleUpperCase("fr")} (${formatEuros(total)})`;
  if (way === "complement")
    return `Arrêté le présent état complémentaire à la somme de ${amount}, à réclamer par un titre complémentaire.`;
  const effect =
    kind === "cancellation" ? "montant du titre d’origine, annulé en totalité" : "en réduction du titre d’origine";
  return `Arrêté le présent état rectificatif à la somme de ${amount}, ${effect}.`;
}

/** What is joined, numbered. */
export function attachmentsOf(
  { rectification: { issued, corrected } }: RectificationContext,
  way: Way,
  isShort: boolean,
) {
  const act = corrected.grid.origin === "workbook" ? corrected.grid.act : conventionOf(corrected.campaign).act.name;
  const pieces = [
    ...(isShort ? [] : ["lignes rectifiées et communes (annexes 1 et 2)"]),
    ...(way === "reduction" ? ["certificat administratif"] : []),
    `état liquidatif d’origine n°\u00a0${stateReference(issued)}`,
    act.charAt(0).toLocaleLowerCase("fr") + act.slice(1),
    "convention",
    ...(namesDelegation(corrected) ? ["arrêté de délégation"] : []),
  ];
  return `Pièces jointes\u00a0: ${pieces.map((piece, index) => `${index + 1}. ${piece}`).join("\u202f; ")}.`;
}
