import { pointsOf } from "../inventory";
import type { Anomaly } from "../messages";
import { heightOf } from "./kit/measure";
import type { ModelRow, SheetModel } from "./kit/model";
import { headerOf } from "./kit/rows";
import { styles } from "./kit/styles";
import { placesOf, type CommunePoints } from "./commune-points";
import { isFiche, isSent } from "./registry";

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

const provisional = "Provisoire\u00a0: ";

function provisionalText(errors: number): string | null {
  if (errors === 0) return null;
  const points = errors === 1 ? "un point reste à corriger" : `${errors} points restent à corriger`;
  return `${provisional}${points}, et ce qui est en cause n’est pas facturé (voir Contrôles).`;
}

function rectifiedText(errors: number): string {
  if (errors === 0)
    return "À ne pas émettre\u00a0: ce document montre l’état une fois rectifié. C’est «\u00a0Rectificatif\u00a0» qui s’émet.";
  const points = errors === 1 ? "un point à corriger" : `${errors} points à corriger`;
  return `Provisoire (${points}, voir Contrôles) et à ne pas émettre\u00a0: c’est «\u00a0Rectificatif\u00a0» qui s’émet.`;
}

/**
 * What the fiche of a commune says of errors accepted, which may all be about others: which are its own, or that none is. One that
 * does not say its commune is told as such. Null where there is no error at all.
 */
export function ficheStatus({ own, unplaced }: CommunePoints, errors: number): string | null {
  return errors === 0 ? null : `${provisional}${ownPoints(own, unplaced.length > 0)}${unplacedPoints(unplaced)}`;
}

function ownPoints(own: readonly Anomaly[], areOthersUnplaced: boolean): string {
  const points = pointsOf(own).length;
  if (points === 0)
    return areOthersUnplaced
      ? "aucun point à corriger n’est situé dans cette commune."
      : "aucun des points à corriger ne concerne cette commune.";
  const concern = points === 1 ? "un point à corriger concerne" : `${points} points à corriger concernent`;
  return `${concern} cette commune (${placesOf(own)}), et ce qui est en cause n’est pas facturé.`;
}

function unplacedPoints(unplaced: readonly Anomaly[]): string {
  const points = pointsOf(unplaced).length;
  if (points === 0) return "";
  return points === 1
    ? ` Un point ne dit pas sa commune (${placesOf(unplaced)})\u00a0: il peut la concerner.`
    : ` ${points} points ne disent pas leur commune (${placesOf(unplaced)})\u00a0: ils peuvent la concerner.`;
}

/** The same documents once a correction is asked for: those that leave the office say so in their heading. */
export function markRectified(models: readonly SheetModel[], errors: number): SheetModel[] {
  const note = rectifiedText(errors);
  return models.map((model) => {
    const marked = rowsOfStatus(model);
    if (!isSent(model.key) || marked.length === 0) return model;
    const mark = isFiche(model.key)
      ? ficheMark(model, note)
      : () => ({ cells: [{ value: note, style: styles.strong }] });
    const rows = model.rows.map((row, index) => (marked.includes(index) ? { ...row, ...mark(row) } : row));
    const [left, , right] = model.print.header;
    return { ...model, rows, print: { ...model.print, header: [left, headerOf(note), right] } };
  });
}

/** Said on a fiche of a rectified statement, after what it says of its own commune. */
const notToIssue = " À ne pas émettre\u00a0: c’est «\u00a0Rectificatif\u00a0» qui s’émet.";
const ficheNote = { vertical: "top", ...styles.strong, wrap: true } as const;

function ficheMark({ widths, print }: SheetModel, note: string): (row: ModelRow) => ModelRow {
  const span = print.area.lastColumn + 1;
  return ({ cells, height }) => {
    const said = String(cells[0]?.value ?? "").replace(notToIssue, "");
    const cell = { value: said.startsWith(provisional) ? said + notToIssue : note, style: ficheNote, span };
    return { cells: [cell], height: Math.max(height ?? 0, heightOf([cell], widths) ?? 0) };
  };
}

/** What documents say of their status, for a sheet that goes with them; null where they say nothing. */
export function statusNoteIn(models: readonly SheetModel[]): string | null {
  const model = models.find(({ key }) => isSent(key));
  const [row] = model === undefined ? [] : rowsOfStatus(model);
  const note = row === undefined ? null : model!.rows[row]?.cells[0]?.value;
  return typeof note === "string" ? note : null;
}

/** Zero-based rows where a document says its status: several where it holds the fiches of all communes. */
function rowsOfStatus({ outline }: SheetModel): number[] {
  return [...(outline ?? [])].flatMap(([row, role]) => (role === "status" ? [row] : []));
}
