import { isBlank, rowsBetweenPauses, type Cell, type CellBlock, type Steps } from "../../cells";
import { namesSomething } from "../../tariff";
import type { SheetContext, Span } from "../table";
import type { AcrossHeader } from "./across-headers";
import { isYearOfAll, stripsOf } from "./header-parts";
import { headerText, headerWord, mayHeadAcross, roleOf } from "../texts/header-word";
import { structuralRole } from "../texts/heading-role";
import type { StructuralRole } from "../texts/heading-roles";
import { pupilPart, saysOnlyNature } from "../texts/label-reading";
import { headsOtherFigures, isForecast, isKindOfSchool } from "../texts/school-names";
import { totalKind } from "../texts/total-words";
import { parseQuantity, withoutColon } from "../texts/values";

/** Roles of a text at the left of a row of names. */
const naming: ReadonlySet<StructuralRole> = new Set(["commune", "school"]);
/** Roles of a text at the left of another row of such a header. */
const describing: ReadonlySet<StructuralRole> = new Set([...naming, "insee", "school-code", "level", "ignored"]);
/** The number of rows examined below a header, and the most blank ones between prestations. */
const depth = 40;
const gap = 2;

/** Returns whether the texts of a row are kinds of schools: « Type | maternelle | primaire ». */
export const saysKinds = (texts: readonly string[]): boolean => texts.length > 0 && texts.every(isKindOfSchool);

/** Finds headers of schools across whose rows begin with what they name: « Commune », « École ». */
export class TransposedHeaders {
  constructor(private readonly context: SheetContext) {}

  /** Returns the first header of a region, from top to bottom; null when it has none. */
  *first(region: CellBlock): Steps<AcrossHeader | null> {
    for (let row = region.top; row <= region.bottom; row += 1) {
      if (row % rowsBetweenPauses === rowsBetweenPauses - 1) yield;
      const cells: readonly Cell[] = this.context.sheet.rows[row] ?? [];
      let before = 0;
      for (let column = region.left; column <= Math.min(region.right, cells.length - 1); column += 1) {
        before = isBlank(cells[column] ?? null) ? 0 : before + 1;
        // At most a column of natures is to the left of these texts.
        const role = before === 1 || before === 2 ? this.roleAt(row, column) : null;
        if (role === null || !naming.has(role)) continue;
        const header = this.headerAt(row, column, region);
        if (header !== null) return header;
      }
    }
    return null;
  }

  /** Returns the role of the text at the left of a row; null when it has none. */
  private roleAt(row: number, column: number): StructuralRole | null {
    const { sheet, texts, readLabel } = this.context;
    const cell = sheet.rows[row]?.[column];
    return typeof cell === "string" && cell.length <= 40 && (mayHeadAcross.test(cell) || texts.mayPlace(cell))
      ? (roleOf(withoutColon(cell), readLabel)?.role ?? null)
      : null;
  }

  private headerAt(row: number, labelColumn: number, region: CellBlock): AcrossHeader | null {
    const strip = stripsOf(this.context.sheet, row, region).find(
      ({ left, right }) => left <= labelColumn && labelColumn <= right,
    );
    if (strip === undefined || !this.names(row, { left: labelColumn + 1, right: strip.right })) return null;
    let bottom = row;
    let { left, right } = strip;
    while (bottom < region.bottom && this.goesOn(bottom + 1, labelColumn, { left, right })) {
      bottom += 1;
      // A name above several columns is written above the first, and a column of natures has its own heading.
      for (const level of stripsOf(this.context.sheet, bottom, region))
        if (level.left <= right + 1 && left <= level.right)
          [left, right] = [Math.min(left, level.left), Math.max(right, level.right)];
    }
    if (!this.headsLabels(bottom + 1, labelColumn, region)) return null;
    return { top: row, bottom, left, right, labelColumn, bodyTop: bottom + 1 };
  }

  /** Returns whether a row has names of communes or schools, in several cells, and no column headings. */
  private names(row: number, span: Span): boolean {
    let named = 0;
    const texts = this.textsOf(row, span);
    if (texts.length < 2) return false;
    for (const text of texts) {
      // « École primaire | ✓ | aucun » is a row of quantities.
      if (parseQuantity(text).kind !== "bad") return false;
      // « École primaire | Rappel 2013 | Prévision 2015 | Total 2014 ».
      if (headsOtherFigures(text) || isForecast(text) || totalKind(text) !== null) continue;
      const { role, reading, recognised } = headerWord(text, this.context.readLabel);
      const { label, complete, nature, years } = reading;
      if (role !== null && role !== "nature" && role !== "ignored") return false;
      if (namesSomething(label)) return false;
      // « Commune : Amagney | Année | 2014 » is a line of a form.
      if (complete && years.length > 0) return false;
      if (role === null && label.kind === "none" && !(recognised && complete && nature !== null)) named += 1;
    }
    return named > 0;
  }

