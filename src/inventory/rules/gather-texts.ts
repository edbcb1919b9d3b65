import {
  addTo,
  cellAt,
  commentsOf,
  fold,
  isBlank,
  rowsBetweenPauses,
  type Cell,
  type SheetCells,
  type Steps,
} from "../../cells";
import { headcount } from "../../tariff";
import { setAsideRows } from "../choices";
import type { Fact, Line } from "../facts";
import { layouts } from "../layouts";
import type { Reading } from "../reading";
import { isCorrected, namesPlace, type Column } from "../column";
import { placeIn, type CellPlace } from "../table";
import type { TableReading } from "../table-reading";
import { looseBlocks } from "../tables/loose-blocks";
import { colourNamed, isUnseenLegend } from "../texts/colours";
import { doubtsNumber, statedCounts } from "../texts/corrections";
import { headsTakers, headsUsers, isJoined, limitsDue } from "../texts/dues";
import {
  beginsBefore,
  endedBy,
  eventsIn,
  marksUndue,
  namesGone,
  namesOffice,
  saysOffice,
  saysOfficeAlone,
} from "../texts/free-text";
import { isCollective, multiplierIn } from "../texts/multipliers";
import { headsDescription, headsRemarks, namesOtherCommune, rulesOnLeaving, toldOfRow } from "../texts/told-of-rows";
import { shownCell, shownDay, withoutColon } from "../texts/values";
import { linesCoded } from "./explained-codes";
import { NamedLines } from "./lines-named";
import { bracketed, colouredLike, legendOf, markedBy, unreadColour, type MarkedLine } from "./marked-lines";
import { FormAnswers, OtherDebtors } from "./other-debtors";
import { SchoolsGone } from "./schools-gone";
import { freeText, SheetLines, type FreeText } from "./sheet-lines";
import { keysElsewhere, textsElsewhere } from "./texts-elsewhere";
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
  }

  *gatherInto(found: FreeText[]): Steps<void> {
    for (const each of this.tables) yield* this.remarks(each, found);
    yield;
    for (const text of [...this.notes(), ...this.comments()]) found.push(text);
  }

  private *remarks(each: TableReading, found: FreeText[]): Steps<void> {
    const aside = [...setAsideRows(each.table, this.reading.context.options)];
    const rows = [...each.lines.map(({ row }) => row), ...aside];
    for (const column of each.table.columns.filter(mayTell))
      for (const [at, row] of rows.entries()) {
        if (at % rowsBetweenPauses === 0) yield;
        const remark = this.remarkAt(each, column, row);
        if (remark !== null) found.push(remark);
      }
  }

  private remarkAt(each: TableReading, column: Column, row: number): FreeText | null {
    const { table, reader } = each;
    const cell = reader.cell(row, column.index);
    const { header } = column;
    const beside = this.kindBeside(each, column, row);
    const told = beside ?? this.kindOfRow(each, column, row, cell);
    if (told === null && (!isOfRemarks(column) || typeof cell !== "string" || !this.says.mayMatter(cell))) return null;
    const lines = this.lines.ofRow(each, row);
    if (told === null && !this.says.mattersOf(String(cell), lines)) return null;
    const place = placeIn(table, row, column.index);
    const shown = shownDay(cell, table.date1904);
    const text = beside === null || beside === "opening" ? shown : underHeading(header, shown);
    const from = told ?? (this.says.corrects(text) ? "correction" : "remark");
    return freeText({ text, from, sheet: this.sheet, place, each, header, isOut: isCorrected(column), lines });
  }

  /** Returns the source of a text from its column's role and heading; null when only its words may matter. */
  private kindBeside(each: TableReading, column: Column, row: number): FreeText["from"] | null {
    const { table, reader } = each;
    const { index, header, role } = column;
    const cell = reader.cell(row, index);
    const { listsUnits } = layouts[table.layout];
    const isOfRow = listsUnits || table.layout === "item-rows";
    if (listsUnits && typeof cell === "string") {
      const isName = namesMachines.has(role.kind);
      if (isName ? namesGone(cell) : this.namesOtherUser(each, column, cell)) return "correction";
    }
    if (!isOfRemarks(column)) return null;
    if (listsUnits && typeof cell === "string" && this.isGone(each, column, cell)) return "correction";
    if (!isOfRow && isJoined(header, cell)) return "state";
    if (table.layout === "headcounts" && this.says.hasLeft(header, cell, table.date1904)) return "state";
    if (limitsDue(header, cell) || this.others.namesOther(each, column, row)) return isOfRow ? "correction" : "state";
    if (listsUnits && this.endsService(each, column, cell)) return "correction";
    if (!listsUnits && this.says.isOldSurvey(header, cell, table.date1904)) return "correction";
    return this.says.opensLater(header, cell, table.date1904) ? "opening" : null;
  }

  /** Returns the source of a remark that tells of its row without a word of an event; null when it tells nothing. */
  private kindOfRow(each: TableReading, column: Column, row: number, cell: Cell): FreeText["from"] | null {
    const { table } = each;
    if (typeof cell !== "string" || layouts[table.layout].listsUnits || !isOfRemarks(column)) return null;
    if (isCorrected(column) || eventsIn(cell).ofSchool.size > 0) return null;
    const line = this.lines.of(each).get(row);
    if (headsDescription(column.header)) return this.describesOther(each, line, cell) ? "correction" : null;
    if (!headsRemarks(column.header)) return null;
    if (line !== undefined && this.isOfBefore(cell, line.facts)) return "correction";
    const own = line?.who.commune;
    const told = toldOfRow(cell) ?? (own !== undefined && namesOtherCommune(cell, own.name) ? "school" : null);
    if (told === null) return null;
    const isOfNumbers = told === "numbers" || table.layout === "item-rows" || statedCounts(cell).length > 0;
    return isOfNumbers ? "correction" : "state";
  }

  /**
   * Returns whether a description makes the only equipment of a row one without a tariff: « Brother laser » beside
   * « Imprimantes ».
   */
  private describesOther({ table }: TableReading, line: Line | undefined, cell: string): boolean {
    const facts = line?.facts.filter(({ code }) => code !== headcount) ?? [];
    const header = table.columns.find(({ index }) => index === facts[0]?.column)?.header;
    if (header === undefined || facts.some(({ code }) => code === null || code !== facts[0]!.code)) return false;
    const { meanings } = this.reading.context.texts.read(`${header} ${cell}`, "label");
    return meanings.some((meaning) => meaning.is === "item" && meaning.label.kind === "untariffed");
  }

  /** Returns whether a cell tells of a machine when it came and went, « 09/2011 - 06/2014 », and not all machines did so. */
  private endsService({ reader }: TableReading, { index, header }: Column, cell: Cell): boolean {
    if (typeof cell !== "string" || ofOwnership.test(fold(header))) return false;
    return endedBy(cell, this.reading.context.campaign) && !reader.isAllAlike(index);
  }

  /** Returns whether a column places a machine at the town hall, « Utilisateur | Mairie », and not all of them. */
  private namesOtherUser({ reader }: TableReading, { index, header }: Column, cell: string): boolean {
    return headsUsers(header) && (namesOffice(cell) || saysOfficeAlone(cell)) && !reader.isAllAlike(index);
  }

  /** Returns whether a column names who took a machine away, « Acquéreur », in some rows only. */
  private isGone({ reader }: TableReading, { index, header }: Column, cell: string): boolean {
    return !isBlank(cell) && headsTakers(header) && reader.hasBlanks(index);
  }

  private notes(): FreeText[] {
    const loose = looseBlocks(this.sheet, this.tables).flatMap(({ cells }) => cells);
    const { date1904 } = this.tables[0]!.table;
    return [...loose, ...this.asides()].flatMap(({ row, column, cell }) => {
      const label = cellAt(this.sheet, row, column - 1);
      const beside = typeof label === "string" ? this.saidBeside(label, { row, column, cell }, date1904) : null;
      if (beside !== null) return [this.textOf(...beside, { row, column }, this.lines.by("", row, column))];
      if (typeof cell !== "string") return [];
      if (this.says.ticksUndue(cell) && this.lines.isOfForm(row, column))
        return [this.textOf(cell, "opening", { row, column }, this.lines.by(cell, row, column))];
      const coded = linesCoded(keyOf(label, cell), this.tables, isOfRemarks);
      if (coded.length > 0) return [this.textOf(cell, "correction", { row, column }, coded)];
      const counted = isCollective(cell) ? this.acrossFrom(row) : [];
      if (counted.length > 0) {
        const own = [...new Set(counted.map(({ line }) => line))];
        return [this.textOf(cell, "correction", { row, column }, own, counted)];
      }
      const marked = markedBy(cell, this.tables);
      if (marked !== null) {
        const [names, facts] = marked;
        if (names.length > 0) return [this.textOf(cell, "mark", { row, column }, names)];
        const heads = [...new Set(facts.map(({ line }) => line))];
        if (facts.length > 0) return [this.textOf(cell, "correction", { row, column }, heads, facts)];
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
        if (!this.says.mayMatter(cell)) return [];
      }
      const lines = this.lines.by(cell, row, column);
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

  /** Returns the meaning of a cell beside a label, with its source; null when only its own words may matter. */
  private saidBeside(
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
      (typeof cell === "string" && heading !== "" && headsRemarks(heading) && toldOfRow(cell) !== null) ||
      (typeof cell === "string" && this.others.namesOtherInForm(heading, cell, { row, column }));
    return isUndue ? [underHeading(heading, day), "opening"] : null;
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
    const said = text.trim();
    return this.reading.tables.some(({ table: { on, kind, kindWords, isChosen, titles } }) => {
      if (on.sheet !== this.sheet) return false;
      const isTitle = isChosen === true && titles?.some((title) => title.trim() === said) === true;
      return isTitle || (kind !== "inventory" && kindWords.trim() === said);
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
      const first = turned ? bodyTop : (ofForm ?? this.belowNumbers(each));
      return Array.from({ length: Math.max(0, table.bottom - first + 1) }, (_, at) => first + at)
        .filter((row) => !this.lines.of(each).has(row))
        .flatMap((row) =>
          Array.from({ length: table.right - table.left + 1 }, (_, at) => {
            const column = table.left + at;
            return { ...placeIn(table, row, column), cell: named.has(column) ? null : reader.cell(row, column) };
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
      if (!isOfNumbers && !multiplies && !isDated && !this.says.mayMatter(text)) return [];
      const lines = this.lines.by(text, row, column);
      const commented = lines.flatMap((line) =>
        line.facts.filter((fact) => {
          const at = placeIn(line.table, line.row, fact.column);
          return at.row === row && at.column === column;
        }),
      );
      const isSaid = multiplies || (isOfNumbers && commented.length > 0) || this.isOfBefore(text, commented);
      if (!isSaid && !this.says.mattersOf(text, lines)) return [];
      const from = this.says.kindOf(text, "comment");
      return [this.textOf(text, from, { row, column }, lines, commented.length > 0 ? commented : undefined)];
    });
  }

  /** Returns whether a text dates before the campaign the installations that it concerns: « posés en octobre 2013 ». */
  private isOfBefore(text: string, facts: readonly Fact[]): boolean {
    const isInstalled = facts.length > 0 && facts.every(({ natures }) => natures.includes("installation"));
    return isInstalled && beginsBefore(text, this.reading.context.campaign);
  }

  private colourOf(text: string, place: CellPlace, marked: readonly MarkedLine[]): FreeText {
    const lines = marked.map(({ line }) => line);
    return this.textOf(
      text,
      "colour",
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

/** The longest code that a key explains. */
const longestCode = 2;

/** Returns the entry of a key in two cells, « B | Axians », as one text; a text beside anything else stands alone. */
function keyOf(label: Cell, text: string): string {
  const code = shownCell(label).trim();
  return code !== "" && code.length <= longestCode ? `${code} = ${text}` : text;
}

/** Returns a text with its heading, « Fermée : oui »: an answer to it does not apply under other headings. */
const underHeading = (heading: string, said: string): string => `${withoutColon(heading)}\u00a0: ${said}`;

/** Periods that a machine outlives. */
const ofOwnership = /\b(?:garanti|amorti|bail|location|financement|contrat|marche)/;

/** Roles of columns that name machines; their texts are not remarks. */
const namesMachines: ReadonlySet<Column["role"]["kind"]> = new Set(["name", "inventory-number"]);
const mayTell = (column: Column): boolean =>
  isOfRemarks(column) || namesMachines.has(column.role.kind) || column.role.kind === "location";

/** Returns whether a column holds texts without another use, or chosen to exclude rows. */
function isOfRemarks(column: Column): boolean {
  const { role, flag } = column;
  if (isCorrected(column)) return role.kind === "status" && flag === "out";
  return role.kind === "ignored" || role.kind === "other";
}
