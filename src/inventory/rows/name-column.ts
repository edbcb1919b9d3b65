import { CellError, fold, isBlankRow, type Cell } from "../../cells";
import { communeNamed, type Commune } from "../../tariff";
import { columnOf } from "../column";
import { isOfOneCommune, type Table } from "../table";
import { mergedRows } from "../tables/merged-rows";
import type { TableReader } from "./table-reader";
import { type CommuneAndSchool, endingCommune, splitCommune } from "../texts/school-names";
import { saysTotal, totalKind } from "../texts/total-words";
import { isDitto } from "../texts/ditto";
import { nameAt, nameOf } from "../texts/values";

/** A name with the row in which it is written. */
interface NamedRow {
  readonly text: string;
  readonly row: number;
}

/**
 * Returns whether a name is repeated just below itself, which makes blanks errors; `within`: the column of the communes
 * that contain the names.
 */
function repeats(table: Table, column: number, within: number | null): boolean {
  const schools = columnOf(table, "school");
  const school = schools?.index === column ? null : schools;
  let last: string | null = null;
  let inside: string | null = null;
  for (let row = table.bodyTop; row <= table.bottom; row += 1) {
    const around = nameAt(table.sheet, row, within);
    if (around !== null && fold(around) !== inside) {
      inside = fold(around);
      last = null;
    }
    const text = nameAt(table.sheet, row, column);
    if (text === null || totalKind(text) !== null) {
      if (text !== null) last = null;
      continue;
    }
    const folded = fold(text);
    if (folded === last && !(school !== null && isSumOf(text, nameAt(table.sheet, row, school.index)))) return true;
    last = folded;
  }
  return false;
}

/** Returns whether a row is the sum of a commune: « Pirey | Pirey » or « Pirey | » above its schools. */
function isSumOf(commune: string, school: string | null): boolean {
  return school === null || fold(school) === fold(commune);
}

/**
 * When a blank name takes the value above, outside merged cells; `where-named`: only when a headcount has that school
 * in that commune.
 */
type FillWhen = "always" | "where-named" | "never";

/**
 * Returns when blank communes take the value above: always when two blocks leave them blank, never when names are
 * repeated.
 */
function fillOfCommunes(table: Table, column: number): FillWhen {
  if (repeats(table, column, null)) return "never";
  let blocks = 0;
  let names = 0;
  let isOpen = false;
  for (let row = table.bodyTop; row <= table.bottom; row += 1) {
    const cells = table.sheet.rows[row] ?? [];
    const text = nameOf(cells[column] ?? null);
    if (text !== null && totalKind(text) === null) {
      names += 1;
      isOpen = true;
    } else if (text !== null || isBlankRow(cells, table.left, table.right) || saysTotal(cells)) isOpen = false;
    else if (isOpen) {
      blocks += 1;
      isOpen = false;
    }
  }
  return blocks > 1 || (blocks === 1 && names === 1) ? "always" : "where-named";
}

/** What a column names, when its blanks take the value above; `none`: they do not. */
type FilledAs = "none" | "communes" | "schools";

/** A column of names whose blanks may take the value above, inside a block. (decisions §4) */
export class NameColumn {
  private readonly merged: Map<number, number>;
  private readonly fillWhen: FillWhen;
  private current: NamedRow | null = null;
  /** Whether the current name is alone in its row. */
  private isHead = false;

  constructor(
    private readonly table: Table,
    readonly index: number,
    filledAs: FilledAs,
    within: number | null,
    /** Returns whether a headcount of another sheet has the school of a row in this commune. */
    private readonly isNamed: (commune: string, row: number) => boolean = () => false,
  ) {
    this.merged = mergedRows(table.sheet, index);
    if (filledAs === "none") this.fillWhen = "never";
    else if (filledAs === "communes") this.fillWhen = fillOfCommunes(table, index);
    else this.fillWhen = repeats(table, index, within) ? "never" : "always";
    this.headsFill = filledAs !== "none";
  }

  private readonly headsFill: boolean;

  /** Returns the cell itself, as typed. */
  cell(row: number): Cell {
    return this.table.sheet.rows[row]?.[this.index] ?? null;
  }

  /** Returns whether the name of a row is in a cell merged with those above. */
  isMerged(row: number): boolean {
    return this.merged.has(row);
  }

