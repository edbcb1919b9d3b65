import { Decimal } from "decimal.js";
import type { Line, PieceCommune, RectificationPiece, RectificationWay, RectifiedLine } from "../../statement";
import type { Payer } from "../../tariff";
import { communesFirst } from "../kit/billed";
import { difference, euros, imported, sourceCell, text, type PageCell } from "../kit/cells";
import { block, minus, plus, product, rounded, sumOf, type FormulaSource, type Place } from "../kit/formula";
import type { HandEdits } from "../kit/hand-edits";
import type { Page } from "../kit/page";
import { partNames } from "../kit/say";
import { bold, styles } from "../kit/styles";
import { columnHelper, table, type Cells } from "../kit/table";
import { capitalised, groupedDigits, natureNames, shareNote, wayNames } from "../kit/texts";

type Side = "issued" | "corrected";

type LineKey = `${"quantity" | "price" | "amount"}-${Side}` | "difference";

const lineColumn = columnHelper<RectifiedLine, LineKey>();

/**
 * Makes the table of the lines of a piece, each with the one of origin. The first column has room for a box to tick.
 */
export function linesTable(way: RectificationWay) {
  return table({
    columns: {
      mark: lineColumn.text("", 3.5, () => null),
      school: lineColumn.imported("[École]", 13, ({ school }) => school.name, styles.wrapped),
      prestation: lineColumn.imported("Prestation", 21.5, prestationOf, styles.wrapped),
      "quantity-issued": lineColumn.count("Qté émise", 6, ({ issued }) => issued?.quantity ?? null),
      "quantity-corrected": lineColumn.count("Qté rectifiée", 8.5, ({ corrected }) => corrected?.quantity ?? null),
      "price-issued": lineColumn.euros("Prix émis", 9, ({ issued }) => issued?.unitPrice ?? null),
      "price-corrected": lineColumn.euros("Prix rectifié", 9, ({ corrected }) => corrected?.unitPrice ?? null),
      "amount-issued": amountColumn("issued", "Montant émis"),
      "amount-corrected": amountColumn("corrected", "Montant rectifié"),
      difference: lineColumn.cell(capitalised(wayNames[way]), 14, (line, at, style) =>
        euros(line.difference.abs(), bold(style), rounded(takenOf(way, at))),
      ),
      source: lineColumn.cell("Source rectifiée", 22, ({ corrected }) => rectifiedSource(corrected), "beside"),
    },
  });
}

type LinesTable = ReturnType<typeof linesTable>;

/** Returns what a line is of: « Poste client standard, installation (clé 3/5) ». */
export function prestationOf({ tariff, nature, issued, corrected }: RectifiedLine): string {
  return `${tariff.prestation}, ${natureNames[nature].toLowerCase()}${keyText(corrected ?? issued)}`;
}

function takenOf(way: RectificationWay, at: Cells<LineKey>) {
  const [issued, corrected] = [at["amount-issued"], at["amount-corrected"]];
  return way === "reduction" ? minus(issued, corrected) : minus(corrected, issued);
}

/** The shares of a key are rounded to the cent: no product gives one commune's share. */
function amountColumn(side: Side, title: string) {
  return lineColumn.cell(title, 13.5, ({ [side]: line }, at, style) => {
    if (line === null) return null;
    const formula = line.share === null ? product(at[`quantity-${side}`], at[`price-${side}`]) : undefined;
    return euros(line.amount, style, formula);
  });
}

/** Returns the cell that leads to what a line is counted from once corrected. */
export function rectifiedSource(corrected: Line | null): PageCell {
  if (corrected === null) return text("n’est plus facturée", styles.indented);
  return sourceCell(corrected) ?? text("", styles.indented);
}

function keyText(line: Line | null): string {
  return line?.share == null ? "" : ` (${shareNote(line.share)})`;
}

/** The names of the payers' parts, in the bracket notation of texts. */
const bandNames: Readonly<Record<Payer, string>> = {
  cagb: "part [de la CAGB]",
  commune: "quote-part [de la commune]",
};

/** The differences of a commune's lines, by payer, once they are written. */
export type LineRows = Map<PieceCommune, Partial<Record<Payer, readonly [Place, Place]>>>;

/** The data shared by the tables of a piece. */
export interface PieceTables {
  readonly way: RectificationWay;
  readonly lines: LinesTable;
  /** The payers whose parts are shown. */
  readonly payers: readonly Payer[];
  /** Watches the amounts that sentences of the piece repeat. */
  readonly edits: HandEdits;
}

/** Writes the lines, commune by commune, those that the commune pays first; stores their positions in `rows`. */
export function writeLines(
  page: Page,
  { lines }: PieceTables,
  communes: readonly PieceCommune[],
  rows: LineRows,
): void {
  for (const one of communes)
    for (const payer of communesFirst) {
      const own = one.lines.filter((line) => line.payer === payer);
      if (own.length === 0) continue;
      const { name, insee } = one.commune;
      page.band(
        [imported(`${name} (INSEE ${insee}) · ${page.say(bandNames[payer])}`, styles.group)],
        styles.group,
        true,
      );
      const written = lines.rows(page, own).rows;
      rows.set(one, { ...rows.get(one), [payer]: [written[0]!.difference, written.at(-1)!.difference] });
    }
}

interface CommuneRow {
  readonly label: string;
  readonly siren?: string;
  readonly byPayer: Readonly<Record<Payer, Decimal>>;
  readonly total: Decimal;
  readonly formulas: Readonly<Record<Payer, FormulaSource | undefined>>;
}

type PartKey = Payer | "total";
export type PartCells = Cells<PartKey>;

const communeColumn = columnHelper<CommuneRow, PartKey>();

