import {
  addTo,
  cellAt,
  commentsOf,
  fold,
  frenchDate,
  fromSerial,
  isBlank,
  remembered,
  toSerial,
  type Cell,
  type SheetCells,
} from "../../cells";
import { communeNamed } from "../../tariff";
import { setAsideRows } from "../choices";
import type { Fact, Line } from "../facts";
import { layouts } from "../layouts";
import type { Reading } from "../reading";
import { isCorrected, placeIn, type CellPlace, type Column, type Table } from "../table";
import type { TableReading } from "../table-reading";
import { looseBlocks } from "../tables/loose-blocks";
import { correctsNumber, datesNumbers, datesSurvey, doubtsNumber, statedCounts } from "../texts/corrections";
import {
  beginsLater,
  eventsIn,
  marksUndue,
  namesGone,
  namesOffice,
  readsWhole,
  saysOffice,
  speaksOfEvents,
} from "../texts/free-text";
import { deniesDue, headsDebtor, headsPayers, limitsDue } from "../texts/dues";
import { structuralRole } from "../texts/heading-role";
import { colourNamed, isUnseenLegend } from "../texts/colours";
import { multiplierIn } from "../texts/multipliers";
import { commonReader } from "../texts/read-text";
import { readDate, shownCell } from "../texts/values";
import { colouredLike, type MarkedLine } from "./coloured-lines";
import { namedIn, NamedLines } from "./lines-named";
import { SheetForms } from "./sheet-forms";
import { textsElsewhere } from "./texts-elsewhere";
import { SchoolsGone } from "./schools-gone";

/** A text that is no heading, label, title nor state, and what it is said of. */
export interface FreeText {
  readonly text: string;
  readonly from: "remark" | "correction" | "section" | "state" | "opening" | "note" | "mark" | "comment" | "colour";
  readonly sheet: SheetCells;
  /** In its sheet. */
  readonly place: CellPlace;
  /** The table that it is told with. */
  readonly each: TableReading;
  /** The heading of its column; empty where it has none. */
  readonly header: string;
  /** The user said that those of its column which speak of an event take their rows out. */
  readonly isOut: boolean;
  readonly lines: readonly Line[];
  /** What of these lines it is said of: a number alone, where it marks one. */
  readonly facts: readonly Fact[];
}

/** Gathers the remarks, notes, comments and legends that speak of an event, of all the tables that are read, in the order of sheets. */
export function gatherTexts(reading: Reading): FreeText[] {
  const bySheet = new Map<SheetCells, TableReading[]>();
  for (const each of reading.tables)
    if (each.table.layout !== "pupil-list" && each.lines.length > 0) addTo(bySheet, each.table.on.sheet, each);
  const all = new NamedLines(reading.tables.flatMap(({ lines }) => lines));
  const gone = new SchoolsGone(reading, all);
  return [
    ...reading.tables.flatMap((each) => gone.of(each)),
    ...[...bySheet].flatMap(([sheet, tables]) => new SheetTexts(sheet, tables, reading, all).gather()),
    ...textsElsewhere(reading, all, bySheet),
  ];
}

/** The texts of one sheet, and the lines of its tables. */
class SheetTexts {
  private readonly own: NamedLines;
  private readonly known = new Map<TableReading, ReadonlyMap<number, Line>>();
  private readonly forms: SheetForms;
  /** What each column of payers says of the most rows. */
  private readonly usual = new Map<Column, string>();

  constructor(
    private readonly sheet: SheetCells,
    private readonly tables: readonly TableReading[],
    private readonly reading: Reading,
    private readonly everywhere: NamedLines,
  ) {
    this.own = new NamedLines(tables.flatMap(({ lines }) => lines));
    this.forms = new SheetForms(
      sheet,
      tables.map(({ table }) => table),
    );
  }

  gather(): FreeText[] {
    return [...this.tables.flatMap((each) => this.remarks(each)), ...this.notes(), ...this.comments()];
  }

  private remarks(each: TableReading): FreeText[] {
    const { table, reader } = each;
    const aside = [...setAsideRows(table, this.reading.context.options)];
    const rows = [...each.lines.map(({ row }) => row), ...aside];
    return table.columns.filter(mayTell).flatMap((column) =>
      rows.flatMap((row): FreeText[] => {
        const cell = reader.cell(row, column.index);
        const { header } = column;
        const told = this.kindBeside(each, column, row);
        if (told === null && (!isOfRemarks(column) || typeof cell !== "string" || !this.mayMatter(cell))) return [];
        const lines = this.linesOfRow(each, row);
        if (told === null && !this.mattersOf(String(cell), lines)) return [];
        const place = placeIn(table, row, column.index);
        const text = shownDay(cell, table.date1904);
        const from = told ?? (this.corrects(text) ? "correction" : "remark");
        const isOut = isCorrected(column);
        const facts = lines.flatMap((line) => line.facts);
        return [{ text, from, sheet: this.sheet, place, each, header, isOut, lines, facts }];
      }),
    );
  }

