import type { Point } from "../../../../src/inventory";
import type { Cell, Column, Drawing, Sheet, Table } from "../model";
import { placeKey, type Place } from "../places";
import type { Rendered } from "../render";
import { equipment } from "../truth";
import { isDue, isRowDue } from "./due";
import type { Offer } from "./offers";
import { repeatsOf, type Asked } from "./repeats";
import { meansTruly } from "./words";

/** What is so of a written workbook: tells which offers are true, whatever the product makes of them. */
export class Truths {
  private readonly places: readonly Place[];

  constructor(
    private readonly drawing: Drawing,
    private readonly rendered: Rendered,
  ) {
    this.places = [...rendered.places.values()];
  }

  /** Returns whether a person who knows what is so could say this. */
  allow({ list, entry }: Offer, code: string): boolean {
    const as = String(entry["as"] ?? "");
    const place = this.placeOf(entry);
    switch (list) {
      case "words":
        return meansTruly(String(entry["word"]), String(entry["kind"]), as, this.places, this.drawing);
      case "mappings":
        return place !== null && this.isColumn(place, as);
      case "tables":
        return this.tablesAt(entry, place).every((table) => this.isTable(table, as));
      case "repeats":
        return this.tablesAt(entry, place).some((table) => repeatsOf(table, this.tables(), askedBy(code)) === as);
      case "communes":
        return communesAt(place, this.places).every((name) => name === entry["commune"]);
      case "setAside":
        return this.isNothingDueIn(this.inRow(entry));
      case "accepted":
        return place === null || this.isAsWritten(place);
    }
  }

  /** Returns whether a cell that a point is about is an accident: a person would correct it, whatever is offered. */
  isAccident({ anomalies }: Point): boolean {
    return anomalies.some(({ file, sheet, cell }) => {
      const key = sheet === null || cell === null ? null : placeKey(file, sheet, cell);
      const place = key === null ? undefined : this.rendered.places.get(key);
      return place !== undefined && (place.cell.wrong === true || isIncomplete(place));
    });
  }

  private get campaign(): number {
    return this.drawing.truth.campaign;
  }

  private placeOf({ file, sheet, cell }: Offer["entry"]): Place | null {
    if (sheet === undefined || cell === undefined) return null;
    return this.rendered.places.get(placeKey(file as string | undefined, String(sheet), String(cell))) ?? null;
  }

  private isNothingDueIn(places: readonly Place[]): boolean {
    return places.every((place) => !isDue(place, this.campaign));
  }

  /** Returns whether what a place heads, a column of its table or a row, holds what is said. */
  private isColumn(place: Place, as: string): boolean {
    if (place.part === "line") return this.isLine(place, as);
    if (isIncomplete(place)) return false;
    const own = this.headedBy(place);
    const due = own.filter((one) => isDue(one, this.campaign));
    // A school across is left out with all that stands under it.
    if (as === "ignored" && place.part === "body" && place.column?.role === "school") return due.length === 0;
    if (as === "ignored" || as === "in-service") return due.length === 0 && this.saysNothing(own);
    if (as === "out")
      return due.length === 0 && own.every(({ row, cell }) => cell.value === null || !isRowDue(row!, this.campaign));
    if (place.part === "heading" && place.column !== null && namesRole(place.column, as)) return true;
    // A column that says alone who is out is one of states, or of dates of leaving.
    if (place.column?.tells === true && place.part === "heading")
      if (as === (own.every(({ cell }) => isDated(cell)) ? "exit" : "state")) return true;
    return due.length > 0 && due.every((one) => countsAs(one, as));
  }

  /** The cells that a heading is of, or a label or a name in the body: those of its column, or of its row. */
  private headedBy({ table, part, row, column }: Place): Place[] {
    const isOwn = (one: Place): boolean => (part === "heading" ? one.column === column : one.row === row);
    return this.places.filter((one) => one.table === table && one.part === "body" && isOwn(one));
  }

  /** A line of a form: the pupils of the school, or nothing that is due. */
  private isLine({ table, at, sheet }: Place, as: string): boolean {
    const line = this.places.filter((one) => one.table === table && one.sheet === sheet && one.at[0] === at[0]);
    const holdsPupils = line.some(({ cell }) => typeof cell.value === "number" && cell.is === undefined);
    return as === (holdsPupils ? "headcount" : "ignored");
  }

