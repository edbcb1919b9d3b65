import { fold, isBlank, remembered, rowsBetweenPauses, type Cell, type SheetCells, type Steps } from "../../cells";
import { headcount, namesPupils } from "../../tariff";
import { setAsideRows } from "../choices";
import { isCorrected, type Column } from "../column";
import type { Line } from "../facts";
import { layouts } from "../layouts";
import type { Reading } from "../reading";
import { placeIn } from "../table";
import type { TableReading } from "../table-reading";
import { headsChecks, isChecklist, passesCheck } from "../texts/checks";
import { countsAlone, onlyDoubts, statedCounts } from "../texts/corrections";
import { headsTakers, headsUsers, isJoined, limitsDue } from "../texts/dues";
import { eventsIn, namesGone, namesOffice, saysOfficeAlone } from "../texts/free-text";
import { endedBy } from "../texts/service-dates";
import { headsDescription, headsRemarks, isOtherService, namesOtherCommune, topicOfRow } from "../texts/row-topics";
import { shownDay, underHeading } from "../texts/values";
import type { OtherDebtors } from "./other-debtors";
import { freeText, type FreeText, type SheetLines } from "./sheet-lines";
import { isOfBefore, tellsInstallation } from "./told-installations";
import type { WhatMatters } from "./what-matters";

/** What remarks are read with, for the tables of one sheet. */
interface ReadWith {
  readonly lines: SheetLines;
  readonly says: WhatMatters;
  readonly others: OtherDebtors;
}

/** The remarks in the rows of the tables of one sheet, in any column without another use. */
export class RowRemarks {
  /** By column: whether its rows are ticked off. */
  private readonly checklists = new Map<Column, boolean>();

  constructor(
    private readonly sheet: SheetCells,
    private readonly reading: Reading,
    private readonly parts: ReadWith,
  ) {}

  /** Adds the remarks of a table to `found`. */
  *gatherInto(found: FreeText[], each: TableReading): Steps<void> {
    const aside = [...setAsideRows(each.table, this.reading.context.options)];
    const rows = [...each.lines.map(({ row }) => row), ...aside];
    for (const column of each.table.columns.filter(mayBeKey))
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
    const kind = beside ?? this.kindOfRow(each, column, row, cell);
    if (kind === null && (!isOfRemarks(column) || typeof cell !== "string" || !this.parts.says.mayMatter(cell)))
      return null;
    const lines = this.parts.lines.ofRow(each, row);
    if (kind === null && !this.parts.says.mattersOf(String(cell), lines)) return null;
    const place = placeIn(table, row, column.index);
    const shown = shownDay(cell, table.date1904);
    const text = beside === null || beside === "opening" ? shown : underHeading(header, shown);
    const from = kind ?? (this.parts.says.corrects(text) ? "correction" : "remark");
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
    if (this.failsCheck(each, column, cell)) return "correction";
    if (listsUnits && typeof cell === "string" && this.saysAway(each, column, row, cell)) return "correction";
    if (!isOfRow && isJoined(header, cell)) return "state";
    if (table.layout === "headcounts" && this.parts.says.hasLeft(header, cell, table.date1904)) return "state";
    if (limitsDue(header, cell) || this.parts.others.namesOther(each, column, row))
      return isOfRow ? "correction" : "state";
    if (listsUnits && this.endsService(each, column, cell)) return "correction";
    if (!listsUnits && this.parts.says.isOldSurvey(header, cell, table.date1904)) return "correction";
    return this.parts.says.opensLater(header, cell, table.date1904) ? "opening" : null;
  }

