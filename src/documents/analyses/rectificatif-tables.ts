import { Decimal } from "decimal.js";
import type { Change, Line, Rectification, RectifiedCommune, RectifiedLine } from "../../statement";
import type { Payer } from "../../tariff";
import { communesFirst, payers } from "../kit/bases";
import { communeLink, difference, euros, imported, sourceCell, text, type PageCell } from "../kit/cells";
import { columnHelper, type Cells } from "../kit/columns";
import { block, minus, plus, product, rounded, same, sumOf, type FormulaSource, type Place } from "../kit/formula";
import type { Page } from "../kit/page";
import { ownParts } from "../kit/parties";
import { checkRow } from "../kit/rows";
import { bold, styles } from "../kit/styles";
import { table } from "../kit/table";
import { natureNames, payerNames, shareNote } from "../kit/texts";

type Side = "issued" | "corrected";

const lineColumn = columnHelper<RectifiedLine, `${"quantity" | "price" | "amount"}-${Side}`>();

/** The lines that change, appear or disappear. */
export const lines = table({
  columns: {
    school: lineColumn.imported("École", 33, ({ school }) => school.name, styles.indented),
    prestation: lineColumn.imported(
      "Prestation",
      25,
      ({ tariff, issued, corrected }) => tariff.prestation + keyText(corrected ?? issued),
      styles.wrapped,
    ),
    nature: lineColumn.text("Nature", 12, ({ nature }) => natureNames[nature]),
    payer: lineColumn.text("À la charge de", 11, ({ payer }) => payerNames[payer]),
    "quantity-issued": lineColumn.count("Qté émise", 9, ({ issued }) => issued?.quantity ?? null),
    "quantity-corrected": lineColumn.count("Qté rectifiée", 13, ({ corrected }) => corrected?.quantity ?? null),
    "price-issued": lineColumn.euros("Prix émis", 13, ({ issued }) => issued?.unitPrice ?? null),
    "price-corrected": lineColumn.euros("Prix rectifié", 13.5, ({ corrected }) => corrected?.unitPrice ?? null),
    "amount-issued": amountColumn("issued", "Montant émis"),
    "amount-corrected": amountColumn("corrected", "Montant rectifié"),
    difference: lineColumn.cell("Différence", 14, (line, at, style) =>
      difference(line.difference, bold(style), minus(at["amount-corrected"], at["amount-issued"])),
    ),
    source: lineColumn.cell("Source rectifiée", 22, ({ corrected }) => rectifiedSource(corrected), "beside"),
  },
});

/** Cents were shared out between the communes of a key: no product gives one's part. */
function amountColumn(side: Side, title: string) {
  return lineColumn.cell(title, 14.5, ({ [side]: line }, at, style) => {
    if (line === null) return null;
    const formula = line.share === null ? product(at[`quantity-${side}`], at[`price-${side}`]) : undefined;
    return euros(line.amount, style, formula);
  });
}

function rectifiedSource(corrected: Line | null): PageCell {
  if (corrected === null) return text("n’est plus facturée", styles.indented);
  return sourceCell(corrected) ?? text("", styles.indented);
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
  readonly formulas: (payer: Payer, at: ChangeCells) => Partial<Record<ChangeKey, FormulaSource | undefined>>;
}

const communeColumn = columnHelper<CommuneRow, keyof ChangeCells>();

/** The parts of communes stand under prices and amounts. */
const communes = table({
  columns: {
    name: communeColumn.cell("Commune", null, ({ label }) => label, "left"),
    insee: communeColumn.imported("INSEE", null, ({ insee }) => insee ?? null),
    "commune-before": changeColumn("commune", "before", "Quote-part émise", lines.at["quantity-corrected"]),
    "commune-difference": changeColumn("commune", "difference", "Différence"),
    "commune-after": changeColumn("commune", "after", "Quote-part rectifiée"),
    "cagb-before": changeColumn("cagb", "before", "Part CAGB émise"),
    "cagb-difference": changeColumn("cagb", "difference", "Différence"),
    "cagb-after": changeColumn("cagb", "after", "Part CAGB rectifiée"),
  },
});

function changeColumn(payer: Payer, key: ChangeKey, title: string, under: number | null = null) {
  const place = under === null ? null : { under };
  return communeColumn.cell(title, place, ({ byPayer, formulas }, at, style) => {
    const [change, formula] = [byPayer[payer][key], formulas(payer, at)[key]];
    return key === "difference" ? difference(change, bold(style), formula) : euros(change, style, formula);
  });
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
  const sum = communes.sums(page, communes.write(page, data, { keep: Infinity }));
  const total: CommuneRow = {
    label: text("Total", styles.total),
    byPayer,
    formulas: (payer) => ({
      before: sum(`${payer}-before`),
      difference: sum(`${payer}-difference`),
      after: sum(`${payer}-after`),
    }),
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

const totalColumn = columnHelper<TotalRow>();

const totals = table({
  columns: {
    label: totalColumn.text("", null, ({ label }) => label),
    before: totalColumn.cell("Origine", { under: lines.at["amount-issued"] }, ({ change, formula }, _at, style) =>
      euros(change.before, style, formula("before")),
    ),
    difference: totalColumn.cell("Différence", null, ({ change, formula }, _at, style) =>
      difference(change.difference, bold(style), formula("difference")),
    ),
    after: totalColumn.cell("Après rectification", null, ({ change, formula }, _at, style) =>
      euros(change.after, style, formula("after")),
    ),
  },
});

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
    label: ownParts[payer],
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
