import { CellError, type Cell } from "../../cells";
import { agree, type Commune, type CommuneDirectory, type CommuneMatch } from "../../tariff";
import { tellError } from "../anomalies";
import { columnOf, type Column, type Table } from "../table";
import { isSection, loneText } from "../words/names";
import { PathSchools, settleCommune, WrittenCommunes } from "./communes";
import { NameColumn, nameOf } from "./name-column";
import { schoolKey, type TableReading } from "./table-reader";

/** The commune and the school of a row. */
export interface Place {
  readonly commune: Commune;
  readonly school: string;
  /** Where the school is written. */
  readonly row: number;
  readonly column: number;
}

/** Which blank names are filled down inside blocks: none in machine rows; schools only where items stand below each other. */
type Fill = "none" | "communes" | "communes-and-schools";

/** Tells the commune and the school of each row of a table. */
export class Locator {
  private readonly table: Table;
  private readonly communeColumn: NameColumn | null;
  private readonly schoolColumn: NameColumn | null;
  private readonly insee: Column | null;
  private readonly entity: Column | null;
  private readonly location: Column | null;
  private readonly paths: PathSchools;
  private readonly written: WrittenCommunes;
  /** In a table without a column of communes, the columns in which they stand alone above their schools. */
  readonly headColumns: ReadonlySet<number>;
  private head: { readonly text: string; readonly row: number; readonly column: number } | null = null;
  /** Columns whose text may head a total row. */
  readonly nameIndexes: readonly number[];
  private lastCommune: { text: string; match: CommuneMatch } | null = null;
  /** Rows whose commune has its error told: the rows filled down from them do not tell it again. */
  private readonly told = new Set<number>();
  private noSchoolTold = false;
  private sheetTold = false;
  /** The commune chosen for a sheet that gives none. */
  private sheetChosen: Commune | null = null;
  /** The commune of the last row was chosen, and not found in its path. */
  private isChosen = false;

  constructor(
    private readonly reading: TableReading,
    fill: Fill,
  ) {
    this.table = reading.table;
    const commune = columnOf(this.table, "commune");
    const school = columnOf(this.table, "school");
    this.communeColumn =
      commune === null
        ? null
        : new NameColumn(this.table, commune.index, fill === "none" ? "none" : "communes", null, (text, row) =>
            this.isNamedElsewhere(text, row),
          );
    this.schoolColumn =
      school === null
        ? null
        : new NameColumn(
            this.table,
            school.index,
            fill === "communes-and-schools" ? "schools" : "none",
            commune?.index ?? null,
          );
    this.insee = columnOf(this.table, "insee");
    this.entity = columnOf(this.table, "entity");
    this.location = columnOf(this.table, "location");
    this.paths = new PathSchools(reading.tools.directory);
    this.written = new WrittenCommunes(reading, school?.index ?? null);
    this.headColumns =
      commune === null && this.entity === null && this.location === null && this.insee === null
        ? columnsOfHeads(this.table, school?.index ?? null, reading.tools.directory)
        : new Set();
    this.nameIndexes = [commune, school, this.entity, this.location, columnOf(this.table, "label")].flatMap((column) =>
      column === null ? [] : [column.index],
    );
  }

  get communeIndex(): number | null {
    return this.communeColumn?.index ?? null;
  }

  get schoolIndex(): number | null {
    return this.schoolColumn?.index ?? null;
  }

  /** A blank row or a total ends the block; what stands alone above a blank row still heads what is below it. */
  endBlock(isBlank: boolean): void {
    this.communeColumn?.endBlock(isBlank);
    this.schoolColumn?.endBlock(isBlank);
    if (!isBlank) this.head = null;
  }

  /** A text alone on its row heads the rows below; where it is no commune, that is told if one of them counts on it. */
  heads(text: string, row: number, column: number): void {
    if (isSection(text, this.reading.tools.directory.find(text))) return;
    this.communeColumn?.head(text, row);
    this.head = { text, row, column };
  }

