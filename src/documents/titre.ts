import type { Decimal } from "decimal.js";
import { eurosInWords, formatEuros } from "../money";
import { partOf, sum, type Statement } from "../statement";
import type { Nature } from "../tariff";
import { natures, payers } from "./kit/bases";
import { communeLink, count, date, euros, imported, text, type PageCell } from "./kit/cells";
import { block, minus, plus, product, same, sumOf, type Place } from "./kit/formula";
import type { CellStyle, SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import { creditor, debtor, partyLine, writeImputation, writeSignature } from "./kit/parties";
import type { PlacedBasis } from "./kit/provenance";
import { checkRow, heading } from "./kit/rows";
import { styles } from "./kit/styles";
import { table } from "./kit/table";
import { dayAfter, gridLine, longDate, printTexts, sharedSchoolsNote, toFill } from "./kit/texts";
import type { PlacedCommune, Recapitulatif } from "./recapitulatif";
import type { Repartition } from "./repartition";
import { stateReference, titreObject, titreShortObject } from "./titre-csv";

interface Titre {
  readonly model: SheetModel;
  readonly total: Place;
}

const bases = table<PlacedBasis>()({
  columns: {
    prestation: {
      title: "Prestation",
      width: 34,
      align: "left",
      cell: ({ tariff }) => imported(tariff.prestation, styles.indented),
    },
    unit: { title: "Unité", width: 11, align: "left", cell: ({ tariff }, _at, style) => imported(tariff.unit, style) },
    quantity: {
      title: "Quantité",
      width: 11,
      cell: ({ units, places }, _at, style) => count(units, style, same(places.quantity)),
    },
    price: {
      title: "Prix unitaire",
      width: 13,
      cell: ({ price, places }, _at, style) => euros(price, style, same(places.price)),
    },
    cagb: {
      title: "Part de la CAGB",
      width: 14.5,
      cell: (basis, at) => (basis.payer === "cagb" ? amountCell(basis, at) : null),
    },
    commune: {
      title: "Quotes-parts des communes",
      width: 15,
      cell: (basis, at) => (basis.payer === "commune" ? amountCell(basis, at) : null),
    },
    total: {
      title: "Total",
      width: 15.5,
      cell: ({ amount }, at) => euros(amount, styles.boldLine, sumOf(block(at.cagb, at.commune))),
    },
  },
});

function amountCell(
  { amount, isProduct, places }: PlacedBasis,
  at: Readonly<Record<"quantity" | "price", Place>>,
): PageCell {
  return euros(amount, styles.line, isProduct ? product(at.quantity, at.price) : same(places.amount));
}

/** Over the same columns. */
const communes = table<PlacedCommune>()({
  columns: {
    commune: { title: "Commune", align: "left", cell: ({ total, fiche }) => communeLink(total.commune, fiche) },
    insee: { title: "INSEE", align: "left", cell: ({ total }, _at, style) => imported(total.commune.insee, style) },
    siren: { title: "SIREN", align: "left", cell: ({ total }, _at, style) => imported(total.commune.siren, style) },
    schools: {
      title: "Écoles",
      cell: ({ schools, places }, _at, style) => count(schools, style, same(places.schools)),
    },
    cagb: {
      title: "Part de la CAGB",
      cell: ({ total, places }, _at, style) => euros(total.cagb, style, same(places.cagb)),
    },
    due: {
      title: "Quote-part à refacturer",
      cell: ({ total, places }, _at, style) => euros(total.due, style, same(places.due)),
    },
    total: {
      title: "Total",
      cell: ({ total }, at) => euros(total.cagb.plus(total.due), styles.boldLine, plus(at.cagb, at.due)),
    },
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

  const named = (workbookName: string, { row, column }: Place) => ({ name: workbookName, row, column });
  const model = page.finish({
    key: "titre",
    names: [
      named("ORDICLASSE_TITRE", totals.total),
      named("ORDICLASSE_CAGB", totals.cagb),
      named("ORDICLASSE_COMMUNES", totals.communes),
    ],
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
  const write = (label: string, amount: Decimal, formula: ReturnType<typeof plus>, style: CellStyle = styles.line) =>
    bases.total(page, { label, style, cells: { total: euros(amount, style, formula) }, keep: true }).total;
  const cagb = write("Part propre de la CAGB", statement.cagb, same(total.cagb));
  const label = "Quotes-parts des communes, que la CAGB leur refacture";
  const due = write(label, statement.communes, same(total.due));
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
  page.section("Arrêté et certification");
  const words = eurosInWords(statement.total).toLocaleUpperCase("fr");
  const settled = `Arrêté le présent état liquidatif à la somme de ${words} (${formatEuros(statement.total)}).`;
  page.paragraph(settled, styles.strong, true);
  page.space(true);
  page.add([text(`Certifié exact, à Besançon, le ${toFill}`)], true);
  page.space(true);
  writeSignature(page, statement);
}
