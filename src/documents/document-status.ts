import type { ModelRow, RowRole, SheetModel } from "./kit/model";
import { headerOf } from "./kit/rows";
import { styles } from "./kit/styles";
import { isSent } from "./registry";

/** Why documents are not to be sent as they are. */
interface DocumentStatus {
  /** Errors accepted: what they are about is not billed. */
  readonly errors: number;
  /**
   * They show what an issued statement becomes: what is issued is its correction, whose sheets these are, and nothing where
   * there is none; null where they correct no statement.
   */
  readonly rectifiedBy: readonly string[] | null;
}

/** What documents that leave the office say of their status, on one line of their heading; null where they may be sent. */
export function statusNote({ errors, rectifiedBy }: DocumentStatus): string | null {
  return rectifiedBy === null ? provisionalText(errors) : rectifiedText(errors, rectifiedBy);
}

function provisionalText(errors: number): string | null {
  if (errors === 0) return null;
  const points = errors === 1 ? "un point reste à corriger" : `${errors} points restent à corriger`;
  return `Provisoire\u00a0: ${points}, et ce qui est en cause n’est pas facturé (voir Contrôles).`;
}

function rectifiedText(errors: number, pieces: readonly string[]): string {
  const issued = issuedText(pieces);
  if (errors === 0)
    return `À ne pas émettre\u00a0: ce document montre l’état une fois rectifié. ${issued.charAt(0).toUpperCase()}${issued.slice(1)}.`;
  const points = errors === 1 ? "un point à corriger" : `${errors} points à corriger`;
  return `Provisoire (${points}, voir Contrôles) et à ne pas émettre\u00a0: ${issued}.`;
}

function issuedText(pieces: readonly string[]): string {
  const named = pieces.map((name) => `«\u00a0${name}\u00a0»`);
  if (named.length === 0) return "rien n’est à émettre, aucun montant ne change";
  return named.length === 1 ? `c’est ${named[0]!} qui s’émet` : `ce sont ${named.join(" et ")} qui s’émettent`;
}

/** What an état says where it is settled and signed, once a correction is asked for. */
const unsigned = "État rectifié, à ne pas émettre\u00a0: il n’est ni à signer ni à joindre à un titre.";

/**
 * The same documents once a correction is asked for: those that leave the office say so in their heading and on each page, and
 * have no place to sign. `pieces`: the sheets that are issued.
 */
export function markRectified(
  models: readonly SheetModel[],
  { errors, pieces }: { readonly errors: number; readonly pieces: readonly string[] },
): SheetModel[] {
  const status = statusNote({ errors, rectifiedBy: pieces })!;
  return models.map((model) => {
    const statusRow = rowOfStatus(model);
    if (!isSent(model.key) || statusRow === null) return model;
    const settlement = rowsOf(model, "settlement");
    const cellsOf = (row: ModelRow, index: number): ModelRow["cells"] => {
      if (index === statusRow) return [{ value: status, style: styles.strong }];
      if (index === settlement[0]) return row.cells.map((cell, at) => (at === 0 ? { ...cell, value: unsigned } : cell));
      return settlement.includes(index) ? [] : row.cells;
    };
    const rows = model.rows.map((row, index) => {
      const cells = cellsOf(row, index);
      return cells === row.cells ? row : { ...row, cells };
    });
    const [left, , right] = model.print.header;
    return { ...model, rows, print: { ...model.print, header: [left, headerOf(status), right] } };
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
function rowOfStatus(model: SheetModel): number | null {
  return rowsOf(model, "status")[0] ?? null;
}

/** Zero-based rows of a role, from the top. */
function rowsOf({ outline }: SheetModel, wanted: RowRole): number[] {
  return [...(outline ?? [])].flatMap(([row, role]) => (role === wanted ? [row] : []));
}
