import type { Cell, SheetCells } from "../../cells";
import { CellError, fold } from "../../cells";
import type { Commune, CommuneMatch } from "../../tariff";
import { agree } from "../../tariff";
import type { Column, Table } from "../table";
import { columnOf } from "../table";
import type { TableReading } from "./reading-table";
import { totalKind } from "./row-kind";

/** The commune and the school of a row, or null where an error has been told. */
export interface Place {
  readonly commune: Commune;
  readonly school: string;
  /** Where the school is written. */
  readonly row: number;
  readonly column: number;
}

/** Text of a cell that names something: a number typed as a name is its digits. */
export function nameOf(cell: Cell): string | null {
  if (typeof cell === "string") return cell.trim() === "" ? null : cell;
  return typeof cell === "number" ? String(cell) : null;
}

/** For each row of a column inside merged blocks, the row that holds the value. */
function mergedRows(sheet: SheetCells, column: number): Map<number, number> {
  const rows = new Map<number, number>();
  for (const merge of sheet.merges)
    if (merge.left <= column && column <= merge.right && merge.bottom > merge.top)
      for (let row = merge.top + 1; row <= merge.bottom; row += 1) rows.set(row, merge.top);
  return rows;
}

/** True where two rows in a row write the same name again: then a blank is a fault, not a block. */
function repeats(table: Table, column: number): boolean {
  let last: string | null = null;
  for (let row = table.bodyTop; row <= table.bodyBottom; row += 1) {
    const text = nameOf(table.sheet.rows[row]?.[column] ?? null);
    if (text === null || totalKind(text) !== null) {
      last = null;
      continue;
    }
    const folded = fold(text);
    if (folded === last) return true;
    last = folded;
  }
  return false;
}

/** A column of names that may be filled down inside blocks. */
class NameColumn {
  private readonly merged: Map<number, number>;
  private readonly fills: boolean;
  private current: { text: string; row: number } | null = null;

  constructor(
    private readonly table: Table,
    readonly index: number,
    mayFill: boolean,
  ) {
    this.merged = mayFill ? mergedRows(table.sheet, index) : new Map();
    this.fills = mayFill && !repeats(table, index);
  }

  read(row: number): { text: string; row: number } | null {
    const own = nameOf(this.table.sheet.rows[row]?.[this.index] ?? null);
    if (own !== null) return (this.current = { text: own, row });
    const holder = this.merged.get(row);
    if (holder !== undefined) {
      const text = nameOf(this.table.sheet.rows[holder]?.[this.index] ?? null);
      if (text !== null) return (this.current = { text, row: holder });
    }
    return this.fills ? this.current : null;
  }

  /** A blank row or a total ends the block. */
  endBlock(): void {
    this.current = null;
  }

  /** A name that stands alone on its row heads the block below. */
  head(text: string, row: number): void {
    this.current = { text, row };
  }
}

/** Tells the commune and the school of each row of a table. */
export class Locator {
  private readonly table: Table;
  private readonly communeColumn: NameColumn | null;
  private readonly schoolColumn: NameColumn | null;
  private readonly insee: Column | null;
  private readonly entity: Column | null;
  private readonly location: Column | null;
  private lastCommune: { text: string; match: CommuneMatch } | null = null;
  /** Rows whose commune has its error told: the rows filled down from them do not tell it again. */
  private readonly told = new Set<number>();
  private noSchoolTold = false;
  private sheetTold = false;

  constructor(
    private readonly reading: TableReading,
    /** Blank names inside blocks are filled down: never in machine rows (decisions §4). */
    mayFill: boolean,
    /** Schools too: items of one school one under the other. */
    fillSchools: boolean,
  ) {
    this.table = reading.table;
    const commune = columnOf(this.table, "commune");
    const school = columnOf(this.table, "school");
    this.communeColumn = commune === null ? null : new NameColumn(this.table, commune.index, mayFill);
    this.schoolColumn = school === null ? null : new NameColumn(this.table, school.index, mayFill && fillSchools);
    this.insee = columnOf(this.table, "insee");
    this.entity = columnOf(this.table, "entity");
    this.location = columnOf(this.table, "location");
  }

