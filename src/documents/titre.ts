import type { Decimal } from "decimal.js";
import { fold, parseIsoDate } from "../cells";
import { eurosInWords, formatEuros } from "../money";
import type { ParticularName } from "../options";
import { partOf, sum, type Statement } from "../statement";
import { conventionOf, type Nature, type Payer } from "../tariff";
import { natures, payers } from "./kit/bases";
import { writeBoxes, type BoxLine } from "./kit/boxes";
import { count, euros, linkTo, over, text } from "./kit/cells";
import { columnHelper, type Cells } from "./kit/columns";
import { block, plus, product, same, sumOf, type Formula, type Place } from "./kit/formula";
import type { SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import { siretLine, toFillShort } from "./kit/parties";
import type { PlacedBasis } from "./kit/provenance";
import { printTexts } from "./kit/rows";
import { bold, styles } from "./kit/styles";
import { table } from "./kit/table";
import { campaignLine, dayAfter, longDate, sharedSchoolsNote } from "./kit/texts";
import type { PlacedCommune, Recapitulatif } from "./recapitulatif";
import type { Repartition } from "./repartition";

interface Titre {
  readonly model: SheetModel;
  readonly total: Place;
}

const baseColumn = columnHelper<PlacedBasis, "quantity" | "price" | Payer>();

const bases = table({
  columns: {
    prestation: baseColumn.imported(
      "Bases de la liquidation (décret n° 2012-1246, art. 24)",
      42,
      prestationOf,
      styles.indented,
    ),
    quantity: baseColumn.cell("Quantité", 10.5, ({ units, places }, _at, style) =>
      count(units, style, same(places.quantity)),
    ),
    price: baseColumn.cell("Prix unitaire", 14, ({ price, places }, _at, style) =>
      euros(price, style, same(places.price)),
    ),
    cagb: baseColumn.euros("Part de la CAGB", 17, amountOf("cagb"), amountFormula),
    commune: baseColumn.euros("Quotes-parts des communes", 18, amountOf("commune"), amountFormula),
    total: baseColumn.cell("Total", 18, ({ amount }, at, style) =>
      euros(amount, bold(style), sumOf(block(at.cagb, at.commune))),
    ),
  },
});

function prestationOf({ tariff }: PlacedBasis): string {
  return tariff.prestation;
}

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
    commune: communeColumn.imported("Commune", null, ({ total }) => total.commune.name),
    schools: communeColumn.cell("Écoles", null, ({ schools, places }, _at, style) =>
      count(schools, style, same(places.schools)),
    ),
    siren: communeColumn.imported("SIREN", null, ({ total }) => total.commune.siren),
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

/** Columns of the page, from A. */
const columns = bases.widths.length;
const last = columns - 1;
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
  const page = new Page(name, [...bases.widths, 18], { rowHeight });
  const { campaign } = statement;
  writeLetterhead(page, statement, recapitulatif.model.name);
  page.gap();
  page.mark(page.add([text("État liquidatif à l’appui du titre de recettes", styles.title)]), "title");
  page.add([text(campaignLine(campaign), styles.subtitle)]);
  page.mark(page.add(status === null ? [] : [over(columns, status, styles.strong)]), "status");
  writeParties(page, statement);
  page.gap();
  writeReferences(page, statement);
  page.gap();
  const total = writeLiquidation(page, statement, repartition);
  writeShares(page, statement);
  page.gap();
  writeSettlement(page, statement, errors);
  page.gap();
  writeAttachments(page, statement);
  page.startPage();
  writeAnnex(page, statement, recapitulatif);

  const model = page.finish({
    key: "titre",
    names: { ORDICLASSE_TITRE: total.total, ORDICLASSE_CAGB: total.cagb, ORDICLASSE_COMMUNES: total.commune },
    orientation: "portrait",
    lastColumn: last,
    ...printTexts("État liquidatif", campaign, status),
  });
  return { model, total: total.total };
}

/** A particular of the user's, or dots to fill. */
function given({ options: { particulars } }: Statement, name: ParticularName, otherwise = toFillShort): string {
  const value = particulars[name];
  const day = value === undefined ? null : parseIsoDate(value);
  return day === null ? (value ?? otherwise) : longDate(day);
}

