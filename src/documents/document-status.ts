import type { Point } from "../inventory";
import type { Edition, Statement } from "../statement";
import { heldCells, rowsOfBand } from "./fiche-band";
import { placesOf, type CommunePoints } from "./commune-points";
import { issuedName } from "./journal-ledger";
import { headerOf, statusBand, underStatusNote } from "./kit/heading";
import { heightOf, rowHeight } from "./kit/measure";
import type { ModelCell, ModelRow, RowRole, SheetModel } from "./kit/model";
import type { Say } from "./kit/say";
import { styles } from "./kit/styles";
import { capitalised, pointsLeft } from "./kit/texts";
import { bearsStatus, isAnalysis, isFiche, isUnderStatus } from "./registry";

/** Why documents are not to be sent as they are. */
interface DocumentStatus {
  /** Errors accepted: what they are about is not billed. */
  readonly errors: number;
  /**
   * The pieces of the correction that is issued instead of the statement, empty when nothing is issued; null when the
   * documents correct no statement.
   */
  readonly rectifiedBy: readonly string[] | null;
  /** Another état of the campaign may be issued already. */
  readonly edition?: Edition;
}

/** What decides whether the documents of a run may be issued. */
export interface RunStatus extends Pick<Statement, "edition"> {
  /** Errors accepted. */
  readonly errors: number;
  /** Whether it corrects a statement that was issued, and shows what that one becomes. */
  readonly isRectified: boolean;
}

export const statusWords = ["PROVISOIRE", "À NE PAS ÉMETTRE"] as const;
export type StatusWord = (typeof statusWords)[number];

/**
 * Returns the word in the file names and on each list line of a run whose files must not be issued; null when they may
 * be. Of two reasons, it is the one that no correction of the inventory removes.
 */
export function statusWord({ edition, errors, isRectified }: RunStatus): StatusWord | null {
  if (isRectified || edition.differs !== null) return "À NE PAS ÉMETTRE";
  return errors > 0 ? "PROVISOIRE" : null;
}

/** Returns the status word of a document by its key: a correction is issued whatever was issued before. */
export function statusWordOf(key: string, run: RunStatus): StatusWord | null {
  if (!isAnalysis(key)) return statusWord(run);
  return run.errors > 0 ? "PROVISOIRE" : null;
}

/** Returns the status of documents that leave the office, on one line of their heading; null when they may be sent. */
export function statusNote({ errors, rectifiedBy, edition }: DocumentStatus): string | null {
  if (rectifiedBy !== null) return rectifiedText(errors, rectifiedBy);
  return edition?.differs == null ? provisionalText(errors) : otherText(edition, errors);
}

const provisional = "Provisoire\u00a0: ";

/**
 * Returns the status line of « Contrôles », to which the other documents refer for the points; null when there is none.
 */
export function checksStatus({ errors, edition }: Pick<DocumentStatus, "errors" | "edition">): string | null {
  if (edition !== undefined && edition.differs !== null) return otherText(edition, 0);
  return errors === 0 ? null : `${provisional}ces documents sont établis sans ce que concernent les points à corriger.`;
}

function provisionalText(errors: number): string | null {
  if (errors === 0) return null;
  return `${provisional}${pointsLeft(errors)}, et ce qui est en cause n’est pas facturé (voir «\u00a0Contrôles\u00a0»).`;
}

/** Returns the status of an état that differs from the issued one, so that they are never confused. */
function otherText({ issued, differs }: Edition, errors: number): string {
  const provisional = errors === 0 ? "" : `Provisoire (${pointsToCorrect(errors)}, voir «\u00a0Contrôles\u00a0») et `;
  const start = provisional === "" ? "À ne pas émettre" : `${provisional}à ne pas émettre`;
  const why = differs === "number" ? ", sous un autre numéro" : "";
  const todo = differs === "number" ? "reprendre son numéro" : "à rectifier";
  return `${start}\u00a0: autre que l’${issuedName(issued!)}${why}\u202f; ${todo}.`;
}

function pointsToCorrect(errors: number): string {
  return errors === 1 ? "un point à corriger" : `${errors} points à corriger`;
}

function rectifiedText(errors: number, pieces: readonly string[]): string {
  const issued = issuedText(pieces);
  if (errors === 0)
    return `À ne pas émettre\u00a0: ce document montre l’état une fois rectifié. ${capitalised(issued)}.`;
  return `Provisoire (${pointsToCorrect(errors)}, voir «\u00a0Contrôles\u00a0») et à ne pas émettre\u00a0: ${issued}.`;
}

function issuedText(pieces: readonly string[]): string {
  const named = pieces.map((name) => `«\u00a0${name}\u00a0»`);
  if (named.length === 0) return "rien n’est à émettre, aucun montant ne change";
  return named.length === 1 ? `c’est ${named[0]!} qui s’émet` : `ce sont ${named.join(" et ")} qui s’émettent`;
}

/** The status of the fiche of a commune. */
export interface FicheStatus {
  readonly note: string;
  /** The beginning of the note, about the points to correct; null without any. */
  readonly points: string | null;
}

/**
 * Returns the status of the fiche of a commune: the number of its own accepted errors (or that none is its own), the
 * errors without a known commune, and whether the état differs from the issued one. Null when it may be sent.
 */
