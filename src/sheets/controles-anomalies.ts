import type { Reading, SheetRef } from "../inventory";
import { message } from "../messages";
import type { Anomaly, Severity } from "../messages";
import { empty, imported, text } from "./cells";
import type { Draft } from "./draft";
import type { ModelCell } from "./model";
import { styles } from "./styles";

const severities: readonly (readonly [Severity, string, string, string])[] = [
  ["error", "Erreur", "erreur", "erreurs"],
  ["warning", "Avertissement", "avertissement", "avertissements"],
  ["info", "Information", "information", "informations"],
];

/** « 3 erreurs, 12 avertissements, 1 information ». */
export function countAnomalies(anomalies: readonly Anomaly[]): string {
  return severities
    .map(([severity, , one, many]) => {
      const number = anomalies.filter((anomaly) => anomaly.severity === severity).length;
      return `${number} ${number > 1 ? many : one}`;
    })
    .join(", ");
}

/** Every anomaly, errors first, each with a link to its cell. Gives the row of the headers, null where there is none. */
export function writeAnomalies(draft: Draft, reading: Reading, anomalies: readonly Anomaly[]): number | null {
  draft.section("Anomalies");
  if (anomalies.length === 0) {
    draft.band([text("Aucune anomalie.", styles.line)], styles.line);
    return null;
  }
  const headers = ["Constat", "Gravité", "Feuille", "Cellule"];
  const headerRow = draft.band(
    headers.map((title) => text(title, styles.header)),
    styles.header,
    true,
  );
  const otherFiles = filesApart(reading);
  for (const [severity, word] of severities)
    for (const anomaly of anomalies.filter((one) => one.severity === severity))
      draft.band(
        [
          text(message(anomaly.code, anomaly.params), styles.wrapped),
          text(word, severity === "error" ? { ...styles.line, bold: true } : styles.line),
          sheetCell(anomaly, otherFiles),
          placeCell(anomaly, otherFiles),
        ],
        styles.line,
      );
  return headerRow;
}

/** Files that are not the first one, in which alone our links need no file. */
function filesApart(reading: Reading): ReadonlySet<string> {
  const sheets: SheetRef[] = [...reading.rows, ...reading.mappings].map(({ sheet }) => sheet);
  return new Set(sheets.flatMap(({ otherFile }) => (otherFile === null ? [] : [otherFile])));
}

function sheetCell({ file, sheet }: Anomaly, otherFiles: ReadonlySet<string>): ModelCell {
  if (sheet === null) return imported(file ?? "", styles.wrapped);
  return imported(file !== null && otherFiles.has(file) ? `[${file}]${sheet}` : sheet, styles.wrapped);
}

function placeCell({ file, sheet, cell }: Anomaly, otherFiles: ReadonlySet<string>): ModelCell {
  if (sheet === null || cell === null) return empty(styles.line);
  const place = { sheet, cell, tip: `Aller à ${sheet}!${cell}` };
  const link = file !== null && otherFiles.has(file) ? { ...place, file } : place;
  return { ...imported(cell, styles.lineLink), link };
}
