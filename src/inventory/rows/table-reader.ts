import { isBlank, placeKey, type Cell } from "../../cells";
import type { Anomaly, MessageCode, Severity } from "../../messages";
import type { Options } from "../../options";
import {
  communeKey,
  prestationName,
  type Campaign,
  type Commune,
  type CommuneDirectory,
  type Grid,
  type LabelReading,
  type Nature,
} from "../../tariff";
import { anomalyAt, type Params } from "../anomalies";
import type { ChosenCommunes, WordChoices } from "../choices";
import { columnOf, type Table } from "../table";
import type { ColumnReason, TableKind } from "../types";
import { withoutCommune } from "../words/names";
import { isYesOrNo, parseQuantity } from "../words/values";
import type { SeenNumbers, SerialNumbers } from "./machine-numbers";
import type { NamedSchools } from "./name-column";
import { SharedCells } from "./quantities";
import { RowLog } from "./row-log";

/** What reading needs besides the table. */
export interface ReadingTools {
  readonly campaign: Campaign;
  readonly grid: Grid;
  readonly directory: CommuneDirectory;
  readonly readLabel: (text: string) => LabelReading;
  readonly options: Options;
  readonly chosenCommunes: ChosenCommunes;
  /** The schools that headcounts name. */
  readonly namedSchools: NamedSchools;
  /** What the user said that words mean. */
  readonly words: WordChoices;
  /** Inventory numbers and serial numbers already met, over all machine tables. */
  readonly inventoryNumbers: SeenNumbers;
  readonly serialNumbers: SerialNumbers;
}

/** What two writings of a school's name inside one commune have in common. (decisions §2) */
export function schoolKey(commune: Commune, name: string): string {
  return `${commune.insee}|${communeKey(withoutCommune(commune, name))}`;
}

/** What the grid says of one code, looked up once. */
interface Priced {
  readonly capped: boolean;
  readonly installation: boolean;
  readonly maintenance: boolean;
  /** Its unit is the école: « oui » and « x » are one. */
  readonly perSchool: boolean;
}

/** The reading of one table, as it is built: schools with their counts, rows, anomalies. */
export class TableReading {
  readonly schools = new Map<string, CountedSchool>();
  readonly anomalies: Anomaly[] = [];
  readonly log: RowLog;
  /** The table shows packs, even none: then they count as shown (decisions §2). */
  showsPacks = false;
  /** What another table shows in its stead. */
  readonly dropped = new Set<"equipment" | "installation" | "headcount">();
  /** What cannot be told from another table's, so that neither is billed. */
  readonly refused = new Set<"equipment" | "headcount">();
  /** The table shows headcounts. */
  showsHeadcounts = false;
  /** What the table is, once it is put together with the others. */
  kind: TableKind;
  kindWords: string;
  /** Columns that count for nothing once the tables are put together, and why. */
  readonly columnsOut = new Map<number, ColumnReason>();
  /** A1 of quantities that another table counts already. */
  readonly cellsOut = new Set<string>();
  /** Quantities merged over several schools or prestations. */
  readonly shared: SharedCells;
  /** A row a commune, read as if it were a school: its numbers are sums. */
  readonly isRecap: boolean;
  private readonly left = new Set<number>();
  /** Columns of which it is told that they name prestations. */
  readonly labelsTold = new Set<number>();
  private readonly naming = new Map<number, boolean>();
  private readonly answers = new Map<number, boolean>();
  private readonly prices = new Map<string, Priced>();
  /** The last cell told to exceed one a school. */
  private exceeded: { readonly row: number; readonly column: number } | null = null;
  private readonly chosenTold = new Set<string>();
  private readonly schoolsOf = new Map<Commune, Map<string, CountedSchool>>();