  /** True where a row's school is written in a cell merged with others. */
  isMerged(row: number): boolean {
    return this.schoolColumn?.isMerged(row) ?? false;
  }

  /** True where schools are written with their communes, and this row's is not. */
  lacksItsCommune(row: number): boolean {
    return this.communeColumn === null && this.written.areUsual && this.written.at(row) === null;
  }

  /** The name that a row bears: its school's, or its commune's. */
  nameAt(row: number): string | null {
    for (const index of [this.schoolIndex, this.communeIndex])
      if (index !== null) {
        const text = nameOf(this.cell(row, { index }));
        if (text !== null) return text;
      }
    return null;
  }

  /** A headcount elsewhere names the school of a row in a commune. */
  private isNamedElsewhere(text: string, row: number): boolean {
    const match = this.reading.tools.directory.find(text);
    const school = this.schoolIndex === null ? null : nameOf(this.cell(row, { index: this.schoolIndex }));
    if (match.kind !== "found" || school === null) return false;
    return this.reading.tools.namedSchools.has(schoolKey(match.commune, school), this.table.sheet);
  }

  /** A row that is not read may name the block that goes on below it. */
  pass(row: number): void {
    const named = this.communeColumn?.read(row) ?? null;
    if (named !== null) this.enter(named.text);
    this.schoolColumn?.read(row);
  }

  /** The commune that stands alone above a row, its error told once. */
  private headed(row: number, { text, row: at, column }: NonNullable<Locator["head"]>): Commune | null {
    const match = this.reading.tools.directory.find(text);
    const commune = match.kind === "found" ? match.commune : this.reading.chosenCommune(text, at, column);
    if (commune !== null) return commune;
    this.reading.log.fail(row);
    if (this.told.has(at)) return null;
    this.told.add(at);
    return settleCommune(this.reading, match, text, at, column);
  }

  /** Neither a column nor a title gives the commune: the school's own cell does, or the sheet. */
  private withoutColumn(row: number): Commune | null {
    const written = this.written.at(row);
    if (written !== null)
      return this.written.commune(row, written, (text, column) => this.headed(row, { text, row, column }));
    const other = this.written.otherThan(row);
    if (other !== null) return other.chosen;
    if (this.headColumns.size === 0 || this.written.isOfOneCommune) return this.fromSheet(row);
    return this.withoutCommune(row, this.schoolIndex ?? this.table.left);
  }

  /** The commune of a row; null with its error told. */
  commune(row: number): Commune | null {
    if (this.communeColumn !== null) return this.named(row, this.communeColumn);
    for (const column of [this.entity, this.location]) {
      if (column === null) continue;
      const text = nameOf(this.cell(row, column));
      if (text === null) {
        if (column === this.entity && this.location !== null) continue;
        return this.withoutCommune(row, column.index);
      }
      const match = this.reading.tools.directory.find(text);
      // « Entité racine > Écoles » leaves it to the location; a near miss of a commune is told.
      const isGeneral = match.kind === "unknown" && match.suggestion === null;
      if (isGeneral && column === this.entity && this.location !== null) {
        const there = nameOf(this.cell(row, this.location));
        if (there !== null && this.reading.tools.directory.find(there).kind === "found") continue;
      }
      const commune = settleCommune(this.reading, match, text, row, column.index);
      this.isChosen = match.kind !== "found";
      return commune === null ? null : this.withLocation(row, column, commune);
    }
    if (this.insee === null) {
      // Where schools are written with their communes, one alone among them is their sum: it heads nothing.
      const { head } = this;
      return head === null || this.written.areUsual ? this.withoutColumn(row) : this.headed(row, head);
    }
    return this.hasInsee(row) ? this.byInsee(row) : this.withoutCommune(row, this.insee.index);
  }

