import { fold, isBlank, remembered } from "../../cells";
import { communeNamed, type Commune, type CommuneDirectory } from "../../tariff";
import type { Line } from "../facts";
import { layouts } from "../layouts";
import type { Column } from "../column";
import type { TableReading } from "../table-reading";
import { headsDebtor, headsPayers, namesConvention, namesSyndicate } from "../texts/dues";
import { structuralRole } from "../texts/heading-role";
import { shownCell } from "../texts/values";
import type { FormAnswers } from "./sheet-forms";
import type { SheetLines } from "./sheet-lines";

/** Finds the rows owed by another payer than the rest of their table, or by another commune than theirs. */
export class OtherDebtors {
  /** The most frequent payer in each column. */
  private readonly usual = new Map<Column, string>();

  constructor(
    private readonly lines: SheetLines,
    private readonly directory: CommuneDirectory,
    private readonly forms: FormAnswers,
  ) {}

  /**
   * Returns whether a column gives a row another payer than most rows, or another commune than its own that may owe it.
   */
  namesOther(each: TableReading, column: Column, row: number): boolean {
    const { reader } = each;
    const { index, header } = column;
    const cell = reader.cell(row, index);
    if (typeof cell !== "string" || isBlank(cell) || header === "" || reader.isAllAlike(index)) return false;
    const usual = (): string => remembered(this.usual, column, () => this.usualIn(each, index));
    const isOfPayers = headsPayers(header) || namesSyndicate(header, cell) || namesConvention(usual());
    // The destination of a machine is asked about by `rows/standing`, as remarks are.
    const mayBeDue = headsDebtor(header) && !layouts[each.table.layout].listsUnits;
    if (!isOfPayers && !mayBeDue) return false;
    const named = this.namedIn(each, row, index);
    if (isOfPayers) return named !== usual() && !isDetailed(named, usual());
    return named !== ownCommune && communeNamed(cell, this.directory) !== null;
  }

  /** Returns whether a line of a form gives it another payer than most forms, or another commune than its own. */
  namesOtherInForm(heading: string, cell: string, lines: readonly Line[]): boolean {
    // The line that names the commune of the next form.
    if (structuralRole(heading)?.role === "commune") return false;
    const own = lines[0]?.who.commune;
    const isOfPayers = headsPayers(heading) || namesSyndicate(heading, cell);
    const [named, usual] = [this.nameOf(cell, own), this.usualInForms(heading)];
    const isSaid = usual !== null && (isOfPayers || namesConvention(usual));
    if (isSaid) return named !== usual && !isDetailed(named, usual);
    return (isOfPayers || headsDebtor(heading)) && named !== ownCommune && communeNamed(cell, this.directory) !== null;
  }

  /** Returns the most frequent answer to a line of forms; null when more than half of them differ. */
  private usualInForms(heading: string): string | null {
    const named = this.forms.answersTo(heading).map((each) => this.nameOf(each, undefined));
    const usual = mostFrequent(named);
    return named.filter((each) => each === usual).length * 2 >= named.length ? usual : null;
  }

  /** Returns the folded name in a cell; `ownCommune` when it is the commune of the row. */
  private namedIn(each: TableReading, row: number, index: number): string {
    return this.nameOf(shownCell(each.reader.cell(row, index)), this.lines.of(each).get(row)?.who.commune);
  }

  private nameOf(text: string, own: Commune | undefined): string {
    const named = communeNamed(text, this.directory);
    return named !== null && (own === undefined || named.insee === own.insee) ? ownCommune : fold(text).trim();
  }

  /** Returns the most frequent name in a column; the first of those with the same frequency. */
  private usualIn(each: TableReading, index: number): string {
    return mostFrequent(each.lines.map(({ row }) => this.namedIn(each, row, index)));
  }
}

function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ["", 0])[0];
}

/** Returns whether a name only adds details to the usual one: « Ordiclasse depuis 2003 ». */
const isDetailed = (named: string, usual: string): boolean =>
  named.startsWith(`${usual} `) && !/\b(?:hors|non|pas|sauf|jusqu\w*)\b/.test(named);

/** Stands for the commune of each row. */
const ownCommune = "=";