  /** Returns the source of a remark that tells of its row without a word of an event; null when it tells nothing. */
  private kindOfRow(each: TableReading, column: Column, row: number, cell: Cell): FreeText["from"] | null {
    const { table } = each;
    if (typeof cell !== "string" || layouts[table.layout].listsUnits || !isOfRemarks(column)) return null;
    if (isCorrected(column) || eventsIn(cell).ofSchool.size > 0) return null;
    const line = this.parts.lines.of(each).get(row);
    if (headsDescription(column.header)) return this.describesOther(each, line, cell) ? "correction" : null;
    if (!headsRemarks(column.header)) return null;
    if (this.namesOtherYear(cell) || onlyDoubts(cell)) return "correction";
    if (line !== undefined && isOfBefore(cell, line.facts, this.reading.context.campaign)) return "correction";
    if (line !== undefined && tellsInstallation(cell, line.facts, this.reading)) return "correction";
    const quantities = new Set(line?.facts.map(({ quantity }) => quantity));
    if (quantities.size > 0 && countsAlone(cell).some((count) => !quantities.has(count))) return "correction";
    const own = line?.who.commune;
    const topic = topicOfRow(cell) ?? (own !== undefined && namesOtherCommune(cell, own.name) ? "school" : null);
    if (topic === null) return null;
    const isOfNumbers = topic === "numbers" || table.layout === "item-rows" || statedCounts(cell).length > 0;
    return isOfNumbers ? "correction" : "state";
  }

  /** Returns whether a remark names the pupils of a year before: « effectif 2013 ». */
  private namesOtherYear(text: string): boolean {
    const { campaign, readLabel } = this.reading.context;
    const { label, years } = readLabel(text);
    return namesPupils(label) && years.length > 0 && years.every((year) => year < campaign.year);
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

  /** Returns whether a column places a machine at another service, « Utilisateur | Mairie », and not all of them. */
  private namesOtherUser({ reader }: TableReading, { index, header }: Column, cell: string): boolean {
    if (!headsUsers(header) && !eventsIn(header).ofMachine.has("loan")) return false;
    return (namesOffice(cell) || saysOfficeAlone(cell) || isOtherService(cell)) && !reader.isAllAlike(index);
  }

  /** Returns whether a row does not pass a check that most rows pass: « Pointage | absent » among « vu ». */
  private failsCheck({ table, reader }: TableReading, column: Column, cell: Cell): boolean {
    const { date1904 } = table;
    if (typeof cell !== "string" || isBlank(cell) || !headsChecks(column.header) || passesCheck(cell, date1904))
      return false;
    // What is asked, or answered, of the text itself is not asked again of its column.
    if (this.parts.says.mayMatter(cell) || this.reading.context.words.of("state", cell) !== null) return false;
    return remembered(this.checklists, column, () => isChecklist(reader.cellsOf(column.index), date1904));
  }

  /** Returns whether a column says that a machine left, was replaced by another, or is not the one that its row says. */
  private saysAway(each: TableReading, column: Column, row: number, cell: string): boolean {
    return this.isGone(each, column, cell) || this.isOfOtherMachines(each, column, row, cell);
  }

  /**
   * Returns whether a remark on a machine consists of another prestation than its own, « serveur », or of a number of
   * machines, « 2 postes ».
   */
  private isOfOtherMachines(each: TableReading, { header }: Column, row: number, cell: string): boolean {
    const facts = this.parts.lines.of(each).get(row)?.facts ?? [];
    if (facts.length === 0 || !headsRemarks(header)) return false;
    if (countsAlone(cell).some((count) => count > 1)) return true;
    const { label, complete } = this.reading.context.readLabel(cell);
    return complete && label.kind === "prestation" && facts.every(({ code }) => code !== null && code !== label.code);
  }

  /** Returns whether a column names who took a machine away, « Acquéreur », in some rows only. */
  private isGone({ reader }: TableReading, { index, header }: Column, cell: string): boolean {
    return !isBlank(cell) && headsTakers(header) && reader.hasBlanks(index);
  }
}

/** Periods that a machine outlives. */
const ofOwnership = /\b(?:garanti|amorti|bail|location|financement|contrat|marche)/;

/** Roles of columns that name machines; their texts are not remarks. */
const namesMachines: ReadonlySet<Column["role"]["kind"]> = new Set(["name", "inventory-number"]);
const mayBeKey = (column: Column): boolean =>
  isOfRemarks(column) || namesMachines.has(column.role.kind) || column.role.kind === "location";

/** Returns whether a column holds texts without another use, or chosen to exclude rows. */
export function isOfRemarks(column: Column): boolean {
  const { role, flag } = column;
  if (isCorrected(column)) return role.kind === "status" && flag === "out";
  return role.kind === "ignored" || role.kind === "other";
}