  get communeIndex(): number | null {
    return this.communeColumn?.index ?? null;
  }

  get schoolIndex(): number | null {
    return this.schoolColumn?.index ?? null;
  }

  /** Columns whose text may head a total row. */
  get nameIndexes(): number[] {
    const indexes = [
      this.communeColumn?.index,
      this.schoolColumn?.index,
      this.entity?.index,
      this.location?.index,
      columnOf(this.table, "label")?.index,
    ];
    return indexes.filter((index) => index !== undefined);
  }

  endBlock(): void {
    this.communeColumn?.endBlock();
    this.schoolColumn?.endBlock();
  }

  /** True where the text is a commune, alone on its row: it heads the rows below. */
  heads(text: string, row: number): boolean {
    if (this.communeColumn === null || this.reading.tools.directory.find(text).kind !== "found") return false;
    this.communeColumn.head(text, row);
    return true;
  }

  /** The commune of a row; null with its error told. */
  commune(row: number): { commune: Commune; row: number; column: number } | null {
    const { sheet } = this.table;
    if (this.communeColumn !== null) {
      const named = this.communeColumn.read(row);
      if (named === null) {
        const byCode = this.byInsee(row);
        if (byCode !== null) return byCode;
        return this.fail(row, this.communeColumn.index, sheet.rows[row]?.[this.communeColumn.index] ?? null);
      }
      if (this.lastCommune === null || this.lastCommune.text !== named.text) {
        this.schoolColumn?.endBlock();
        this.lastCommune = { text: named.text, match: this.reading.tools.directory.find(named.text) };
      }
      const { match } = this.lastCommune;
      if (match.kind !== "found" && named.row !== row && this.told.has(named.row)) {
        this.reading.log.fail(row);
        return null;
      }
      if (match.kind !== "found") this.told.add(named.row);
      const commune = this.settle(match, named.text, named.row, this.communeColumn.index);
      if (commune === null) {
        this.reading.log.fail(row);
        return null;
      }
      const code = this.insee === null ? null : nameOf(sheet.rows[row]?.[this.insee.index] ?? null);
      if (code !== null && !agree(commune, code)) {
        this.reading.report("error", "insee-disagrees", row, this.insee!.index, {
          commune: commune.name,
          insee: code,
          expected: commune.insee,
        });
        return null;
      }
      return { commune, row: named.row, column: this.communeColumn.index };
    }
    for (const column of [this.entity, this.location]) {
      if (column === null) continue;
      const text = nameOf(sheet.rows[row]?.[column.index] ?? null);
      if (text === null) {
        if (column === this.entity && this.location !== null) continue;
        return this.fail(row, column.index, sheet.rows[row]?.[column.index] ?? null);
      }
      const match = this.reading.tools.directory.find(text);
      if (match.kind === "unknown" && column === this.entity && this.location !== null) {
        const there = nameOf(sheet.rows[row]?.[this.location.index] ?? null);
        if (there !== null && this.reading.tools.directory.find(there).kind === "found") continue;
      }
      const commune = this.settle(match, text, row, column.index);
      return commune === null ? null : { commune, row, column: column.index };
    }
    const byCode = this.byInsee(row);
    if (byCode !== null) return byCode;
    if (this.insee !== null) return this.fail(row, this.insee.index, sheet.rows[row]?.[this.insee.index] ?? null);
    return this.fromSheet(row);
  }

  private byInsee(row: number): { commune: Commune; row: number; column: number } | null {
    if (this.insee === null) return null;
    const code = nameOf(this.table.sheet.rows[row]?.[this.insee.index] ?? null);
    if (code === null) return null;
    const commune = this.settle(this.reading.tools.directory.findByInsee(code.trim()), code, row, this.insee.index);
    return commune === null ? null : { commune, row, column: this.insee.index };
  }

