import { fold, memoByText } from "../../cells";
import type { Cell } from "../../cells";
import { anchors, headerText } from "./header-cells";
import type { ReadLabel } from "./header-cells";
import type { Known } from "./recognising";
import { readStructuralRole, splitGroupPrefix } from "./roles";
import type { StructuralRole } from "./roles";

/** What header rows are told by: words of ours make them, a commune's name makes a row of data. */
export interface HeaderReader {
  readonly readLabel: ReadLabel;
  readonly isCommune: (text: string) => boolean;
  /** True for the name of a commune or of a school. */
  readonly isName: (text: string) => boolean;
  /** True where a row has, in some columns, a word that heads communes, schools, places or pupils, among texts only. */
  readonly holdsAnchor: (cells: readonly Cell[], left: number, right: number) => boolean;
  /** True where a row has, in some columns, a word that heads prestations, among texts only. */
  readonly holdsLabel: (cells: readonly Cell[], left: number, right: number) => boolean;
}

/** Longest header text: beyond, it is a sentence. */
export const longest = 90;

/** Rows repeat by the thousand: most cells are told by being a code, or by having none of the words looked for. */
const code = /\d[a-z]|[a-z]\d/i;
const words =
  /comm|cne|ville|collectivit|mairie|localit|col|tab|groupe|gs|site|implant|insee|cog|entit|lieu|emplac|locat|ine|nom|naiss|n[ée]|patron|prest|d[ée]sig|mat[ée]r|quip|art|libel|cat|prod|objet|famil|intit|type|lignes|row/i;

const school = /\b(ecoles?|maternelles?|elementaires?|primaires?|groupe scolaire|gs)\b/;

/** A reader of the headers of one sheet. What it remembers of the sheet's texts goes with it: pupils' names may be among them. */
export function headerReader({ readLabel, directory }: Known): HeaderReader {
  const isCommune = (text: string): boolean => directory.find(text).kind !== "unknown";
  const isName = memoByText((text): boolean => school.test(fold(text)) || isCommune(text));
  const heads = memoByText((text): "names" | "prestations" | null => {
    if (!words.test(text)) return null;
    const split = splitGroupPrefix(text);
    const roles = [text, ...(split === null ? [] : [split.group, split.rest])].map(
      (candidate) => readStructuralRole(candidate)?.role,
    );
    if (roles.some((role) => role !== undefined && anchors.has(role))) return "names";
    return roles.includes("label" satisfies StructuralRole) ? "prestations" : null;
  });
  const holds =
    (what: "names" | "prestations") =>
    (cells: readonly Cell[], left: number, right: number): boolean => {
      const last = Math.min(right, cells.length - 1);
      for (let column = left; column <= last; column += 1) {
        if (!isFilled(cells[column])) continue;
        const run = runAround(cells, column);
        if (!run.holdsFigure)
          for (let at = column; at <= Math.min(run.right, last); at += 1) {
            const cell = cells[at];
            if (typeof cell !== "string" || cell.length > longest || code.test(cell)) continue;
            if (heads(cell) === what && !namesBeside(cells, run, at, isCommune)) return true;
          }
        column = run.right;
      }
      return false;
    };
  return { readLabel, isCommune, isName, holdsAnchor: holds("names"), holdsLabel: holds("prestations") };
}

/** Cells of a row without a blank between them. */
interface Run {
  readonly left: number;
  readonly right: number;
  /** A figure among them makes a row of data: most rows of a body are told by it, before any text is read. */
  readonly holdsFigure: boolean;
}

const isFilled = (cell: Cell | undefined): boolean => cell !== undefined && cell !== null && cell !== "";

function runAround(cells: readonly Cell[], column: number): Run {
  let [left, right] = [column, column];
  while (isFilled(cells[left - 1])) left -= 1;
  while (isFilled(cells[right + 1])) right += 1;
  let holdsFigure = false;
  for (let at = left; at <= right; at += 1)
    if (typeof cells[at] === "number" && headerText(cells[at]!) === null) holdsFigure = true;
  return { left, right, holdsFigure };
}

/** A commune beside makes a row of data just as well. */
function namesBeside(
  cells: readonly Cell[],
  { left, right }: Run,
  column: number,
  isCommune: (text: string) => boolean,
): boolean {
  for (let at = left; at <= right; at += 1) {
    const cell = cells[at];
    if (at !== column && typeof cell === "string" && isCommune(cell)) return true;
  }
  return false;
}
