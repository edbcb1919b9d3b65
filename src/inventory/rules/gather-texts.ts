import { addTo, cellAt, commentsOf, type Cell, type SheetCells, type Steps } from "../../cells";
import type { Fact, Line } from "../facts";
import type { Reading } from "../reading";
import { namesPlace } from "../column";
import { placeIn, type CellPlace } from "../table";
import type { TableReading } from "../table-reading";
import { looseBlocks } from "../tables/loose-blocks";
import { colourNamed, isUnseenLegend } from "../texts/colours";
import { doubtsNumber, isProvisional } from "../texts/corrections";
import { namesUndue } from "../texts/dues";
import { marksUndue, saysOffice } from "../texts/free-text";
import { beginsBefore } from "../texts/service-dates";
import { isCollective, multiplierIn } from "../texts/multipliers";
import { headsRemarks, rulesOnLeaving, topicOfRow } from "../texts/row-topics";
import { shownDay, underHeading, withoutColon } from "../texts/values";
import { entryOfKey, linesCoded } from "./explained-codes";
import { NamedLines } from "./lines-named";
import { bracketed, colouredLike, legendOf, markedBy, unreadColour, type MarkedLine } from "./marked-lines";
import { FormAnswers, OtherDebtors } from "./other-debtors";
import { isOfRemarks, RowRemarks } from "./row-remarks";
import { SchoolsGone } from "./schools-gone";
import { freeText, SheetLines, type FreeText } from "./sheet-lines";
import { keysElsewhere, textsElsewhere } from "./texts-elsewhere";
import {
  contradictedBy,
  isInstallation,
  isOfBefore,
  legendInstalls,
  mayTellInstallation,
  tellsInstallation,
} from "./told-installations";
import { WhatMatters } from "./what-matters";

/** Returns the remarks, notes, comments and legends about events in all the tables read, in the order of sheets. */
export function* gatherTexts(reading: Reading): Steps<FreeText[]> {
  const bySheet = new Map<SheetCells, TableReading[]>();
  for (const each of reading.tables)
    if (each.table.layout !== "pupil-list" && each.lines.length > 0) addTo(bySheet, each.table.on.sheet, each);
  const all = new NamedLines(reading.tables.flatMap(({ lines }) => lines));
  const forms = new FormAnswers(
    reading.tables.map(({ table }) => table),
    reading.context.directory,
  );
  const gone = new SchoolsGone(reading, all);
  const found = reading.tables.flatMap((each) => gone.of(each));
  for (const [sheet, tables] of bySheet) {
    yield;
    yield* new SheetTexts(sheet, tables, reading, all, forms).gatherInto(found);
  }
  yield;
  return [...found, ...textsElsewhere(reading, all), ...keysElsewhere(reading, isOfRemarks)];
}

/** The texts of one sheet, with the lines of its tables. */
class SheetTexts {
  private readonly lines: SheetLines;
  private readonly says: WhatMatters;
  private readonly others: OtherDebtors;
  private readonly remarks: RowRemarks;

  constructor(
    private readonly sheet: SheetCells,
    private readonly tables: readonly TableReading[],
    private readonly reading: Reading,
    everywhere: NamedLines,
    forms: FormAnswers,
  ) {
    this.lines = new SheetLines(sheet, tables, reading, everywhere);
    this.says = new WhatMatters(reading.context.campaign);
    this.others = new OtherDebtors(this.lines, reading.context.directory, forms);
    this.remarks = new RowRemarks(sheet, reading, { lines: this.lines, says: this.says, others: this.others });
  }

  *gatherInto(found: FreeText[]): Steps<void> {
    for (const each of this.tables) yield* this.remarks.gatherInto(found, each);
    yield;
    for (const text of [...this.sheetName(), ...this.notes(), ...this.comments()]) found.push(text);
  }

  /** Returns the name of the sheet, at its first table, when it calls its numbers provisional. */
  private sheetName(): FreeText[] {
    const { name } = this.sheet;
    const open = this.tables.filter(({ table }) => table.isChosen !== true);
    if (open.length === 0 || !isProvisional(name)) return [];
    const { on } = open[0]!.table;
    const lines = open.flatMap((each) => each.lines);
    return [this.textOf(name, "correction", { row: on.top, column: on.left }, lines)];
  }

