import { CellError, fold, isBlankRow, type Cell, type SheetCells } from "../../cells";
import type { CommuneDirectory } from "../../tariff";
import { columnOf, type Table } from "../table";
import { totalKind } from "../words/names";
import { schoolKey } from "./table-reader";

/** A name and the row that writes it. */
interface NamedRow {
  readonly text: string;
  readonly row: number;
}

/** Text of a cell that names something: a number typed as a name is its digits. */
export function nameOf(cell: Cell): string | null {
  if (typeof cell === "string") return cell.trim() === "" ? null : cell;
  return typeof cell === "number" ? String(cell) : null;
}

/** « " », « idem », « -"- »: the name above, again. */
const ditto = /^\s*(?:["«»“”″〃]|''|-\s*["″]\s*-|(?:id|idem)\.?)\s*$/i;

/** True of a cell that stands for the name above it. */
function isDitto(cell: Cell): boolean {
  return typeof cell === "string" && ditto.test(cell);
}

/** For each row of a column inside merged blocks, the row that holds the value. */
export function mergedRows(sheet: SheetCells, column: number): Map<number, number> {
  const rows = new Map<number, number>();
  for (const merge of sheet.merges)
    if (merge.left <= column && column <= merge.right && merge.bottom > merge.top)
      for (let row = merge.top + 1; row <= merge.bottom; row += 1) rows.set(row, merge.top);
  return rows;
}

/**
 * True where a name is written again below itself, blanks apart: then a blank is a fault, not a block. A school's name may
 * come again in the next commune (`within`); a commune that stands for a school too, or for none, sums its schools.
 */
function repeats(table: Table, column: number, within: number | null): boolean {
  const schools = columnOf(table, "school");
  const school = schools?.index === column ? null : schools;
  let last: string | null = null;
  let inside: string | null = null;
  for (let row = table.bodyTop; row <= table.bodyBottom; row += 1) {
    const around = within === null ? null : nameOf(table.sheet.rows[row]?.[within] ?? null);
    if (around !== null && fold(around) !== inside) {
      inside = fold(around);
      last = null;
    }
    const text = nameOf(table.sheet.rows[row]?.[column] ?? null);
    if (text === null || totalKind(text) !== null) {
      if (text !== null) last = null;
      continue;
    }
    const folded = fold(text);
    if (folded === last && !(school !== null && isSumOf(text, nameOf(table.sheet.rows[row]?.[school.index] ?? null))))
      return true;
    last = folded;
  }
  return false;
}

/** True of « Pirey | Pirey » and « Pirey | » below Pirey's schools. */
function isSumOf(commune: string, school: string | null): boolean {
  return school === null || fold(school) === fold(commune);
}

/** How far blank names are filled down outside merged cells: `where-named`, where a headcount names that school there. */
type FillDown = "always" | "where-named" | "never";

/**
 * How a column of communes is filled down: by a table that leaves it blank below the first row of two blocks at least, or
 * that is one block; never by one that repeats it. One blank among communes may as well be one that was forgotten.
 */
function fillOfCommunes(table: Table, column: number): FillDown {
  if (repeats(table, column, null)) return "never";
  let blocks = 0;
  let names = 0;
  let isOpen = false;
  for (let row = table.bodyTop; row <= table.bodyBottom; row += 1) {
    const cells = table.sheet.rows[row] ?? [];
    const text = nameOf(cells[column] ?? null);
    if (text !== null && totalKind(text) === null) {
      names += 1;
      isOpen = true;
    } else if (text !== null || isBlankRow(cells, table.left, table.right) || isTotal(cells)) isOpen = false;
    else if (isOpen) {
      blocks += 1;
      isOpen = false;
    }
  }
  return blocks > 1 || (blocks === 1 && names === 1) ? "always" : "where-named";
}

function isTotal(cells: readonly Cell[]): boolean {
  return cells.some((cell) => typeof cell === "string" && totalKind(cell) !== null);
}

