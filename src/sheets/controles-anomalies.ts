import type { Reading } from "../inventory";
import { message } from "../messages";
import type { Anomaly, Severity } from "../messages";
import { empty, imported, text } from "./cells";
import type { Draft } from "./draft";
import { filesApart } from "./files-apart";
import { linkToSource } from "./source-link";
import type { ModelCell } from "./model";
import { styles } from "./styles";

const severities: readonly (readonly [Severity, string])[] = [
  ["error", "à corriger"],
  ["warning", "à vérifier"],
  ["info", "pour information"],
];

/** « 3 à corriger, 12 à vérifier, 1 pour information », as the command's summary says it. */
export function countAnomalies(anomalies: readonly Anomaly[]): string {
  const count = (severity: Severity) => anomalies.filter((anomaly) => anomaly.severity === severity).length;
  return severities.map(([severity, words]) => `${count(severity)} ${words}`).join(", ");
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
  for (const [severity, words] of severities)
    for (const anomaly of anomalies.filter((one) => one.severity === severity))
      draft.band(
        [
          text(message(anomaly.code, anomaly.params), styles.wrapped),
          text(capitalised(words), severity === "error" ? { ...styles.line, bold: true } : styles.line),
          sheetCell(anomaly, otherFiles),
          placeCell(anomaly, otherFiles),
        ],
        styles.line,
      );
  return headerRow;
}

function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase("fr") + words.slice(1);
}

function sheetCell({ file, sheet }: Anomaly, otherFiles: ReadonlySet<string>): ModelCell {
  if (sheet === null) return imported(file ?? "", styles.wrapped);
  return imported(file !== null && otherFiles.has(file) ? `[${file}]${sheet}` : sheet, styles.wrapped);
}

function placeCell({ file, sheet, cell }: Anomaly, otherFiles: ReadonlySet<string>): ModelCell {
  if (sheet === null || cell === null) return empty(styles.line);
  return linkToSource(cell, { file, sheet, cell }, styles.lineLink, otherFiles);
}
