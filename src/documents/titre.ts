import { Decimal } from "decimal.js";
import { cellName, fold } from "../cells";
import { eurosInWords, formatEuros } from "../money";
import type { Statement } from "../statement";
import type { Campaign } from "../tariff";
import { date, euros, imported, linkTo, refer, text, type Place } from "./kit/cells";
import { breakWords, lettersAcross } from "./kit/measure";
import type { PrintSetup, SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import { styles } from "./kit/styles";
import {
  campaignLine,
  creditLine,
  creditLineCode,
  creditor,
  debtor,
  gridLine,
  partyLine,
  printTexts,
  toFill,
} from "./kit/texts";
import type { Recapitulatif } from "./recapitulatif";
import type { Repartition } from "./repartition";
import { writeCommunes } from "./titre-communes";
import { stateReference, titreObject, titreShortObject } from "./titre-csv";
import { writeLiquidation } from "./titre-liquidation";

interface Titre {
  readonly model: SheetModel;
  readonly total: Place;
}

/** « Titre CAGB »: the état liquidatif in support of the titre, with the bases of its liquidation. (decisions §3, §7) */
export function makeTitre(
  statement: Statement,
  repartition: Repartition,
  recapitulatif: Recapitulatif,
  name: string,
): Titre {
  const draft = new Page(titreWidths);
  const { campaign } = statement;
  draft.add([text("État liquidatif à l’appui du titre de recettes", styles.title)]);
  draft.add([text(campaignLine(campaign), styles.subtitle)]);
  draft.add([linkTo("← Récapitulatif", recapitulatif.model.name, "A1", styles.back)]);
  draft.space();
  writeHead(draft, statement);
  draft.space();
  const liquidation = writeLiquidation(draft, statement, repartition);
  draft.space();
  const totals = writeTotals(draft, statement, recapitulatif, liquidation.total);
  draft.space();
  // From the top of a page, it is seldom cut: its titles would come again over what follows it.
  draft.startPage();
  const communes = writeCommunes(draft, statement, recapitulatif, totals.total);
  draft.space();
  writeImputation(draft);
  draft.space(true);
  writeSettlement(draft, statement);

  const at = (row: number, workbookName: string) => ({ name: workbookName, row, column: titreColumns.total });
  const printed = (titleRows: PrintSetup["titleRows"]) =>
    draft.finish(
      {
        key: "titre",
        name,
        names: [
          at(totals.total, "ORDICLASSE_TITRE"),
          at(totals.cagb, "ORDICLASSE_CAGB"),
          at(totals.communes, "ORDICLASSE_COMMUNES"),
        ],
      },
      { orientation: "portrait", titleRows, ...printTexts("État liquidatif", campaign) },
    );
  // The titles of a table come again only on a page that goes on with it.
  const untitled = printed(null);
  const cut = [communes, liquidation].find(({ header, total }) =>
    untitled.print.breaksBefore.some((row) => row > header && row <= total),
  );
  const model = cut === undefined ? untitled : printed({ first: cut.header, last: cut.header });
  return { model, total: { sheet: name, row: totals.total, column: titreColumns.total } };
}

/** Who claims what from whom, and by what right. */
function writeHead(draft: Page, { campaign, grid }: Statement): void {
  const year = { value: campaign.year, style: { ...styles.value, align: "left" } } as const;
  draft.add([
    text("État n°", styles.label),
    text(`${campaign.year}-${toFill}`, styles.value),
    ...[null, null],
    text("Exercice", styles.label),
    year,
  ]);
  draft.add([
    text("Référence", styles.label),
    text(stateReference(campaign), styles.value),
    ...[null, null],
    text("Situation au", styles.label),
    date(campaign.snapshot, styles.value),
  ]);
  draft.entry("Créancier", partyLine(creditor));
  draft.entry("Débiteur", partyLine(debtor));
  draft.entry("Objet", objectOf(campaign));
  draft.entry("Libellé du titre", titreObject(campaign));
  draft.entry("Libellé court", titreShortObject(campaign));
  draft.entry("Acte", gridLine(grid));
  draft.entry(
    "Convention",
    `Entre la Ville de Besançon et la CAGB, relative au dispositif Ordiclasse, signée le ${toFill}`,
  );
  draft.entry(
    "Bases de la liquidation",
    "Ci-dessous (article 24 du décret n° 2012-1246 du 7 novembre 2012) ; chaque école et chaque quantité, dans la fiche jointe de sa commune",
  );
  draft.entry("TVA", "Sans objet : le tarif voté n’en comporte pas, les montants sont nets");
}

function objectOf({ year }: Campaign): string {
  return `Dispositif Ordiclasse : installation et maintenance annuelle de l’informatique des écoles, campagne ${year}`;
}

/** Both parts from « Récapitulatif », their sum, and the identity with the liquidation, which must leave nothing. */
function writeTotals(draft: Page, statement: Statement, recapitulatif: Recapitulatif, liquidation: number) {
  const column = titreColumns.total;
  const row = (label: string, amount: Decimal, formula: string, style: (typeof styles)[keyof typeof styles]) => {
    const cells = titreWidths.map((_width, at) => (at === column ? euros(amount, style, formula) : null));
    return draft.band([text(label, style), ...cells.slice(1)], style, true);
  };
  const cagb = row("Part propre de la CAGB", statement.cagb, refer(recapitulatif.cagb), styles.line);
  const label = "Quotes-parts des communes, que la CAGB leur refacture";
  const communes = row(label, statement.communes, refer(recapitulatif.due), styles.line);
  const sumOf = `${cellName(cagb, column)}+${cellName(communes, column)}`;
  const total = row("Total du titre", statement.total, sumOf, styles.grandTotal);
  const identity = `ROUND(${cellName(total, column)}-${cellName(liquidation, column)},2)`;
  row("Écart avec la liquidation par prestation (0,00 attendu)", new Decimal(0), identity, styles.note);
  return { cagb, communes, total };
}

/** The credit line, part by part; the titre's numbers are the finance package's to give. Kept with what is signed. */
function writeImputation(draft: Page): void {
  draft.section("Imputation");
  draft.add([text("Ligne de crédit", styles.label), imported(creditLineCode, styles.strong)], true);
  for (const { heading, code, label } of creditLine)
    draft.add([text(heading, styles.label), imported(code, styles.value), null, text(label, styles.value)], true);
  const numbers = [text("Bordereau n°", styles.label), text(toFill, styles.value), null, null];
  draft.add([...numbers, text("Titre n°", styles.label), text(toFill, styles.value)], true);
}

const signatureColumn = 3;

/** The sum in words, the certification and the signature, which never part. */
function writeSettlement(draft: Page, statement: Statement): void {
  draft.section("Arrêté et certification");
  const words = eurosInWords(statement.total).toLocaleUpperCase("fr");
  const settled = `Arrêté le présent état liquidatif à la somme de ${words} (${formatEuros(statement.total)}).`;
  draft.paragraph(settled, styles.strong, true);
  draft.space(true);
  draft.add([text(`Certifié exact, à Besançon, le ${toFill}`)], true);
  draft.space(true);
  writeSignature(draft, statement);
}

/** To be filled by hand, but for what the options say of the signatory. */
export function writeSignature(draft: Page, { options: { signatory } }: Statement): void {
  const delegation = signatory?.delegation.trim() ?? "";
  const formula = "Pour le Maire et par délégation,";
  const heading = fold(delegation).startsWith("pour ") ? delegation : formula;
  const quality = signatory?.title || `Qualité : ${toFill}`;
  const names = signatory === null ? [`Nom : ${toFill}`, `Prénom : ${toFill}`] : [signatory.name];
  const signed = [heading, ...(heading === delegation ? [] : [delegation]), quality, ...names];
  const room = lettersAcross(titreWidths.slice(signatureColumn), {});
  const block = signed.filter((line) => line !== "").flatMap((line) => breakWords(line, room));
  const service = ["Visa du service des finances", ""];
  block.forEach((line, index) => draft.add([text(service[index] ?? ""), null, null, imported(line)], true));
  draft.space(true);
  draft.add([null, null, null, text("Signature :", styles.label)], true);
  for (let row = 0; row < 3; row++) draft.space(row < 2);
}

/** Columns of « Titre CAGB », and their widths. */
export const titreWidths = [34, 11, 11, 13, 14.5, 15, 15.5] as const;
export const titreColumns = { quantity: 2, price: 3, cagb: 4, commune: 5, total: 6 } as const;

/** Zero-based rows of one of its tables: the header, and the total on which it ends. */
export interface TableRows {
  readonly header: number;
  readonly total: number;
}
