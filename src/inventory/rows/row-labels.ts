import { fold, remembered } from "../../cells";
import { headcount, type Nature, pack } from "../../tariff";
import { unknownLabel } from "../anomalies";
import { correctedRole } from "../column-corrections";
import { codeOf, prestationItem, type Item } from "../facts";
import { isLaser, isSettledByRival } from "../tables/column-conflicts";
import { subjectReader } from "../tables/table-kinds";
import { MergedColumn } from "../tables/merged-rows";
import { SecondLabels } from "./second-labels";
import type { TableReader } from "./table-reader";
import { flowCampaign } from "../texts/installed-span";
import { type LabelReading, pupilPart } from "../texts/label-reading";

/**
 * The item that a row label names, and its nature when the label has one (« Postes clients installés »); otherwise
 * null.
 */
export interface RowLabel {
  readonly label: Item;
  readonly nature: Nature | null;
}

/** Reads the prestations of a label column row by row; reports missing, unknown and assumed labels. */
export class Labels {
  /** Whether a row names packs, even zero. */
  namesPacks = false;
  /** Short labels accepted (« PC »), with their prestation and the first row where they occur. */
  private readonly assumed = new Map<string, { row: number; label: string; code: string }>();
  private readonly codes = new Set<string>();
  private laser = false;
  private readonly cells: MergedColumn;
  private readonly readLabel: (text: string) => LabelReading;
  private seconds: SecondLabels | null = null;

  constructor(
    private readonly reader: TableReader,
    private readonly column: number,
  ) {
    this.cells = new MergedColumn(reader.table.sheet, column);
    this.readLabel = subjectReader(reader.context.readLabel, reader.table.subject ?? null);
  }

  /** Returns the item that the whole table is about, when no column names it; null when nothing does. */
  subject(): RowLabel | null {
    const { table } = this.reader;
    const text = table.subject ?? "";
    const { label } = this.readLabel(text);
    if (label.kind === "prestation" && label.weak) this.assume(text, table.bodyTop - 1, label.code);
    if (label.kind === "untariffed") return { label: { ...label, words: text }, nature: null };
    return label.kind === "prestation" ? { label, nature: null } : null;
  }

  /** Returns the item of a row label; null when it has none, which is reported if `needed`. */
  read(row: number, needed: boolean): RowLabel | null {
    const cell = this.cells.cell(row);
    const text = typeof cell === "string" ? cell : "";
    if (text.trim() === "") {
      if (needed) this.reader.reportMissing("missing-label", row, this.column, cell);
      return null;
    }
    const chosen = this.chosen(text);
    if (chosen !== null) {
      this.namesPacks ||= codeOf(chosen.label) === pack;
      return chosen;
    }
    const part = this.reader.table.kind === "headcounts" ? pupilPart(text) : null;
    if (part !== null) return { label: prestationItem(headcount, { words: text.trim(), part }), nature: null };
    const found = this.readLabel(text);
    const { label, subset } = found;
    const nature = found.nature === "both" ? null : found.nature;
    // « Dont portables » is most likely a part of the row above.
    if (label.kind === "prestation" && subset && nature !== "installation") {
      if (needed) this.reportUnknown(row, text);
      return null;
    }
    if (label.kind === "prestation") {
      this.note(text, row, label);
      return { label, nature };
    }
    if (label.kind === "untariffed") {
      if (isLaser(label.words)) this.laser = true;
      return { label: { ...label, words: text.trim() }, nature };
    }
    if (!needed) return null;
    if (label.kind === "ambiguous")
      this.reader.report("error", "ambiguous-label", row, this.column, {
        label: text.trim(),
        candidates: label.candidates.map((code) => this.reader.prestationName(code)).join(", "),
      });
    else this.reportUnknown(row, text);
    return null;
  }

  private reportUnknown(row: number, text: string): void {
    const params = unknownLabel(text.trim(), this.reader.context.grid);
    this.reader.report("error", "unknown-label", row, this.column, params);
  }

  private note(text: string, row: number, { code, weak }: { readonly code: string; readonly weak: boolean }): void {
    this.namesPacks ||= code === pack;
    if (weak) this.assume(text, row, code);
    else this.codes.add(code);
  }

  private assume(text: string, row: number, code: string): void {
    remembered(this.assumed, text, () => ({ row, label: text, code }));
  }

  /**
   * Reports a row whose label dates it to another campaign, as an error when part of it may be of the current one;
   * returns whether it is one.
   */
  reportsOther(row: number): boolean {
    this.seconds ??= new SecondLabels(this.reader, this.column, this.readLabel, (text) => this.chosen(text) !== null);
    if (this.seconds.reports(row)) return true;
    const text = String(this.cells.cell(row) ?? "").trim();
    const read = this.readLabel(text);
    const { label, nature, years } = read;
    const { campaign } = this.reader.context;
    if (years.length === 0 || this.chosen(text) !== null) return false;
    const isNamed = label.kind === "prestation" || this.isPart(row);
    const flow = isNamed && nature === "installation" ? flowCampaign(read, campaign) : null;
    if (flow === null || flow === "own") return false;
    const isOfStock = read.period === null && !read.since && this.seconds.stocks.has(Math.max(...years));
    const isMixed = flow === "mixed" && !isOfStock;
    const params = { label: text, year: Math.max(...years), campaign: campaign.year, before: campaign.year - 1 };
    this.reader.report(
      isMixed ? "error" : "warning",
      isMixed ? "label-since" : "row-other-year",
      row,
      this.column,
      params,
    );
    this.reader.leaveOut(row, "other-year", "date");
    return true;
  }

  /** Returns whether a row is « dont installés », the installed part of the row above. */
  isPart(row: number): boolean {
    const text = String(this.cells.cell(row) ?? "");
    const { label, nature, subset, complete } = this.readLabel(text);
    return subset && complete && label.kind === "none" && nature === "installation" && this.chosen(text) === null;
  }

  /**
   * Returns the item that the user chose for a name, equipment without a tariff for « nothing »; null when the user
   * chose none.
   */
  private chosen(text: string): RowLabel | null {
    const { words, grid } = this.reader.context;
    const as = words.of("prestation", text);
    if (as === null) return null;
    const name = text.trim();
    if (fold(as) === "nothing") return { label: { kind: "untariffed", words: name }, nature: null };
    const meant = correctedRole(as, grid);
    if (meant?.role.kind !== "count" || meant.role.code === null) return null;
    const { code } = meant.role;
    const own = this.readLabel(text).nature;
    return {
      label: prestationItem(code, { words: name }),
      nature: meant.nature ?? (own === "both" ? null : own),
    };
  }

  /** Returns whether the user chose that a row label is not a prestation, so that its quantity is not billed. */
  meansNothing(row: number): boolean {
    const cell = this.cells.cell(row);
    return typeof cell === "string" && this.reader.context.words.of("prestation", cell) === "nothing";
  }

  /** Warns of each short name accepted, unless another name in the table decides its meaning. (decisions §4) */
  finish(): void {
    for (const { row, label, code } of this.assumed.values()) {
      if (!isSettledByRival(code, this.codes, this.laser))
        this.reader.report("warning", "assumed-label", row, this.column, {
          label: label.trim(),
          prestation: this.reader.prestationName(code),
        });
    }
  }
}
