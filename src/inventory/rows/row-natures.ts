import { type Cell, isBlank, plainWords } from "../../cells";
import { headcount, type Nature } from "../../tariff";
import type { Column } from "../column";
import { MergedColumn } from "../tables/merged-rows";
import type { ReaderContext } from "./reader-context";
import type { TableReader } from "./table-reader";
import { flowCampaign } from "../texts/installed-span";
import { shownCell } from "../texts/values";

/**
 * The nature written in a cell; `nothing` when the user chose that its word means none, null when it is not a nature.
 */
type WrittenNature = Nature | "nothing" | null;

const installation = /^(?:i|inst|instal|install|installations?|neufs?|neuves?|nouveaux?|nouvelles?|poses?)$/;
const maintenance = /^(?:m|maint|maintenances?|entretiens?)$/;

/** « MES » may mean what was installed, or what has been in service since. */
const unclear = /^m ?e ?s\b|^mises? en service/;

/**
 * Returns the nature that a text states alone, « M », « Inst. », « Neuf »; null when it states none, or that of another
 * year. (decisions §4)
 */
export function writtenNature(text: string, { words, readLabel, campaign }: ReaderContext): WrittenNature {
  const chosen = words.of("nature", text);
  if (chosen === "installation" || chosen === "maintenance" || chosen === "nothing") return chosen;
  const bare = plainWords(text);
  // The sign of « M* » or « I ? » has a meaning of its own.
  if (bare.length === 1 && !/^[\s(]*[a-z][\s.):]*$/i.test(text)) return null;
  if (installation.test(bare)) return "installation";
  if (maintenance.test(bare)) return "maintenance";
  const read = readLabel(text);
  const { nature, complete, label, years } = read;
  if (unclear.test(bare)) return null;
  if (!complete || label.kind === "ambiguous" || nature === "both") return null;
  if (nature === "installation" && years.length > 0) return flowCampaign(read, campaign) === "own" ? nature : null;
  return years.length > 0 && !years.includes(campaign.year) ? null : nature;
}

/** The natures in the cells of a nature column, merged cells included. */
export class RowNatures {
  private readonly cells: MergedColumn | null;

  constructor(
    private readonly reader: TableReader,
    readonly column: Column | null,
  ) {
    this.cells = column === null ? null : new MergedColumn(reader.table.sheet, column.index);
  }

  /** Returns the cell with the nature of a row, its own or the first of its merge; null without a nature column. */
  cell(row: number): Cell {
    return this.cells?.cell(row) ?? null;
  }

  /**
   * Returns the nature of a row; null when its cell is not a nature, undefined without a nature column. Pupils need no
   * nature.
   */
  of(row: number, code: string | null): Nature | null | undefined {
    if (this.column === null || (code === headcount && isBlank(this.cell(row)))) return undefined;
    const nature = this.written(row);
    return nature === "nothing" ? null : nature;
  }

  /** Reports the cell of a row that is not a nature. */
  report(row: number): void {
    const { index } = this.column!;
    const cell = this.cell(row);
    if (isBlank(cell)) this.reader.report("error", "missing-nature", row, index);
    else this.reader.reportUnreadable("unknown-nature", row, index, cell, { word: shownCell(cell) });
  }

  /** Returns whether the user chose that the word of a row means no nature, so that its quantity is not billed. */
  meansNothing(row: number): boolean {
    return this.written(row) === "nothing";
  }

  /** Returns the text of a row's nature cell when it means out of service; otherwise null. */
  notInService(row: number): string | null {
    const cell = this.cell(row);
    if (typeof cell !== "string" || this.written(row) !== null) return null;
    const { standing, label } = this.reader.context.readLabel(cell);
    return standing === "out" && label.kind === "none" ? cell.trim() : null;
  }

  private written(row: number): WrittenNature {
    const cell = this.cell(row);
    return typeof cell === "string" ? writtenNature(cell, this.reader.context) : null;
  }
}
