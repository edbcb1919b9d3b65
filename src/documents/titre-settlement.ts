import { eurosInWords, formatEuros } from "../money";
import type { Statement } from "../statement";
import { conventionOf } from "../tariff";
import { issuedName } from "./journal-ledger";
import { over } from "./kit/cells";
import type { Page } from "./kit/page";
import { isRenewed } from "./kit/parties";
import { namesDelegation, provisionalSettlement, writeSettlement } from "./kit/settlement";
import { centered, styles, underTotal } from "./kit/styles";
import { communesWithFiche } from "./kit/texts";
import { printed } from "./titre-liquidation";

/** Writes what comes under the total and never parts from it: the shares, the sum, who signs, and what is joined. */
export function writeEnd(page: Page, statement: Statement, errors: number): void {
  writeShares(page, statement);
  page.gap(true);
  const words = eurosInWords(statement.total).toLocaleUpperCase("fr");
  writeSettlement(page, statement, {
    settled: `Arrêté le présent état liquidatif à la somme de ${words} (${formatEuros(statement.total)}).`,
    unsettled: unsettledText(statement, errors),
    ends: [0, 3, printed.last],
  });
  page.gap(true);
  writeAttachments(page, statement);
}

/** Why nobody signs an état that is another than the one issued, or provisional; null where it is to be signed. */
function unsettledText({ edition: { issued, differs } }: Statement, errors: number): string | null {
  if (issued !== null && differs !== null)
    return `État non arrêté\u00a0: il est autre que l’${issuedName(issued)}. Il n’est ni à signer ni à joindre à un titre.`;
  return provisionalSettlement(errors);
}

/** That the debtor owes the whole, to whom it claims what the communes bear, and what of it is the creditor's own. */
function writeShares(page: Page, statement: Statement): void {
  const { creditor, debtor } = conventionOf(statement.campaign);
  const billed = statement.byCommune.filter(({ due }) => !due.isZero());
  const own = billed.find(({ commune }) => commune.insee === creditor.insee);
  const count = billed.length === 1 ? "une commune" : `${billed.length} communes`;
  const ofOwn = own === undefined ? "" : `, dont ${own.commune.name} pour ${formatEuros(own.due)}`;
  const note =
    billed.length === 0
      ? `Aucune quote-part n’est à refacturer : la ${debtor.short} prend tout en charge.`
      : `La ${debtor.short} doit la totalité du titre ; elle refacture les quotes-parts à ${count} (annexe 1)${ofOwn}.`;
  page.add([over(printed.count, note, centered(styles.small))], true, underTotal);
}

function writeAttachments(page: Page, statement: Statement): void {
  const { grid, campaign } = statement;
  const act = grid.origin === "workbook" ? grid.act : conventionOf(campaign).act.name;
  const fiches = communesWithFiche(statement).length;
  const pieces = [
    "récapitulation par commune (annexe 1)",
    fiches === 1 ? "une fiche communale" : `${fiches} fiches communales`,
    act.charAt(0).toLocaleLowerCase("fr") + act.slice(1),
    "convention",
    ...(isRenewed(statement) ? ["décision de reconduction"] : []),
    ...(namesDelegation(statement) ? ["arrêté de délégation"] : []),
  ];
  const list = pieces.map((piece, index) => `${index + 1}. ${piece}`).join(" ; ");
  page.add([over(printed.count, `Pièces jointes : ${list}.`, styles.small)]);
}