  /** The commune of a row's entity, where its location is in no other: else the one chosen, or null with the error told. */
  private withLocation(row: number, column: Column, commune: Commune): Commune | null {
    const text = column !== this.entity || this.location === null ? null : nameOf(this.cell(row, this.location));
    if (text === null || !text.includes(">")) return commune;
    const there = this.reading.tools.directory.find(text.split(">")[0]!.trim());
    if (there.kind !== "found" || there.commune.insee === commune.insee) return commune;
    const at = this.location!.index;
    const chosen = this.reading.chosenCommune(text, row, at);
    if (chosen === null)
      this.reading.report("error", "location-disagrees", row, at, {
        location: text,
        commune: commune.name,
        other: there.commune.name,
      });
    return chosen;
  }

  /** The commune and the school of a row; null with its error told. */
  place(row: number): Place | null {
    const commune = this.commune(row);
    if (this.schoolColumn === null) return commune === null ? null : this.schoolElsewhere(row, commune);
    const named = this.schoolColumn.read(row);
    if (named === null) return this.fail(row, this.schoolColumn.index, "missing-school");
    if (commune === null) return null;
    return { commune, school: this.schoolIn(named.text, row), row: named.row, column: this.schoolColumn.index };
  }

  /** The school's name without the commune's, where one cell is all that gives both. */
  private schoolIn(text: string, row: number): string {
    const isAlone =
      this.communeColumn === null && this.entity === null && this.location === null && this.insee === null;
    return (
      (isAlone && (this.head === null || this.written.areUsual) ? this.written.at(row)?.school : undefined) ?? text
    );
  }

  private cell(row: number, column: { readonly index: number }): Cell {
    return this.table.sheet.rows[row]?.[column.index] ?? null;
  }

  /** The commune that its column names, agreed with by the INSEE code beside it. */
  private named(row: number, column: NameColumn): Commune | null {
    const named = column.read(row);
    if (named === null)
      return column.cell(row) === null && this.hasInsee(row)
        ? this.byInsee(row)
        : this.withoutCommune(row, column.index);
    const match = this.enter(named.text);
    const commune =
      match.kind === "found" ? match.commune : this.reading.chosenCommune(named.text, named.row, column.index);
    if (commune === null) {
      this.reading.log.fail(row);
      if (named.row !== row && this.told.has(named.row)) return null;
      this.told.add(named.row);
      return settleCommune(this.reading, match, named.text, named.row, column.index);
    }
    const other = named.row === row || column.isMerged(row) ? null : this.written.otherEnding(row, commune);
    if (other !== null) return other.chosen;
    const code = this.insee === null ? null : nameOf(this.cell(row, this.insee));
    if (code === null || agree(commune, code)) return commune;
    const chosen = this.reading.chosenCommune(code, row, this.insee!.index);
    if (chosen === null)
      this.reading.report("error", "insee-disagrees", row, this.insee!.index, {
        commune: commune.name,
        insee: code,
        expected: commune.insee,
      });
    return chosen;
  }

  /** What the text of the commune's column says; another one than above ends the school's block. */
  private enter(text: string): CommuneMatch {
    if (this.lastCommune === null || this.lastCommune.text !== text) {
      this.schoolColumn?.endBlock();
      this.lastCommune = { text, match: this.reading.tools.directory.find(text) };
    }
    return this.lastCommune.match;
  }

  /** The commune chosen for a cell that names none; null with its error told. */
  private withoutCommune(row: number, column: number): Commune | null {
    return this.reading.chosenCommune("", row, column) ?? this.fail(row, column, "missing-commune");
  }

  private hasInsee(row: number): boolean {
    return this.insee !== null && nameOf(this.cell(row, this.insee)) !== null;
  }

  private byInsee(row: number): Commune | null {
    const code = nameOf(this.cell(row, this.insee!))!;
    const match = this.reading.tools.directory.findByInsee(code.trim());
    return settleCommune(this.reading, match, code, row, this.insee!.index);
  }