  constructor(
    readonly table: Table,
    readonly tools: ReadingTools,
  ) {
    this.log = new RowLog(table.bodyTop, table.bodyBottom);
    this.kind = table.kind;
    this.kindWords = table.kindWords;
    this.shared = new SharedCells(table);
    const school = columnOf(table, "school");
    this.isRecap = school !== null && school.index === columnOf(table, "commune")?.index;
    for (const row of tools.grid.rows) {
      const perSchool = row.unit === "école";
      const priced = (nature: Nature): boolean =>
        row.prices[nature].cagb !== null || row.prices[nature].commune !== null;
      this.prices.set(row.code, {
        perSchool,
        capped: perSchool && tools.options.schoolUnit === "one",
        installation: priced("installation"),
        maintenance: priced("maintenance"),
      });
    }
  }

  /** Notes a number of a row that counts for nothing, though others of its row do: it is left out. */
  leaveOut(row: number, column: number): void {
    this.left.add(placeKey(row, column));
  }

  /** True for a number that was left out of a row. */
  isLeftOut(row: number, column: number): boolean {
    return this.left.has(placeKey(row, column));
  }

  /** A cell of the table's sheet. */
  cell(row: number, column: number): Cell {
    return this.table.sheet.rows[row]?.[column] ?? null;
  }

  /** True for a column that answers yes or no in full somewhere: there « O » is a yes. */
  answersYes(column: number): boolean {
    let answers = this.answers.get(column);
    if (answers === undefined) {
      const { bodyTop, bodyBottom } = this.table;
      answers = false;
      for (let row = bodyTop; row <= bodyBottom && !answers; row += 1) answers = isYesOrNo(this.cell(row, column));
      this.answers.set(column, answers);
    }
    return answers;
  }

  /** True for a column of quantities whose cells mostly name prestations: it says what is counted, not how many. */
  namesPrestations(column: number): boolean {
    let names = this.naming.get(column);
    if (names === undefined) {
      let [filled, named] = [0, 0];
      const { bodyTop, bodyBottom } = this.table;
      for (let row = bodyTop; row <= bodyBottom; row += 1) {
        const cell = this.cell(row, column);
        if (isBlank(cell)) continue;
        filled += 1;
        if (typeof cell !== "string" || parseQuantity(cell).kind !== "bad") continue;
        const { label } = this.tools.readLabel(cell);
        if (label.kind === "prestation" || label.kind === "untariffed") named += 1;
      }
      names = named > 1 && named * 2 > filled;
      this.naming.set(column, names);
    }
    return names;
  }

  report(severity: Severity, code: MessageCode, row: number, column: number, params: Params = {}): void {
    this.anomalies.push(anomalyAt(severity, code, this.table.sheet, row, column, params));
    if (severity === "error" && row >= this.table.bodyTop && row <= this.table.bodyBottom) this.log.fail(row);
  }

  /** The commune that the user chose for a cell whose own text names none; told once. Null where none was chosen. */
  chosenCommune(text: string, row: number, column: number): Commune | null {
    const commune = this.tools.chosenCommunes.at(this.table.sheet, row, column) ?? this.communeOfWord(text);
    const place = `${row}|${column}`;
    if (commune === null || this.chosenTold.has(place)) return commune;
    this.chosenTold.add(place);
    this.report("info", "commune-chosen", row, column, {
      text: text.trim(),
      blank: text.trim() === "" ? "1" : "",
      commune: commune.name,
    });
    return commune;
  }

  /** The commune that the user said a word is, wherever it stands as one. */
  private communeOfWord(text: string): Commune | null {
    const said = text.trim() === "" ? null : this.tools.words.of("commune", text);
    const match = said === null ? null : this.tools.directory.find(said);
    return match?.kind === "found" ? match.commune : null;
  }

  /** The wording of the act for a code. */
  prestationName(code: string): string {
    return prestationName(this.tools.grid, code);
  }

  isPerSchool(code: string | null): boolean {
    return code !== null && (this.prices.get(code)?.perSchool ?? false);
  }

  hasTariff(code: string, nature: Nature): boolean {
    return this.prices.get(code)?.[nature] ?? false;
  }