/** Who issues, and the numbers of the papers; on the right of what is printed, the way back. */
function writeLetterhead(page: Page, statement: Statement, recapitulatif: string): void {
  const { campaign, options } = statement;
  const { creditor } = conventionOf(campaign);
  const { budget, stateNumber } = options.particulars;
  const exercice = `Exercice ${campaign.year}${budget === undefined ? "" : ` · ${budget}`}`;
  const rows = [
    [text(creditor.name.toLocaleUpperCase("fr"), styles.smallStrong), text(exercice, styles.smallRightStrong)],
    [
      text(given(statement, "service", creditor.department), styles.small),
      text(
        `État n° ${stateNumber ?? `${campaign.year}-01`} · établi le ${given(statement, "establishedOn")}`,
        styles.smallRight,
      ),
    ],
    [
      text(`Affaire suivie par ${given(statement, "contact")}`, styles.smallGrey),
      text(`Bordereau n° ${toFillShort} · titre n° ${toFillShort}`, styles.smallRight),
    ],
  ] as const;
  rows.forEach(([left, right], index) => {
    const cells = [left];
    cells[last] = right;
    if (index === 0) cells[columns] = linkTo("← Récapitulatif", recapitulatif, "A1", styles.back);
    page.add(cells);
  });
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
      to: last,
      lines: [
        { text: "Débiteur", style: styles.smallGrey },
        { text: `${debtor.name} (${debtor.short})`, style: styles.strong },
        { text: given(statement, "debtorAddress", `Adresse : ${toFillShort}`), style: styles.small },
        { text: siretLine(debtor.siren, particulars.debtorSiret) + chorus, style: styles.small },
      ],
    },
  ]);
}

/** By what right, and on which account. */
function writeReferences(page: Page, statement: Statement): void {
  const { campaign, grid, options } = statement;
  const convention = conventionOf(campaign);
  const { act, creditor, debtor, creditLine } = convention;
  const article = options.particulars.conventionArticle;
  const entry = (label: string, value: string) =>
    page.add([text(label, styles.label), over(columns - 1, value, styles.value)]);
  entry("Objet", `${convention.object}, campagne ${campaign.year}`);
  const isTrial = grid.origin === "workbook" && grid.votedOn === null;
  entry(
    "Acte",
    grid.origin === "workbook"
      ? `${grid.act} (table « Tarifs » du classeur)${isTrial ? "" : ""}`
      : `${act.name} du ${act.body}, séance du ${given(statement, "sessionOn")}, reçue en préfecture le ${longDate(act.receivedOn)}`,
  );
  entry(
    "Convention",
    `${creditor.short} – ${debtor.short}, signée le ${given(statement, "conventionOn")} (${convention.term})${article === undefined ? "" : `, article ${article}`}`,
  );
  if (convention.renewedFrom !== null && campaign.year >= convention.renewedFrom)
    entry("Reconduction", `Décision du ${given(statement, "renewedOn")}`);
  entry(
    "Imputation",
    `${creditLine.map(({ code }) => code).join(".")} : ${creditLine[0]!.label.toLocaleLowerCase("fr")}, ${creditLine[2]!.label.toLocaleLowerCase("fr").replace("gfp", "GFP")}`,
  );
  entry("TVA", convention.vat);
}

/** The bases of the liquidation, taken from « Répartition »: quantity × price, nature by nature; returns their total. */
function writeLiquidation(page: Page, statement: Statement, repartition: Repartition) {
  const { split, total } = statement;
  bases.titles(page);
  const billed = repartition.bases.filter(({ isBilled }) => isBilled);
  const subtotals = natures.flatMap((nature) => {
    const own = billed.filter((basis) => basis.nature === nature);
    return own.length === 0 ? [] : [writeNature(page, statement, nature, own)];
  });
  if (billed.length === 0) page.band([text("Aucune prestation facturée.", styles.line)], styles.line, true);
  const sumCell = (amount: Decimal, key: "cagb" | "commune" | "total") =>
    euros(amount, styles.grandTotal, plus(...subtotals.map((cells) => cells[key])));
  return bases.total(page, {
    label: "Total du titre",
    style: styles.grandTotal,
    cells: {
      cagb: sumCell(partOf(split, "cagb"), "cagb"),
      commune: sumCell(partOf(split, "commune"), "commune"),
      total: sumCell(total, "total"),
    },
  });
}

