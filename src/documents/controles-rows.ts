import { cellName } from "../cells";
import type { ExclusionReason, Reading } from "../inventory";
import { count, imported, sumDown, text } from "./kit/cells";
import type { Page } from "./kit/page";
import { styles } from "./kit/styles";

const reasonNames: Readonly<Record<ExclusionReason, string>> = {
  title: "titre",
  subtotal: "sous-total",
  total: "total",
  zero: "aucune quantité",
  withdrawn: "sortie du parc",
  "after-snapshot": "mise en service après la date de situation",
  untariffed: "matériel sans tarif",
  "set-aside": "écartée par vos options",
  "other-year": "autre année",
  spare: "en stock ou en réserve",
  capped: "au-delà d’une unité par école",
  "duplicate-source": "déjà présente ailleurs",
  "not-in-service": "tableau de matériel qui n’est pas en service",
  model: "tableau modèle ou brouillon",
  ignored: "tableau laissé de côté par vos options",
  "part-of-headcount": "partie d’un effectif dont le total est donné",
  "not-counted": "ni quantité ni effectif",
};

/** More sheets than these may be cut by a page. */
const sheetsKeptTogether = 12;

/** Rows of each sheet: read = billed + excluded + in error, shown by a difference of 0; exclusions by reason. */
export function writeRows(draft: Page, reading: Reading): void {
  draft.section("Lignes lues dans chaque feuille");
  const { header, headerNumber } = styles;
  const titles = ["Lues", "Facturées", "Exclues", "En erreur", "Écart"];
  draft.band([text("Feuille", header), ...titles.map((title) => text(title, headerNumber))], header, true);
  const first = draft.next;
  reading.rows.forEach(({ sheet, read, billed, excluded, error }, index) => {
    const row = draft.next;
    const name = sheet.otherFile === null ? sheet.name : `[${sheet.otherFile}]${sheet.name}`;
    const difference = `${cellName(row, 1)}-SUM(${cellName(row, 2)}:${cellName(row, 4)})`;
    draft.band(
      [
        imported(name, styles.wrapped),
        ...[read, billed, excluded, error].map((number) => count(number, styles.line)),
        count(read - billed - excluded - error, styles.line, difference),
      ],
      styles.line,
      reading.rows.length <= sheetsKeptTogether || index === reading.rows.length - 1,
    );
  });
  if (draft.next === first) draft.band([text("Aucune ligne.", styles.line)], styles.line, true);
  const last = draft.next - 1;
  const add = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const totals = [
    reading.rows.map((row) => row.read),
    reading.rows.map((row) => row.billed),
    reading.rows.map((row) => row.excluded),
    reading.rows.map((row) => row.error),
    reading.rows.map((row) => row.read - row.billed - row.excluded - row.error),
  ].map((numbers, index) => count(add(numbers), styles.total, sumDown(index + 1, first, last)));
  const reasons = countReasons(reading);
  draft.band([text("Total", styles.total), ...totals], styles.total, reasons.length > 0);
  reasons.forEach(([reason, number], index) =>
    draft.band(
      [text(`Exclues, motif : ${reasonNames[reason]}`, styles.indented), null, null, count(number, styles.line)],
      styles.line,
      index < reasons.length - 1,
    ),
  );
}

/** Rows excluded for each reason that occurs, all sheets together. */
function countReasons(reading: Reading): (readonly [ExclusionReason, number])[] {
  return (Object.keys(reasonNames) as ExclusionReason[])
    .map((reason) => [reason, reading.rows.reduce((total, { reasons }) => total + (reasons[reason] ?? 0), 0)] as const)
    .filter(([, number]) => number > 0);
}
