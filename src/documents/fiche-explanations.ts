import type { CommuneTotal, Statement } from "../statement";
import { conventionOf, isInForce } from "../tariff";
import type { FicheParts } from "./fiche-table";
import { writeBoxes } from "./kit/boxes";
import type { Page } from "./kit/page";
import { departmentOf, given, toFillShort } from "./kit/parties";
import { styles } from "./kit/styles";

/** Writes who claims, when and how; whom to ask; how to contest. (CGCT, L1617-5) */
export function writeExplanations(
  page: Page,
  { commune, due }: CommuneTotal,
  statement: Statement,
  { counts, amounts, screen }: FicheParts,
): void {
  const inForce = conventionOf(statement.campaign);
  const { creditor, debtor, act, accounts } = inForce;
  const actName = act.name.toLocaleLowerCase("fr").replace("n° ", "n°\u00a0");
  const byAct = isInForce(inForce, statement.campaign) ? ` (${actName})` : "";
  const own = commune.insee === creditor.insee;
  const isDue = !due.isZero();
  const rebilled = `la ${debtor.name} (${debtor.short}), à qui elle émet un titre`;
  const claim = own
    ? `La ${creditor.short}, qui émet le titre, rembourse aussi sa propre quote-part à la ${debtor.short}.`
    : `La ${creditor.short} ne vous réclame rien\u00a0: ${rebilled}, ${isDue ? "vous refacture votre quote-part" : "prend tout en charge"}.`;
  const convention = `Convention ${creditor.short} – ${debtor.short}${byAct}, signée le ${given(statement, "conventionOn")}.`;
  const when = `Échéance\u00a0: celle de l’avis de la ${debtor.short}, titre n°\u00a0${toFillShort} du ${toFillShort}. Imputation usuelle du mandat\u00a0: ${accounts.paid}.`;
  const ask = `${departmentOf(statement)}, ${given(statement, "contact")}, avant le ${toFillShort}.`;
  const contest = `Le titre de la ${debtor.short} se conteste dans les deux mois de sa réception devant le tribunal administratif (CGCT, L.\u00a01617-5).`;
  const box = (from: number, to: number, title: string, ...said: string[]) => ({
    from,
    to,
    lines: [
      { text: title, style: styles.smallStrong },
      { text: said.join("\n"), style: styles.small },
    ],
  });
  writeBoxes(page, [
    box(0, counts - 1, "Qui, quand, comment", `${convention} ${claim}`, ...(isDue ? [when] : [])),
    box(
      counts,
      amounts - 1,
      "Une quantité vous étonne\u202f?",
      ask,
      "Le détail des machines vous est envoyé sur demande.",
    ),
    box(amounts, screen - 1, "Contester", isDue ? contest : "Rien ne vous est réclamé."),
  ]);
}