  /** Returns whether a column says of no row that it is not due. */
  private saysNothing(own: readonly Place[]): boolean {
    return own.every(({ column, row, cell }) => {
      const { role, tells } = column!;
      if (naming.has(role) && role !== "state" && role !== "exit") return false;
      const isTelling = tells === true || role === "state" || role === "exit";
      return !isTelling || cell.value === null || isRowDue(row!, this.campaign);
    });
  }

  /** The tables, those of the inventory's own file first. */
  private tables(): Table[] {
    const isBeside = ({ file }: Sheet): number => Number(file !== undefined);
    return [...this.drawing.sheets]
      .sort((one, other) => isBeside(one) - isBeside(other))
      .flatMap(({ tables }) => tables);
  }

  /** The table of a place; all those of a sheet where none is said. */
  private tablesAt({ file, sheet }: Offer["entry"], place: Place | null): Table[] {
    if (place !== null) return [place.table];
    return this.drawing.sheets
      .filter((one) => one.name === sheet && (file === undefined || (one.file ?? file) === file))
      .flatMap(({ tables }) => tables);
  }

  private isTable(table: Table, as: string): boolean {
    const own = this.places.filter((place) => place.table === table);
    if (as === "ignored") return this.isNothingDueIn(own);
    return table.kind === as && !this.isNothingDueIn(own);
  }

  private inRow({ file, sheet, row, column }: Offer["entry"]): Place[] {
    const own = this.places.filter(
      (place) =>
        place.sheet.name === sheet &&
        (file === undefined || place.sheet.file === undefined || place.sheet.file === file) &&
        place.at[0] === Number(row) - 1,
    );
    if (column === undefined) return own;
    const table = this.placeOf({ file: file ?? "", sheet: sheet!, cell: `${column}${row}` })?.table ?? null;
    return table === null ? own : own.filter((place) => place.table === table);
  }

  /** Returns whether what stands at a place is due as it is written, whatever is said there. */
  private isAsWritten({ part, row, column, cell, table }: Place): boolean {
    if (cell.wrong === true) return false;
    // The pupils of a form are due where anything of it is.
    if (part === "line")
      return cell.is === undefined && this.places.some((one) => one.table === table && isDue(one, this.campaign));
    if (row === null) return column?.is === undefined && column?.school?.closed !== true;
    return isRowDue(row, this.campaign) && column?.is === undefined && column?.school?.closed !== true;
  }
}

function askedBy(code: string): Asked {
  if (code === "item-repeated") return "items";
  if (code === "ambiguous-source") return "tables";
  return code.endsWith("-across") ? "rows" : "either";
}

/** Whether a place is a heading beside which a person would add a column, whatever may be said of its own. */
const isIncomplete = ({ part, column }: Place): boolean => part === "heading" && column?.isIncomplete === true;

/** Columns that say what the others are of: leaving them out would be no small thing. */
const naming: ReadonlySet<Column["role"]> = new Set([
  ...(["commune", "school", "label", "nature", "entry", "exit", "state"] as const),
]);

/** Returns whether the role that is said of a column of names, dates or words is its own. */
function namesRole({ role, is }: Column, as: string): boolean {
  return is === undefined && naming.has(role) && role === as;
}

const isDated = ({ value, format }: Cell): boolean => value === null || format === "dd/mm/yyyy";

/** Returns whether a quantity that is due is what is said: a prestation, a nature, or both. */
function countsAs({ row, column }: Place, as: string): boolean {
  if (column!.role === "headcount" || column!.counts === true || row!.pupils === true)
    return as === "headcount" || isAPupil(as) || (row!.pupils === true && /^quantity/.test(as));
  const [code, nature] = as.split(" ");
  const own = row!.nature ?? column!.nature;
  if (nature !== undefined && nature !== own) return false;
  if (code === "quantity") return nature !== undefined || own !== "installation" || row!.nature !== undefined;
  return code === (column!.prestation ?? row!.prestation) && (nature !== undefined || own !== "installation");
}

/** Whether what is said is a prestation of the workbook's own tariff, the only one without a code of ours: it has a price a pupil. */
const isAPupil = (as: string): boolean => {
  const [code, nature] = as.split(" ");
  return nature === "maintenance" && !["quantity", ...equipment].includes(code!);
};

/** The communes that a cell is about: that of its row or column, or of its table. */
function communesAt(place: Place | null, all: readonly Place[]): string[] {
  if (place === null) return [""];
  const school = place.row?.school ?? place.column?.school;
  if (school !== undefined) return [school.commune[1]];
  const own = all.filter(({ table }) => table === place.table).map(({ row, column }) => row?.school ?? column?.school);
  return [...new Set(own.map((one) => one?.commune[1] ?? "").filter((name) => name !== ""))];
}
