import { CellError, filledIn, isBlank, isBlankRow, type Cell } from "../../cells";
import { namesPupils } from "../../tariff";
import { setAsideRows } from "../choices";
import { columnOf } from "../column";
import type { Proof } from "../ledger";
import type { ExclusionReason } from "../types";
import { Doubts } from "./doubts";
import type { Locator } from "./locator";
import { OwnNames } from "./own-names";
import { RowCampaigns } from "./row-campaigns";
import { Sections } from "./sections";
import { SummedRows } from "./summed-rows";
import type { TableReader } from "./table-reader";
import { countsRows, isTotalByFormula, type TotalRow } from "./totals";
import { headsOtherFigures, isForecast, isSchoolName, isSection, loneText, textOf } from "../texts/school-names";
import { eventsIn } from "../texts/free-text";
import { isNote } from "../texts/title";
import { type TotalKind, type TotalReader, totalReader } from "../texts/total-words";
import { parseQuantity } from "../texts/values";
import { pupilPart } from "../texts/label-reading";

/** The kind of a row to read: a detail, or the total of a school's levels, which is its headcount. */
type RowKind = "detail" | "headcount-total";

interface Total {
  readonly kind: TotalKind;
  readonly text: string;
}

/** A quick test of whether a school name may be a year. */
const mayNameYear = /^\W*(?:\d{4}|ann[ée]e)/i;
const lastYear = /^\W*ann[ée]e (?:pr[ée]c[ée]dente|derni[èe]re|pass[ée]e)\W*$/i;

/** Sorts the rows of a table into details, titles and totals, and keeps the rows with which totals are compared. */
export class RowSorter {
  readonly totals: TotalRow[] = [];
  /** Rows that totals include: details, and rows left out that are not totals. */
  readonly summed: SummedRows;
  /** The section titles above the rows. */
  readonly sections: Sections;
  private readonly setAside: ReadonlySet<number>;
  private readonly campaigns: RowCampaigns;
  private readonly totalKind: TotalReader;
  private readonly ownNames: OwnNames;
  private readonly doubts: Doubts;
  private readonly label: number | null;
  /** Columns of numbers. */
  private readonly counted: readonly number[];

  constructor(
    private readonly reader: TableReader,
    private readonly locator: Locator,
    /** Columns of quantities, the label column included. */
    private readonly quantities: readonly number[],
    /** Returns whether a row is the total of a school's levels, which is its headcount. */
    private readonly isHeadcountTotal: (row: number) => boolean = () => false,
  ) {
    this.summed = new SummedRows(reader);
    this.campaigns = new RowCampaigns(reader);
    this.setAside = setAsideRows(reader.table, reader.context.options);
    this.totalKind = totalReader(reader.context.texts);
    this.label = columnOf(reader.table, "label")?.index ?? null;
    this.sections = new Sections(reader, [this.label, ...locator.communes.headColumns]);
    this.counted = quantities.filter((column) => column !== this.label);
    this.ownNames = new OwnNames(reader, locator, this.counted, (row, cells) => this.isOfNoSchool(row, cells));
    this.doubts = new Doubts(reader, locator, this.ownNames, this.counted, this.campaigns);
  }

  /** Returns the kind of a row to read; null for any other row, whose outcome is recorded. */
  sort(row: number): RowKind | null {
    const { table } = this.reader;
    const cells: readonly Cell[] = table.sheet.rows[row] ?? [];
    if (isBlankRow(cells, table.left, table.right)) {
      this.locator.endBlock(true);
      return null;
    }
    if (table.asides?.has(row) === true) return this.exclude(row, "title", "structure");
    if (this.setAside.has(row)) {
      if (this.labelled(cells) === null) {
        this.summed.add(row);
        // A title that is set aside keeps its meaning for the rows below it.
        const lone = loneText(cells, table);
        if (lone !== null && this.mayHeadSection(lone.text, lone.column))
          this.sections.ask(lone.text, row, lone.column);
      }
      return this.passOver(row, "set-aside", "choice");
    }
    if (table.turned?.chosenRows.get(row) === "ignored") return this.passOver(row, "set-aside", "choice");
    if (this.campaigns.isOther(row)) {
      this.summed.add(row);
      return this.passOver(row, "other-year", "date");
    }
    if (this.namesOtherYear(cells)) return this.exclude(row, "other-year", "date");
    if (this.isHeadcountTotal(row)) return "headcount-total";
    const isOfNoSchool = this.namesNoSchool(cells);
    const total = this.labelled(cells) ?? (isOfNoSchool ? null : this.unlabelled(cells, row));
    if (total !== null) {
      this.locator.endBlock(false);
      return this.sumUp(row, total);
    }
    const own = this.ownNames.at(row);
    if (own?.heads === true) this.locator.communes.heads(own.text, row, own.column);
    if (own?.kind === "total") return this.sumUp(row, { kind: "subtotal", text: own.text });
    if (own?.kind === "asked") {
      this.reader.report("error", "commune-as-school", row, own.column, { commune: own.text.trim() });
      return null;
    }
    const isTitle = isOfNoSchool || this.takesTitle(cells, row);
    return isTitle ? this.exclude(row, "title", "structure") : this.sortDetail(cells, row);
  }

