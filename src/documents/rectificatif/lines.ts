import { cellName } from "../../cells";
import { firstSource, type Line, type RectifiedCommune, type RectifiedLine } from "../../statement";
import type { Payer } from "../../tariff";
import { count, difference, empty, euros, imported, text } from "../cells";
import type { Draft, DraftCell } from "../draft";
import type { ModelCell } from "../model";
import type { Places } from "../places";
import { styles } from "../styles";
import { natureNames, payerNames, shareNote } from "../texts";
import { lineColumns as at, widths } from "./columns";

export const payers = ["commune", "cagb"] as const satisfies readonly Payer[];

/** The lines of one payer in a commune. */
export function linesOf(insee: string, payer: Payer): string {
  return `lines ${payer} ${insee}`;
}

export function endOf(range: string): string {
  return `${range} end`;
}

/** The titles of the lines; gives their row. */
export function writeLinesHeader(draft: Draft): number {
  const left = ["École", "Prestation", "Nature", "À la charge de"];
  const right = ["Qté émise", "Qté rectifiée", "Prix émis", "Prix rectifié"];
  const amounts = ["Montant émis", "Montant rectifié", "Différence"];
  return draft.add(
    [
      ...left.map((title) => text(title, styles.header)),
      ...[...right, ...amounts].map((title) => text(title, styles.headerNumber)),
      text("Source rectifiée", { ...styles.header, align: "left", indent: 1 }),
    ],
    true,
  );
}

/** The lines that change, appear or disappear, commune by commune, what the commune bears first. */
export function writeLines(draft: Draft, communes: readonly RectifiedCommune[], places: Places): void {
  if (communes.length === 0) draft.band([text("Aucune ligne ne change.", styles.line)], styles.line);
  for (const { commune, lines } of communes) {
    draft.band([imported(`${commune.name} (INSEE ${commune.insee})`, styles.group)], styles.group, true);
    for (const payer of payers) {
      const own = lines.filter((line) => line.payer === payer);
      if (own.length === 0) continue;
      places.mark(linesOf(commune.insee, payer), draft.next);
      for (const line of own) writeLine(draft, line);
      places.mark(endOf(linesOf(commune.insee, payer)), draft.next - 1);
    }
  }
}

function writeLine(draft: Draft, line: RectifiedLine): void {
  const row = draft.next;
  const { school, tariff, nature, payer, issued, corrected } = line;
  const cells: DraftCell[] = widths.map(() => empty(styles.line));
  cells[at.school] = imported(school.name, styles.indented);
  cells[at.prestation] = imported(tariff.prestation + keyOf(corrected ?? issued), styles.wrapped);
  cells[at.nature] = text(natureNames[nature], styles.line);
  cells[at.payer] = text(payerNames[payer], styles.line);
  for (const [side, its] of [
    ["issued", issued],
    ["corrected", corrected],
  ] as const) {
    if (its === null) continue;
    const product = `${cellName(row, at.quantity[side])}*${cellName(row, at.price[side])}`;
    cells[at.quantity[side]] = count(its.quantity, styles.line);
    cells[at.price[side]] = euros(its.unitPrice, styles.line);
    // Cents were shared out: no product gives a commune's part.
    cells[at.amount[side]] = euros(its.amount, styles.line, its.share === null ? product : undefined);
  }
  const change = `${cellName(row, at.amount.corrected)}-${cellName(row, at.amount.issued)}`;
  cells[at.difference] = difference(line.difference, { ...styles.line, bold: true }, change);
  cells[at.source] = sourceCell(corrected);
  draft.add(cells);
}

function keyOf(line: Line | null): string {
  return line?.share == null ? "" : ` (${shareNote(line.share)})`;
}

/** The corrected line's first cell, and a way to it; a line that disappears has none. */
function sourceCell(line: Line | null): ModelCell {
  const source = line === null ? null : firstSource(line.sources);
  if (source === null) return text(line === null ? "n’est plus facturée" : "", styles.indented);
  const { name: sheet, otherFile } = source.first.sheet;
  const others = source.count === 1 ? "" : ` et ${source.count - 1} ${source.count === 2 ? "autre" : "autres"}`;
  const label = `${otherFile === null ? "" : `[${otherFile}]`}${sheet}!${source.cell}${others}`;
  const place = { sheet, cell: source.cell };
  return { ...imported(label, styles.sourceLink), link: otherFile === null ? place : { ...place, file: otherFile } };
}
