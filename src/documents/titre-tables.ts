import type { Decimal } from "decimal.js";
import { partOf, sum, type Statement } from "../statement";
import { natures, payers, type Nature, type Payer } from "../tariff";
import { countedInService, sharedSchoolsNote, type PlacedBasis } from "./kit/billed";
import { count, euros, over, text } from "./kit/cells";
import { block, plus, product, same, sumOf, type Formula } from "./kit/formula";
import type { Page } from "./kit/page";
import { partNames } from "./kit/say";
import { bold, styles } from "./kit/styles";
import { columnHelper, table, type Cells } from "./kit/table";
import { claimNature, dayAfter, isOneTitre, longDate } from "./kit/texts";
import type { PlacedCommune, Recapitulatif } from "./recapitulatif";
import type { Repartition } from "./repartition";

const baseColumn = columnHelper<PlacedBasis, "quantity" | "price" | Payer>();

const bases = table({
  columns: {
    prestation: baseColumn.imported(
      "Bases de la liquidation (décret n° 2012-1246, art. 24)",
      42,
      ({ tariff }) => tariff.prestation,
      styles.indented,
    ),
    quantity: baseColumn.cell("Quantité", 10.5, ({ units, places }, _at, style) =>
      count(units, style, same(places.quantity)),
    ),
    price: baseColumn.cell("Prix unitaire", 14, ({ price, places }, _at, style) =>
      euros(price, style, same(places.price)),
    ),
    cagb: baseColumn.euros(partNames.cagb, 17, amountOf("cagb"), amountFormula),
    commune: baseColumn.euros(partNames.commune, 18, amountOf("commune"), amountFormula),
    total: baseColumn.cell("Total", 18, ({ amount }, at, style) =>
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

const { length } = bases.widths;

/** Columns that the état is printed on: those of its bases. */
export const printed = { count: length, last: length - 1 } as const;

/** Returns their widths: where no part of the debtor's is told, what is first has its room. */
export function printedWidths(hasPart: boolean): number[] {
  const [first, ...others] = bases.widthsWithout(hasPart ? [] : ["cagb"]);
  return [hasPart ? first! : first! + bases.widths[bases.at.cagb]!, ...others];
}

/** The bases of a nature that are billed. */
interface Group {
  readonly nature: Nature;
  readonly own: readonly PlacedBasis[];
}

/**
 * Writes the bases of the liquidation, taken from « Répartition »: quantity × price, nature by nature; returns the cells of their
 * total.
 */
export function writeLiquidation(page: Page, statement: Statement, repartition: Repartition) {
  const { split, total } = statement;
  bases.titles(page);
  const billed = repartition.bases.filter(({ isBilled }) => isBilled);
  const groups = natures.map((nature): Group => ({ nature, own: billed.filter((basis) => basis.nature === nature) }));
  const written = groups.filter(({ own }) => own.length > 0);
  const parts = written.map((group) => writeNature(page, statement, group, group === written.at(-1)));
  if (billed.length === 0) page.band([text("Aucune prestation facturée.", styles.line)], styles.line, true);
  const sumCell = (amount: Decimal, key: "cagb" | "commune" | "total") =>
    euros(amount, styles.grandTotal, plus(...parts.map((cells) => cells[key])));
  return bases.total(page, {
    label: isOneTitre(statement) ? "Total du titre" : "Total",
    style: styles.grandTotal,
    keep: true,
    cells: {
      cagb: sumCell(partOf(split, "cagb"), "cagb"),
      commune: sumCell(partOf(split, "commune"), "commune"),
      total: sumCell(total, "total"),
    },
  });
}

/** More of them may be cut by a page; the last one stays with what follows. */
const basesKeptTogether = 20;

const subtotals: Readonly<Record<Nature, string>> = {
  installation: "Sous-total des installations",
  maintenance: "Sous-total de la maintenance",
};

/** Writes the bases of one nature under its name; returns the cells of their sub-total. `isLast`: the total follows it. */
function writeNature(page: Page, { campaign, grid, split }: Statement, { nature, own }: Group, isLast: boolean) {
  const window = `du ${longDate(dayAfter(campaign.windowStart))} au ${longDate(campaign.snapshot)}`;
  const title =
    nature === "installation"
      ? `Installations ${window}`
      : `Maintenance annuelle, ${countedInService(grid)} au ${longDate(campaign.snapshot)}`;
  page.mark(page.band([text(title, styles.group)], styles.group, true), "row");
  const written = bases.rows(page, own, { keep: basesKeptTogether });
  const { cagb, commune } = split[nature];
  const cells = { cagb, commune, total: sum(payers.map((payer) => split[nature][payer])) };
  return bases.total(page, { label: subtotals[nature], cells, style: styles.subtotal, keep: isLast }, written);
}

const communeColumn = columnHelper<PlacedCommune, "cagb" | "due">();

/** Over the columns of the bases. */
const communes = table({
  columns: {
    commune: communeColumn.imported("[Commune]", null, ({ total }) => total.commune.name),
    siren: communeColumn.imported("SIREN", null, ({ total }) => total.commune.siren),
    schools: communeColumn.cell("[Écoles]", null, ({ schools, places }, _at, style) =>
      count(schools, style, same(places.schools)),
    ),
    cagb: communeColumn.cell(partNames.cagb, null, ({ total, places }, _at, style) =>
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

/** Writes annex 1: what each billed commune is in the titre, taken from « Récapitulatif ». */
export function writeAnnex(page: Page, statement: Statement, recapitulatif: Recapitulatif): void {
  const claimed = page.say`\u202f; [la CAGB] réclame chaque quote-part (nature ${claimNature(statement)})`;
  page.section(page.say`Annexe 1\u00a0: récapitulation par [commune]${statement.communes.isZero() ? "" : claimed}`);
  communes.write(page, recapitulatif.communes, {
    style: styles.smallLine,
    keep: 0,
    none: page.say("[Aucune commune facturée|facturé]."),
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
  const note = sharedSchoolsNote(statement);
  if (note !== null) page.add([over(printed.count, note, styles.note)]);
}
