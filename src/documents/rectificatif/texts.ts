import { eurosInWords, formatEuros } from "../../money";
import type { Rectification, RectificationKind } from "../../statement";
import { frenchWhen } from "../when";
import type { RectificationContext } from "./context";

const natures: Readonly<Record<RectificationKind, string>> = {
  complement: "Titre complémentaire, qui s’ajoute au titre d’origine",
  reduction: "Titre de réduction : annulation partielle du titre d’origine",
  cancellation: "Titre d’annulation : annulation totale du titre d’origine",
  balanced: "Sans incidence sur le total du titre : seule sa répartition est rectifiée",
  none: "Aucune ligne ne change : il n’y a pas lieu à titre rectificatif",
};

/** What the correction is, in the words of public accounting. */
export function natureOf({ kind }: Rectification): string {
  return natures[kind];
}

/** The statement that is corrected: its campaign, its run, its file and its amounts, which stay as they were issued. */
export function originOf({ rectification, file, when }: RectificationContext): string {
  const { issued } = rectification;
  const parts = `part de la CAGB ${formatEuros(issued.cagb)}, quotes-parts ${formatEuros(issued.communes)}`;
  return `État liquidatif de la campagne ${issued.campaign.year}, généré le ${frenchWhen(when)} dans « ${file} » : ${formatEuros(issued.total)} (${parts})`;
}

const ends: Readonly<Record<RectificationKind, string>> = {
  complement: ", en complément du titre d’origine.",
  reduction: ", en réduction du titre d’origine, annulé pour cette part.",
  cancellation: ", montant du titre d’origine, annulé en totalité.",
  balanced: " : le total du titre d’origine ne change pas, seule sa répartition est rectifiée.",
  none: " : aucune ligne n’est rectifiée.",
};

/** The sum in words, without a sign: what it does to the titre is said. */
export function settlementOf({ kind, total }: Rectification): string {
  const amount = total.difference.abs();
  const words = eurosInWords(amount).toLocaleUpperCase("fr");
  return `Arrêté le présent état rectificatif à la somme de ${words} (${formatEuros(amount)})${ends[kind]}`;
}
