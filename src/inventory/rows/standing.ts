import { type Cell, fold, isBlank, plainWords, remembered } from "../../cells";
import { communeNamed } from "../../tariff";
import { isCorrected, type Column } from "../column";
import { headsDebtor, headsTerms } from "../texts/dues";
import { readsWhole, speaksOfMachine } from "../texts/free-text";
import { namesLeaving } from "../texts/leaving";
import type { Status } from "../texts/senses";
import { readStatus } from "../texts/state";
import { headsRemarks, namesOtherCommune, concernsMachine } from "../texts/row-topics";
import { parseQuantity, shownCell } from "../texts/values";
import type { ColumnReason } from "../types";
import type { TableReader } from "./table-reader";

/** The state of a row's machines, with the column that gives it. */
export interface Standing {
  readonly status: Status;
  /** Null when no state is written. */
  readonly column: Column | null;
  /** Whether there is a yes under « Nouveau » or « Entrée ». */
  readonly isNew: boolean;
}

/** The precedence of states, when several columns give one. */
const order: readonly Status[] = ["out", "stock", "repair", "in-service"];

/** A heading of yes and no that may also be said of what is in place: « Installée », « Posé ? ». */
const isParticiple = /^\s*(?:install|pos|livr|déploy)ée?s?\W*$/iu;

/** Reads the states of rows: words under « État », yes and no under « Réformé » or « En service ? », remarks. (decisions §4) */
export class StandingReader {
  readonly columns: readonly Column[];
  private readonly remarks: readonly Column[];
  /** By column of yes: whether a no is written too, so that a blank means nothing. */
  private readonly answered = new Map<number, boolean>();
  /** By column: whether it has few different words, one of which is about leaving. */
  private readonly fates = new Map<number, boolean>();
  /** The names of the table's schools, once a remark needs them. */
  private schools: ReadonlySet<string> | null = null;

  constructor(private readonly reader: TableReader) {
    const { columns, layout } = reader.table;
    this.columns = columns.filter((column) => column.role.kind === "status");
    const isNamed = columns.some(({ role }) => role.kind === "school");
    // « Magasin » under « Localisation », when another column names the school.
    const isPlace = (column: Column): boolean => isNamed && column.role.kind === "location" && !isCorrected(column);
    this.remarks =
      layout === "machine-rows"
        ? columns
            .filter((each) => isRemark(each) || isPlace(each) || isNumbering(each.role))
            .filter(({ header }) => !headsTerms(header))
        : [];
  }

  /** Returns the state of a row's machines; null when an unknown state is reported. */
  read(row: number): Standing | null {
    let isNew = false;
    let states: { readonly status: Status; readonly column: Column }[] = [];
    for (const column of this.columns) {
      const status = column.flag === null ? this.stateAt(row, column) : this.flagAt(row, column);
      if (status === null) return null;
      if (status === "new") isNew = true;
      else if (status !== "nothing") states.push({ status, column });
    }
    for (const column of this.remarks) {
      const status = this.chosenFor(this.reader.cell(row, column.index));
      // The user's choice about a remark takes precedence.
      if (status === "out" || status === "stock") return { status, column, isNew };
    }
    // The user's choice about a column takes precedence.
    const chosen = states.filter(({ column }) => isCorrected(column));
    if (chosen.length > 0) states = chosen;
    if (this.reportsDisagreement(row, states)) return null;
    const [first] = states.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
    return { status: first?.status ?? "in-service", column: first?.column ?? null, isNew };
  }

  /** Reports, at each cell, two states of which one is in service and the other is not; returns whether it did. */
  private reportsDisagreement(
    row: number,
    states: readonly { readonly status: Status; readonly column: Column }[],
  ): boolean {
    const isThere = ({ status }: { readonly status: Status }): boolean =>
      status === "in-service" || status === "repair";
    const [there, gone] = [states.find(isThere), states.find((each) => !isThere(each))];
    if (there === undefined || gone === undefined) return false;
    for (const [{ column }, other] of [
      [there, gone],
      [gone, there],
    ] as const) {
      const { header, index } = column;
      this.reader.report("error", "states-disagree", row, index, {
        header,
        word: header,
        value: shownCell(this.reader.cell(row, index)),
        other: shownCell(this.reader.cell(row, other.column.index)),
        otherHeader: other.column.header,
      });
    }
    return true;
  }

