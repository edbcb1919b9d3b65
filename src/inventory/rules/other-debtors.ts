import { addTo, fold, isBlank, remembered } from "../../cells";
import { communeNamed, type Commune, type CommuneDirectory } from "../../tariff";
import { layouts } from "../layouts";
import type { Column } from "../column";
import type { CellPlace, Table } from "../table";
import type { TableReading } from "../table-reading";
import { headsDebtor, headsPayers, namesSyndicate } from "../texts/dues";
import { structuralRole } from "../texts/heading-role";
import { namesConvention } from "../texts/parties";
import { shownCell, withoutColon } from "../texts/values";
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
  namesOtherInForm(heading: string, cell: string, { row, column }: CellPlace): boolean {
    // The line that names the commune of the next form.
    if (structuralRole(heading)?.role === "commune") return false;
    const isOfPayers = headsPayers(heading) || namesSyndicate(heading, cell);
    const usual = this.forms.usualTo(heading);
    const isUsual = usual !== null && (isOfPayers || namesConvention(usual));
    if (!isUsual && !isOfPayers && !headsDebtor(heading)) return false;
    const named = nameOf(cell, this.directory, this.lines.by("", row, column)[0]?.who.commune);
    if (isUsual) return named !== usual && !isDetailed(named, usual);
    return named !== ownCommune && communeNamed(cell, this.directory) !== null;
  }

  /** Returns the folded name in a cell; `ownCommune` when it is the commune of the row. */
  private namedIn(each: TableReading, row: number, index: number): string {
    const own = this.lines.of(each).get(row)?.who.commune;
    return nameOf(shownCell(each.reader.cell(row, index)), this.directory, own);
  }

  /** Returns the most frequent name in a column; the first of those with the same frequency. */
  private usualIn(each: TableReading, index: number): string {
    return mostFrequent(each.lines.map(({ row }) => this.namedIn(each, row, index)));
  }
}

/** The answers of forms, in one sheet or several, by the label before them. */
export class FormAnswers {
  private readonly byLabel = new Map<string, string[]>();
  private readonly usual = new Map<string, string | null>();

  constructor(
    tables: readonly Table[],
    private readonly directory: CommuneDirectory,
  ) {
    const sheets = tables.flatMap(({ sheetSchool, on }) => (sheetSchool === null ? [] : [on.sheet]));
    for (const { rows } of new Set(sheets))
      for (const cells of rows)
        for (const [column, answer] of cells.entries()) {
          const label = cells[column - 1];
          if (typeof label === "string" && typeof answer === "string" && !isBlank(answer))
            addTo(this.byLabel, labelOf(label), answer);
        }
  }

  /** Returns the most frequent name that answers a label, folded; null when more than half of the answers differ. */
  usualTo(label: string): string | null {
    return remembered(this.usual, labelOf(label), (): string | null => {
      const named = (this.byLabel.get(labelOf(label)) ?? []).map((answer) => nameOf(answer, this.directory));
      const usual = mostFrequent(named);
      return named.filter((each) => each === usual).length * 2 >= named.length ? usual : null;
    });
  }
}

const labelOf = (text: string): string => fold(withoutColon(text)).trim();

/** Returns the folded name in a text; `ownCommune` when it is the commune of its row, or any commune without one. */
function nameOf(text: string, directory: CommuneDirectory, own?: Commune): string {
  const named = communeNamed(text, directory);
  return named !== null && (own === undefined || named.insee === own.insee) ? ownCommune : fold(text).trim();
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
