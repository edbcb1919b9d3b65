import type { Reading } from "../inventory";
import type { Statement } from "../statement";
import { text } from "./cells";
import type { ModelCell, SheetModel } from "./model";
import { styles } from "./styles";

/** The documents that leave the office, and the row that they all leave blank under their links. */
const sent = /^(titre|recapitulatif|fiche-.*|fiches-impression)$/;
const blankRow = 3;

/** What documents say of errors accepted, for a sheet that goes with them; null where none is. */
export function provisionalNoteOf(models: readonly SheetModel[]): ModelCell | null {
  return models.find(({ key }) => sent.test(key))?.rows[blankRow]?.cells[0] ?? null;
}

/** The same documents; where errors were accepted, each that is sent says that something is not billed. */
export function markProvisional(models: readonly SheetModel[], reading: Reading, statement: Statement): SheetModel[] {
  const errors = [...reading.anomalies, ...statement.anomalies].filter(({ severity }) => severity === "error").length;
  if (errors === 0) return [...models];
  const points = errors === 1 ? "un point reste à corriger" : `${errors} points restent à corriger`;
  const note = text(
    `Provisoire : ${points}, et ce qui est en cause n’est pas facturé (voir Contrôles).`,
    styles.strong,
  );
  return models.map((model) => {
    if (!sent.test(model.key)) return model;
    const rows = model.rows.map((row, index) => (index === blankRow ? { ...row, cells: [note] } : row));
    return { ...model, rows };
  });
}