  /** The commune that the sheet gives, its error told once on the sheet and not on each row. */
  private fromSheet(row: number): { commune: Commune; row: number; column: number } | null {
    const given = this.table.sheetCommune;
    if (given?.commune !== null && given?.commune !== undefined)
      return { commune: given.commune, row, column: this.table.left };
    if (!this.sheetTold) {
      this.sheetTold = true;
      const at = given?.cell ?? { row: this.table.headerTop, column: this.table.left };
      const text = given?.text ?? this.table.sheet.name;
      if (given?.from === "none")
        this.reading.report("error", "sheet-without-commune", at.row, at.column, { name: text });
      else this.settle(this.reading.tools.directory.find(text), text, at.row, at.column);
    }
    this.reading.log.fail(row);
    return null;
  }

  private fail(row: number, column: number, cell: Cell): null {
    this.reading.report("error", cell instanceof CellError ? "error-in-name" : "missing-commune", row, column, {
      value: cell instanceof CellError ? cell.code : "",
    });
    return null;
  }

  /** The commune found, or its error at the cell that names it. */
  settle(match: CommuneMatch, text: string, row: number, column: number): Commune | null {
    if (match.kind === "found") return match.commune;
    const year = this.reading.tools.campaign.year;
    if (match.kind === "outside") {
      const joined = match.commune.from !== null && match.commune.from.year > year - 1;
      if (joined)
        this.reading.report("error", "commune-not-yet", row, column, {
          commune: match.commune.name,
          since: match.commune.from!.year,
          campaign: year,
        });
      else
        this.reading.report("error", "commune-no-longer", row, column, {
          commune: match.commune.name,
          successor: match.successor?.name ?? "–",
          campaign: year,
        });
      return null;
    }
    this.reading.report("error", "unknown-commune", row, column, {
      commune: text.trim(),
      suggestion: match.suggestion?.name ?? "–",
      campaign: year,
    });
    return null;
  }

  /** The commune and the school of a row; null with its error told. */
  place(row: number): Place | null {
    const at = this.commune(row);
    if (at === null) return null;
    if (this.schoolColumn !== null) {
      const named = this.schoolColumn.read(row);
      if (named !== null)
        return { commune: at.commune, school: named.text, row: named.row, column: this.schoolColumn.index };
      const cell = this.table.sheet.rows[row]?.[this.schoolColumn.index] ?? null;
      this.reading.report(
        "error",
        cell instanceof CellError ? "error-in-name" : "missing-school",
        row,
        this.schoolColumn.index,
        {
          value: cell instanceof CellError ? cell.code : "",
        },
      );
      return null;
    }
    return this.schoolOfPath(row, at.commune);
  }

  /** The school in a GLPI path: the level below the commune, in the entity or in the location. */
  private schoolOfPath(row: number, commune: Commune): Place | null {
    for (const column of [this.entity, this.location]) {
      if (column === null) continue;
      const text = nameOf(this.table.sheet.rows[row]?.[column.index] ?? null);
      if (text === null) continue;
      const school = this.schoolIn(text, commune, column === this.location);
      if (school !== null) return { commune, school, row, column: column.index };
    }
    if (this.location !== null || this.entity !== null) {
      this.reading.report("error", "missing-school", row, (this.location ?? this.entity)!.index, { value: "" });
      return null;
    }
    if (!this.noSchoolTold) {
      this.noSchoolTold = true;
      this.reading.report("error", "no-school-column", this.table.headerBottom, this.table.left);
    }
    this.reading.log.fail(row);
    return null;
  }

  private readonly paths = new Map<string, string | null>();

  private schoolIn(path: string, commune: Commune, isLocation: boolean): string | null {
    const key = `${isLocation ? "l" : "e"}|${commune.insee}|${path}`;
    const known = this.paths.get(key);
    if (known !== undefined) return known;
    const levels = path
      .split(">")
      .map((level) => level.trim())
      .filter((level) => level !== "");
    const at = levels.findIndex((level) => {
      const match = this.reading.tools.directory.find(level);
      return match.kind === "found" && match.commune.insee === commune.insee;
    });
    const school = at >= 0 ? (levels[at + 1] ?? null) : isLocation ? (levels[0] ?? null) : null;
    this.paths.set(key, school);
    return school;
  }
}
