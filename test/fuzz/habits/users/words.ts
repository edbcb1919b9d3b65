import type { Cell, Column, Drawing, Row } from "../model";
import type { Place } from "../places";
import { equipment } from "../truth";
import { isDue, isRowDue } from "./due";

/** A text without case, accents, punctuation and spacing; signs alone stay as they are. */
const plain = (text: unknown): string => {
  const written = String(text ?? "").trim();
  const words = written
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return words === "" ? written : words;
};

/** What a cell shows: a day as a person reads it. */
function shownIn({ value, format }: Cell): Cell["value"] {
  if (typeof value !== "number" || format !== "dd/mm/yyyy") return value;
  return new Date((value - 25_569) * 86_400_000).toISOString().slice(0, 10).split("-").reverse().join("/");
}

/** Returns whether a word means that, wherever it stands as a word of its kind. False where it stands nowhere. */
export function meansTruly(word: string, kind: string, as: string, all: readonly Place[], drawing: Drawing): boolean {
  const { campaign } = drawing.truth;
  const whole = all.filter(({ cell }) => plain(shownIn(cell)) === plain(word) || plain(cell.comment) === plain(word));
  // A heading is told with those above it.
  const last = word.split("›").at(-1)!;
  const found = whole.length > 0 ? whole : all.filter(({ cell }) => plain(cell.value) === plain(last));
  /** What a text governs: its row, the column that it heads, the rows of its section, its table. */
  const governed = found.map((place) => governedBy(place, all));
  const due = governed.map((places) => places.filter((one) => isDue(one, campaign)));
  const isNoneDue = due.every(({ length }) => length === 0);
  if (kind === "state" && found.length === 0) return saysOfSheets(word, as, all, drawing);
  if (found.length === 0) return false;
  switch (kind) {
    case "state":
      if (found.every(isFree)) return saysTruly(as, found, all, campaign);
      // A machine that came and left within the year is out, and its installation is due.
      if (as === "out" || as === "stock") return due.flat().every(({ row }) => (row!.machine?.exit ?? null) !== null);
      return governed.every((places) => places.every((one) => mayBeDue(one, campaign)));
    case "nature":
      if (as === "nothing") return isNoneDue;
      return due.flat().length > 0 && due.flat().every(({ row, column }) => (row!.nature ?? column!.nature) === as);
    case "prestation":
      if (found.every(({ part }) => part === "line"))
        return !isOurs(as) && found.every((place) => saysPupils(place, all));
      if (as === "nothing") return isNoneDue;
      return due.flat().length > 0 && due.flat().every((one) => prestationOf(one) === (isOurs(as) ? as : "PORTAIL"));
    case "commune":
      return governed.flat().every(({ row, column }) => {
        const school = row?.school ?? column?.school;
        return school === undefined || school.commune[1] === as;
      });
    case "header":
      // Of two columns that disagree, the one that was drawn to tell does.
      if (as === "state") return found.some(({ column }) => column?.tells === true);
      if (as === "out") return remarked(found, all).every(({ row }) => !isRowDue(row!, campaign));
      if (as === "in-service" || as === "ignored" || as === "nothing")
        return isNoneDue && telling(found, all).every(({ row }) => isRowDue(row!, campaign));
      return due.flat().length > 0 && due.flat().every((one) => `${prestationOf(one)} ${natureOf(one)}` === as);
    default:
      return false;
  }
}

/** Whether a line of a form, that stands in no column, gives the pupils of its school. */
const saysPupils = ({ table, sheet, at }: Place, all: readonly Place[]): boolean =>
  all.some(
    (one) =>
      one.table === table &&
      one.sheet === sheet &&
      one.at[0] === at[0] &&
      typeof one.cell.value === "number" &&
      one.cell.is === undefined,
  );

/** A note above or below a table, a comment, a remark: what it says is of schools, or of the machine beside it. */
const isFree = ({ part, row, column }: Place): boolean =>
  part === "line" ||
  (row?.kind !== "title" && (column?.role === "other" || column?.role === "school" || isRemarkAcross(row, column)));

