import { fold, isBlank, type Cell } from "../../cells";
import { headcount, type Nature } from "../../tariff";
import type { Column } from "../column";
import { MergedColumn } from "../tables/merged-rows";
import type { ReaderContext } from "./reader-context";
import type { TableReader } from "./table-reader";
import { flowCampaign } from "../texts/installed-span";
import { shownCell } from "../texts/values";

/** What a cell says of a nature: one, `nothing` where the user said that its word means nothing, null where it is none. */
type WrittenNature = Nature | "nothing" | null;

const installation = /^(?:i|inst|instal|install|installations?|neufs?|neuves?|nouveaux?|nouvelles?|poses?)$/;
const maintenance = /^(?:m|maint|maintenances?|entretiens?)$/;

/** « MES » may be what was installed, or what is in service since. */
const unclear = /^m ?e ?s\b|^mises? en service/;

/** Returns the nature that a text says and nothing else, « M », « Inst. », « Neuf »; null when none, or another year's. (decisions §4) */
export function writtenNature(text: string, { words, readLabel, campaign }: ReaderContext): WrittenNature {
  const chosen = words.of("nature", text);
  if (chosen === "installation" || chosen === "maintenance" || chosen === "nothing") return chosen;
  const bare = fold(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  // « M* », « I ? »: what the sign says is told elsewhere.
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

/** What rows are billed for, as a column of natures says it, in their cells or in those that they are merged with. */
export class RowNatures {
  private readonly cells: MergedColumn | null;

  constructor(
    private readonly reader: TableReader,
    readonly column: Column | null,
  ) {
    this.cells = column === null ? null : new MergedColumn(reader.table.sheet, column.index);
  }

  /** Returns the cell that writes the nature of a row, its own or the one it is merged with; null without a column. */
  cell(row: number): Cell {
    return this.cells?.cell(row) ?? null;
  }

  /** Returns the nature that a row writes; undefined if no column is for it, null if it is none. Pupils need none. */
  of(row: number, code: string | null): Nature | null | undefined {
    if (this.column === null || (code === headcount && isBlank(this.cell(row)))) return undefined;
    const nature = this.said(row);
    return nature === "nothing" ? null : nature;
  }

  /** Tells what a row writes that is no nature. */
  tell(row: number): void {
    const { index } = this.column!;
    const cell = this.cell(row);
    if (isBlank(cell)) this.reader.report("error", "missing-nature", row, index);
    else this.reader.reportUnreadable("unknown-nature", row, index, cell, { word: shownCell(cell) });
  }

  /** Returns whether the user said that what the row writes means nothing: it is no quantity to bill. */
  meansNothing(row: number): boolean {
    return this.said(row) === "nothing";
  }

  /** Returns what a row writes where a nature stands, if that says that what it counts is not in service; null if it does not. */
  notInService(row: number): string | null {
    const cell = this.cell(row);
    if (typeof cell !== "string" || this.said(row) !== null) return null;
    const { standing, label } = this.reader.context.readLabel(cell);
    return standing === "out" && label.kind === "none" ? cell.trim() : null;
  }

  private said(row: number): WrittenNature {
    const cell = this.cell(row);
    return typeof cell === "string" ? writtenNature(cell, this.reader.context) : null;
  }
}
