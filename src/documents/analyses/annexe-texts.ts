import { countOf } from "../../messages";
import { formatChange, formatEuros } from "../../money";
import type { Change } from "../../statement";
import { conventionOf, type Campaign } from "../../tariff";
import { percent, sharesOf } from "../kit/charts";
import { debtorOf } from "../kit/parties";
import type { Step } from "./annexe-figures";
import { campaignOf, type Subject, type Titre } from "./annexe-subject";
import { comparisonSentence } from "./comparaison-bridge";
import { notVoted } from "./simulation";
import { labelsOf } from "./analysis-context";
import { heaviestOf, stepsFinding } from "./finding";
import { errorNotes, gridNotes, matchNote } from "./comparaison-remarks";

/** What is decided or compared: the message of the page, in a sentence. */
export function messageOf(subject: Subject): string {
  const { compared, simulated } = subject;
  const { amounts } = simulated ?? compared;
  const { total, cagb, commune } = amounts;
  const borne = `${debtorOf(campaignOf(subject))} ${changeText(cagb, "inchangée")}, communes ${changeText(commune, "inchangées")}`;
  const isSame = cagb.difference.isZero() && commune.difference.isZero();
  if (simulated !== null) {
    const titre = `le titre ${campaignOf(subject).year}`;
    if (total.difference.isZero())
      return `Le projet de tarif ne changerait pas ${titre}${isSame ? "" : `, mais qui le paie : ${borne}`}.`;
    const verb = total.difference.isPositive() ? "augmenterait" : "diminuerait";
    return `Le projet de tarif ${verb} ${titre} de ${formatEuros(total.difference.abs())} : ${borne}.`;
  }
  const { before, after } = labelsOf(compared.context.comparison);
  if (total.difference.isZero())
    return `Le titre est le même (${before} et ${after}), ${formatEuros(total.after)}${isSame ? "" : ` : ${borne}`}.`;
  return `Le titre passe de ${formatEuros(total.before)} (${before}) à ${formatEuros(total.after)} (${after}) : ${borne}.`;
}

function changeText({ difference }: Change, unchanged: string): string {
  return difference.isZero() ? unchanged : formatChange(difference);
}

/** The tariffs that are compared or decided, and what the difference is short of. */
export function groundsOf({ compared, simulated }: Subject): string[] {
  if (simulated === null) return gridNotes(compared.context.comparison);
  const { now } = simulated.context.simulation;
  return [`Tarif actuel : ${now.grid.act}.`, `Tarif à l’essai\u00a0: «\u00a0${notVoted}\u00a0».`];
}

/** What the figures leave out, being in error: in a campaign that is compared, or under the tariff simulated. */
export function reservesOf({ compared, simulated }: Subject): string[] {
  const errors = simulated === null ? 0 : countOf(simulated.context.anomalies, "error");
  const points = errors === 1 ? "un point reste à corriger" : `${errors} points restent à corriger`;
  return [
    ...(compared === null ? [] : errorNotes(compared.context)),
    ...(errors === 0 ? [] : [`Sous le projet de tarif, ${points}, et ce qui est en cause n’est pas compté.`]),
  ];
}

/** Who pays the last of the titres. */
export function sharesSentence(titres: readonly Titre[], subject: Subject): string {
  const { simulated } = subject;
  const debtor = debtorOf(campaignOf(subject));
  const { label, amounts } = titres.at(-1)!;
  if (amounts.total.isZero()) return `Rien n’est facturé, ni à la ${debtor} ni aux communes`;
  const { cagb, communes } = sharesOf(amounts);
  const ofTitre = `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  const [said, titre] =
    simulated === null ? [`La ${debtor} prend`, ofTitre] : [`Avec le projet, la ${debtor} prendrait`, "titre"];
  return `${said} en charge ${percent(cagb)} du ${titre}, les communes ${percent(communes)}`;
}

/** What makes most of the difference between the first two titres. */
export function stepsSentence(subject: Subject, steps: readonly Step[]): string {
  const { compared, simulated } = subject;
  if (compared !== null) return comparisonSentence(compared.context.comparison);
  const { before, after, difference } = simulated.amounts.total;
  if (difference.isZero()) return "Avec le projet, le titre ne changerait pas";
  const most = heaviestOf(steps, difference);
  const cause = most === null ? "" : `,${steps.length > 1 ? " surtout" : ""} du fait de « ${most.name} »`;
  return `Avec le projet, le titre passerait de ${formatEuros(before)} à ${formatEuros(after)}${cause}`;
}

/** What a step is, where its name does not say it. */
export function stepsNotes({ compared }: Subject): string[] {
  const toMatch = compared === null ? null : matchNote(compared.context.comparison);
  return toMatch === null ? [] : [toMatch];
}

/** The step that weighs most, which their chart shows. */
export function chartFinding({ compared, simulated }: Subject, steps: readonly Step[]): string {
  const { total } = compared?.context.comparison ?? simulated!.context.simulation;
  return stepsFinding(steps, total.difference, compared === null);
}

/** For whoever does not know the system: what the titre is, and who pays it. */
export function aboutTitre(campaign: Campaign): string {
  const { creditor, debtor, vat } = conventionOf(campaign);
  return `Chaque année, la ${creditor.name} facture à la ${debtor.short} l’informatique des écoles : c’est le titre. La ${debtor.short} en garde sa part et refacture aux communes leurs quotes-parts. ${vat}.`;
}