  /** Returns what a cell says of its row by what its column is for, whatever its words; null where only its words may matter. */
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
    if (limitsDue(header, cell) || this.namesOther(each, column, row)) return isOfRow ? "correction" : "state";
    if (!listsUnits && this.isOldSurvey(header, cell, table.date1904)) return "correction";
    return this.opensLater(header, cell, table.date1904) ? "opening" : null;
  }

  /** Returns whether a column names, of a row, another payer than of most, or another commune than its own, to which it may be due. */
  private namesOther(each: TableReading, column: Column, row: number): boolean {
    const { reader } = each;
    const { index, header } = column;
    const cell = reader.cell(row, index);
    if (typeof cell !== "string" || isBlank(cell) || header === "" || reader.isAllAlike(index)) return false;
    const named = this.namedIn(each, row, index);
    if (headsPayers(header)) return named !== remembered(this.usual, column, () => this.usualIn(each, index));
    return headsDebtor(header) && named !== ownCommune && communeNamed(cell, this.reading.context.directory) !== null;
  }

  /** Returns what a cell names, folded; a mark where that is the commune of its row. */
  private namedIn(each: TableReading, row: number, index: number): string {
    const text = shownCell(each.reader.cell(row, index));
    const named = communeNamed(text, this.reading.context.directory);
    const own = this.linesOf(each).get(row)?.who.commune;
    return named !== null && (own === undefined || named.insee === own.insee) ? ownCommune : fold(text);
  }

  /** Returns what a column names on the most rows; the first of those named as often. */
  private usualIn(each: TableReading, index: number): string {
    const counts = new Map<string, number>();
    for (const { row } of each.lines) {
      const named = this.namedIn(each, row, index);
      counts.set(named, (counts.get(named) ?? 0) + 1);
    }
    return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
  }

  /** Returns whether a column says of a machine that it is at the town hall, « Utilisateur | Mairie », and is not the same of all. */
  private namesOtherUser({ reader }: TableReading, { index, header }: Column, cell: string): boolean {
    return headsUsers.test(fold(header)) && namesOffice(cell) && !reader.isAllAlike(index);
  }

  /** Returns the line of a row; of one that the user set aside, those of its school elsewhere: they are not set aside with it. */
  private linesOfRow(each: TableReading, row: number): readonly Line[] {
    const own = this.linesOf(each).get(row);
    if (own !== undefined) return [own];
    const named = this.everywhere.in(namedIn(each, row));
    return new Set(named?.map(({ who }) => this.reading.schools.keyOf(who))).size === 1 ? named! : [];
  }

  /** Returns whether a text says anything that matters, or corrects a number, whatever the numbers are. */
  private matters(text: string): boolean {
    const { campaign } = this.reading.context;
    return (
      speaksOfEvents(text) ||
      correctsNumber(text) ||
      datesNumbers(text, campaign.year) ||
      beginsLater(text, campaign) ||
      marksUndue(text)
    );
  }

  /** Returns whether a text may matter, before the lines that it is said of are looked for. */
  private mayMatter(text: string): boolean {
    return this.matters(text) || statedCounts(text).length > 0;
  }

  /** Returns whether a text matters of some lines, by what it says or by the counts that it states. */
  private mattersOf(text: string, lines: readonly Line[]): boolean {
    return this.matters(text) || contradicts(text, lines);
  }

  /** Returns whether a text only corrects numbers: what says that something is not due says more. */
  private corrects(text: string): boolean {
    const saysOther = correctsNumber(text) || datesNumbers(text, this.reading.context.campaign.year);
    return (saysOther || !this.matters(text)) && eventsIn(text).ofSchool.size === 0;
  }

  private kindOf(text: string, kind: "note" | "comment"): FreeText["from"] {
    if (beginsLater(text, this.reading.context.campaign)) return "opening";
    return this.corrects(text) ? "correction" : kind;
  }

  private notes(): FreeText[] {
    const blocks = looseBlocks(
      this.sheet,
      this.tables.map(({ table }) => table.on),
    );
    const loose = blocks.flatMap(({ cells }) => cells);
    const { date1904 } = this.tables[0]!.table;
    return [...loose, ...this.asides()].flatMap(({ row, column, cell }) => {
      const label = cellAt(this.sheet, row, column - 1);
      if (typeof label === "string" && this.opensLater(label, cell, date1904))
        return [this.textOf(shownDay(cell, date1904), "opening", { row, column }, this.linesBy("", row, column))];
      if (typeof label === "string" && this.isOldSurvey(label, cell, date1904))
        return [this.textOf(shownDay(cell, date1904), "correction", { row, column }, this.linesBy("", row, column))];
      const isOfForm = typeof label === "string" && this.forms.at(row, column) !== null;
      if (isOfForm && this.saysUndue(label.replace(/\s*:\s*$/, ""), cell, date1904)) {
        const text = `${label.replace(/\s*:\s*$/, "")} : ${shownDay(cell, date1904)}`;
        return [this.textOf(text, "opening", { row, column }, this.linesBy("", row, column))];
      }
      if (typeof cell !== "string") return [];
      const marked = this.markedBy(cell);
      if (marked !== null) {
        const [names, facts] = marked;
        if (names.length > 0) return [this.textOf(cell, "mark", { row, column }, names)];
        const heads = [...new Set(facts.map(({ line }) => line))];
        if (facts.length > 0) return [this.textOf(cell, "correction", { row, column }, heads, facts)];
      }
      if (isUnseenLegend(cell) && marksUndue(cell))
        return [this.textOf(cell, "mark", { row, column }, this.linesBy(cell, row, column))];
      if (!this.mayMatter(cell)) return [];
      const lines = this.linesBy(cell, row, column);
      if (!this.mattersOf(cell, lines) || this.titlesTable(cell) || this.isSection(row, column)) return [];
      const coloured = this.labelsNumbers(row, column) ? [] : this.colouredBy(cell, { row, column });
      if (coloured.length > 0) {
        const facts = coloured.flatMap((marked) => marked.facts);
        return [
          this.textOf(
            cell,
            "colour",
            { row, column },
            coloured.map(({ line }) => line),
            facts,
          ),
        ];
      }
      return [this.textOf(cell, this.kindOf(cell, "note"), { row, column }, lines)];
    });
  }

  /** Returns whether what stands under or beside « Ouverture » is after the snapshot: what the school will have is not due yet. */
  private opensLater(label: string, cell: Cell, date1904: boolean): boolean {
    const { campaign } = this.reading.context;
    if (typeof cell === "string" && beginsLater(cell, campaign)) return true;
    if (isBlank(cell) || !opening.test(fold(label))) return false;
    if (readDate(cell, date1904) > toSerial(campaign.snapshot)) return true;
    return typeof cell === "string" && commonReader.read(cell, "remark").years.some((year) => year > campaign.year);
  }

  /** Returns whether a line of a form says that its school is perhaps not due: « Conventionnée | non », « Date de fermeture | 05/07/2014 ». */
  private saysUndue(label: string, cell: Cell, date1904: boolean): boolean {
    const text = shownCell(cell);
    if (deniesDue(label, [text]) || limitsDue(label, cell)) return true;
    const role = structuralRole(label)?.role;
    if (role !== "date-out" && role !== "exit-unclear") return false;
    const day = readDate(cell, date1904);
    return day > 0 && day <= toSerial(this.reading.context.campaign.snapshot);
  }

  /** Returns whether what stands under or beside « Date du relevé » is before the campaign: the numbers are of another year. */
  private isOldSurvey(label: string, cell: Cell, date1904: boolean): boolean {
    const { campaign } = this.reading.context;
    if (isBlank(cell) || !datesSurvey(label)) return false;
    const day = readDate(cell, date1904);
    if (day > 0) return fromSerial(day).year < campaign.year;
    return typeof cell === "string" && datesNumbers(`chiffres de ${cell}`, campaign.year);
  }

  /**
   * Returns what has the mark that a note begins with, « † », where not all of the note is read: the lines whose school's name has it, and
   * what is counted under headings that do. Null where the note begins with none.
   */
  private markedBy(note: string): readonly [readonly Line[], readonly Fact[]] | null {
    const [mark] = footnoteMark.exec(note.trim()) ?? [];
    if (mark === undefined || readsWhole(note.trim().slice(mark.length))) return null;
    const named = this.tables.flatMap(({ lines }) => lines.filter(({ who }) => who.name.includes(mark)));
    const under = this.tables.flatMap(({ table, lines }) => {
      const headed = new Set(table.columns.filter(({ header }) => header.includes(mark)).map(({ index }) => index));
      return headed.size === 0 ? [] : lines.flatMap(({ facts }) => facts.filter(({ column }) => headed.has(column)));
    });
    return [named, under];
  }

  /** Returns the lines of which a text says something by a colour: of its sheet, else of the other sheets of its file. */
  private colouredBy(text: string, place: CellPlace): readonly MarkedLine[] {
    const own = colouredLike(text, place, this.sheet, this.tables);
    if (own.length > 0 || colourNamed(text) === null) return own;
    const others = this.reading.tables.filter(({ table: { on } }) => on.sheet.file === this.sheet.file);
    return colouredLike(text, place, this.sheet, others);
  }

  /** Returns whether a text stands in a table beside its numbers, « Poste client standard HS | 3 »: no legend. */
  private labelsNumbers(row: number, column: number): boolean {
    return this.tables.some(({ table: { on } }) => {
      const isIn = row >= on.top && row <= on.bottom && column >= on.left && column <= on.right;
      const cells = this.sheet.rows[row] ?? [];
      return isIn && cells.slice(on.left, on.right + 1).some((cell) => typeof cell === "number");
    });
  }

  /** Returns whether a text leaves out the rows below it. */
  private isSection(row: number, column: number): boolean {
    return this.tables.some(({ table, undueSections }) =>
      undueSections.some((section) => {
        const place = placeIn(table, section.row, section.column);
        return section.rows.length > 0 && place.row === row && place.column === column;
      }),
    );
  }

  /** Returns whether a text said the kind of a table, whose rows it governs, or that of a table of which the user said it. */
  private titlesTable(text: string): boolean {
    const said = text.trim();
    return this.reading.tables.some(({ table: { on, kind, kindWords, isChosen, titles } }) => {
      if (on.sheet !== this.sheet) return false;
      const isTitle = isChosen === true && titles?.some((title) => title.trim() === said) === true;
      return isTitle || (kind !== "inventory" && kindWords.trim() === said);
    });
  }

  /** Returns the cells of tables of which nothing is read: notes below the schools, facts among a form's lines, columns beside schools across. */
  private asides(): (CellPlace & { cell: Cell })[] {
    return this.tables.flatMap((each) => {
      const { table, reader } = each;
      const { turned, sheetSchool, bodyTop } = table;
      const ofForm = sheetSchool === null ? null : Math.min(bodyTop, sheetSchool.row);
      const first = turned ? bodyTop : (ofForm ?? this.belowNumbers(each));
      return Array.from({ length: Math.max(0, table.bottom - first + 1) }, (_, at) => first + at)
        .filter((row) => !this.linesOf(each).has(row))
        .flatMap((row) =>
          Array.from({ length: table.right - table.left + 1 }, (_, at) => {
            const column = table.left + at;
            return { ...placeIn(table, row, column), cell: reader.cell(row, column) };
          }),
        );
    });
  }

  /** Returns the row below the last of a table that holds a number: a text above it heads rows, and is a section. */
  private belowNumbers({ table, lines }: TableReading): number {
    let row = table.bottom;
    const last = lines.at(-1)!.row;
    const holdsOne = (cells: readonly unknown[]): boolean => cells.some((cell) => typeof cell === "number");
    while (row > last && !holdsOne((table.sheet.rows[row] ?? []).slice(table.left, table.right + 1))) row -= 1;
    return row + 1;
  }

  private comments(): FreeText[] {
    return commentsOf(this.sheet).flatMap(({ row, column, text }): FreeText[] => {
      // « Celle de la mairie », of a number: it counts what no school has. « En lots de deux », of a heading.
      const [isOfNumbers, multiplies] = [saysOffice(text) || doubtsNumber(text), multiplierIn(text) !== null];
      if (!isOfNumbers && !multiplies && !this.mayMatter(text)) return [];
      const lines = this.linesBy(text, row, column);
      const commented = lines.flatMap((line) =>
        line.facts.filter((fact) => {
          const at = placeIn(line.table, line.row, fact.column);
          return at.row === row && at.column === column;
        }),
      );
      const isSaid = multiplies || (isOfNumbers && commented.length > 0);
      if (!isSaid && !this.mattersOf(text, lines)) return [];
      const from = this.kindOf(text, "comment");
      return [this.textOf(text, from, { row, column }, lines, commented.length > 0 ? commented : undefined)];
    });
  }

  private textOf(
    text: string,
    from: FreeText["from"],
    place: CellPlace,
    lines: readonly Line[],
    facts: readonly Fact[] = lines.flatMap((line) => line.facts),
  ): FreeText {
    const each = this.tables.find(({ table }) => table === lines[0]?.table) ?? this.tables[0]!;
    return { text: text.trim(), from, sheet: this.sheet, place, each, header: "", isOut: false, lines, facts };
  }

  /** Returns the lines of the schools that a text names, of its sheet or, where the one school that it names is not on it, of others. */
  private namedBy(text: string): readonly Line[] | null {
    const [here, everywhere] = [this.own.in(text), this.everywhere.in(text)];
    const keysOf = (lines: readonly Line[]): Set<string> =>
      new Set(lines.map(({ who }) => this.reading.schools.keyOf(who)));
    const [keys, all] = [keysOf(here ?? []), keysOf(everywhere ?? [])];
    const isElsewhere = keys.size === 0 || [...keys].some((key) => !all.has(key));
    return all.size === 1 && isElsewhere ? everywhere : here;
  }

  /** Returns the lines that a text at a place of the sheet is said of: those of its row, of whom it names, of its form, or all. */
  private linesBy(text: string, row: number, column: number): readonly Line[] {
    for (const each of this.tables) {
      const { table } = each;
      const { turned, on } = table;
      if (row < on.top || row > on.bottom || (turned && (column < on.left || column > on.right))) continue;
      const at = turned ? column : row;
      const isLeftOut = setAsideRows(table, this.reading.context.options).has(at);
      if (isLeftOut || this.linesOf(each).has(at)) return this.linesOfRow(each, at);
    }
    const named = this.namedBy(text);
    if (named !== null) return named;
    const form = this.forms.at(row, column);
    if (form === null) return this.own.lines;
    const isOfForm = ({ sheetSchool }: Table): boolean =>
      sheetSchool !== null && sheetSchool.row === form.row && sheetSchool.column === form.column;
    return this.own.lines.filter(({ table }) => isOfForm(table));
  }

  private linesOf(each: TableReading): ReadonlyMap<number, Line> {
    return remembered(this.known, each, () => new Map(each.lines.map((line) => [line.row, line])));
  }
}