  /** Returns whether a row still belongs to the header: names, codes, or natures of the columns below. */
  private goesOn(row: number, labelColumn: number, strip: Span): boolean {
    const cell = this.context.sheet.rows[row]?.[labelColumn] ?? null;
    if (!isBlank(cell)) {
      const text = headerText(cell);
      if (text === null || this.context.readLabel(text).label.kind !== "none") return false;
      if (isYearOfAll(this.context, row, { left: labelColumn + 1, right: strip.right, labelColumn })) return true;
      const role = roleOf(withoutColon(text), this.context.readLabel)?.role;
      if (role === "nature") return this.saysNatures(row, { left: labelColumn + 1, right: strip.right });
      const across = { left: labelColumn + 1, right: strip.right };
      if (role === "label") return this.repeatsNatures(row, across) || saysKinds(this.textsOf(row, across));
      // « Technicien | JM | CL », between the names and their natures.
      if (role === undefined)
        return this.saysTextsOnly(row, across) && this.isOverNatures(row + 1, labelColumn, across);
      return describing.has(role);
    }
    const cells = (this.context.sheet.rows[row] ?? [])
      .slice(strip.left, strip.right + 1)
      .filter((each) => !isBlank(each));
    // « 2013 | 2014 », as numbers or as texts.
    return cells.length > 0 && cells.every((each) => headerText(each) !== null);
  }

  /** Returns whether a row has only natures. */
  private saysNatures(row: number, span: Span): boolean {
    const texts = this.textsOf(row, span);
    return texts.length > 0 && texts.every((text) => this.context.readLabel(text).nature !== null);
  }

  /**
   * Returns whether a row repeats the same natures below each name: « Prestation | En service | Installés | En service
   * | Installés ».
   */
  private repeatsNatures(row: number, span: Span): boolean {
    const texts = this.textsOf(row, span);
    const natures = texts.filter((text) => this.context.readLabel(text).nature !== null);
    return natures.length * 2 >= texts.length && new Set(natures).size < natures.length;
  }

  private saysTextsOnly(row: number, { left, right }: Span): boolean {
    const cells = (this.context.sheet.rows[row] ?? []).slice(left, right + 1).filter((cell) => !isBlank(cell));
    return cells.every((cell) => typeof cell === "string" && parseQuantity(cell).kind === "bad");
  }

  /** Returns whether a row has « Prestation » and then repeats natures, below the names of schools. */
  private isOverNatures(row: number, labelColumn: number, across: Span): boolean {
    const text = headerText(this.context.sheet.rows[row]?.[labelColumn] ?? null);
    return text !== null && structuralRole(text)?.role === "label" && this.repeatsNatures(row, across);
  }

  /** Returns whether at least half of the texts below a column of labels are prestations. */
  private headsLabels(top: number, column: number, region: CellBlock): boolean {
    let labels = 0;
    let texts = 0;
    let blanks = 0;
    for (let row = top; row <= Math.min(region.bottom, top + depth) && blanks <= gap; row += 1) {
      const cell = this.context.sheet.rows[row]?.[column] ?? null;
      if (isBlank(cell)) {
        blanks += 1;
        continue;
      }
      blanks = 0;
      // « Matériel | En service »: the row above is the school of a form.
      if (typeof cell !== "string" || (labels === 0 && structuralRole(cell)?.role === "label")) return false;
      const read = this.context.readLabel(cell);
      const { label } = read;
      if (totalKind(cell) !== null || saysOnlyNature(read)) continue;
      if (this.roleAt(row, column) !== null) break;
      texts += 1;
      if (label.kind === "prestation" || label.kind === "untariffed") labels += 1;
      else if (label.kind === "ambiguous" || read.item.kind !== "none") labels += 0.5;
      else if (pupilPart(cell) !== null && !/^\s*[ée]cole\b/i.test(cell)) labels += 0.5;
    }
    return labels >= 1 && labels * 2 >= texts;
  }

  private textsOf(row: number, { left, right }: Span): string[] {
    return (this.context.sheet.rows[row] ?? []).slice(left, right + 1).flatMap((cell) => headerText(cell) ?? []);
  }
}
