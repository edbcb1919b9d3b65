import { CellError, fold, isBlank } from "../../cells";
import type { Column } from "../table";
import { readQuantity } from "./quantity";
import type { TableReading } from "./reading-table";
import { shownCell } from "./shown";
import { readStatus, speaksOfLeaving } from "./status";
import type { Status } from "./status";
import { isWithoutResult } from "./without-result";

/** What the columns of states say of a row's machines, and the one that says it. */
export interface Standing {
  readonly status: Status;
  /** Null where nothing is written. */
  readonly column: Column | null;
  /** A yes under « Nouveau » or « Entrée ». */
  readonly isNew: boolean;
}

/** What outweighs what, where several columns say something of one machine. */
const order: readonly Status[] = ["out", "stock", "repair", "in-service"];

/** Reads the states of rows: words under « État », yes and no under « Réformé » or « En service ? », remarks. (decisions §4) */
export class StandingReader {
  readonly columns: readonly Column[];
  private readonly remarks: readonly Column[];
  /** Columns of yes where no is written too: there a blank says nothing. */
  private readonly answered = new Map<number, boolean>();

  constructor(private readonly reading: TableReading) {
    const { columns, layout } = reading.table;
    this.columns = columns.filter((column) => column.role.kind === "status");
    this.remarks = layout === "machine-rows" ? columns.filter(isRemark) : [];
  }

  /** What becomes of a row's machines; null with its error told where a state is not known. */
  read(row: number): Standing | null {
    let standing: Standing = { status: "in-service", column: null, isNew: false };
    for (const column of this.columns) {
      const said = column.flag === null ? this.stateAt(row, column) : this.flagAt(row, column);
      if (said === null) return null;
      if (said === "new") standing = { ...standing, isNew: true };
      else if (said !== "nothing" && (standing.column === null || isBefore(said, standing.status)))
        standing = { ...standing, status: said, column };
    }
    return standing;
  }

  /** A remark that speaks of leaving, on a machine that nothing else says is out: told, true. */
  asksOfRemark(row: number): boolean {
    for (const { index, header } of this.remarks) {
      const cell = this.reading.cell(row, index);
      if (typeof cell !== "string" || !speaksOfLeaving(cell)) continue;
      this.reading.report("error", "leaving-remark", row, index, { word: header, header, value: cell.trim() });
      return true;
    }
    return false;
  }

  private stateAt(row: number, { index }: Column): Status | "nothing" | null {
    const cell = this.reading.cell(row, index);
    if (isBlank(cell)) return "nothing";
    const text = shownCell(cell);
    const chosen = this.chosen(text);
    if (chosen !== null) return chosen;
    const status = typeof cell === "string" ? readStatus(cell) : null;
    if (status === null && /^[-–—/]$/.test(text)) return "nothing";
    return status ?? this.tellUnknown(row, index);
  }

  /** A yes under « Réformé » is out; what is neither yes nor no may be a state written there. */
  private flagAt(row: number, column: Column): Status | "nothing" | "new" | null {
    const { index, flag } = column;
    const cell = this.reading.cell(row, index);
    const read = readQuantity(cell);
    const answer = "value" in read && (read.kind === "mark" || !read.asText || read.isSign) ? read.value : null;
    const isCorrected = column.rank === -1;
    if (read.kind === "blank") return flag === "in-service" ? this.blankInService(row, column) : "nothing";
    if (answer === 0) return flag === "in-service" ? "out" : "nothing";
    if (answer === 1) return flag === "installed" ? "new" : flag!;
    if (typeof cell === "string") {
      const chosen = this.chosen(cell);
      if (chosen !== null) return chosen;
      // « Ces machines sont sorties »: the remarks that speak of leaving are so many yes, the others say nothing.
      if (flag === "out" && speaksOfLeaving(cell)) return "out";
      if (isCorrected) return "nothing";
      const status = readStatus(cell);
      if (status !== null) return status;
    }
    return this.tellUnknown(row, index);
  }

  /** Nothing under « En service ? »: no, where only a yes is ever written there; asked where a no is too. */
  private blankInService(row: number, { index, header }: Column): "out" | null {
    const isAsked = this.saysNo(index);
    if (isAsked) this.reading.report("error", "missing-state", row, index, { header, word: header });
    else this.reading.report("warning", "blank-in-service", row, index, { header, word: header });
    return isAsked ? null : "out";
  }

  /** True where a no is written in a column. */
  private saysNo(index: number): boolean {
    let says = this.answered.get(index);
    if (says === undefined) {
      const { bodyTop, bodyBottom } = this.reading.table;
      says = false;
      for (let row = bodyTop; row <= bodyBottom && !says; row += 1) {
        const read = readQuantity(this.reading.cell(row, index));
        says = "value" in read && read.value === 0;
      }
      this.answered.set(index, says);
    }
    return says;
  }

  private chosen(text: string): Status | "nothing" | null {
    const chosen = this.reading.tools.words.of("state", text);
    if (chosen === null) return null;
    const folded = fold(chosen);
    if (folded === "in service") return "in-service";
    return folded === "out" || folded === "stock" || folded === "nothing" ? folded : null;
  }

  private tellUnknown(row: number, index: number): null {
    const cell = this.reading.cell(row, index);
    const value = shownCell(cell);
    if (isWithoutResult(cell)) this.reading.report("error", "formula-without-result", row, index);
    else if (cell instanceof CellError) this.reading.report("error", "error-in-name", row, index, { value });
    else this.reading.report("error", "unknown-state", row, index, { value, word: value });
    return null;
  }
}

function isBefore(one: Status, other: Status): boolean {
  return order.indexOf(one) < order.indexOf(other);
}

/** A column of remarks, of which the user said nothing. */
function isRemark({ role, rank, header }: Column): boolean {
  if (rank === -1 || (role.kind !== "ignored" && role.kind !== "other")) return false;
  return /\b(?:obs|observations?|remarques?|rem|commentaires?|comments?|notes?)\b/.test(fold(header));
}