  private notes(): FreeText[] {
    const loose = looseBlocks(this.sheet, this.tables).flatMap(({ cells }) => cells);
    const { date1904 } = this.tables[0]!.table;
    return [...loose, ...this.asides()].flatMap(({ row, column, cell }) => {
      if (this.namesAskedForm(row, column)) return [];
      const label = cellAt(this.sheet, row, column - 1);
      if (typeof label === "string") {
        const around = (): readonly Line[] => this.lines.by("", row, column);
        const beside = this.meaningBeside(label, { row, column, cell }, date1904);
        if (beside !== null) return [this.textOf(...beside, { row, column }, around())];
        const isOfForm = this.lines.isOfForm(row, column);
        const dated = contradictedBy({ label, cell, date1904, isOfForm }, around, this.says);
        const text = underHeading(label, shownDay(cell, date1904));
        if (dated.length > 0) return [this.correctionOf(text, { row, column }, dated)];
      }
      if (typeof cell !== "string") return [];
      if (this.says.ticksUndue(cell) && this.lines.isOfForm(row, column))
        return [this.textOf(cell, "opening", { row, column }, this.lines.by(cell, row, column))];
      const key = this.isOfLine(row, column - 1) ? cell : entryOfKey(label, cell);
      const coded = linesCoded(key, this.tables, isOfRemarks);
      if (coded.length > 0) return [this.textOf(cell, "correction", { row, column }, coded)];
      const counted = isCollective(cell) ? this.acrossFrom(row) : [];
      if (counted.length > 0) return [this.correctionOf(cell, { row, column }, counted)];
      const marked = markedBy(cell.trim(), this.tables);
      if (marked !== null) {
        const [names, facts] = marked;
        if (names.length > 0) return [this.textOf(cell, "mark", { row, column }, names)];
        if (facts.length > 0) return [this.correctionOf(cell, { row, column }, facts)];
      }
      if (isUnseenLegend(cell) && marksUndue(cell)) {
        const own = this.lines.by(cell, row, column);
        // What such a legend marks is not known, except in brackets: the numbers are corrected, not all taken out.
        return [this.textOf(cell, "correction", { row, column }, own, bracketed(cell, this.tables))];
      }
      const isRule = rulesOnLeaving(cell);
      if (!isRule) {
        const keyed = this.labelsNumbers(row, column)
          ? []
          : unreadColour(cell, { row, column }, this.sheet, this.tables);
        if (keyed.length > 0) return [this.colourOf(cell, { row, column }, keyed)];
        const installed = this.labelsNumbers(row, column) ? [] : this.installedBy(cell, { row, column });
        if (installed.length > 0) return [this.colourOf(cell, { row, column }, installed, "correction")];
        if (!this.says.mayMatter(cell) && !mayTellInstallation(cell, this.reading.context.campaign)) return [];
      }
      const lines = this.lines.by(cell, row, column);
      if (this.tellsInstallation(cell, lines)) return [this.textOf(cell, "correction", { row, column }, lines)];
      if (isRule) return [this.textOf(cell, "correction", { row, column }, lines)];
      if (!this.says.mattersOf(cell, lines) || this.titlesTable(cell) || this.isSection(row, column)) return [];
      const isLabel = this.labelsNumbers(row, column);
      const coloured = isLabel ? [] : this.colouredBy(cell, { row, column });
      if (coloured.length > 0) return [this.colourOf(cell, { row, column }, coloured)];
      const legend = isLabel ? [] : legendOf({ row, column }, lines, this.sheet, this.tables);
      const from = legend.length > lines.length ? "note" : "colour";
      if (legend.length > 0) return [this.textOf(cell, from, { row, column }, legend)];
      return [this.textOf(cell, this.says.kindOf(cell, "note"), { row, column }, lines)];
    });
  }

