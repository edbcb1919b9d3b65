import { Decimal } from "decimal.js";
import type { Change, Line, Rectification, RectifiedCommune, RectifiedLine } from "../../statement";
import type { Payer } from "../../tariff";
import { communesFirst, payers } from "../kit/bases";
import { communeLink, count, difference, euros, imported, sourceCell, text, type PageCell } from "../kit/cells";
import { block, minus, plus, product, rounded, same, sumOf, type FormulaSource, type Place } from "../kit/formula";
import type { Page } from "../kit/page";
import { checkRow } from "../kit/rows";
import { styles } from "../kit/styles";
import { table, type Cells, type Column } from "../kit/table";
import { natureNames, payerNames, shareNote } from "../kit/texts";

type Side = "issued" | "corrected";

/** The lines that change, appear or disappear. */
export const lines = table<RectifiedLine>()({
  columns: {
    school: { title: "École", width: 33, align: "left", cell: ({ school }) => imported(school.name, styles.indented) },
    prestation: {
      title: "Prestation",
      width: 25,
      align: "left",
      cell: ({ tariff, issued, corrected }) =>
        imported(tariff.prestation + keyText(corrected ?? issued), styles.wrapped),
    },
    nature: {
      title: "Nature",
      width: 12,
      align: "left",
      cell: ({ nature }, _at, style) => text(natureNames[nature], style),
    },
    payer: {
      title: "À la charge de",
      width: 11,
      align: "left",
      cell: ({ payer }, _at, style) => text(payerNames[payer], style),
    },
    "quantity-issued": quantityColumn("issued", "Qté émise", 9),
    "quantity-corrected": quantityColumn("corrected", "Qté rectifiée", 13),
    "price-issued": priceColumn("issued", "Prix émis", 13),
    "price-corrected": priceColumn("corrected", "Prix rectifié", 13.5),
    "amount-issued": amountColumn("issued", "Montant émis", 14.5),
    "amount-corrected": amountColumn("corrected", "Montant rectifié", 14.5),
    difference: {
      title: "Différence",
      width: 14,
      cell: (line, at) =>
        difference(line.difference, styles.boldLine, minus(at["amount-corrected"], at["amount-issued"])),
    },
    source: {
      title: "Source rectifiée",
      width: 22,
      align: "beside",
      cell: ({ corrected }) =>
        corrected === null
          ? text("n’est plus facturée", styles.indented)
          : (sourceCell(corrected) ?? text("", styles.indented)),
    },
  },
});

type Operands = Cells<`${"quantity" | "price"}-${Side}`>;

function quantityColumn(side: Side, title: string, width: number): Column<RectifiedLine, never> {
  return { title, width, cell: ({ [side]: line }, _at, style) => line && count(line.quantity, style) };
}

function priceColumn(side: Side, title: string, width: number): Column<RectifiedLine, never> {
  return { title, width, cell: ({ [side]: line }, _at, style) => line && euros(line.unitPrice, style) };
}

/** Cents were shared out between the communes of a key: no product gives one's part. */
function amountColumn(side: Side, title: string, width: number): Column<RectifiedLine, keyof Operands> {
  return {
    title,
    width,
    cell: ({ [side]: line }, at, style) => {
      if (line === null) return null;
      const formula = line.share === null ? product(at[`quantity-${side}`], at[`price-${side}`]) : undefined;
      return euros(line.amount, style, formula);
    },
  };
}

function keyText(line: Line | null): string {
  return line?.share == null ? "" : ` (${shareNote(line.share)})`;
}

/** The differences of a commune's lines, by payer, once they are written. */
export type LineRows = Map<RectifiedCommune, Partial<Record<Payer, readonly [Place, Place]>>>;

/** Writes the lines, commune by commune, what the commune bears first; puts where they are in `rows`. */
export function writeLines(page: Page, communes: readonly RectifiedCommune[], rows: LineRows): void {
  if (communes.length === 0) page.band([text("Aucune ligne ne change.", styles.line)], styles.line);
  for (const one of communes) {
    const { name, insee } = one.commune;
    page.band([imported(`${name} (INSEE ${insee})`, styles.group)], styles.group, true);
    for (const payer of communesFirst) {
      const own = one.lines.filter((line) => line.payer === payer);
      if (own.length === 0) continue;
      const written = lines.rows(page, own).rows;
      rows.set(one, { ...rows.get(one), [payer]: [written[0]!.difference, written.at(-1)!.difference] });
    }
  }
}

type ChangeKey = "before" | "difference" | "after";
type ChangeCells = Cells<`${Payer}-${ChangeKey}`>;

/** A commune, those that nothing changes together, or all of them. */
interface CommuneRow {
  readonly label: PageCell;
  readonly insee?: string;
  readonly byPayer: Readonly<Record<Payer, Change>>;
  /** An amount without a formula is written as it is. */
  readonly formulas: (payer: Payer, at: ChangeCells) => Partial<Record<ChangeKey, FormulaSource>>;
}