  /** Sorts a row of quantities: a detail, unless it is doubtful or its section is left out. */
  private sortDetail(cells: readonly Cell[], row: number): RowKind | null {
    const doubt = this.doubts.at(row, this.summed);
    if (doubt !== "sum") this.summed.add(row);
    if (doubt !== null) return this.passError(row);
    const { leftOut } = this.sections.current;
    if (leftOut === null || (leftOut !== "other-year" && this.countsPupils(cells))) return "detail";
    this.sections.passOver(row);
    if (leftOut === "asked") return this.passError(row);
    return this.passOver(row, leftOut, "text");
  }

  private exclude(row: number, reason: ExclusionReason, proof: Proof): null {
    this.reader.leaveOut(row, reason, proof);
    return null;
  }

  /** Leaves out a row, whose names may apply to the rows below. */
  private passOver(row: number, reason: ExclusionReason, proof: Proof): null {
    this.locator.pass(row);
    return this.exclude(row, reason, proof);
  }

  private passError(row: number): null {
    this.locator.pass(row);
    this.reader.fail(row);
    return null;
  }

  private sumUp(row: number, { kind, text }: Total): null {
    this.totals.push({ row, kind, text, detailsAbove: this.summed.count });
    return this.exclude(row, kind === "average" ? "total" : kind, "text");
  }

  /** Returns whether a row is certainly of no school, whatever the rows around it: a total, a forecast, another year. */
  private isOfNoSchool(row: number, cells: readonly Cell[]): boolean {
    return (
      this.reader.table.asides?.has(row) === true ||
      this.campaigns.isOther(row) ||
      this.namesOtherYear(cells) ||
      this.labelled(cells) !== null ||
      this.namesNoSchool(cells) ||
      isTotalByFormula(this.reader, row, this.counted)
    );
  }

  /** Returns whether a row label counts pupils: « Élèves | 90 » below « Matériel à commander » is not equipment. */
  private countsPupils(cells: readonly Cell[]): boolean {
    const text = this.label === null ? null : textOf(cells[this.label] ?? null);
    if (text === null) return false;
    return pupilPart(text) !== null || namesPupils(this.reader.context.readLabel(text).label);
  }

  /** Returns whether a school name is « (2013) » or « année précédente »: last year's figures of the school above. */
  private namesOtherYear(cells: readonly Cell[]): boolean {
    const { schoolIndex } = this.locator;
    const text = schoolIndex === null || this.label !== null ? null : textOf(cells[schoolIndex] ?? null);
    if (text === null || !mayNameYear.test(text)) return false;
    if (lastYear.test(text)) return true;
    const { label, complete, years } = this.reader.context.readLabel(text);
    const isYear = label.kind === "none" && complete && years.length > 0;
    return isYear && !years.includes(this.reader.context.campaign.year);
  }

  /** Returns a total recognised by its formulas or its figures; null for any other row. */
  private unlabelled(cells: readonly Cell[], row: number): Total | null {
    const name = this.locator.nameAt(row) ?? "";
    const since = this.summed.count - (this.totals.at(-1)?.detailsAbove ?? 0);
    if (countsRows(this.reader, this.locator, row, { above: this.summed.rows.at(-1), since }))
      return { kind: "subtotal", text: name };
    if (!this.counted.some((column) => typeof cells[column] === "number" || cells[column] instanceof CellError))
      return null;
    if (isTotalByFormula(this.reader, row, this.counted)) return { kind: "subtotal", text: name };
    return this.byItsSums(cells, row);
  }

  /**
   * Returns a total recognised by its words, in a column of names or, when no school is named, in its first text; null
   * for any other row.
   */
  private labelled(cells: readonly Cell[]): Total | null {
    const { table } = this.reader;
    const { schoolIndex, nameIndexes } = this.locator;
    const naming = schoolIndex === null ? nameIndexes : [schoolIndex];
    const isNameless = naming.every((column) => isBlank(cells[column] ?? null));
    let isFirst = true;
    for (let column = table.left; column <= table.right; column += 1) {
      const text = textOf(cells[column] ?? null);
      if (text === null) continue;
      const isName = nameIndexes.includes(column);
      const kind = isName || isNameless ? this.totalKind(text, isFirst || isName) : null;
      isFirst = false;
      if (kind !== null && !(column === this.label && this.isHeadcount(text))) return { kind, text };
    }
    return null;
  }

  /** Returns whether a text is the headcount « Total élèves » among prestations with schools across. */
  private isHeadcount(text: string): boolean {
    const { table, context } = this.reader;
    return table.layout === "schools-across" && namesPupils(context.readLabel(text).label);
  }