  /** Returns whether a cell is the name of the school of a form, which is asked about for it. */
  private namesAskedForm(row: number, column: number): boolean {
    const { tables, context } = this.reading;
    return tables.some(({ table: { on, sheetSchool: school } }) => {
      const isName = on.sheet === this.sheet && school?.row === row && school.column === column;
      return isName && namesUndue(school.text, context.campaign.year);
    });
  }

  /** Returns the meaning of a cell beside a label, with its source; null when only its own words may matter. */
  private meaningBeside(
    label: string,
    { row, column, cell }: CellPlace & { cell: Cell },
    date1904: boolean,
  ): [text: string, from: FreeText["from"]] | null {
    const day = shownDay(cell, date1904);
    if (this.says.opensLater(label, cell, date1904)) return [day, "opening"];
    if (this.says.isOldSurvey(label, cell, date1904)) return [underHeading(label, day), "correction"];
    if (!this.lines.isOfForm(row, column)) return null;
    const heading = withoutColon(label);
    const isUndue =
      this.says.saysUndue(heading, cell, date1904) ||
      (typeof cell === "string" && heading !== "" && headsRemarks(heading) && topicOfRow(cell) !== null) ||
      (typeof cell === "string" && this.others.namesOtherInForm(heading, cell, { row, column }));
    return isUndue ? [underHeading(heading, day), "opening"] : null;
  }

  private tellsInstallation(text: string, lines: readonly Line[]): boolean {
    return tellsInstallation(
      text,
      lines.flatMap(({ facts }) => facts),
      this.reading,
    );
  }

  /** Returns the facts of schools across in a row of the sheet: « Unité | lot de 2 » is about them. */
  private acrossFrom(row: number): readonly Fact[] {
    return this.tables.flatMap(({ table, lines }) =>
      table.turned
        ? lines.flatMap(({ facts }) => facts.filter(({ line, column }) => placeIn(table, line.row, column).row === row))
        : [],
    );
  }

  /** Returns the lines that a legend of colours concerns: in its sheet, otherwise in the other sheets of its file. */
  private colouredBy(text: string, place: CellPlace): readonly MarkedLine[] {
    const own = colouredLike(text, place, this.sheet, this.tables);
    if (own.length > 0 || colourNamed(text) === null) return own;
    const others = this.reading.tables.filter(({ table: { on } }) => on.sheet.file === this.sheet.file);
    return colouredLike(text, place, this.sheet, others);
  }

  /** Returns whether a cell is in a row that a table reads, where nothing is the code of a key. */
  private isOfLine(row: number, column: number): boolean {
    return this.tables.some((each) => {
      const { turned, on } = each.table;
      return !turned && column >= on.left && column <= on.right && this.lines.of(each).has(row);
    });
  }

  /** Returns whether a text is in a table beside numbers, « Poste client standard HS | 3 », and so is not a legend. */
  private labelsNumbers(row: number, column: number): boolean {
    return this.tables.some(({ table: { on } }) => {
      const isIn = row >= on.top && row <= on.bottom && column >= on.left && column <= on.right;
      const cells = this.sheet.rows[row] ?? [];
      return isIn && cells.slice(on.left, on.right + 1).some((cell) => typeof cell === "number");
    });
  }

  /** Returns whether a text is a section title whose rows are left out. */
  private isSection(row: number, column: number): boolean {
    return this.tables.some(({ table, undueSections }) =>
      undueSections.some((section) => {
        const place = placeIn(table, section.row, section.column);
        return section.rows.length > 0 && place.row === row && place.column === column;
      }),
    );
  }

  /** Returns whether a text gave the kind of a table, or is the title of a table whose kind the user chose. */
  private titlesTable(text: string): boolean {
    const trimmed = text.trim();
    return this.reading.tables.some(({ table: { on, kind, kindWords, isChosen, titles } }) => {
      if (on.sheet !== this.sheet) return false;
      const isTitle = isChosen === true && titles?.some((title) => title.trim() === trimmed) === true;
      return isTitle || (kind !== "inventory" && kindWords.trim() === trimmed);
    });
  }

