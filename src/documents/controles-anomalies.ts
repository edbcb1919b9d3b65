import { pointsOf, type Point, type PointPlace, type Reading } from "../inventory";
import { pointMessage, type Anomaly, type Severity } from "../messages";
import { count, empty, imported, linkToSource, text } from "./kit/cells";
import type { Page } from "./kit/page";
import { filesApart } from "./kit/texts";
import type { ModelCell } from "./kit/model";
import { styles } from "./kit/styles";

const severities: readonly (readonly [Severity, string])[] = [
  ["error", "à corriger"],
  ["warning", "à vérifier"],
  ["info", "pour information"],
];

/** « 3 à corriger, 12 à vérifier, 1 pour information », as the command's summary says it. */
export function countPoints(anomalies: readonly Anomaly[]): string {
  const points = pointsOf(anomalies);
  const of = (severity: Severity) => points.filter((point) => point.severity === severity).length;
  return severities.map(([severity, words]) => `${of(severity)} ${words}`).join(", ");
}

/** Ranges of one point, each with its link; the JSON has the others. */
const mostPlaces = 40;

/**
 * What was found, one cause a point, errors first: its number of cells, and a link to each range of them. Gives the row of
 * the headers, null where nothing was found. (decisions §4)
 */
export function writePoints(draft: Page, reading: Reading, anomalies: readonly Anomaly[]): number | null {
  draft.section("Points à corriger ou à vérifier");
  if (anomalies.length === 0) {
    draft.band([text("Aucun point.", styles.line)], styles.line);
    return null;
  }
  const { header, headerNumber } = styles;
  const titles = [text("Constat", header), text("Gravité", header), text("Feuille", header)];
  const headerRow = draft.band(
    [...titles, text("Cellules", header), text("Nombre", headerNumber)],
    styles.header,
    true,
  );
  const files = filesApart(reading);
  for (const point of pointsOf(anomalies)) writePoint(draft, point, files);
  return headerRow;
}

function writePoint(draft: Page, point: Point, files: ReadonlySet<string>): void {
  const { severity, anomalies, places } = point;
  const [first, ...others] = places.slice(0, mostPlaces);
  const words = severities.find(([one]) => one === severity)![1];
  draft.band(
    [
      text(pointMessage(anomalies), styles.wrapped),
      text(capitalised(words), severity === "error" ? { ...styles.line, bold: true } : styles.line),
      ...(first === undefined ? [sheetlessCell(anomalies), empty(styles.line)] : placeCells(first, files)),
      count(anomalies.length, styles.line),
    ],
    styles.line,
    others.length > 0,
  );
  for (const place of others) draft.band([null, null, ...placeCells(place, files)], styles.line);
  const left = places.length - mostPlaces;
  if (left > 0)
    draft.band(
      [null, null, text(left === 1 ? "et une autre plage" : `et ${left} autres plages`, styles.line)],
      styles.line,
    );
}

function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase("fr") + words.slice(1);
}

/** A point of no sheet is perhaps of a file. */
function sheetlessCell([first]: readonly Anomaly[]): ModelCell {
  return imported(first?.file ?? "", styles.wrapped);
}

function placeCells({ file, sheet, range }: PointPlace, files: ReadonlySet<string>): ModelCell[] {
  const name = file !== null && files.has(file) ? `[${file}]${sheet ?? ""}` : (sheet ?? "");
  const named = imported(name, styles.wrapped);
  if (sheet === null || range === null) return [named, empty(styles.line)];
  return [named, linkToSource(range, { file, sheet, cell: range.split(":")[0]! }, styles.lineLink, files)];
}