/** Makes the table of the communes, with their parts under the amounts of the lines. */
function communesTable({ way, lines: { at }, payers }: PieceTables) {
  const all = table({
    columns: {
      mark: communeColumn.text("", null, () => null),
      name: communeColumn.imported("[Commune]", null, ({ label }) => label),
      siren: communeColumn.imported("SIREN", null, ({ siren }) => (siren === undefined ? null : groupedDigits(siren))),
      commune: partColumn("commune", "Quote-part", at["amount-issued"]),
      cagb: partColumn("cagb", partNames.cagb, at["amount-corrected"]),
      total: communeColumn.cell(capitalised(wayNames[way]), { under: at.difference }, ({ total }, cells, style) =>
        euros(total, bold(style), plus(...payers.map((payer) => cells[payer]))),
      ),
    },
  });
  return payers.includes("cagb") ? all : all.without(["cagb"]);
}

function partColumn(payer: Payer, title: string, under: number) {
  return communeColumn.cell(title, { under }, ({ byPayer, formulas }, _at, style) =>
    euros(byPayer[payer], style, formulas[payer]),
  );
}

/**
 * Writes what the piece changes for each commune, and in total; returns the cells of the total. `rows`: the positions
 * of the lines, known once the page is finished.
 */
export function writeCommunes(
  page: Page,
  tables: PieceTables,
  { communes, byPayer, total }: RectificationPiece,
  rows: LineRows,
): PartCells {
  const parts = communesTable(tables);
  const sumOfLines = (one: PieceCommune, payer: Payer) => () => {
    const found = rows.get(one)?.[payer];
    return found && sumOf(block(...found));
  };
  const written = parts.write(
    page,
    communes.map((one) => ({
      label: one.commune.name,
      siren: one.commune.siren,
      byPayer: one.byPayer,
      total: one.total,
      formulas: { commune: sumOfLines(one, "commune"), cagb: sumOfLines(one, "cagb") },
    })),
    { keep: 0, repeatTitles: "where cut" },
  );
  const sum = parts.sums(page, written);
  tables.edits.watch(parts.area(page, "total", written), total);
  const end = parts.rows(
    page,
    [{ label: "Total", byPayer, total, formulas: { commune: sum("commune"), cagb: sum("cagb") } }],
    { style: styles.total, keep: Infinity },
  ).rows[0]!;
  watchParts(tables, end, byPayer);
  return end;
}

/** Has the words of a piece give way to a row of parts, changed by hand. */
function watchParts({ payers, edits }: PieceTables, cells: PartCells, byPayer: Readonly<Record<Payer, Decimal>>): void {
  for (const payer of payers) edits.watch(cells[payer], byPayer[payer]);
  edits.watch(cells.total, byPayer.cagb.plus(byPayer.commune));
}

/** A row of the steps from the original titre to the corrected one, with both parts and their sum. */
export interface PassageRow {
  readonly label: string;
  readonly byPayer: Readonly<Record<Payer, Decimal>>;
  readonly isChange?: boolean;
  readonly formulas?: Readonly<Record<Payer, FormulaSource | undefined>>;
}

/** Makes the row of what a piece changes. */
export function changeRow(
  way: RectificationWay,
  { byPayer }: RectificationPiece,
  total: () => PartCells,
  label: string,
): PassageRow {
  const isTaken = way === "reduction";
  const amount = (payer: Payer) => (isTaken ? new Decimal(0).minus(byPayer[payer]) : byPayer[payer]);
  const formula = (payer: Payer) => () => (isTaken ? minus([], total()[payer]) : plus(total()[payer]));
  return {
    label,
    byPayer: { cagb: amount("cagb"), commune: amount("commune") },
    isChange: true,
    formulas: { cagb: formula("cagb"), commune: formula("commune") },
  };
}

const passageColumn = columnHelper<PassageRow, PartKey>();

function passageTable({ lines: { at }, payers }: PieceTables) {
  const cell = (payer: Payer, title: string, under: number) =>
    passageColumn.cell(title, { under }, ({ byPayer, isChange, formulas }, _at, style) =>
      (isChange ? difference : euros)(byPayer[payer], style, formulas?.[payer]),
    );
  const all = table({
    columns: {
      label: passageColumn.text("", null, ({ label }) => label),
      commune: cell("commune", "Quotes-parts", at["amount-issued"]),
      cagb: cell("cagb", partNames.cagb, at["amount-corrected"]),
      total: passageColumn.cell("Total", { under: at.difference }, ({ byPayer, isChange }, cells, style) =>
        (isChange ? difference : euros)(
          byPayer.cagb.plus(byPayer.commune),
          bold(style),
          plus(...payers.map((payer) => cells[payer])),
        ),
      ),
    },
  });
  return payers.includes("cagb") ? all : all.without(["cagb"]);
}

/** Writes the former titre, its changes and the new titre; returns the cells of its first and last rows. */
export function writePassage(
  page: Page,
  tables: PieceTables,
  rows: readonly PassageRow[],
): { readonly origin: PartCells; readonly result: PartCells } {
  const passage = passageTable(tables);
  const { rows: steps } = passage.write(page, rows.slice(0, -1), { keep: Infinity });
  const sum = (payer: Payer) => () => rounded(plus(...steps.map((row) => row[payer]))!);
  const result = { ...rows.at(-1)!, formulas: { cagb: sum("cagb"), commune: sum("commune") } };
  const end = passage.rows(page, [result], { style: styles.grandTotal, keep: Infinity });
  const written = [...steps, ...end.rows];
  written.forEach((cells, index) => watchParts(tables, cells, rows[index]!.byPayer));
  return { origin: steps[0]!, result: end.rows[0]! };
}
