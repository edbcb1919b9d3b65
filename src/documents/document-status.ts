import { text } from "./kit/cells";
import type { ModelCell, SheetModel } from "./kit/model";
import { styles } from "./kit/styles";

/** The documents that leave the office, and the row that they all leave blank under their links. */
const sent = /^(titre|recapitulatif|fiche-.*|fiches-impression)$/;
const blankRow = 3;

/** Why documents are not to be sent as they are. */
interface DocumentStatus {
  /** Errors accepted: what they are about is not billed. */
  readonly errors: number;
  /** They show what an issued statement becomes: what is issued is the correction alone. */
  readonly isRectified: boolean;
}

/** What the documents say of it, on one line; null where they may be sent. */
export function statusNote({ errors, isRectified }: DocumentStatus): ModelCell | null {
  const said = isRectified ? rectifiedText(errors) : provisionalText(errors);
  return said === null ? null : text(said, styles.strong);
}

function provisionalText(errors: number): string | null {
  if (errors === 0) return null;
  const points = errors === 1 ? "un point reste à corriger" : `${errors} points restent à corriger`;
  return `Provisoire\u00a0: ${points}, et ce qui est en cause n’est pas facturé (voir Contrôles).`;
}

function rectifiedText(errors: number): string {
  if (errors === 0)
    return "À ne pas émettre\u00a0: ce document montre l’état une fois rectifié. C’est «\u00a0Rectificatif\u00a0» qui s’émet.";
  const points = errors === 1 ? "un point à corriger" : `${errors} points à corriger`;
  return `Provisoire (${points}, voir Contrôles) et à ne pas émettre\u00a0: c’est «\u00a0Rectificatif\u00a0» qui s’émet.`;
}

/** The same documents, those that are sent saying how they stand. */
export function markProvisional(models: readonly SheetModel[], standing: DocumentStatus): SheetModel[] {
  const note = statusNote(standing);
  if (note === null) return [...models];
  return models.map((model) => {
    if (!sent.test(model.key)) return model;
    const rows = model.rows.map((row, index) => (index === blankRow ? { ...row, cells: [note] } : row));
    return { ...model, rows };
  });
}

/** What documents say of how they stand, for a sheet that goes with them; null where they say nothing. */
export function statusNoteIn(models: readonly SheetModel[]): ModelCell | null {
  return models.find(({ key }) => sent.test(key))?.rows[blankRow]?.cells[0] ?? null;
}
