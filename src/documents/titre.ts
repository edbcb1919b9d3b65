import type { Decimal } from "decimal.js";
import { eurosInWords, formatEuros } from "../money";
import { partOf, sum, type Statement } from "../statement";
import type { Nature, Payer } from "../tariff";
import { natures, payers } from "./kit/bases";
import { communeLink, count, date, euros, text } from "./kit/cells";
import { columnHelper, type Cells } from "./kit/columns";
import { block, minus, plus, product, same, sumOf, type Formula, type Place } from "./kit/formula";
import type { CellStyle, SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import { creditor, debtor, ownParts, partyLine, writeCertification, writeImputation } from "./kit/parties";
import type { PlacedBasis } from "./kit/provenance";
import { checkRow, heading, printTexts } from "./kit/rows";
import { bold, styles } from "./kit/styles";
import { table } from "./kit/table";
import { dayAfter, gridLine, longDate, sharedSchoolsNote, toFill } from "./kit/texts";
import type { PlacedCommune, Recapitulatif } from "./recapitulatif";
import type { Repartition } from "./repartition";
import { stateReference, titreObject, titreShortObject } from "./titre-csv";

interface Titre {
  readonly model: SheetModel;
  readonly total: Place;
}

const baseColumn = columnHelper<PlacedBasis, "quantity" | "price" | Payer>();

const bases = table({
  columns: {
    prestation: baseColumn.imported("Prestation", 34, ({ tariff }) => tariff.prestation, styles.indented),
    unit: baseColumn.imported("Unité", 11, ({ tariff }) => tariff.unit),
    quantity: baseColumn.cell("Quantité", 11, ({ units, places }, _at, style) =>
      count(units, style, same(places.quantity)),
    ),
    price: baseColumn.cell("Prix unitaire", 13, ({ price, places }, _at, style) =>
      euros(price, style, same(places.price)),
    ),
    cagb: baseColumn.euros("Part de la CAGB", 14.5, amountOf("cagb"), amountFormula),
    commune: baseColumn.euros("Quotes-parts des communes", 15, amountOf("commune"), amountFormula),
    total: baseColumn.cell("Total", 15.5, ({ amount }, at, style) =>
      euros(amount, bold(style), sumOf(block(at.cagb, at.commune))),
    ),
  },
});

function amountOf(payer: Payer) {
  return (basis: PlacedBasis) => (basis.payer === payer ? basis.amount : null);
}

function amountFormula(at: Cells<"quantity" | "price">, { isProduct, places }: PlacedBasis): Formula {
  return isProduct ? product(at.quantity, at.price) : same(places.amount);
}

const communeColumn = columnHelper<PlacedCommune, "cagb" | "due">();

/** Over the same columns. */
const communes = table({
  columns: {
    commune: communeColumn.cell("Commune", null, ({ total, fiche }) => communeLink(total.commune, fiche), "left"),
    insee: communeColumn.imported("INSEE", null, ({ total }) => total.commune.insee),
    siren: communeColumn.imported("SIREN", null, ({ total }) => total.commune.siren),
    schools: communeColumn.cell("Écoles", null, ({ schools, places }, _at, style) =>
      count(schools, style, same(places.schools)),
    ),
    cagb: communeColumn.cell("Part de la CAGB", null, ({ total, places }, _at, style) =>
      euros(total.cagb, style, same(places.cagb)),
    ),
    due: communeColumn.cell("Quote-part à refacturer", null, ({ total, places }, _at, style) =>
      euros(total.due, style, same(places.due)),
    ),
    total: communeColumn.cell("Total", null, ({ total }, at, style) =>
      euros(total.cagb.plus(total.due), bold(style), plus(at.cagb, at.due)),
    ),
  },
});

/** « Titre CAGB »: the état liquidatif in support of the titre, with the bases of its liquidation. (decisions §3, §7) */
export function makeTitre(
  statement: Statement,
  repartition: Repartition,
  recapitulatif: Recapitulatif,
  { name, status }: { readonly name: string; readonly status: string | null },
): Titre {
  const page = new Page(name, bases.widths);
  const { campaign } = statement;
  heading(page, {
    title: "État liquidatif à l’appui du titre de recettes",
    campaign,
    links: [{ label: "← Récapitulatif", sheet: recapitulatif.model.name }],
    status,
  });
  writeReferences(page, statement);
  page.space();
  const liquidation = writeLiquidation(page, statement, repartition);
  page.space();
  const totals = writeTotals(page, statement, recapitulatif, liquidation);
  page.space();
  // From the top of a page, it is seldom cut: its titles would come again over what follows it.
  page.startPage();
  writeCommunes(page, statement, recapitulatif, totals.total);
  page.space();
  writeImputation(page, { wording: 3, number: 4 }, styles.value);
  page.space(true);
  writeSettlement(page, statement);

  const model = page.finish({
    key: "titre",
    names: { ORDICLASSE_TITRE: totals.total, ORDICLASSE_CAGB: totals.cagb, ORDICLASSE_COMMUNES: totals.communes },
    orientation: "portrait",
    ...printTexts("État liquidatif", campaign),
  });
  return { model, total: totals.total };
}

/** Who claims what from whom, and by what right. */
function writeReferences(page: Page, { campaign, grid }: Statement): void {
  const year = { value: campaign.year, style: { ...styles.value, align: "left" } } as const;
  page.add([
    text("État n°", styles.label),
    text(`${campaign.year}-${toFill}`, styles.value),
    ...[null, null],
    text("Exercice", styles.label),
    year,
  ]);
  page.add([
    text("Référence", styles.label),
    text(stateReference(campaign), styles.value),
    ...[null, null],
    text("Situation au", styles.label),
    date(campaign.snapshot, styles.value),
  ]);
  page.entry("Créancier", partyLine(creditor));
  page.entry("Débiteur", partyLine(debtor));
  page.entry(
    "Objet",
    `Dispositif Ordiclasse : installation et maintenance annuelle de l’informatique des écoles, campagne ${campaign.year}`,
  );
  page.entry("Libellé du titre", titreObject(campaign));
  page.entry("Libellé court", titreShortObject(campaign));
  page.entry("Acte", gridLine(grid));
  page.entry(
    "Convention",
    `Entre la Ville de Besançon et la CAGB, relative au dispositif Ordiclasse, signée le ${toFill}`,
  );
  page.entry(
    "Bases de la liquidation",
    "Ci-dessous (article 24 du décret n° 2012-1246 du 7 novembre 2012) ; chaque école et chaque quantité, dans la fiche jointe de sa commune",
  );
  page.entry("TVA", "Sans objet : le tarif voté n’en comporte pas, les montants sont nets");
}

/** The bases of the liquidation, taken from « Répartition »: quantity × price, nature by nature. Returns the cell of their total. */
function writeLiquidation(page: Page, statement: Statement, repartition: Repartition): Place {
  const { split, total } = statement;
  page.section("Liquidation par prestation");
  const header = bases.titles(page);
  const billed = repartition.bases.filter(({ isBilled }) => isBilled);
  const subtotals = natures.flatMap((nature) => {
    const own = billed.filter((basis) => basis.nature === nature);
    return own.length === 0 ? [] : [writeNature(page, statement, nature, own)];
  });
  if (billed.length === 0) page.band([text("Aucune prestation facturée.", styles.line)], styles.line, true);
  const sumCell = (amount: Decimal, key: "cagb" | "commune" | "total") =>
    euros(amount, styles.total, plus(...subtotals.map((cells) => cells[key])));
  const cells = bases.total(page, {
    label: "Total de la liquidation",
    cells: {
      cagb: sumCell(partOf(split, "cagb"), "cagb"),
      commune: sumCell(partOf(split, "commune"), "commune"),
      total: sumCell(total, "total"),
    },
  });
  page.repeatTitlesWhereCut({ header, last: cells.total.row });
  return cells.total;
}

/** The bases of one nature under its name; returns the cells of their sub-total. */
function writeNature(page: Page, { campaign, split }: Statement, nature: Nature, own: readonly PlacedBasis[]) {
  const window = `du ${longDate(dayAfter(campaign.windowStart))} au ${longDate(campaign.snapshot)} inclus`;
  const [title, label] =
    nature === "installation"
      ? [`Installation : matériel installé ${window}`, "Sous-total de l’installation"]
      : [
          `Maintenance annuelle : matériel en service et effectifs au ${longDate(campaign.snapshot)}`,
          "Sous-total de la maintenance",
        ];
  page.band([text(title, styles.group)], styles.group, true);
  const written = bases.rows(page, own, { keep: Infinity });
  const { cagb, commune } = split[nature];
  const cells = { cagb, commune, total: sum(payers.map((payer) => split[nature][payer])) };
  return bases.total(page, { label, cells, style: styles.subtotal, keep: true }, written);
}

/** Both parts from « Récapitulatif », their sum, and the identity with the liquidation, which must leave nothing. */
function writeTotals(page: Page, statement: Statement, { total }: Recapitulatif, liquidation: Place) {
  const write = (label: string, amount: Decimal, formula: Formula | undefined, style: CellStyle = styles.line) =>
    bases.total(page, { label, style, cells: { total: euros(amount, style, formula) }, keep: true }).total;
  const cagb = write(ownParts.cagb, statement.cagb, same(total.cagb));
  const due = write(ownParts.commune, statement.communes, same(total.due));
  const titre = write("Total du titre", statement.total, plus(cagb, due), styles.grandTotal);
  checkRow(page, {
    label: "Écart avec la liquidation par prestation",
    column: titre.column,
    gap: minus(titre, liquidation),
    isBand: true,
    keep: true,
  });
  return { cagb, communes: due, total: titre };
}

/** What each billed commune is in the titre, taken from « Récapitulatif », and the identity with the titre's total. */
function writeCommunes(page: Page, statement: Statement, recapitulatif: Recapitulatif, titre: Place): void {
  page.section("Récapitulation par commune");
  const { total } = communes.write(page, recapitulatif.communes, {
    keep: 0,
    none: "Aucune commune facturée.",
    repeatTitles: "where cut",
    total: {
      label: "Total des communes",
      cells: {
        schools: count(statement.schools, styles.total, same(recapitulatif.total.schools)),
        cagb: statement.cagb,
        due: statement.communes,
        total: statement.total,
      },
      keep: true,
    },
  });
  checkRow(page, {
    label: "Écart avec le total du titre",
    column: total.total.column,
    gap: minus(total.total, titre),
    isBand: true,
  });
  const note = sharedSchoolsNote(statement);
  if (note !== null) page.paragraph(note, styles.note);
}

/** The sum in words, the certification and the signature, which never part. */
function writeSettlement(page: Page, statement: Statement): void {
  const words = eurosInWords(statement.total).toLocaleUpperCase("fr");
  const settled = `Arrêté le présent état liquidatif à la somme de ${words} (${formatEuros(statement.total)}).`;
  writeCertification(page, statement, settled);
}
