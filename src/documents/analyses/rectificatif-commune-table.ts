import type { Decimal } from "decimal.js";
import { formatEuros } from "../../money";
import { changeOf, sum, type RectificationWay, type RectifiedLine, type RectifiedShare } from "../../statement";
import { difference, euros, imported, spanning, text, wrapped, type PageCell } from "../kit/cells";
import { minus, plus, product, same } from "../kit/formula";
import type { HandEdits } from "../kit/hand-edits";
import type { CellStyle } from "../kit/model";
import type { Page } from "../kit/page";
import { bold, styles } from "../kit/styles";
import { columnHelper, table, type Cells } from "../kit/table";
import { prestationOf, rectifiedSource } from "./rectificatif-tables";

const sides = ["issued", "corrected"] as const;
type Side = (typeof sides)[number];
type LineKey = `quantity-${Side}` | "price" | "price-issued" | Side | "difference";

const column = columnHelper<RectifiedLine, LineKey>();

/**
 * Makes the table of the lines that change. The first two columns, which a line spans, are divided where the boxes
 * above and below are.
 */
export const shareLines = table({
  columns: {
    line: column.cell("Lignes rectifiées", 26, lineCell, "left"),
    end: column.text("", 8, () => null),
    "quantity-issued": column.count("Qté facturée", 9, ({ issued }) => issued?.quantity ?? null),
    "quantity-corrected": column.count("Qté rectifiée", 9, ({ corrected }) => corrected?.quantity ?? null),
    price: column.euros("Prix unitaire", 12.5, ({ issued, corrected }) => (corrected ?? issued)!.unitPrice),
    issued: amountColumn("issued", "Facturé", 13.5),
    corrected: amountColumn("corrected", "Rectifié", 13),
    difference: column.cell("Différence", 13, (line, at, style) =>
      difference(line.difference, bold(style), differenceOf(at)),
    ),
    source: column.cell("Source rectifiée", 26, ({ corrected }) => rectifiedSource(corrected), "beside"),
    "price-issued": column.euros("Prix facturé", 13.5, (line) => (isRepriced(line) ? line.issued!.unitPrice : null)),
  },
});

/** Zero-based columns of the page where each quarter of the print area begins, and approximately each third. */
export const quarters = [0, 1, 4, 6] as const;
export const thirds = [0, 2, 5] as const;
/** Zero-based last column that is printed. */
export const last = shareLines.at.difference;

/** The cells of a sum of lines. */
type ShareCells = Cells<Side | "difference">;

function lineCell(line: RectifiedLine): PageCell {
  const { school, issued, corrected } = line;
  const prices = isRepriced(line) ? `\n${formatEuros(issued!.unitPrice)} → ${formatEuros(corrected!.unitPrice)}` : "";
  return spanning(imported(`${school.name}\n${prestationOf(line)}${prices}`, wrapped(styles.indented)), 2);
}

function isRepriced({ issued, corrected }: RectifiedLine): boolean {
  return issued !== null && corrected !== null && !issued.unitPrice.equals(corrected.unitPrice);
}

/** The shares of a key are rounded to the cent: no product gives one commune's share. */
function amountColumn(side: Side, title: string, width: number) {
  return column.cell(title, width, (line, at, style) => {
    const own = line[side];
    if (own === null) return null;
    const price = side === "issued" && isRepriced(line) ? "price-issued" : "price";
    return euros(own.amount, style, own.share === null ? product(at[`quantity-${side}`], at[price]) : undefined);
  });
}

function differenceOf(at: ShareCells) {
  return minus(at.corrected, at.issued);
}

/** Returns what makes the cell of a sum's difference. */
function changeCell(amount: Decimal, style: CellStyle) {
  return (at: ShareCells) => difference(amount, style, differenceOf(at));
}

function sideOf(lines: readonly RectifiedLine[], side: Side): Decimal {
  return sum(lines.flatMap((line) => line[side]?.amount ?? []));
}

const wayTitles: Readonly<Record<RectificationWay, { readonly band: string; readonly total: string }>> = {
  reduction: { band: "En moins · réduction, état rectificatif", total: "Total de la réduction" },
  complement: { band: "En plus · complément, état complémentaire", total: "Total du complément" },
};

/** The cells of a page that show its result. */
export interface WrittenShare {
  readonly changes: Readonly<Partial<Record<RectificationWay, ShareCells>>>;
  readonly due: ShareCells;
}

/**
 * Writes the lines that decrease, then those that increase, each beside its former line and under the number of its
 * piece; then the unchanged lines, which complete the sum.
 */
export function writeShare(
  page: Page,
  { changes, unchanged, due }: RectifiedShare,
  { numberOf, edits }: { readonly numberOf: (way: RectificationWay) => string; readonly edits: HandEdits },
): WrittenShare {
  const header = shareLines.titles(page);
  const written = changes.map(({ way, lines }) => {
    const { band, total } = wayTitles[way];
    page.mark(page.band([text(`${band} n°\u00a0${numberOf(way)}`, styles.group)], styles.group, true), "group");
    const rows = shareLines.rows(page, lines, { keep: 0 });
    for (const side of sides) {
      const counted = lines.reduce((count, line) => count + (line[side]?.quantity ?? 0), 0);
      edits.watch(shareLines.area(page, `quantity-${side}`, rows), counted);
    }
    const [before, after] = [sideOf(lines, "issued"), sideOf(lines, "corrected")];
    const cells = { issued: before, corrected: after, difference: changeCell(after.minus(before), styles.subtotal) };
    return [way, shareLines.total(page, { label: total, cells, style: styles.subtotal, keep: true }, rows)] as const;
  });
  const stays = shareLines.total(page, {
    label: "Lignes inchangées",
    style: styles.line,
    keep: true,
    cells: {
      issued: euros(unchanged, styles.line),
      corrected: (at) => euros(unchanged, styles.line, same(at.issued)),
      difference: changeCell(unchanged.minus(unchanged), styles.line),
    },
  });
  const sums = [...written.map(([, cells]) => cells), stays];
  const sumCell = (side: Side) =>
    euros(due[side === "issued" ? "before" : "after"], styles.grandTotal, plus(...sums.map((cells) => cells[side])));
  const whole = shareLines.total(page, {
    label: page.say("Quote-part [de la commune]"),
    style: styles.grandTotal,
    keep: true,
    cells: {
      issued: sumCell("issued"),
      corrected: sumCell("corrected"),
      difference: changeCell(due.difference, styles.grandTotal),
    },
  });
  page.repeatTitlesWhereCut({ header, last: page.next - 1 });
  for (const [side, amount] of [
    ["issued", due.before],
    ["corrected", due.after],
  ] as const)
    edits.watch(whole[side], amount);
  for (const [index, change] of changes.entries()) edits.watch(written[index]![1].difference, changeOf(change));
  return { changes: Object.fromEntries(written), due: whole };
}
