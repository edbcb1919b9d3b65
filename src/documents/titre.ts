import type { Statement } from "../statement";
import { conventionOf, isInForce } from "../tariff";
import { writeBoxes } from "./kit/boxes";
import { imported, linkTo, over, text } from "./kit/cells";
import type { Place } from "./kit/formula";
import type { SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import { creditLineOf, departmentOf, given, issuedAs, siretLine, stateReference, toFillShort } from "./kit/parties";
import { printTexts } from "./kit/rows";
import { styles } from "./kit/styles";
import { campaignLine, longDate } from "./kit/texts";
import type { Recapitulatif } from "./recapitulatif";
import type { Repartition } from "./repartition";
import { writeAnnex } from "./titre-annex";
import { titreObject, titreShortObject } from "./titre-csv";
import { printed, writeLiquidation } from "./titre-liquidation";
import { writeSettlement } from "./titre-settlement";

interface Titre {
  readonly model: SheetModel;
  readonly total: Place;
}

/** Points of a row of one line: what is signed is on one page. */
const rowHeight = 13;

interface TitreContext {
  readonly name: string;
  readonly status: string | null;
  readonly errors: number;
}

/**
 * « Titre CAGB »: the état liquidatif in support of the titre, on one page that is signed, then the communes in an annex.
 * (decisions §3; documents)
 */
export function makeTitre(
  statement: Statement,
  repartition: Repartition,
  recapitulatif: Recapitulatif,
  { name, status, errors }: TitreContext,
): Titre {
  const page = new Page(name, [...printed.widths, 18], { rowHeight });
  const { campaign } = statement;
  writeLetterhead(page, statement, recapitulatif.model.name);
  page.gap();
  page.mark(page.add([text("État liquidatif à l’appui du titre de recettes", styles.title)]), "title");
  page.add([text(campaignLine(campaign), styles.subtitle)]);
  page.mark(page.add(status === null ? [] : [over(printed.count, status, styles.strong)]), "status");
  writeParties(page, statement);
  page.gap();
  writeReferences(page, statement);
  page.gap();
  const total = writeLiquidation(page, statement, repartition);
  writeSettlement(page, statement, errors);
  page.startPage();
  writeAnnex(page, statement, recapitulatif);

  const model = page.finish({
    key: "titre",
    names: { ORDICLASSE_TITRE: total.total, ORDICLASSE_CAGB: total.cagb, ORDICLASSE_COMMUNES: total.commune },
    orientation: "portrait",
    lastColumn: printed.last,
    ...printTexts("État liquidatif", campaign, status),
  });
  return { model, total: total.total };
}

/** Who issues, and the numbers of the papers; on the right of what is printed, the way back. */
function writeLetterhead(page: Page, statement: Statement, recapitulatif: string): void {
  const { campaign, options } = statement;
  const { creditor } = conventionOf(campaign);
  const { budget } = options.particulars;
  const exercice = `Exercice ${campaign.year}${budget === undefined ? "" : ` · ${budget}`}`;
  const rows = [
    [text(creditor.name.toLocaleUpperCase("fr"), styles.smallStrong), text(exercice, styles.smallRightStrong)],
    [
      text(departmentOf(statement), styles.small),
      text(`État n° ${stateReference(statement)} · établi le ${given(statement, "establishedOn")}`, styles.smallRight),
    ],
    [
      text(`Affaire suivie par ${given(statement, "contact")}`, styles.smallGrey),
      text(numbersOf(statement), styles.smallRight),
    ],
  ] as const;
  rows.forEach(([left, right], index) => {
    const cells = [left];
    cells[printed.last] = right;
    if (index === 0) cells[printed.count] = linkTo("← Récapitulatif", recapitulatif, "A1", styles.back);
    page.add(cells);
  });
}

/** The numbers that finance gave once the état was issued; dots before. */
function numbersOf(statement: Statement): string {
  const { bordereau = null, titre = null } = issuedAs(statement) ?? {};
  return `Bordereau n° ${bordereau ?? toFillShort} · titre n° ${titre ?? toFillShort}`;
}

/** Creditor and debtor, side by side. */
function writeParties(page: Page, statement: Statement): void {
  const { creditor, debtor } = conventionOf(statement.campaign);
  const { particulars } = statement.options;
  const chorus = particulars.debtorChorus === undefined ? "" : ` · service Chorus ${particulars.debtorChorus}`;
  writeBoxes(page, [
    {
      from: 0,
      to: 2,
      lines: [
        { text: "Créancier", style: styles.smallGrey },
        { text: creditor.name, style: styles.strong },
        { text: given(statement, "creditorAddress", `Adresse : ${toFillShort}`), style: styles.small },
        { text: siretLine(creditor.siren, particulars.creditorSiret), style: styles.small },
      ],
    },
    {
      from: 3,
      to: printed.last,
      lines: [
        { text: "Débiteur", style: styles.smallGrey },
        { text: `${debtor.name} (${debtor.short})`, style: styles.strong },
        { text: given(statement, "debtorAddress", `Adresse : ${toFillShort}`), style: styles.small },
        { text: siretLine(debtor.siren, particulars.debtorSiret) + chorus, style: styles.small },
      ],
    },
  ]);
}

/** By what right, on which account, and under what names a finance package has it. */
function writeReferences(page: Page, statement: Statement): void {
  const { campaign, options } = statement;
  const convention = conventionOf(campaign);
  const { object, term, renewedFrom, creditor, debtor, vat } = convention;
  // What the convention says of its own length holds of no campaign beyond it.
  const isCovered = isInForce(convention, campaign);
  const article = options.particulars.conventionArticle;
  const entry = (label: string, value: string) =>
    page.add([over(1, label, styles.smallGrey), over(printed.count - 1, value, styles.small)]);
  entry("Objet", `${object}, campagne ${campaign.year}`);
  entry("Acte", actOf(statement));
  entry(
    "Convention",
    `${creditor.short} – ${debtor.short}, signée le ${given(statement, "conventionOn")}${isCovered ? ` (${term})` : ""}${article === undefined ? "" : `, article ${article}`}`,
  );
  if (isCovered && renewedFrom !== null && campaign.year >= renewedFrom)
    entry("Reconduction", `Décision du ${given(statement, "renewedOn")}`);
  entry("Imputation", imputationOf(statement));
  entry("TVA", vat);
  for (const [label, value] of [
    ["Libellé", titreShortObject(statement)],
    ["Libellé long", titreObject(statement)],
  ] as const)
    page.add([text(label, styles.smallGrey), imported(value, styles.small)]);
}

/** The act that sets the prices: that of the convention, or of the user's own tariff. */
function actOf(statement: Statement): string {
  const { campaign, grid } = statement;
  if (grid.origin === "workbook") return `${grid.act} (table « Tarifs » du classeur)`;
  const { name, body, receivedOn } = conventionOf(campaign).act;
  return `${name} du ${body}, séance du ${given(statement, "sessionOn")}, reçue en préfecture le ${longDate(receivedOn)}`;
}

/** The credit line, and what the chart of accounts calls it: local parts have no name there. */
function imputationOf(statement: Statement): string {
  const creditLine = creditLineOf(statement);
  const named = creditLine.filter(({ heading }) => heading === "Chapitre" || heading === "Nature");
  const labels = named.map(({ label }) => label.charAt(0).toLocaleLowerCase("fr") + label.slice(1));
  return [creditLine.map(({ code }) => code).join("."), labels.join(", ")].filter((part) => part !== "").join(" : ");
}
