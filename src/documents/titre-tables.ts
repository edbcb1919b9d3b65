import type { Decimal } from "decimal.js";
import { partOf, sum, type Statement } from "../statement";
import { natures, payers, type Nature, type Payer } from "../tariff";
import { countedInService, sharedSchoolsNote, type PlacedBasis } from "./kit/billed";
import { count, euros, over, text } from "./kit/cells";
import { block, plus, same, sumOf, type Formula } from "./kit/formula";
import type { BoxColumns } from "./kit/boxes";
import type { HandEdits } from "./kit/hand-edits";
import type { Page } from "./kit/page";
import { partNames, payerName, type Say } from "./kit/say";
import { bold, styles } from "./kit/styles";
import { columnHelper, table } from "./kit/table";
import { claimNature, dayAfter, groupedDigits, isOneTitre, longDate } from "./kit/texts";
import type { PlacedCommune, Recapitulatif } from "./recapitulatif";
import type { Repartition } from "./repartition";

/** A base as the état calls it. */
interface NamedBasis extends PlacedBasis {
  readonly name: string;
}

const baseColumn = columnHelper<NamedBasis, "quantity" | "price" | Payer | "total">();

const bases = table({
  columns: {
    prestation: baseColumn.imported(
      "Bases de la liquidation (décret n° 2012-1246, art. 24)",
      // The columns of the labels of references, of the end of the first box to sign, of the space beside it, and of
      // the start of the second box.
      [10, 26, 3, 11],
      ({ name }) => name,
      styles.indented,
    ),
    quantity: baseColumn.cell("Quantité", 11.5, ({ units, places }, _at, style) =>
      count(units, style, same(places.quantity)),
    ),
    middle: baseColumn.cell("", 3, () => null),
    price: baseColumn.cell("Prix unitaire", 11.5, ({ price, places }, _at, style) =>
      euros(price, style, same(places.price)),
    ),
    beside: baseColumn.cell("", 3, () => null),
    cagb: baseColumn.euros(partNames.cagb, 15.5, amountOf("cagb"), amountFormula),
    commune: baseColumn.euros(partNames.commune, 15.5, amountOf("commune"), amountFormula),
    total: baseColumn.cell("Total", 16, ({ amount }, at, style) =>
      euros(amount, style, sumOf(block(at.cagb, at.commune))),
    ),
  },
});

function amountOf(payer: Payer) {
  return (basis: PlacedBasis) => (basis.payer === payer ? basis.amount : null);
}

function amountFormula(_at: unknown, { places }: PlacedBasis): Formula {
  return same(places.amount);
}

const { length } = bases.widths;

/** Columns that the état is printed on: those of its bases. */
export const printed = { count: length, last: length - 1 } as const;

/** Returns the widths of the columns: without a part of the debtor, the other amounts share its room. */
export function printedWidths(hasPart: boolean): number[] {
  const { cagb, commune, total } = bases.at;
  const room = hasPart ? 0 : bases.widths[cagb]! / 2;
  return bases
    .widthsWithout(hasPart ? [] : ["cagb"])
    .map((width, column) => (column === commune || column === total ? width + room : width));
}

/**
 * Returns the zero-based columns where boxes begin and end: two equal ones, three to sign; none begins in a hidden
 * column.
 */
export function boxColumns(hasPart: boolean) {
  const { prestation, quantity, price, cagb, commune } = bases.at;
  const signed: BoxColumns = {
    starts: [prestation, prestation + 3, hasPart ? cagb : commune],
    ends: [prestation + 1, price, printed.last],
  };
  return { creditorEnd: quantity, debtorStart: price, signed };
}

/** The bases of a nature that are billed. */
interface Group {
  readonly nature: Nature;
  readonly own: readonly PlacedBasis[];
}

/**
 * Writes the bases of the liquidation from « Répartition », quantity × price, nature by nature; returns the cells of
 * their total. The sentences of the état are replaced when one of them is changed by hand.
 */
export function writeLiquidation(page: Page, statement: Statement, repartition: Repartition, edits: HandEdits) {
  const { split, total } = statement;
  bases.titles(page);
  const first = page.next;
  const billed = repartition.bases.filter(({ isBilled }) => isBilled);
  const groups = natures.map((nature): Group => ({ nature, own: billed.filter((basis) => basis.nature === nature) }));
  const written = groups.filter(({ own }) => own.length > 0);
  const parts = written.map((group) => writeNature(page, statement, group, group === written.at(-1)));
  if (billed.length === 0) page.band([text("Aucune prestation facturée.", styles.line)], styles.line, true);
  const sumCell = (amount: Decimal, key: "cagb" | "commune" | "total") =>
    euros(amount, styles.grandTotal, plus(...parts.map((cells) => cells[key])));
  const cells = bases.total(page, {
    label: isOneTitre(statement) ? "Total du titre" : "Total",
    style: styles.grandTotal,
    keep: true,
    cells: {
      cagb: sumCell(partOf(split, "cagb"), "cagb"),
      commune: sumCell(partOf(split, "commune"), "commune"),
      total: sumCell(total, "total"),
    },
  });
  const areaOf = (key: keyof typeof cells) => bases.area(page, key, { first, last: cells.total.row });
  edits.watch(areaOf("quantity"), sumOfUnits(billed));
  edits.watch(areaOf("price"), sum(billed.map(({ price }) => price)));
  // Each amount is in the sub-total of its nature and in the total again.
  for (const payer of payers) edits.watch(areaOf(payer), partOf(split, payer).times(3));
  edits.watch(areaOf("total"), total.times(3));
  return cells;
}