  /** Returns the name of a row, its own or its block's; null when there is none. */
  read(row: number): NamedRow | null {
    const cell = this.cell(row);
    if (isDitto(cell) && this.current !== null) return this.current;
    const own = nameOf(cell);
    if (own !== null) return this.enter({ text: own, row });
    // A broken formula may have given another name: neither its row nor those below take the name above.
    if (cell instanceof CellError) return (this.current = null);
    const holder = this.merged.get(row);
    const held = holder === undefined ? null : nameOf(this.cell(holder));
    if (held !== null) return this.enter({ text: held, row: holder! });
    const { current } = this;
    if (current === null) return null;
    const fills =
      this.isHead || this.fillWhen === "always" || (this.fillWhen === "where-named" && this.isNamed(current.text, row));
    return fills ? current : null;
  }

  private enter(named: NamedRow): NamedRow {
    this.isHead = false;
    return (this.current = named);
  }

  /** Ends the block at a total, or at a blank row unless the current name is alone above it. */
  endBlock(isBlank = false): void {
    if (!(isBlank && this.isHead)) this.current = null;
  }

  /** Makes a name alone in its row the heading of the rows below. */
  head(text: string, row: number): void {
    this.current = { text, row };
    this.isHead = this.headsFill;
  }
}

/** Communes written in the cells of schools: « Pirey – École maternelle ». (decisions §4) */
export class WrittenCommunes {
  /** Whether the whole sheet is about one commune. */
  readonly isOfOneCommune: boolean;
  private areUsualNow: boolean | null = null;

  constructor(
    private readonly reader: TableReader,
    private readonly schoolIndex: number | null,
  ) {
    this.isOfOneCommune = isOfOneCommune(reader.table.sheetCommune);
  }

  /**
   * Returns the commune and the school written in one cell; null when there are none, or when few cells have both on
   * the sheet of a commune.
   */
  at(row: number): CommuneAndSchool | null {
    return this.isOfOneCommune && !this.areUsual ? null : this.split(row);
  }

  /**
   * Returns the commune written with the school; null when an error is reported because both are communes, undefined
   * when no commune is written.
   */
  commune(row: number, find: (text: string, column: number) => Commune | null): Commune | null | undefined {
    const written = this.at(row);
    if (written === null) return undefined;
    const { commune, school } = written;
    if (this.reader.context.directory.find(school).kind === "unknown") return find(commune, this.schoolIndex!);
    return this.chosen(row, commune, school);
  }

  /**
   * Returns the user's choice when the cell of the school names another commune than that of the sheet or above; null
   * when an error is reported, undefined when they agree.
   */
  otherThan(row: number, own: Commune): Commune | null | undefined {
    const split = this.split(row);
    return split === null ? undefined : this.other(row, split.commune, own);
  }

  /**
   * Returns the same when the name of the school begins or ends with another commune than the one above: « Groupe
   * scolaire de Franois ».
   */
  otherNamed(row: number, above: Commune): Commune | null | undefined {
    const written = this.otherThan(row, above);
    if (written !== undefined) return written;
    const text = this.nameAt(row);
    const name = text === null ? null : endingCommune(text, this.reader.context.directory);
    return name === null ? undefined : this.other(row, name, above);
  }

  private other(row: number, name: string, own: Commune): Commune | null | undefined {
    const other = communeNamed(name, this.reader.context.directory);
    return other === null || other.insee === own.insee ? undefined : this.chosen(row, own.name, other.name);
  }

  private chosen(row: number, commune: string, other: string): Commune | null {
    const value = this.nameAt(row)!;
    return this.reader.askCommune("two-communes", value, row, this.schoolIndex!, { commune, other, value });
  }

  private split(row: number): CommuneAndSchool | null {
    const text = this.nameAt(row);
    return text === null ? null : splitCommune(text, this.reader.context.directory);
  }

  /**
   * Whether at least half of the schools, two at least, are written with their commune: « VILLE DE BESANÇON » above
   * them is then the author.
   */
  get areUsual(): boolean {
    if (this.areUsualNow !== null) return this.areUsualNow;
    const { schoolIndex, reader } = this;
    const names = schoolIndex === null ? [] : reader.cellsOf(schoolIndex).flatMap((cell) => nameOf(cell) ?? []);
    const written = names.filter((name) => splitCommune(name, reader.context.directory) !== null).length;
    return (this.areUsualNow = written > 1 && written * 2 >= names.length);
  }

  private nameAt(row: number): string | null {
    return nameAt(this.reader.table.sheet, row, this.schoolIndex);
  }
}