/** The parts of communes stand under prices and amounts. */
const communes = table<CommuneRow>()({
  columns: {
    name: { title: "Commune", align: "left", cell: ({ label }) => label },
    insee: {
      title: "INSEE",
      align: "left",
      cell: ({ insee }, _at, style) => (insee === undefined ? null : imported(insee, style)),
    },
    "commune-before": {
      ...changeColumn("commune", "before", "Quote-part émise"),
      column: lines.at["quantity-corrected"],
    },
    "commune-difference": changeColumn("commune", "difference", "Différence"),
    "commune-after": changeColumn("commune", "after", "Quote-part rectifiée"),
    "cagb-before": changeColumn("cagb", "before", "Part CAGB émise"),
    "cagb-difference": changeColumn("cagb", "difference", "Différence"),
    "cagb-after": changeColumn("cagb", "after", "Part CAGB rectifiée"),
  },
});

function changeColumn(payer: Payer, key: ChangeKey, title: string): Column<CommuneRow, keyof ChangeCells> {
  return {
    title,
    cell: ({ byPayer, formulas }, at, style) => {
      const [change, formula] = [byPayer[payer][key], formulas(payer, at)[key]];
      return key === "difference"
        ? difference(change, { ...style, bold: true }, formula)
        : euros(change, style, formula);
    },
  };
}

/**
 * Writes what each commune owes the CAGB, and what the CAGB bears of it: as issued, what the lines change, and after. The
 * communes that nothing changes are on one row, so that the totals are the titre's. Returns the cells of these.
 * `rows`: where the lines are, once the page is finished.
 */
export function writeCommunes(
  page: Page,
  { communes: changed, unchanged, byPayer }: Rectification,
  fiches: ReadonlyMap<string, string>,
  rows: LineRows,
): ChangeCells {
  const data = changed.map((one): CommuneRow => ({
    label: communeLink(one.commune, fiches.get(one.commune.insee)),
    insee: one.commune.insee,
    byPayer: one.byPayer,
    formulas: (payer, at) => ({
      difference: () => {
        const found = rows.get(one)?.[payer];
        return found && sumOf(block(...found));
      },
      after: afterFormula(payer, at),
    }),
  }));
  if (unchanged.count > 0)
    data.push({
      label: text(`Communes sans changement (${unchanged.count})`, styles.line),
      byPayer: { cagb: still(unchanged.byPayer.cagb), commune: still(unchanged.byPayer.commune) },
      formulas: (payer, at) => ({ after: afterFormula(payer, at) }),
    });
  const { first, last } = communes.write(page, data, { keep: Infinity });
  const sumDown = (place: Place) => sumOf(block({ ...place, row: first }, { ...place, row: last }));
  const total: CommuneRow = {
    label: text("Total", styles.total),
    byPayer,
    formulas: (payer, at) =>
      last < first
        ? {}
        : {
            before: sumDown(at[`${payer}-before`]),
            difference: sumDown(at[`${payer}-difference`]),
            after: sumDown(at[`${payer}-after`]),
          },
  };
  return communes.rows(page, [total], { style: styles.total }).rows[0]!;
}

function afterFormula(payer: Payer, at: ChangeCells): FormulaSource {
  return rounded(plus(at[`${payer}-before`], at[`${payer}-difference`])!);
}

function still(amount: Decimal): Change {
  return { before: amount, after: amount, difference: new Decimal(0) };
}

interface TotalRow {
  readonly label: string;
  readonly change: Change;
  readonly formula: (key: ChangeKey) => FormulaSource | undefined;
}

const totals = table<TotalRow>()({
  columns: {
    label: { title: "", align: "left", cell: ({ label }, _at, style) => text(label, style) },
    before: {
      title: "Origine",
      column: lines.at["amount-issued"],
      cell: ({ change, formula }, _at, style) => euros(change.before, style, formula("before")),
    },
    difference: {
      title: "Différence",
      cell: ({ change, formula }, _at, style) =>
        difference(change.difference, { ...style, bold: true }, formula("difference")),
    },
    after: {
      title: "Après rectification",
      cell: ({ change, formula }, _at, style) => euros(change.after, style, formula("after")),
    },
  },
});

const partNames: Readonly<Record<Payer, string>> = {
  commune: "Quotes-parts des communes, que la CAGB leur refacture",
  cagb: "Part propre de la CAGB",
};

/**
 * Writes the titre: as issued, what changes, and after; and what is left between it and the corrected état, nothing.
 * `parts`: the totals of the communes; `titre`: the corrected état's, null where there is none.
 */
export function writeTotals(
  page: Page,
  { byPayer, total: whole }: Rectification,
  parts: ChangeCells,
  titre: Place | null,
): void {
  const data = payers.map((payer) => ({
    label: partNames[payer],
    change: byPayer[payer],
    formula: (key: ChangeKey) => same(parts[`${payer}-${key}`]),
  }));
  const { rows } = totals.write(page, data, { keep: Infinity });
  const formula = (key: ChangeKey) => plus(...rows.map((row) => row[key]));
  const total = totals.rows(page, [{ label: "Total du titre", change: whole, formula }], {
    style: styles.grandTotal,
    keep: Infinity,
  });
  if (titre === null) return;
  const { after } = total.rows[0]!;
  checkRow(page, {
    label: "Écart avec l’état liquidatif rectifié, « Titre CAGB »",
    column: after.column,
    gap: minus(after, titre),
    keep: true,
  });
}