  /**
   * Reports a remark about leaving, when no state says that the machine is out of service; returns whether there is
   * one.
   */
  reportsRemark(row: number): boolean {
    for (const { index, header, role } of this.remarks) {
      const cell = this.reader.cell(row, index);
      if (typeof cell !== "string" || this.chosenFor(cell) !== null || (isNumbering(role) && /\d/.test(cell))) continue;
      const isMoved = mayNamePlace(header) && this.namesElsewhere(cell, row, index);
      const isOfMachine = headsRemarks(header) && concernsMachine(cell);
      if (!isMoved && !isOfMachine && !speaksOfMachine(cell) && !this.mayBeState(cell, index)) continue;
      const params = { word: header, header, value: cell.trim(), ...(isMoved && { elsewhere: 1 }) };
      this.reader.report("error", "leaving-remark", row, index, params);
      return true;
    }
    return false;
  }

  /**
   * Returns whether a remark names another commune than the row's, or another school of the table, « Transférée à |
   * Pelousey », unless all rows have the same.
   */
  private namesElsewhere(text: string, row: number, index: number): boolean {
    const { table, context } = this.reader;
    if (this.reader.isAllAlike(index) || /\b(?:vient|venue?|provient|recue?) d/.test(fold(text))) return false;
    const own = table.columns
      .filter(({ role }) => role.kind === "commune" || role.kind === "entity" || role.kind === "location")
      .map((column) => communeNamed(shownCell(this.reader.cell(row, column.index)), context.directory))
      .filter((commune) => commune !== null);
    const named = communeNamed(text, context.directory);
    if (named !== null && own.length > 0 && !own.includes(named)) return true;
    if (named === null && own.length > 0 && own.every(({ name }) => namesOtherCommune(text, name))) return true;
    return this.namesOtherSchool(text, row);
  }

  /** Returns whether a text has the name of a school of the table, and not that of its row. */
  private namesOtherSchool(text: string, row: number): boolean {
    const { columns } = this.reader.table;
    const [column] = columns.filter(({ role }) => role.kind === "school");
    if (column === undefined) return false;
    this.schools ??= new Set(this.reader.cellsOf(column.index).map((cell) => wordsOf(shownCell(cell))));
    const [words, own] = [wordsOf(text), wordsOf(shownCell(this.reader.cell(row, column.index)))];
    return !words.includes(own) && [...this.schools].some((school) => school.length > 4 && words.includes(school));
  }

  private stateAt(row: number, { index }: Column): Status | "nothing" | null {
    const cell = this.reader.cell(row, index);
    if (isBlank(cell)) return "nothing";
    const text = shownCell(cell);
    const chosen = this.chosen(text);
    if (chosen !== null) return chosen;
    const status = typeof cell === "string" ? readStatus(cell) : null;
    if (status === null && /^[-–—/]$/.test(text)) return "nothing";
    return status ?? this.reportUnknown(row, index);
  }

