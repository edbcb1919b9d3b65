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
      for (let column = left; column <= Math.min(right, cells.length - 1); column += 1) {
        const cell = cells[column];
        if (typeof cell !== "string" || cell.length > longest || code.test(cell)) continue;
        if (heads(cell) === what && isAmongTexts(cells, column, isCommune)) return true;
      }
      return false;
    };
  return { readLabel, isCommune, isName, holdsAnchor: holds("names"), holdsLabel: holds("prestations") };
}

/** A figure or a commune right beside, without a blank between, makes a row of data. */
function isAmongTexts(cells: readonly Cell[], column: number, isCommune: (text: string) => boolean): boolean {
  for (const step of [-1, 1])
    for (let at = column + step; at >= 0 && at < cells.length; at += step) {
      const cell = cells[at] ?? null;
      if (cell === null || cell === "") break;
      if (typeof cell === "number" && headerText(cell) === null) return false;
      if (typeof cell === "string" && isCommune(cell)) return false;
    }
  return true;
}