/** Stands for the commune of a row, whichever it is. */
const ownCommune = "=";

/** Returns what a cell shows; a number among texts is a day. */
function shownDay(cell: Cell, date1904: boolean): string {
  const day = typeof cell === "number" ? readDate(cell, date1904) : Number.NaN;
  return day > 0 ? frenchDate(fromSerial(day)) : shownCell(cell);
}

/** Returns whether a text states of one school, counted in a table of counts, a number that none of its quantities is. */
function contradicts(text: string, lines: readonly Line[]): boolean {
  const schools = new Set(lines.map(({ who }) => who.key));
  if (schools.size !== 1 || lines.some(({ table }) => layouts[table.layout].listsUnits)) return false;
  const quantities = new Set(lines.flatMap((line) => line.facts.map(({ quantity }) => quantity)));
  return statedCounts(text).some((count) => !quantities.has(count));
}

/** What heads who has a machine, and where. */
const headsUsers =
  /^(?:utilisat|usager|usage|detent|attribu|affect|groupe|service|lieu|localis|emplac|site|salle|batiment|destination)/;

/** What heads the day that a school opened, or will. */
const opening =
  /^(?:date (?:d )?|annee (?:d )?)?(?:ouvert|ouvre|creation|adhe[rs]|convention|membre|entree dans|dans le dispositif)/;

/** A sign before a note, which a name in the table has too. */
const footnoteMark = /^(?:[†‡§★☆¤¹²³*]+|\(\d\))/;

/** Columns that name machines, or where they are, of which no remark is read. */
const namesMachines: ReadonlySet<Column["role"]["kind"]> = new Set(["name", "inventory-number"]);
const mayTell = (column: Column): boolean =>
  isOfRemarks(column) || namesMachines.has(column.role.kind) || column.role.kind === "location";

/** Returns whether a column holds texts that nothing else reads, or that the user said to take their rows out. */
function isOfRemarks(column: Column): boolean {
  const { role, flag } = column;
  if (isCorrected(column)) return role.kind === "status" && flag === "out";
  return role.kind === "ignored" || role.kind === "other";
}