/** Under a school across, what stands on a row that counts nothing. */
const isRemarkAcross = (row: Row | null, column: Column | null): boolean =>
  row?.kind === "data" && column?.school !== undefined && row.prestation === undefined && row.pupils !== true;

/** Returns whether a free text says that what it speaks of is out, or says nothing of it. */
function saysTruly(as: string, found: readonly Place[], all: readonly Place[], campaign: number): boolean {
  const isOut = as === "out" || as === "stock";
  return found.every((place) => {
    const { row, column, cell } = place;
    // What a note says of nobody knows whom, its drawing tells.
    if (row === null && column?.school === undefined) return (cell.is === "out") === isOut;
    if (row?.machine !== undefined) return isRowDue(row, campaign) !== isOut;
    const school = row?.school ?? column?.school;
    return all.some((one) => (one.row?.school ?? one.column?.school) === school && isDue(one, campaign)) !== isOut;
  });
}

/** A sheet's name, said to be the state of all that it shows. */
function saysOfSheets(word: string, as: string, all: readonly Place[], { truth }: Drawing): boolean {
  const own = all.filter(({ sheet }) => plain(sheet.name) === plain(word));
  if (own.length === 0) return false;
  const isNoneDue = own.every((one) => !isDue(one, truth.campaign));
  return as === "out" || as === "stock" ? isNoneDue : !isNoneDue;
}

function governedBy(place: Place, all: readonly Place[]): Place[] {
  const { table, row, column, part, at } = place;
  const body = all.filter((one) => one.table === table && one.part === "body");
  if (part === "line") return body;
  if (part === "heading") return body.filter((one) => one.column === column || isUnder(column!, place, one.column!));
  if (row!.kind === "data") return body.filter((one) => one.row === row);
  const below = table.rows.slice(table.rows.indexOf(row!) + 1);
  const end = below.findIndex(({ kind }) => kind === "title");
  const section: readonly Row[] = end === -1 ? below : below.slice(0, end);
  return body.filter((one) => section.includes(one.row!) && one.at !== at);
}

/** Returns whether a heading over several columns is over this one. */
function isUnder(first: Column, { cell }: Place, other: Column): boolean {
  return other.headers.length > 1 && other.headers[0] === cell.value && first.headers[0] === cell.value;
}

/** Returns whether a cell says nothing against being due: blank, a name, or due. */
function mayBeDue(place: Place, campaign: number): boolean {
  const { row, column, cell, table } = place;
  if (row!.kind !== "data" || cell.value === null || column!.is !== undefined) return true;
  return table.is === undefined && isRowDue(row!, campaign) && column!.school?.closed !== true;
}

/** Those of them whose columns say what is not due. */
const telling = (headings: readonly Place[], all: readonly Place[]): Place[] =>
  remarked(headings, all).filter(({ column }) => column!.tells === true || column!.role === "state");

/** The cells of the columns that these texts head, where something is written in them. */
function remarked(headings: readonly Place[], all: readonly Place[]): Place[] {
  return headings
    .filter(({ part }) => part === "heading")
    .flatMap(({ column }) =>
      all.filter((one) => one.column === column && one.part === "body" && one.cell.value !== null),
    )
    .filter(({ row, column }) => row!.kind === "data" && wordy.has(column!.role));
}

const wordy: ReadonlySet<Column["role"]> = new Set(["other", "state", "exit"]);

/** Any other code is that of the workbook's own tariff, which has a price a pupil. */
const isOurs = (code: string): boolean => (equipment as readonly string[]).includes(code);

function prestationOf({ row, column }: Place): string | undefined {
  return row!.pupils === true || column!.role === "headcount" ? "PORTAIL" : (row!.prestation ?? column!.prestation);
}

const natureOf = ({ row, column }: Place): string => row!.nature ?? column!.nature ?? "maintenance";
