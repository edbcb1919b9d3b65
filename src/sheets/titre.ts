import { Decimal } from "decimal.js";
import { cellName, fold } from "../cells";
import { eurosInWords, formatEuros } from "../money";
import { totalOf } from "../statement";
import type { PrestationTotal, Statement } from "../statement";
import { date, dayAfter, euros, imported, linkTo, longDate, refer, sumDown, text } from "./cells";
import type { Place } from "./cells";
import { Draft } from "./draft";
import { breakWords, lettersAcross } from "./measure";
import type { SheetModel } from "./model";
import type { Recapitulatif } from "./recapitulatif";
import type { Repartition } from "./repartition";
import { styles } from "./styles";
import { campaignLine, creditor, debtor, gridLine, printTexts } from "./texts";

const widths = [33, 14, 14, 14, 14, 15];
const amounts = [
  ["installation", "cagb"],
  ["installation", "commune"],
  ["maintenance", "cagb"],
  ["maintenance", "commune"],
] as const;
const totalColumn = 5;
const signatureColumn = 3;

const toFill = "………………………………";

/** The credit line of the deliberation, whose last two parts are the city's own. (decisions §3) */
const creditLine = [
  ["Chapitre", "70", "Produits des services, du domaine et ventes diverses"],
  ["Fonction", "020", "Administration générale de la collectivité"],
  ["Nature", "70876", "Remboursement de frais par le GFP de rattachement"],
  ["Code local", "004839", "Code propre à la Ville"],
  ["Code local", "10100", "Code propre à la Ville"],
] as const;

export interface Titre {
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
  const draft = new Draft(widths);
  const { campaign } = statement;
  draft.add([text("État liquidatif à l’appui du titre de recettes", styles.title)]);
  draft.add([text(campaignLine(campaign), styles.subtitle)]);
  draft.add([linkTo("← Récapitulatif", recapitulatif.model.name, "A1", styles.back)]);
  draft.space();
  draft.entry("Créancier", `${creditor.name}, SIREN ${creditor.siren}`);
  draft.entry("Débiteur", `${debtor.name}, SIREN ${debtor.siren}`);
  draft.entry(
    "Objet",
    `Dispositif Ordiclasse : installation et maintenance annuelle de l’informatique des écoles, campagne ${campaign.year}`,
  );
  draft.add([text("Situation au", styles.label), date(campaign.snapshot, styles.value)]);
  const window = `du ${longDate(dayAfter(campaign.windowStart))} au ${longDate(campaign.snapshot)} inclus`;
  draft.entry("Installations", window);
  draft.entry("Bases de la liquidation", gridLine(statement.grid));
  draft.entry("", "Convention entre la Ville de Besançon et la CAGB relative au dispositif Ordiclasse");
  draft.entry(
    "",
    "Effectifs et inventaire du matériel à la date ci-dessus, détaillés dans la répartition et les fiches jointes",
  );
  draft.space();

  draft.section("Liquidation par prestation");
  const table = writeLiquidation(draft, statement, repartition);
  draft.space();
  const placesOfTotals = writeTotals(draft, statement, recapitulatif, table);
  draft.space();
  draft.section("Imputation");
  draft.entry("Ligne de crédit", creditLine.map(([, code]) => code).join("."), styles.label, styles.strong);
  for (const [part, code, label] of creditLine)
    draft.add([text(part, styles.label), imported(code, styles.value), text(label, styles.value)]);
  draft.add([text("Bordereau n°", styles.label), text(toFill), null, text("Titre n°", styles.label), text(toFill)]);
  draft.space();
  const words = eurosInWords(statement.total).toLocaleUpperCase("fr");
  draft.paragraph(`Arrêté le présent état à la somme de ${words} (${formatEuros(statement.total)}).`, styles.strong);
  draft.space();
  writeSignature(draft, statement);

