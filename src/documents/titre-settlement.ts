import { fold } from "../cells";
import { eurosInWords, formatEuros } from "../money";
import type { Statement } from "../statement";
import { conventionOf } from "../tariff";
import { issuedName } from "./journal-ledger";
import { writeBoxes, type BoxLine } from "./kit/boxes";
import { over } from "./kit/cells";
import type { Page } from "./kit/page";
import { departmentOf, toFillShort } from "./kit/parties";
import { styles } from "./kit/styles";
import { communesWithFiche } from "./kit/texts";
import { printed } from "./titre-liquidation";

/** Writes what comes under the total and never parts from it: the shares, the sum, who signs, and what is joined. */
export function writeSettlement(page: Page, statement: Statement, errors: number): void {
  writeShares(page, statement);
  page.gap(true);
  writeSum(page, statement, errors);
  page.gap(true);
  writeAttachments(page, statement);
}

/** To whom the CAGB claims what the communes owe, and what of it is the creditor's own. */
function writeShares(page: Page, statement: Statement): void {
  const { creditor, debtor } = conventionOf(statement.campaign);
  const billed = statement.byCommune.filter(({ due }) => !due.isZero());
  const own = billed.find(({ commune }) => commune.insee === creditor.insee);
  const count = billed.length === 1 ? "une commune" : `${billed.length} communes`;
  const ofOwn = own === undefined ? "" : `, dont ${own.commune.name} pour ${formatEuros(own.due)}`;
  const note =
    billed.length === 0
      ? `Aucune quote-part n’est à refacturer : la ${debtor.short} prend tout en charge.`
      : `Les quotes-parts sont refacturées par la ${debtor.short} à ${count} (annexe 1)${ofOwn}.`;
  page.add([over(printed.count, note, styles.smallGrey)], true);
}

/** The sum in words in its frame, and three boxes to sign; of a provisional état, why nobody signs it. */
function writeSum(page: Page, statement: Statement, errors: number): void {
  const framed = (value: string) =>
    writeBoxes(page, [{ from: 0, to: printed.last, lines: [{ text: value, style: styles.framedText }] }], {
      line: "medium",
      keep: true,
    });
  const { issued, differs } = statement.edition;
  if (issued !== null && differs !== null) {
    framed(`État non arrêté : il est autre que l’${issuedName(issued)}. Il n’est ni à signer ni à joindre à un titre.`);
    return;
  }
  if (errors > 0) {
    const points = errors === 1 ? "un point reste à corriger" : `${errors} points restent à corriger`;
    framed(
      `État provisoire, non arrêté : ${points} (voir « Contrôles »). Il n’est ni à signer ni à joindre à un titre.`,
    );
    return;
  }
  const words = eurosInWords(statement.total).toLocaleUpperCase("fr");
  framed(`Arrêté le présent état liquidatif à la somme de ${words} (${formatEuros(statement.total)}).`);
  page.gap(true);
  const head = (value: string): BoxLine => ({ text: value, style: styles.smallStrong });
  const line = (value: string): BoxLine => ({ text: value, style: styles.small });
  const room = Array.from({ length: 3 }, () => line(""));
  const service = departmentOf(statement);
  const counted = [head("Certifié exact, quantités constatées"), line(service), line(`le ${toFillShort}`), ...room];
  const visa = [head("Visa du service des finances"), line(`le ${toFillShort}`)];
  const ordonnateur = [head("L’ordonnateur"), ...signatoryLines(statement).map(line), ...room.slice(1)];
  writeBoxes(
    page,
    [
      { from: 0, to: 0, lines: counted },
      { from: 1, to: 3, lines: visa },
      { from: 4, to: printed.last, lines: ordonnateur },
    ],
    { keep: true },
  );
}

/** In whose name, by which delegation, and who signs; dots for what the options do not say. */
function signatoryLines({ options: { signatory } }: Statement): string[] {
  const formula = "Pour le Maire et par délégation,";
  const { title = "", name = "", delegation = "" } = signatory ?? {};
  const said = delegation.trim();
  const isFormula = fold(said).startsWith("pour ");
  return [
    isFormula ? said : formula,
    ...(isFormula ? [] : [said || `arrêté de délégation n° ${toFillShort} du ${toFillShort}`]),
    title.trim() || `Qualité : ${toFillShort}`,
    name.trim() || `Prénom, nom : ${toFillShort}`,
  ];
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
  ];
  const list = pieces.map((piece, index) => `${index + 1}. ${piece}`).join(" ; ");
  page.add([over(printed.count, `Pièces jointes : ${list}.`, styles.small)]);
}
