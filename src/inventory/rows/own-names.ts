import { fold, isBlankRow, type Cell } from "../../cells";
import { communeNamed } from "../../tariff";
import { columnOf } from "../column";
import { MergedColumn } from "../tables/merged-rows";
import type { Locator } from "./locator";
import { rowsByKey, SummedRows } from "./summed-rows";
import type { TableReader } from "./table-reader";
import { loneText, splitCommune } from "../texts/school-names";
import { nameAt, nameOf } from "../texts/values";

/** A row whose school has the name of its commune: a school, or the total of the commune's others, or undecided. */
interface OwnName {
  readonly kind: "school" | "total" | "asked";
  readonly text: string;
  readonly column: number;
  /** Whether the row heads the rows below, because no column gives the commune. */
  readonly heads: boolean;
}

/** The names in a row, before it is read. */
interface Placed {
  readonly row: number;
  /** The INSEE code, or the folded text when it is not a commune. */
  readonly commune: string;
  readonly own: string | null;
  /** The prestation and the nature of the row, in a table with labels. */
  readonly item: string;
}

interface Places {
  /** By row, from top to bottom. */
  readonly placed: ReadonlyMap<number, Placed>;
  readonly order: SummedRows;
  /** The rows without their commune's name, by commune; then by commune and item. */
  readonly byCommune: ReadonlyMap<string, SummedRows>;
  readonly byItem: ReadonlyMap<string, SummedRows>;
}

const itemKey = ({ commune, item }: Placed): string => `${commune}|${item}`;

/** Finds the rows named after their own commune, and those of them that are sums of its schools. (decisions §4) */
export class OwnNames {
  private places: Places | null = null;

  constructor(
    private readonly reader: TableReader,
    private readonly locator: Locator,
    private readonly counted: readonly number[],
    /** Returns whether a row is of no school: a total, a forecast, another year. */
    private readonly isOfNoSchool: (row: number, cells: readonly Cell[]) => boolean,
  ) {}

  /** Returns what a row named after its commune is; null for any other row. */
  at(row: number): OwnName | null {
    const { schoolIndex } = this.locator;
    const { table, context } = this.reader;
    if (schoolIndex === null || this.reader.isRecap || table.layout === "machine-rows") return null;
    const text = nameAt(table.sheet, row, schoolIndex);
    if (text === null || communeNamed(text, context.directory) === null) return null;
    const placed = this.all().placed.get(row);
    if (placed === undefined || placed.own === null) return null;
    const shown = this.counted.filter((column) => nameAt(table.sheet, row, column) !== null);
    if (shown.length === 0) return null;
    const heads = this.locator.communes.headColumns.has(schoolIndex);
    const found = { text, column: schoolIndex, heads };
    const { byCommune, byItem } = this.all();
    if (byCommune.get(placed.commune) === undefined) return { ...found, kind: "school" };
    const same = byItem.get(itemKey(placed)) ?? new SummedRows(this.reader);
    return { ...found, kind: same.columnsSummed(row, shown).length === shown.length ? "total" : "asked" };
  }

  /**
   * Returns the rows of the commune of a row, or of the current commune; only those of the same item when schools are
   * across.
   */
  around(row: number): SummedRows | null {
    const { placed, order, byCommune, byItem } = this.all();
    const own = placed.get(row);
    // When schools are across, each has a row for each nature.
    if (own !== undefined)
      return (this.reader.table.turned ? byItem.get(itemKey(own)) : byCommune.get(own.commune)) ?? null;
    const last = order.rows[order.countAbove(row) - 1];
    return last === undefined ? null : (byCommune.get(placed.get(last)!.commune) ?? null);
  }

  private all(): Places {
    return (this.places ??= this.group());
  }

  private group(): Places {
    const placed = this.read();
    const order = new SummedRows(this.reader, [...placed.keys()]);
    const others = [...placed.values()].filter(({ own }) => own === null);
    const rows = others.map(({ row }) => row);
    const groupBy = (keyOf: (place: Placed) => string) => rowsByKey(this.reader, rows, (_, at) => keyOf(others[at]!));
    return { placed, order, byCommune: groupBy(({ commune }) => commune), byItem: groupBy(itemKey) };
  }

  private read(): Map<number, Placed> {
    const { table } = this.reader;
    const items = (["label", "nature"] as const).flatMap((kind) => columnOf(table, kind)?.index ?? []);
    const found = new Map<number, Placed>();
    const { schoolIndex } = this.locator;
    const schools = schoolIndex === null ? null : new MergedColumn(table.sheet, schoolIndex);
    let commune = table.sheetCommune?.commune?.insee ?? "";
    for (let row = table.bodyTop; row <= table.bottom; row += 1) {
      const cells: readonly Cell[] = table.sheet.rows[row] ?? [];
      if (isBlankRow(cells, table.left, table.right) || this.isOfNoSchool(row, cells)) continue;
      const places = this.placesIn(cells, schools?.cell(row) ?? null);
      commune = places.commune ?? commune;
      // Numbers without a name are usually a total.
      if (places.isHead || (places.isNameless && items.length === 0)) continue;
      const own = places.school !== null && this.inseeNamed(places.school) === commune ? places.school : null;
      const item = items.map((column) => fold(nameOf(cells[column] ?? null) ?? "")).join("|");
      found.set(row, { row, commune, own, item });
    }
    return found;
  }

  /** Returns the commune and the school in a row, null when missing; `named`: the cell of the school. */
  private placesIn(cells: readonly Cell[], named: Cell) {
    const { table, context } = this.reader;
    const { communeIndex, schoolIndex, communes } = this.locator;
    const lone = loneText(cells, table);
    const alone = lone === null ? null : this.inseeNamed(lone.text);
    if (alone !== null) return { commune: alone, school: null, isHead: true, isNameless: false };
    const written = communeIndex === null ? null : nameOf(cells[communeIndex] ?? null);
    const school = nameOf(named);
    const split = communeIndex !== null || school === null ? null : splitCommune(school, context.directory);
    const isHeadColumn = schoolIndex !== null && communes.headColumns.has(schoolIndex);
    const heading = school !== null && isHeadColumn ? this.inseeNamed(school) : null;
    const name = split?.commune ?? written;
    return {
      commune: heading ?? (name === null ? null : (this.inseeNamed(name) ?? fold(name))),
      school,
      isHead: false,
      isNameless: schoolIndex !== null && school === null && written === null,
    };
  }

  /** Returns the INSEE code of the commune that a text names; null when it names none. */
  private inseeNamed(text: string): string | null {
    return communeNamed(text, this.reader.context.directory)?.insee ?? null;
  }
}