const sumOfUnits = (of: readonly PlacedBasis[]): number => of.reduce((all, { units }) => all + units, 0);

/** A page may break longer lists; the last row stays with the total. */
const basesKeptTogether = 20;

const subtotals: Readonly<Record<Nature, string>> = {
  installation: "Sous-total des installations",
  maintenance: "Sous-total de la maintenance",
};

/** Writes the bases of one nature under its name; returns the cells of their subtotal. `isLast`: the total follows. */
function writeNature(page: Page, { campaign, grid, split }: Statement, { nature, own }: Group, isLast: boolean) {
  const window = `du ${longDate(dayAfter(campaign.windowStart))} au ${longDate(campaign.snapshot)}`;
  const title =
    nature === "installation"
      ? `Installations ${window}`
      : `Maintenance annuelle, ${countedInService(grid)} au ${longDate(campaign.snapshot)}`;
  page.mark(page.band([text(title, styles.group)], styles.group, true), "row");
  const named = own.map((basis): NamedBasis => ({ ...basis, name: nameOf(basis, own, page.say) }));
  const written = bases.rows(page, named, { keep: basesKeptTogether });
  const { cagb, commune } = split[nature];
  const cells = { cagb, commune, total: sum(payers.map((payer) => split[nature][payer])) };
  return bases.total(page, { label: subtotals[nature], cells, style: styles.basesTotal, keep: isLast }, written);
}

/**
 * Returns the name of the prestation of a base, followed by its payer when another of these bases has the same name.
 */
function nameOf({ tariff, payer }: PlacedBasis, among: readonly PlacedBasis[], say: Say): string {
  const isAlone = among.every((other) => other.payer === payer || other.tariff !== tariff);
  return isAlone ? tariff.prestation : `${tariff.prestation} (${payerName(payer, say)})`;
}

const communeColumn = columnHelper<PlacedCommune, "schools" | "cagb" | "due" | "total">();

/** Over the columns of the bases. */
const communes = table({
  columns: {
    commune: communeColumn.imported("[Commune]", null, ({ total }) => total.commune.name),
    siren: communeColumn.imported("SIREN", { under: bases.at.prestation + 3 }, ({ total }) =>
      groupedDigits(total.commune.siren),
    ),
    schools: communeColumn.cell("[Écoles]", { under: bases.at.price }, ({ schools, places }, _at, style) =>
      count(schools, style, same(places.schools)),
    ),
    cagb: communeColumn.cell(partNames.cagb, { under: bases.at.cagb }, ({ total, places }, _at, style) =>
      euros(total.cagb, style, same(places.cagb)),
    ),
    due: communeColumn.cell("Quote-part", null, ({ total, places }, _at, style) =>
      euros(total.due, bold(style), same(places.due)),
    ),
    total: communeColumn.cell("Total", null, ({ total }, at, style) =>
      euros(total.cagb.plus(total.due), style, plus(at.cagb, at.due)),
    ),
  },
});

/**
 * Writes annex 1: the part of each billed commune in the titre, from « Récapitulatif ». The sentences of the état are
 * replaced when an amount there is changed by hand.
 */
export function writeAnnex(page: Page, statement: Statement, recapitulatif: Recapitulatif, edits: HandEdits): void {
  const claimed = page.say`\u202f; [la CAGB] réclame chaque quote-part (nature ${claimNature(statement)})`;
  page.section(page.say`Annexe 1\u00a0: récapitulation par [commune]${statement.communes.isZero() ? "" : claimed}`);
  const { first, total } = communes.write(page, recapitulatif.communes, {
    style: styles.smallLine,
    keep: 0,
    whenEmpty: page.say("[Aucune commune facturée|facturé]."),
    repeatTitles: "where cut",
    total: {
      label: page.say("Total [des communes]"),
      cells: {
        schools: count(statement.schools, styles.total, same(recapitulatif.total.schools)),
        cagb: statement.cagb,
        due: statement.communes,
        total: statement.total,
      },
      keep: true,
    },
  });
  const areaOf = (key: keyof typeof total) => communes.area(page, key, { first, last: total.due.row });
  const schools = recapitulatif.communes.reduce((all, one) => all + one.schools, statement.schools);
  edits.watch(areaOf("schools"), schools);
  // Each amount is in the total again.
  edits.watch(areaOf("cagb"), statement.cagb.times(2));
  edits.watch(areaOf("due"), statement.communes.times(2));
  edits.watch(areaOf("total"), statement.total.times(2));
  const note = sharedSchoolsNote(statement);
  if (note !== null) page.add([over(printed.count, note, styles.note)]);
}
