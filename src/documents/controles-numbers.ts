import { cellName } from "../cells";
import type { Reading, SheetNumbers } from "../inventory";
import { count, imported, sumDown, text } from "./kit/cells";
import type { Page } from "./kit/page";
import { styles } from "./kit/styles";

const parts = ["billed", "headcounts", "dates", "leftOut", "error"] as const satisfies (keyof SheetNumbers)[];

/** More sheets than these may be cut by a page. */
const sheetsKeptTogether = 12;

/** Where each number of the visible sheets went; their sum is theirs, shown by a difference of 0. (decisions §4) */
export function writeNumbers(draft: Page, { numbers }: Reading): void {
  draft.section("Chaque nombre du classeur a sa place");
  const { header, headerNumber } = styles;
  const titles = ["Nombres", "Facturés", "Effectifs", "Dates", "De côté", "À corriger", "Écart"];
  draft.band([text("Feuille", header), ...titles.map((title) => text(title, headerNumber))], header, true);
  const first = draft.next;
  numbers.forEach((sheet, index) => {
    const row = draft.next;
    const difference = `${cellName(row, 1)}-SUM(${cellName(row, 2)}:${cellName(row, 6)})`;
    const { otherFile, name } = sheet.sheet;
    draft.band(
      [
        imported(otherFile === null ? name : `[${otherFile}]${name}`, styles.wrapped),
        ...[sheet.numbers, ...parts.map((part) => sheet[part])].map((number) => count(number, styles.line)),
        count(differenceOf(sheet), styles.line, difference),
      ],
      styles.line,
      numbers.length <= sheetsKeptTogether || index === numbers.length - 1,
    );
  });
  if (draft.next === first) draft.band([text("Aucun nombre.", styles.line)], styles.line, true);
  const last = draft.next - 1;
  const sum = (of: (sheet: SheetNumbers) => number) => numbers.reduce((total, sheet) => total + of(sheet), 0);
  const totals = [sum((sheet) => sheet.numbers), ...parts.map((part) => sum((sheet) => sheet[part]))];
  draft.band(
    [
      text("Total", styles.total),
      ...[...totals, sum(differenceOf)].map((total, index) =>
        count(total, styles.total, sumDown(index + 1, first, last)),
      ),
    ],
    styles.total,
  );
}

function differenceOf(sheet: SheetNumbers): number {
  return parts.reduce((rest, part) => rest - sheet[part], sheet.numbers);
}