  const at = (row: number, workbookName: string) => ({ name: workbookName, row, column: totalColumn });
  const model = draft.finish(
    {
      key: "titre",
      name,
      names: [
        at(placesOfTotals.total, "ORDICLASSE_TITRE"),
        at(placesOfTotals.cagb, "ORDICLASSE_CAGB"),
        at(placesOfTotals.communes, "ORDICLASSE_COMMUNES"),
      ],
    },
    { orientation: "portrait", titleRows: null, onePage: true, ...printTexts("État liquidatif", campaign) },
  );
  return { model, total: { sheet: name, row: placesOfTotals.total, column: totalColumn } };
}

/** The table taken from « Répartition », total row included; gives the row of the total. */
function writeLiquidation(draft: Draft, statement: Statement, repartition: Repartition): number {
  const { header, headerNumber, line, total } = styles;
  draft.add([
    text("Prestation", header),
    ...["Installation CAGB", "Installation communes", "Maintenance CAGB", "Maintenance communes", "Total"].map(
      (title) => text(title, headerNumber),
    ),
  ]);
  const first = draft.next;
  for (const prestation of statement.byPrestation) writePrestation(draft, prestation, repartition);
  if (draft.next === first) draft.band([text("Aucune prestation facturée.", line)], line);
  const last = draft.next - 1;
  return draft.add([
    text("Total de la liquidation", total),
    ...amounts.map(([nature, payer], index) =>
      euros(statement.split[nature][payer], total, sumDown(index + 1, first, last)),
    ),
    euros(statement.total, total, sumDown(totalColumn, first, last)),
  ]);
}

function writePrestation(draft: Draft, { tariff, split }: PrestationTotal, repartition: Repartition): void {
  const row = draft.next;
  const rows = repartition.rows.get(tariff.code) ?? [];
  const formula = (nature: "installation" | "maintenance", payer: "cagb" | "commune") =>
    rows.map((place) => refer(repartition.amountAt(place, nature, payer))).join("+");
  draft.add([
    imported(tariff.prestation, styles.wrapped),
    ...amounts.map(([nature, payer]) => euros(split[nature][payer], styles.line, formula(nature, payer))),
    euros(totalOf(split), { ...styles.line, bold: true }, `SUM(${cellName(row, 1)}:${cellName(row, totalColumn - 1)})`),
  ]);
}

/** Both parts from « Récapitulatif », their sum, and the identity with the liquidation, which must leave nothing. */
function writeTotals(draft: Draft, statement: Statement, recapitulatif: Recapitulatif, table: number) {
  const row = (label: string, amount: Decimal, formula: string, style: (typeof styles)[keyof typeof styles]) =>
    draft.band([text(label, style), ...[null, null, null, null], euros(amount, style, formula)], style);
  const cagb = row("Part propre de la CAGB", statement.cagb, refer(recapitulatif.cagb), styles.line);
  const label = "Quotes-parts des communes, que la CAGB leur refacture";
  const communes = row(label, statement.communes, refer(recapitulatif.due), styles.line);
  const sumOf = `${cellName(cagb, totalColumn)}+${cellName(communes, totalColumn)}`;
  const total = row("Total du titre", statement.total, sumOf, styles.grandTotal);
  const identity = `ROUND(${cellName(total, totalColumn)}-${cellName(table, totalColumn)},2)`;
  row("Écart avec la liquidation par prestation (0,00 attendu)", new Decimal(0), identity, styles.note);
  return { cagb, communes, total };
}

/** To be filled by hand, but for what the options say of the signatory. */
function writeSignature(draft: Draft, { options: { signatory } }: Statement): void {
  draft.add([text(`Certifié exact, à Besançon, le ${toFill}`)]);
  draft.space();
  const delegation = signatory?.delegation.trim() ?? "";
  const formula = "Pour le Maire et par délégation,";
  const heading = fold(delegation).startsWith("pour ") ? delegation : formula;
  const lines = [heading, ...(delegation === "" || heading === delegation ? [] : [delegation])];
  const room = lettersAcross(widths.slice(signatureColumn), {});
  for (const line of [...lines, signatory?.title ?? `Qualité : ${toFill}`, signatory?.name ?? `Nom : ${toFill}`])
    for (const part of breakWords(line, room)) draft.add([null, null, null, imported(part)]);
  draft.space();
  draft.add([null, null, null, text("Signature :", styles.label)]);
  for (let row = 0; row < 3; row++) draft.space();
}