  /** The commune that the sheet gives, its error told once on the sheet and not on each row. */
  private fromSheet(row: number): Commune | null {
    const given = this.table.sheetCommune;
    if (given?.commune !== null && given?.commune !== undefined)
      return given.other === undefined ? given.commune : this.ofTwo(row, given.commune, given.other, given.cell!);
    if (!this.sheetTold) {
      this.sheetTold = true;
      const at = given?.cell ?? { row: this.table.headerTop, column: this.table.left };
      const text = given?.text ?? this.table.sheet.name;
      if (given?.from !== "none")
        this.sheetChosen = settleCommune(
          this.reading,
          this.reading.tools.directory.find(text),
          text,
          at.row,
          at.column,
        );
      else {
        this.sheetChosen = this.reading.chosenCommune("", at.row, at.column);
        if (this.sheetChosen === null)
          this.reading.report("error", "sheet-without-commune", at.row, at.column, { name: text });
      }
    }
    if (this.sheetChosen !== null) return this.sheetChosen;
    this.reading.log.fail(row);
    return null;
  }

  /** A title names a commune and its sheet another: the one that is chosen at the title, or null with the error told once. */
  private ofTwo(row: number, commune: Commune, other: Commune, cell: { row: number; column: number }): Commune | null {
    const value = nameOf(this.cell(cell.row, { index: cell.column })) ?? commune.name;
    this.sheetChosen ??= this.reading.chosenCommune(value, cell.row, cell.column);
    if (this.sheetChosen !== null) return this.sheetChosen;
    if (!this.sheetTold)
      this.reading.report("error", "two-communes", cell.row, cell.column, {
        commune: commune.name,
        other: other.name,
        value: value.trim(),
      });
    this.sheetTold = true;
    this.reading.log.fail(row);
    return null;
  }

  private fail(row: number, column: number, code: "missing-commune" | "missing-school"): null {
    const cell = this.cell(row, { index: column });
    if (cell instanceof CellError) tellError(this.reading, cell, row, column);
    else this.reading.report("error", code, row, column);
    return null;
  }

  /** The school of the whole sheet, or the one in a GLPI path, in the entity or in the location. */
  private schoolElsewhere(row: number, commune: Commune): Place | null {
    const { sheetSchool } = this.table;
    if (sheetSchool !== null)
      return { commune, school: sheetSchool.name, row: sheetSchool.row, column: sheetSchool.column };
    for (const column of [this.entity, this.location]) {
      if (column === null) continue;
      const text = nameOf(this.cell(row, column));
      const school = text === null ? null : this.paths.read(text, commune, column === this.location, this.isChosen);
      if (school !== null) return { commune, school, row, column: column.index };
    }
    const holder = this.location ?? this.entity;
    if (holder !== null) return this.fail(row, holder.index, "missing-school");
    if (!this.noSchoolTold) {
      this.noSchoolTold = true;
      this.reading.report("error", "no-school-column", this.table.headerBottom, this.table.left);
    }
    this.reading.log.fail(row);
    return null;
  }
}

/**
 * The columns in which communes stand alone on their rows, above their schools; and that of the schools, where some of its
 * names are communes and others are not. Empty where none does.
 */
function columnsOfHeads(table: Table, school: number | null, directory: CommuneDirectory): ReadonlySet<number> {
  const columns = new Set<number>();
  let communes = 0;
  let others = 0;
  for (let row = table.bodyTop; row <= table.bodyBottom; row += 1) {
    const cells: readonly Cell[] = table.sheet.rows[row] ?? [];
    const name = school === null ? null : cells[school];
    if (typeof name === "string" && name.trim() !== "") {
      if (directory.find(name).kind === "unknown") others += 1;
      else communes += 1;
    }
    const lone = loneText(cells, table.left, table.right);
    if (lone !== null && directory.find(lone.text).kind !== "unknown") columns.add(lone.column);
  }
  if (school !== null && communes > 0 && others > 0) columns.add(school);
  return columns;
}