  /** Returns the unread cells of tables: notes below schools, facts of forms, columns beside schools across. */
  private asides(): (CellPlace & { cell: Cell })[] {
    return this.tables.flatMap((each) => {
      const { table, reader } = each;
      const { turned, sheetSchool, bodyTop, columns } = table;
      const ofForm = sheetSchool === null ? null : Math.min(bodyTop, sheetSchool.row);
      // The names of schools across, which have their own questions, are not notes.
      const named = new Set(turned ? columns.filter(({ role }) => namesPlace(role)).map(({ index }) => index) : []);
      const headings = columns.filter(({ header }) => header !== "");
      const first = turned ? bodyTop : (ofForm ?? this.belowNumbers(each));
      return Array.from({ length: Math.max(0, table.bottom - first + 1) }, (_, at) => first + at)
        .filter((row) => !this.lines.of(each).has(row))
        .flatMap((row) =>
          Array.from({ length: table.right - table.left + 1 }, (_, at) => {
            const column = table.left + at;
            const isRead =
              named.has(column) || headings.some(({ headerRow, index }) => headerRow === row && index === column);
            return { ...placeIn(table, row, column), cell: isRead ? null : reader.cell(row, column) };
          }),
        );
    });
  }

  /** Returns the row below the last number of a table: a text above it is a section title. */
  private belowNumbers({ table, lines }: TableReading): number {
    let row = table.bottom;
    const last = lines.at(-1)!.row;
    const holdsOne = (cells: readonly unknown[]): boolean => cells.some((cell) => typeof cell === "number");
    while (row > last && !holdsOne((table.sheet.rows[row] ?? []).slice(table.left, table.right + 1))) row -= 1;
    return row + 1;
  }

  private comments(): FreeText[] {
    return commentsOf(this.sheet).flatMap(({ row, column, text }): FreeText[] => {
      // « Celle de la mairie » about a number; « En lots de deux » about a heading.
      const [isOfNumbers, multiplies] = [saysOffice(text) || doubtsNumber(text), multiplierIn(text) !== null];
      const isDated = beginsBefore(text, this.reading.context.campaign);
      const isInstalled = mayTellInstallation(text, this.reading.context.campaign);
      if (!isOfNumbers && !multiplies && !isDated && !isInstalled && !this.says.mayMatter(text)) return [];
      const lines = this.lines.by(text, row, column);
      const commented = lines.flatMap((line) =>
        line.facts.filter((fact) => {
          const at = placeIn(line.table, line.row, fact.column);
          return at.row === row && at.column === column;
        }),
      );
      const changesNumber =
        multiplies ||
        (isOfNumbers && commented.length > 0) ||
        isOfBefore(text, commented, this.reading.context.campaign) ||
        (isInstalled && this.tellsInstallation(text, lines));
      if (!changesNumber && !this.says.mattersOf(text, lines)) return [];
      const from = this.says.kindOf(text, "comment");
      return [this.textOf(text, from, { row, column }, lines, commented.length > 0 ? commented : undefined)];
    });
  }

  /** Returns the lines of a colour that a legend gives to what was installed in the campaign, and that count none. */
  private installedBy(text: string, place: CellPlace): readonly MarkedLine[] {
    if (!legendInstalls(text, this.reading)) return [];
    return colouredLike(text, place, this.sheet, this.tables).filter(({ line }) => !line.facts.some(isInstallation));
  }

  private correctionOf(text: string, place: CellPlace, facts: readonly Fact[]): FreeText {
    return this.textOf(text, "correction", place, [...new Set(facts.map(({ line }) => line))], facts);
  }

  private colourOf(
    text: string,
    place: CellPlace,
    marked: readonly MarkedLine[],
    from: FreeText["from"] = "colour",
  ): FreeText {
    const lines = marked.map(({ line }) => line);
    return this.textOf(
      text,
      from,
      place,
      lines,
      marked.flatMap(({ facts }) => facts),
    );
  }

  private textOf(
    text: string,
    from: FreeText["from"],
    place: CellPlace,
    lines: readonly Line[],
    facts?: readonly Fact[],
  ): FreeText {
    const each = this.tables.find(({ table }) => table === lines[0]?.table) ?? this.tables[0]!;
    return freeText({ text: text.trim(), from, sheet: this.sheet, place, each, lines, ...(facts && { facts }) });
  }
}