  /** The school of a commune under a name; known by its normalised name, kept as first written. */
  school(commune: Commune, name: string, row: number, column: number): CountedSchool {
    let known = this.schoolsOf.get(commune);
    if (known === undefined) {
      known = new Map();
      this.schoolsOf.set(commune, known);
    }
    const written = known.get(name);
    if (written !== undefined) return written;
    const key = schoolKey(commune, name);
    let school = this.schools.get(key);
    if (school === undefined) {
      school = {
        key,
        commune,
        name: name.trim().replace(/\s+/g, " "),
        row,
        column,
        counts: new Map(),
        kind: null,
        whole: null,
        equipped: false,
        headcount: null,
      };
      this.schools.set(key, school);
    }
    known.set(name, school);
    return school;
  }

  /**
   * Counts a quantity of a school. A nature without tariff is not billed and not an anomaly; beyond one a school where the
   * unit is the école, a warning stands on the quantity. True where some of it is billed.
   */
  count(
    school: CountedSchool,
    code: string,
    nature: Nature,
    quantity: number,
    row: number,
    column: number,
  ): { readonly billed: boolean; readonly repeated: boolean; readonly capped: boolean } {
    if (code !== "PORTAIL") school.equipped = true;
    if (!this.hasTariff(code, nature)) {
      this.leaveOut(row, column);
      return { billed: false, repeated: false, capped: false };
    }
    const added = addCount(school, code, nature, quantity, row, column, this.prices.get(code)!.capped);
    // A machine installed in the window exceeds twice, under each nature, on one cell.
    if (added.exceeded && !(this.exceeded?.row === row && this.exceeded.column === column)) {
      this.exceeded = { row, column };
      this.report("warning", "more-than-one-a-school", row, column, {
        prestation: this.prestationName(code),
        school: school.name,
        quantity: String(quantity),
      });
    }
    return { billed: added.billed, repeated: added.repeated, capped: !added.billed };
  }
}

/** Cells that were counted together: one column, its rows in reading order. */
interface CountedCells {
  readonly column: number;
  readonly rows: number[];
}

/** A quantity being counted for one school, prestation and nature. */
export interface Count {
  readonly code: string;
  readonly nature: Nature;
  quantity: number;
  /** Beyond one a school, for a prestation whose unit is the école: not billed. */
  beyond: number;
  readonly cells: CountedCells[];
}

/** A school as one table shows it. */
export interface CountedSchool {
  readonly key: string;
  readonly commune: Commune;
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly counts: Map<string, Count>;
  /** The kind written beside the name, where the table writes that name for one kind alone. */
  kind: string | null;
  /** The school of which this is one level (maternelle, CP…), where the table tells levels apart. */
  whole: { readonly key: string; readonly name: string } | null;
  /** It has some equipment, billed or in error. */
  equipped: boolean;
  /** Row and column of its headcount, where the table shows one, even unreadable. */
  headcount: { readonly row: number; readonly column: number; readonly failed: boolean } | null;
}

const keys = { installation: new Map<string, string>(), maintenance: new Map<string, string>() };

/** Key of a count, made once for each code: a register asks for it on every row. */
function countKey(code: string, nature: Nature): string {
  let key = keys[nature].get(code);
  if (key === undefined) {
    key = `${code}|${nature}`;
    keys[nature].set(code, key);
  }
  return key;
}

/** Adds to a school's count; `capped` where only one a school is billed. Returns false where nothing of it is billed. */
function addCount(
  school: CountedSchool,
  code: string,
  nature: Nature,
  quantity: number,
  row: number,
  column: number,
  capped: boolean,
): { readonly billed: boolean; readonly exceeded: boolean; readonly repeated: boolean } {
  const key = countKey(code, nature);
  let count = school.counts.get(key);
  const repeated = count !== undefined;
  if (count === undefined) {
    count = { code, nature, quantity: 0, beyond: 0, cells: [] };
    school.counts.set(key, count);
  }
  const room = capped ? Math.max(0, 1 - count.quantity) : quantity;
  const taken = Math.min(quantity, room);
  const exceeded = taken < quantity && count.beyond === 0;
  count.quantity += taken;
  count.beyond += quantity - taken;
  if (taken > 0) {
    const last = count.cells[count.cells.length - 1];
    if (last !== undefined && last.column === column) last.rows.push(row);
    else count.cells.push({ column, rows: [row] });
  }
  return { billed: taken > 0, exceeded, repeated };
}