/** What fills the blanks of a column of names. */
type Filling = "none" | "communes" | "schools";

/** A column of names that may be filled down inside blocks. (decisions §4) */
export class NameColumn {
  private readonly merged: Map<number, number>;
  private readonly fill: FillDown;
  private current: NamedRow | null = null;
  /** The current name stands alone on its row. */
  private isHead = false;

  constructor(
    private readonly table: Table,
    readonly index: number,
    filling: Filling,
    within: number | null,
    /** Whether a headcount names the school of a row in a commune. */
    private readonly isNamed: (commune: string, row: number) => boolean = () => false,
  ) {
    this.merged = mergedRows(table.sheet, index);
    if (filling === "none") this.fill = "never";
    else if (filling === "communes") this.fill = fillOfCommunes(table, index);
    else this.fill = repeats(table, index, within) ? "never" : "always";
    this.headsFill = filling !== "none";
  }

  private readonly headsFill: boolean;

  /** The cell itself, as typed. */
  cell(row: number): Cell {
    return this.table.sheet.rows[row]?.[this.index] ?? null;
  }

  /** True where the cell takes its name from those it is merged with. */
  isMerged(row: number): boolean {
    return this.merged.has(row);
  }

  /** The name that stands for a row, its own or its block's; null where there is none. */
  read(row: number): NamedRow | null {
    const cell = this.cell(row);
    if (isDitto(cell) && this.current !== null) return this.current;
    const own = nameOf(cell);
    if (own !== null) return this.enter({ text: own, row });
    // What a broken formula would have said is unknown: nothing fills it, nor the rows below.
    if (cell instanceof CellError) return (this.current = null);
    const holder = this.merged.get(row);
    const held = holder === undefined ? null : nameOf(this.cell(holder));
    if (held !== null) return this.enter({ text: held, row: holder! });
    const { current } = this;
    if (current === null) return null;
    const fills =
      this.isHead || this.fill === "always" || (this.fill === "where-named" && this.isNamed(current.text, row));
    return fills ? current : null;
  }

  private enter(named: NamedRow): NamedRow {
    this.isHead = false;
    return (this.current = named);
  }

  /** A total ends the block; a blank row does, unless its name stands alone above it. */
  endBlock(isBlank = false): void {
    if (!(isBlank && this.isHead)) this.current = null;
  }

  /** A name that stands alone on its row heads the block below. */
  head(text: string, row: number): void {
    this.current = { text, row };
    this.isHead = this.headsFill;
  }
}

/** The schools that headcounts name in full, a commune and a name on each row: looked up only where a commune is blank. */
export class NamedSchools {
  private known: Map<string, Set<SheetCells>> | null = null;

  constructor(
    private readonly tables: readonly Table[],
    private readonly directory: CommuneDirectory,
  ) {}

  /** True where a table of another sheet names that school. */
  has(key: string, elsewhere: SheetCells): boolean {
    const sheets = (this.known ??= this.read()).get(key);
    return sheets !== undefined && [...sheets].some((sheet) => sheet !== elsewhere);
  }

  private read(): Map<string, Set<SheetCells>> {
    const known = new Map<string, Set<SheetCells>>();
    for (const table of this.tables) {
      const [commune, school] = [columnOf(table, "commune"), columnOf(table, "school")];
      const counts =
        table.layout === "pupil-list" ||
        table.columns.some(({ role }) => role.kind === "part" || (role.kind === "count" && role.code === "PORTAIL"));
      if (commune === null || school === null || !counts) continue;
      for (let row = table.bodyTop; row <= table.bodyBottom; row += 1) {
        const place = nameOf(table.sheet.rows[row]?.[commune.index] ?? null);
        const name = nameOf(table.sheet.rows[row]?.[school.index] ?? null);
        const match = place === null || name === null ? null : this.directory.find(place);
        if (match?.kind !== "found") continue;
        const key = schoolKey(match.commune, name!);
        known.set(key, (known.get(key) ?? new Set()).add(table.sheet));
      }
    }
    return known;
  }
}