export function ficheStatus(
  { own, unplaced }: CommunePoints,
  { errors, edition }: Pick<DocumentStatus, "errors" | "edition">,
  say: Say,
): FicheStatus | null {
  const other = statusNote({ errors: 0, rectifiedBy: null, ...(edition !== undefined && { edition }) });
  if (errors === 0) return other === null ? null : { note: other, points: null };
  const points = `${provisional}${ownPoints(own, unplaced.length > 0, say)}${unplacedPoints(unplaced, say)}`;
  return { note: other === null ? points : `${points} ${other}`, points };
}

function ownPoints(own: readonly Point[], areOthersUnplaced: boolean, say: Say): string {
  const points = own.length;
  if (points === 0)
    return say(
      areOthersUnplaced
        ? "aucun point à corriger n’est situé dans [cette commune]."
        : "aucun des points à corriger ne concerne [cette commune].",
    );
  const concern = points === 1 ? "un point à corriger concerne" : `${points} points à corriger concernent`;
  return say`${concern} [cette commune] (${placesOf(own)}), et ce qui est en cause n’est pas facturé.`;
}

function unplacedPoints(unplaced: readonly Point[], say: Say): string {
  const points = unplaced.length;
  if (points === 0) return "";
  return points === 1
    ? say` Un point ne dit pas [sa commune] (${placesOf(unplaced)})\u00a0: il peut [commune:la|le] concerner.`
    : say` ${points} points ne disent pas leur [commune] (${placesOf(unplaced)})\u00a0: ils peuvent [commune:la|le] concerner.`;
}

/** The text in the place of the settlement and the signature of an état under correction. */
const unsigned = "État rectifié, à ne pas émettre\u00a0: il n’est ni à signer ni à joindre à un titre.";

/**
 * Returns the documents of a statement under correction: those that leave the office bear this status in their heading
 * and on each page, and have no signature block. `pieces`: the sheets that are issued.
 */
export function markRectified(
  models: readonly SheetModel[],
  { errors, pieces }: { readonly errors: number; readonly pieces: readonly string[] },
): SheetModel[] {
  const note = rectifiedText(errors, pieces);
  return models.map((model) => {
    const marked = rowsOf(model, "status");
    if (isUnderStatus(model.key)) {
      const own = rectifiedText(0, pieces);
      const rows = model.rows.map((row, index) => (marked.includes(index) ? bandOn(model, own) : row));
      return { ...underStatus(model, note), rows };
    }
    if (!bearsStatus(model.key) || marked.length === 0) return model;
    const settlement = rowsOf(model, "settlement");
    const band = rowsOf(model, "band");
    const word = headerOf(note);
    const ficheNote = (points: string | undefined) =>
      points === undefined ? note : `${points} À ne pas émettre\u00a0: ${issuedText(pieces)}.`;
    const rows = model.rows.map((row, index): ModelRow => {
      if (marked.includes(index))
        return isFiche(model.key) ? noted(model, ficheNote(model.statusPoints?.get(index))) : bandOn(model, note);
      if (band.includes(index)) {
        const place = band.indexOf(index) % rowsOfBand;
        return { ...row, cells: heldCells(row.cells, { index: place, word, withText }) };
      }
      if (!settlement.includes(index)) return row;
      return index === settlement[0] ? bandOn(model, unsigned) : { cells: [], height: closed };
    });
    return { ...underStatus(model, note), rows };
  });
}

/** Returns a cell with another value and without its formula. */
function withText({ formula: _formula, ...cell }: ModelCell, value: string): ModelCell {
  return { ...cell, value };
}

/** Returns the row of a document with the reason why it is not to be issued, in a band. */
function bandOn({ widths, print }: SheetModel, note: string): ModelRow {
  const cells = statusBand(note, widths.slice(0, print.area.lastColumn + 1));
  return { cells, height: heightOf(cells, widths) ?? rowHeight };
}

/** Returns a document with the status of sent documents on each of its pages. */
export function underStatus(model: SheetModel, note: string | null): SheetModel {
  const [left, , right] = model.print.header;
  return { ...model, print: { ...model.print, header: [left, headerOf(note), right] } };
}

/** Points of a row whose place to sign is taken away: what comes under it comes up. */
const closed = 2;

const noteStyle = { vertical: "top", ...styles.strong, wrap: true } as const;

/** Returns the row of a status, as high as its text requires. */
function noted({ widths, print }: SheetModel, value: string): ModelRow {
  const cell = { value, style: noteStyle, span: print.area.lastColumn + 1 };
  return { cells: [cell], height: (heightOf([cell], widths) ?? rowHeight) + underStatusNote };
}

/** Returns the status note of documents, for a sheet that goes with them; null when there is none. */
export function statusNoteIn(models: readonly SheetModel[]): string | null {
  const model = models.find(({ key }) => bearsStatus(key));
  const [row] = model === undefined ? [] : rowsOf(model, "status");
  const note = row === undefined ? null : model!.rows[row]?.cells[0]?.value;
  return typeof note === "string" ? note : null;
}

/**
 * Returns the zero-based rows with a role, from the top: a sheet with the fiches of all communes has several statuses.
 */
function rowsOf({ outline }: SheetModel, wanted: RowRole): number[] {
  return [...(outline ?? [])].flatMap(([row, role]) => (role === wanted ? [row] : []));
}
