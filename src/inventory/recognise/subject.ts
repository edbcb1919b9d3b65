import type { LabelReading } from "../../tariff";
import type { Column } from "../table";
import { readColumn } from "./columns";
import { purchaseRank } from "./date-headers";
import type { ReadLabel } from "./header-cells";
import type { ColumnTexts } from "./header-texts";

/** The equipment that a whole table is about, as its title, its sheet or « Type de serveur » names it. */
export interface Subject {
  readonly text: string;
  readonly columns: readonly Column[];
}

/** « Type de serveur » heads the kinds of one equipment: standard, spécifique. */
const kindOf = /^\s*types?\s+(?:de\s+|d[’'])\s*(.+)$/i;

/**
 * The columns of a table that says nothing of equipment in its headings, read under the equipment that its title or its sheet
 * names: « Nb », « En service | Installés », « Standard | Spécifique », « Type ». Null where the headings say all, or nothing
 * around them names an equipment.
 */
export function underSubject(
  headers: readonly ColumnTexts[],
  columns: readonly Column[],
  around: readonly string[],
  readLabel: ReadLabel,
  pupils: boolean,
): Subject | null {
  const kinds = columns.find(({ texts }) => texts.length > 0 && kindIn(texts.at(-1)!, readLabel) !== null);
  if (kinds !== undefined)
    return {
      text: kindIn(kinds.texts.at(-1)!, readLabel)!,
      columns: columns.map((column) =>
        column === kinds ? { ...column, role: { kind: "label" }, score: 1 } : bare(column),
      ),
    };
  if (columns.some(saysEquipment)) return null;
  const text = around.find((candidate) => names(readLabel(candidate)));
  if (text === undefined) return null;
  if (columns.some(({ role }) => role.kind === "label")) return { text, columns };
  const counts = columns.some(({ role }) => role.kind === "count");
  const under = (column: Column, at: number): Column => {
    const { texts } = headers[at]!;
    const joined = readLabel(`${text} ${texts.at(-1) ?? ""}`);
    const isKnown =
      column.role.kind === "count" ||
      (counts && column.role.kind === "date-in" && column.rank !== purchaseRank) ||
      (column.role.kind === "other" && joined.complete && names(joined));
    if (texts.length === 0 || !isKnown) return column;
    return readColumn({ ...headers[at]!, texts: [text, ...texts] }, readLabel, pupils);
  };
  const read = columns.map((column, at) =>
    column.role.kind === "label" ? column : withHeader(under(column, at), column),
  );
  return { text, columns: read };
}

/** True where a table lists machines of one equipment, one a row, without naming it in the rows: numbers, dates, states. */
export function listsMachines(subject: Subject | null, columns: readonly Column[], readLabel: ReadLabel): boolean {
  const label = subject === null ? null : readLabel(subject.text).label;
  if (label === null || label.kind === "ambiguous") return false;
  const kinds = new Set(columns.map(({ role }) => role.kind));
  if (kinds.has("count") || kinds.has("label") || kinds.has("part") || kinds.has("refused")) return false;
  return (["inventory-number", "serial-number", "date-in"] as const).some((kind) => kinds.has(kind));
}

/** A reader of the labels of such a table: « Standard » under « Serveurs » is a standard server. */
export function subjectReader(readLabel: ReadLabel, subject: string | null): ReadLabel {
  if (subject === null) return readLabel;
  return (text) => {
    const own = readLabel(text);
    if (own.label.kind !== "none" || own.nature !== null) return own;
    const joined = readLabel(`${subject} ${text}`);
    return joined.complete && names(joined) ? joined : own;
  };
}

function kindIn(text: string, readLabel: ReadLabel): string | null {
  const named = kindOf.exec(text)?.[1];
  return named !== undefined && names(readLabel(named)) ? named : null;
}

/** True where a text names an equipment, a prestation or not, alone or by half. */
function names({ label }: LabelReading): boolean {
  if (label.kind === "ambiguous") return label.words !== "total";
  return label.kind === "untariffed" || (label.kind === "prestation" && label.code !== "PORTAIL");
}

/** What dates an equipment counts none: « Serveur installé en ». */
const dates = /\s(?:en|le)\s*$/i;

function saysEquipment({ role, words, header }: Column): boolean {
  if (dates.test(header)) return false;
  if (role.kind === "count") return role.code !== null;
  return role.kind === "untariffed" || role.kind === "part" || (role.kind === "refused" && words !== "total");
}

/** A quantity beside the kinds takes its prestation from them, whatever its heading repeats: « Nb de serveurs ». */
function bare(column: Column): Column {
  const { role } = column;
  return role.kind === "count" && role.code !== null && role.code !== "PORTAIL"
    ? { ...column, role: { kind: "count", code: null } }
    : column;
}

/** The heading is shown as it stands over the column. */
function withHeader(read: Column, { texts, header }: Column): Column {
  return { ...read, texts, header };
}
