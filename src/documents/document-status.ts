import type { Edition } from "../statement";
import { issuedName } from "./journal-ledger";
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
  /** Another état of the campaign may be issued already. */
  readonly edition?: Edition;
}

/** What documents that leave the office say of their status, on one line of their heading; null where they may be sent. */
export function statusNote({ errors, isRectified, edition }: DocumentStatus): string | null {
  if (isRectified) return rectifiedText(errors);
  return edition?.differs == null ? provisionalText(errors) : otherText(edition, errors);
}

function provisionalText(errors: number): string | null {
  if (errors === 0) return null;
  const points = errors === 1 ? "un point reste à corriger" : `${errors} points restent à corriger`;
  return `Provisoire\u00a0: ${points}, et ce qui est en cause n’est pas facturé (voir Contrôles).`;
}

/** An état that is another than the one issued: it never passes for it. */
function otherText({ issued, differs }: Edition, errors: number): string {
  const provisional = errors === 0 ? "" : `Provisoire (${pointsToCorrect(errors)}, voir Contrôles) et `;
  const start = provisional === "" ? "À ne pas émettre" : `${provisional}à ne pas émettre`;
  const why = differs === "number" ? ", sous un autre numéro" : "";
  const todo = differs === "number" ? "reprendre son numéro" : "à rectifier";
  return `${start}\u00a0: autre que l’${issuedName(issued!)}${why}\u202f; ${todo}.`;
}

function pointsToCorrect(errors: number): string {
  return errors === 1 ? "un point à corriger" : `${errors} points à corriger`;
}

function rectifiedText(errors: number): string {
  if (errors === 0)
    return "À ne pas émettre\u00a0: ce document montre l’état une fois rectifié. C’est «\u00a0Rectificatif\u00a0» qui s’émet.";
  return `Provisoire (${pointsToCorrect(errors)}, voir Contrôles) et à ne pas émettre\u00a0: c’est «\u00a0Rectificatif\u00a0» qui s’émet.`;
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
