import type { Cell } from "../../cells";
import { fold, isBlankRow } from "../../cells";
import { columnOf } from "../table";
import type { Locator } from "./locate";
import { nameOf } from "./name-column";
import type { TableReading } from "./reading-table";
import { loneText } from "./row-kind";
import { splitCommune } from "./split-commune";
import { sumsAmong } from "./sums";

/** A row whose school bears its commune's name: the school, the total of the commune's others, or one cannot tell. */
export interface OwnName {
  readonly kind: "school" | "total" | "asked";
  readonly text: string;
  readonly column: number;
  /** No column gives the commune: the row heads those below. */
  readonly heads: boolean;
}

/** What a row says of places, before it is read. */
interface Placed {
  readonly row: number;
  /** INSEE code, or the text as written where it is no commune. */
  readonly commune: string;
  readonly own: string | null;
  /** In rows of items, which one. */
  readonly item: string;
}

/** Finds the rows named after their own commune, and tells those that sum its others. (decisions §4, totals) */
export class OwnNames {
  private placed: Map<number, Placed> | null = null;

  constructor(
    private readonly reading: TableReading,
    private readonly locator: Locator,
    private readonly counted: readonly number[],
    private readonly isTotal: (cells: readonly Cell[]) => boolean,
  ) {}

  /** What a row named after its commune is; null for any other row. */
  at(row: number): OwnName | null {
    const { schoolIndex } = this.locator;
    const { table, tools } = this.reading;
    if (schoolIndex === null || this.reading.isRecap || table.layout === "machine-rows") return null;
    const text = nameOf(this.reading.cell(row, schoolIndex));
    if (text === null || tools.directory.find(text).kind !== "found") return null;
    const placed = this.all().get(row);
    if (placed === undefined || placed.own === null) return null;
    const shown = this.counted.filter((column) => nameOf(this.reading.cell(row, column)) !== null);
    if (shown.length === 0) return null;
    const heads = this.locator.headColumns.has(schoolIndex);
    const others = [...this.all().values()].filter(({ commune, own }) => commune === placed.commune && own === null);
    const same = others.filter(({ item }) => item === placed.item).map((other) => other.row);
    const told = { text, column: schoolIndex, heads };
    if (others.length === 0) return { ...told, kind: "school" };
    const equal = sumsAmong(this.reading, row, same, shown);
    return { ...told, kind: equal.length === shown.length ? "total" : "asked" };
  }

  /** The rows of a row's commune, or of the one that goes on there, above it. */
  above(row: number): number[] {
    const all = [...this.all().values()].filter((placed) => placed.row < row);
    const commune = this.all().get(row)?.commune ?? all.at(-1)?.commune;
    return all.filter((placed) => placed.commune === commune && placed.own === null).map((placed) => placed.row);
  }

  private all(): ReadonlyMap<number, Placed> {
    return (this.placed ??= this.read());
  }

  private read(): Map<number, Placed> {
    const { table, tools } = this.reading;
    const { communeIndex, schoolIndex, headColumns } = this.locator;
    const items = (["label", "nature"] as const).flatMap((kind) => columnOf(table, kind)?.index ?? []);
    const found = new Map<number, Placed>();
    let commune = table.sheetCommune?.commune?.insee ?? "";
    const keyOf = (text: string): string => {
      const match = tools.directory.find(text);
      return match.kind === "found" ? match.commune.insee : fold(text);
    };
    for (let row = table.bodyTop; row <= table.bodyBottom; row += 1) {
      const cells: readonly Cell[] = table.sheet.rows[row] ?? [];
      if (isBlankRow(cells, table.left, table.right) || this.isTotal(cells)) continue;
      const written = communeIndex === null ? null : nameOf(cells[communeIndex] ?? null);
      if (written !== null) commune = keyOf(written);
      const lone = loneText(cells, table.left, table.right);
      if (lone !== null && tools.directory.find(lone.text).kind === "found") {
        commune = keyOf(lone.text);
        continue;
      }
      const school = schoolIndex === null ? null : nameOf(cells[schoolIndex] ?? null);
      // Numbers without a name are no school: their total, most often.
      if (items.length === 0 && schoolIndex !== null && school === null && written === null) continue;
      const split = communeIndex !== null || school === null ? null : splitCommune(school, tools.directory);
      if (split !== null) commune = keyOf(split.commune);
      const named = school !== null && tools.directory.find(school).kind === "found" ? keyOf(school) : null;
      if (named !== null && schoolIndex !== null && headColumns.has(schoolIndex)) commune = named;
      found.set(row, {
        row,
        commune,
        own: named === commune ? school : null,
        item: items.map((column) => fold(nameOf(cells[column] ?? null) ?? "")).join("|"),
      });
    }
    return found;
  }
}