  /** Reads a yes under « Réformé » as out of service; another text may be a state. Null when an error is reported. */
  private flagAt(row: number, column: Column): Status | "nothing" | "new" | null {
    const { index, flag } = column;
    const cell = this.reader.cell(row, index);
    const read = parseQuantity(cell);
    const answer = "value" in read && (read.kind === "mark" || !read.asText || read.isSign) ? read.value : null;
    if (read.kind === "blank") return flag === "in-service" ? this.blankInService(row, column) : "nothing";
    // « Installé | oui, non » may be about what is in place, and not about what came in the year.
    const isAsked = flag === "installed" && answer !== null && isParticiple.test(column.header) && this.saysNo(index);
    if (isAsked) return this.chosen(shownCell(cell)) ?? this.reportUnknown(row, index);
    if (answer === 0) return flag === "in-service" ? "out" : "nothing";
    if (answer === 1) return flag === "installed" ? "new" : flag!;
    if (typeof cell === "string") {
      const chosen = this.chosen(cell);
      if (chosen !== null) return chosen;
      // In a column corrected to « out », remarks about leaving mean yes, and others mean nothing.
      if (flag === "out" && speaksOfMachine(cell)) return "out";
      if (isCorrected(column))
        return flag !== "in-service" && this.mayBeState(cell, index) ? this.reportUnknown(row, index) : "nothing";
      const status = readStatus(cell);
      if (status !== null) return status;
    }
    return this.reportUnknown(row, index);
  }

  /**
   * Reads a blank under « En service ? » as no, when the column only has yes; null, with an error, when it also has no.
   */
  private blankInService(row: number, { index, header }: Column): "out" | null {
    const isAsked = this.saysNo(index);
    if (isAsked) this.reader.report("error", "missing-state", row, index, { header, word: header });
    else this.reader.report("warning", "blank-in-service", row, index, { header, word: header });
    return isAsked ? null : "out";
  }

  private saysNo(index: number): boolean {
    return remembered(this.answered, index, () =>
      this.reader.cellsOf(index).some((cell) => {
        const read = parseQuantity(cell);
        return "value" in read && read.value === 0;
      }),
    );
  }

  /**
   * Returns whether an unread text may be a state, « Introuvable », in a column of a few words, one of which is about
   * leaving.
   */
  private mayBeState(text: string, index: number): boolean {
    if (isBlank(text) || readsWhole(text)) return false;
    return remembered(this.fates, index, () => {
      const cells = this.reader.cellsOf(index);
      const texts = cells
        .filter((cell) => typeof cell === "string" && cell.trim() !== "")
        .map((cell) => fold(String(cell)));
      const others = [...new Set(texts)];
      return texts.length * 2 >= cells.length && others.length * 4 <= texts.length && others.some(speaksOfMachine);
    });
  }

  /** Returns the meaning that the user gave to a remark; null when there is none. */
  private chosenFor(cell: Cell): Status | "nothing" | null {
    return typeof cell === "string" && cell.trim() !== "" ? this.chosen(cell.trim()) : null;
  }

  private chosen(text: string): Status | "nothing" | null {
    const chosen = this.reader.context.words.of("state", text);
    if (chosen === null) return null;
    const folded = fold(chosen);
    if (folded === "in service") return "in-service";
    return folded === "out" || folded === "stock" || folded === "nothing" ? folded : null;
  }

  private reportUnknown(row: number, index: number): null {
    const cell = this.reader.cell(row, index);
    const value = shownCell(cell);
    this.reader.reportMissing("unknown-state", row, index, cell, { value, word: value });
    return null;
  }
}

/** Returns whether a role is that of the numbers of machines, in whose place « (rendu) » may stand. */
const isNumbering = (role: Column["role"]): boolean =>
  role.kind === "serial-number" ||
  role.kind === "inventory-number" ||
  ((role.kind === "ignored" || role.kind === "other") && role.why === "identifier");

/** Returns whether a column may name the place to which a machine went. */
const mayNamePlace = (header: string): boolean => headsDebtor(header) || headsRemarks(header) || namesLeaving(header);

const wordsOf = (text: string): string => ` ${plainWords(text)} `;

/** Reasons of columns that may still hold remarks. */
const heldAside: ReadonlySet<ColumnReason> = new Set<ColumnReason>([
  "unknown",
  "remark",
  "refused",
  "other-date",
  "money",
  "ratio",
]);

/** Returns whether a column may hold remarks, places or fates of machines, without a choice of the user. */
function isRemark(column: Column): boolean {
  const { role } = column;
  if (isCorrected(column)) return false;
  return (role.kind === "ignored" || role.kind === "other") && (role.why === null || heldAside.has(role.why));
}