  /**
   * Returns a total without a school whose numbers, two at least beside a text, are sums of those above; otherwise
   * null.
   */
  private byItsSums(cells: readonly Cell[], row: number): Total | null {
    const { table } = this.reader;
    const { schoolIndex } = this.locator;
    // A quick test: a row with a school is not such a total.
    if (schoolIndex !== null && !isBlank(cells[schoolIndex] ?? null)) return null;
    const shown = this.counted.filter((column) => typeof cells[column] === "number");
    if (shown.length === 0 || this.summed.count < 2) return null;
    const isBare = filledIn(cells, table.left, table.right).every(({ column }) => shown.includes(column));
    const isNameless = schoolIndex !== null && !this.locator.isMerged(row);
    const isUnlabelled = this.label === null || isBlank(cells[this.label] ?? null);
    if (!isBare && !(isNameless && isUnlabelled && shown.length > 1)) return null;
    const around = this.ownNames.around(row);
    const blocks = [
      { rows: this.summed, from: 0 },
      { rows: this.summed, from: this.totals.at(-1)?.detailsAbove ?? 0 },
      ...(around === null ? [] : [{ rows: around, from: 0 }]),
    ];
    for (const { rows, from } of blocks) {
      const to = rows.countAbove(row);
      const equal = to - from > 1 ? rows.columnsSummed(row, shown, from, to) : [];
      const isSum = isBare ? equal.length === shown.length : equal.length > 1;
      if (isSum && equal.some((column) => cells[column] !== 0)) return { kind: "total", text: "" };
    }
    return null;
  }

  /** Opens the section or the commune of a title row; returns whether it is a title or a note, with nothing to bill. */
  private takesTitle(cells: readonly Cell[], row: number): boolean {
    const { table, context } = this.reader;
    const { communeIndex, schoolIndex } = this.locator;
    const lone = loneText(cells, table);
    // « En stock » in the nature column, above one column of a school, does not head the other rows.
    if (lone !== null && table.turned && lone.column === columnOf(table, "nature")?.index) return true;
    if (lone !== null && this.sections.open(lone.text, row, lone.column)) return true;
    const mayHead =
      lone !== null && (lone.column !== schoolIndex || this.locator.communes.headColumns.has(lone.column));
    if (mayHead && context.directory.find(lone.text).kind !== "unknown") {
      this.locator.communes.heads(lone.text, row, lone.column);
      return true;
    }
    if (lone !== null && isSection(lone.text, context.directory.find(lone.text)) && lone.column !== schoolIndex)
      return true;
    if (this.quantities.some((column) => parseQuantity(cells[column] ?? null).kind !== "blank")) return false;
    if (
      lone !== null &&
      this.mayHeadSection(lone.text, lone.column) &&
      this.sections.ask(lone.text, row, lone.column)
    ) {
      if (lone.column === communeIndex) this.locator.communes.heads(lone.text, row, lone.column);
      return true;
    }
    const school = schoolIndex === null ? null : (cells[schoolIndex] ?? null);
    const commune = communeIndex === null ? null : (cells[communeIndex] ?? null);
    if (lone !== null && this.locator.communes.headColumns.has(lone.column) && !isSchoolName(lone.text)) {
      if (!this.sections.ask(lone.text, row, lone.column) && !isSection(lone.text, context.directory.find(lone.text)))
        this.locator.communes.heads(lone.text, row, lone.column);
      return true;
    }
    if (schoolIndex !== null && school !== null && !isBlank(school))
      return (
        (communeIndex !== null ||
          this.locator.lacksItsCommune(row) ||
          (typeof school === "string" && isNote(school))) &&
        this.isNote(cells, schoolIndex, row)
      );
    if (communeIndex !== null && typeof commune === "string") this.locator.communes.heads(commune, row, communeIndex);
    return true;
  }

  /** Returns whether a text alone in its row may head the rows below, rather than being the name of a school. */
  private mayHeadSection(text: string, column: number): boolean {
    if (this.reader.table.layout === "machine-rows" && this.reader.table.turned) return false;
    return column !== this.locator.schoolIndex || !isSchoolName(text) || eventsIn(text).ofSchool.size > 0;
  }

  /** Returns whether a row has prices, amounts or forecasts below a name that is not a school's. */
  private namesNoSchool(cells: readonly Cell[]): boolean {
    if (loneText(cells, this.reader.table) !== null) return false;
    const { communeIndex, schoolIndex } = this.locator;
    const first = cells.findIndex((cell, column) => column >= this.reader.table.left && !isBlank(cell));
    const text = textOf(cells[first] ?? null);
    const named = schoolIndex === null ? null : (cells[schoolIndex] ?? null);
    if (text !== null && headsOtherFigures(text) && (first === schoolIndex || isBlank(named))) return true;
    return [communeIndex, schoolIndex].some((index) => {
      const written = index === null ? null : textOf(cells[index] ?? null);
      return written !== null && isForecast(written);
    });
  }

  /** Returns whether a row is a note: a text alone in the school column, after a blank row. */
  private isNote(cells: readonly Cell[], schoolIndex: number, row: number): boolean {
    const { table } = this.reader;
    const isAlone = filledIn(cells, table.left, table.right).every(({ column }) => column === schoolIndex);
    return isAlone && isBlankRow(table.sheet.rows[row - 1] ?? [], table.left, table.right);
  }
}