/** The bases of one nature under its name; returns the cells of their sub-total. */
function writeNature(page: Page, { campaign, split }: Statement, nature: Nature, own: readonly PlacedBasis[]) {
  const window = `du ${longDate(dayAfter(campaign.windowStart))} au ${longDate(campaign.snapshot)}`;
  const title =
    nature === "installation"
      ? `Installations ${window}`
      : `Maintenance annuelle, matériel et effectifs au ${longDate(campaign.snapshot)}`;
  page.mark(page.band([text(title, styles.group)], styles.group, true), "row");
  const written = bases.rows(page, own, { keep: Infinity });
  const { cagb, commune } = split[nature];
  const cells = { cagb, commune, total: sum(payers.map((payer) => split[nature][payer])) };
  return bases.total(page, { label: "Sous-total", cells, style: styles.subtotal, keep: true }, written);
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
  page.add([over(columns, note, styles.smallGrey)]);
}

/** The sum in words in its frame, and three boxes to sign; of a provisional état, why nobody signs it. */
function writeSettlement(page: Page, statement: Statement, errors: number): void {
  const framed = (value: string) =>
    writeBoxes(page, [{ from: 0, to: last, lines: [{ text: value, style: styles.framedText }] }], "medium");
  if (errors > 0) {
    const points = errors === 1 ? "un point reste à corriger" : `${errors} points restent à corriger`;
    framed(
      `État provisoire, non arrêté : ${points} (voir « Contrôles »). Il n’est ni à signer ni à joindre à un titre.`,
    );
    return;
  }
  const words = eurosInWords(statement.total).toLocaleUpperCase("fr");
  framed(`Arrêté le présent état liquidatif à la somme de ${words} (${formatEuros(statement.total)}).`);
  page.gap();
  const head = (value: string): BoxLine => ({ text: value, style: styles.smallStrong });
  const line = (value: string): BoxLine => ({ text: value, style: styles.small });
  const room = Array.from({ length: 3 }, () => line(""));
  const { creditor } = conventionOf(statement.campaign);
  writeBoxes(page, [
    {
      from: 0,
      to: 0,
      lines: [
        head("Certifié exact, quantités constatées"),
        line(`Pour le ${given(statement, "service", creditor.department)}`),
        line(`le ${toFillShort}`),
        ...room,
      ],
    },
    { from: 1, to: 3, lines: [head("Visa du service des finances"), line(`le ${toFillShort}`)] },
    { from: 4, to: last, lines: [head("L’ordonnateur"), ...signatoryLines(statement).map(line)] },
  ]);
}

/** In whose name, and by which delegation; dots for what the options do not say. */
function signatoryLines({ options: { signatory } }: Statement): string[] {
  const formula = "Pour le Maire et par délégation,";
  if (signatory === null)
    return [formula, `(qualité, prénom, nom) ${toFillShort}`, `arrêté de délégation n° ${toFillShort}`];
  const delegation = signatory.delegation.trim();
  const heading = fold(delegation).startsWith("pour ") ? delegation : formula;
  return [
    heading,
    ...(heading === delegation || delegation === "" ? [] : [delegation]),
    signatory.title,
    signatory.name,
  ].filter((said) => said !== "");
}

function writeAttachments(page: Page, statement: Statement): void {
  const { act } = conventionOf(statement.campaign);
  const fiches = statement.byCommune.filter(({ schools }) => schools.some(({ lines }) => lines.length > 0)).length;
  const pieces = [
    "récapitulation par commune (annexe 1)",
    fiches === 1 ? "une fiche communale" : `${fiches} fiches communales`,
    act.name.toLocaleLowerCase("fr"),
    "convention",
  ];
  const list = pieces.map((piece, index) => `${index + 1}. ${piece}`).join(" ; ");
  page.add([over(columns, `Pièces jointes : ${list}.`, styles.small)]);
}

/** Annex 1: what each billed commune is in the titre, taken from « Récapitulatif ». */
function writeAnnex(page: Page, statement: Statement, recapitulatif: Recapitulatif): void {
  page.section("Annexe 1 : récapitulation par commune");
  communes.write(page, recapitulatif.communes, {
    style: styles.smallLine,
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
  const note = sharedSchoolsNote(statement);
  if (note !== null) page.add([over(columns, note, styles.note)]);
}
