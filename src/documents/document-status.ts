import type { SheetModel } from "./kit/model";
import { headerOf } from "./kit/rows";
import { styles } from "./kit/styles";
import { isSent } from "./registry";

/** Why documents are not to be sent as they are. */
interface DocumentStatus {
  /** Errors accepted: what they are about is not billed. */
  readonly errors: number;
  /** They show what an issued statement becomes: what is issued is the correction alone. */
  readonly isRectified: boolean;
}

/** What documents that leave the office say of their status, on one line of their heading; null where they may be sent. */
export function statusNote({ errors, isRectified }: DocumentStatus): string | null {
  return isRectified ? rectifiedText(errors) : provisionalText(errors);
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

/** The same documents once a correction is asked for: those that leave the office say so in their heading. */
export function markRectified(models: readonly SheetModel[], errors: number): SheetModel[] {
  const note = { value: statusNote({ errors, isRectified: true }), style: styles.strong };
  return models.map((model) => {
    const statusRow = rowOfStatus(model);
    if (!isSent(model.key) || statusRow === null) return model;
    const rows = model.rows.map((row, index) => (index === statusRow ? { ...row, cells: [note] } : row));
    const [left, , right] = model.print.header;
    return { ...model, rows, print: { ...model.print, header: [left, headerOf(note.value), right] } };
  });
}

/** What documents say of their status, for a sheet that goes with them; null where they say nothing. */
export function statusNoteIn(models: readonly SheetModel[]): string | null {
  const model = models.find(({ key }) => isSent(key));
  const row = model === undefined ? null : rowOfStatus(model);
  const note = row === null ? null : model!.rows[row]?.cells[0]?.value;
  return typeof note === "string" ? note : null;
}

/** Zero-based row where a document says its status; null where it has none. */
function rowOfStatus({ outline }: SheetModel): number | null {
  return [...(outline ?? [])].find(([, role]) => role === "status")?.[0] ?? null;
}
