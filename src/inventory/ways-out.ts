import { columnName, parseCellName } from "../cells";
import type { Anomaly } from "../messages";
import type { WordKind } from "../options";
import { multiplierIn } from "./texts/multipliers";

/** The place of an entry; absent fields mean any file, or the whole sheet. */
interface EntryPlace {
  readonly file?: string;
  readonly sheet?: string;
  readonly cell?: string;
}

/** The field of an entry that remains to be filled in, and its possible values. */
interface Answers<Field extends "as" | "commune"> {
  readonly field: Field;
  readonly values: readonly string[];
}

/** How a point is settled once for all: an entry of a list of options, in the form of a JSON file, and its missing field. */
export type WayOut =
  | { readonly list: PlacedList; readonly entry: EntryPlace; readonly says: Answers<"as"> }
  | {
      readonly list: "words";
      readonly entry: { readonly word: string; readonly kind: WordKind };
      readonly says: Answers<"as">;
    }
  | {
      readonly list: "communes";
      readonly entry: EntryPlace & { readonly was?: string };
      readonly says: Answers<"commune">;
    }
  | {
      readonly list: "setAside";
      readonly entry: EntryPlace & { readonly row: number; readonly column: string; readonly reason: string };
      readonly says: null;
    }
  | {
      readonly list: "accepted";
      readonly entry: EntryPlace & { readonly code: string; readonly was: string };
      readonly says: null;
    };

/** The lists of choices about the use of a place. */
type PlacedList = "mappings" | "tables" | "repeats";

/** Returns the way out of an anomaly; `several` files are read, so that its place says which. */
export type Way = (anomaly: Anomaly, several: boolean) => WayOut | null;

/** Returns a place of an anomaly as the options name it: the file only if several are read. */
function placed({ file, sheet, cell }: Anomaly, several: boolean): EntryPlace {
  return {
    ...(several && file !== null && { file }),
    ...(sheet !== null && { sheet }),
    ...(cell !== null && parseCellName(cell) !== null && { cell }),
  };
}

/** Returns the first of some parameters that says something; empty if none does. */
const text = ({ params }: Anomaly, ...names: readonly string[]): string =>
  names.map((name) => String(params[name] ?? "")).find((value) => value !== "") ?? "";

export const never: Way = () => null;

/** Makes the way that depends on whether an anomaly has a parameter. */
export const when =
  (name: string, then: Way, otherwise: Way = never): Way =>
  (anomaly, several) =>
    (anomaly.params[name] === undefined ? otherwise : then)(anomaly, several);

/** Makes the way of saying that what stands at the anomaly's place is one of these. */
export const at =
  (list: PlacedList, ...values: readonly string[]): Way =>
  (anomaly, several) => {
    const entry = placed(anomaly, several);
    // A column is told by its cell.
    return list === "mappings" && entry.cell === undefined ? null : { list, entry, says: { field: "as", values } };
  };

export const columnAs = (...values: readonly string[]): Way => at("mappings", ...values);

/** Makes the way of saying what a text means, wherever it stands: the first of these parameters that says something. */
export const textAlone =
  (kind: WordKind, values: readonly string[], ...names: readonly string[]): Way =>
  (anomaly) => {
    const written = text(anomaly, ...names);
    return written === "" ? null : { list: "words", entry: { word: written, kind }, says: { field: "as", values } };
  };

/** Makes the way of saying what the word of an anomaly means, or else one of these parameters. */
export const word = (kind: WordKind, values: readonly string[], ...names: readonly string[]): Way =>
  textAlone(kind, values, "word", ...names);

/** Makes the way of saying which commune a text means, once wherever it stands: one of those told, or another. */
export const communeMeant =
  (written: string, ...names: readonly string[]): Way =>
  (anomaly) => ({
    list: "words",
    entry: { word: text(anomaly, written), kind: "commune" },
    says: { field: "as", values: [...names.map((name) => text(anomaly, name)).filter((name) => name !== ""), "…"] },
  });

/** Makes the way of setting aside a row that is no school's, whatever it holds. */
export const aside =
  (reason: string): Way =>
  (anomaly, several) => {
    const { cell, ...place } = placed(anomaly, several);
    if (cell === undefined) return null;
    const { row, column } = parseCellName(cell)!;
    return { list: "setAside", entry: { ...place, row: row + 1, column: columnName(column), reason }, says: null };
  };

export const commune: Way = (anomaly, several) => {
  const was = text(anomaly, "value", "commune");
  return {
    list: "communes",
    entry: { ...placed(anomaly, several), ...(was !== "" && { was }) },
    says: { field: "commune", values: [text(anomaly, "suggestion", "successor")].filter((name) => name !== "") },
  };
};

export const accepted: Way = (anomaly, several) => {
  const was = text(anomaly, "was", "value", "label", "quantity");
  return { list: "accepted", entry: { ...placed(anomaly, several), code: anomaly.code, was }, says: null };
};

/** Says what a column counts; where rows name what is counted, how many of it. */
export const column = when(
  "labelled",
  columnAs("quantity", "quantity installation", "ignored", "…"),
  columnAs("ignored", "POSTE_STD maintenance", "POSTE_STD installation", "headcount", "…"),
);

export const natures = ["installation", "maintenance", "nothing"];
export const prestations = ["POSTE_STD", "POSTE_SPEC", "SERVEUR_STD", "…", "nothing"];

/** Says what a row's label names: the pupils, where it speaks of them. */
export const labelAs: Way = (anomaly, several) => {
  if (multiplierIn(text(anomaly, "label")) !== null) return word("prestation", ["nothing"], "label")(anomaly, several);
  const pupils = text(anomaly, "pupils");
  return word("prestation", pupils === "" ? prestations : [pupils, "nothing"], "label")(anomaly, several);
};

/** Says what a heading counts, or a row's label: two that are said to be of one prestation add up. */
export const countedTwice = when("label", word("prestation", prestations, "label"), column);

/** Proposes a date for « Date d'installation », that of all that the row counts, and for « Postes depuis », that of the postes. */
export const unclearHeading: Way = (anomaly, several) => {
  // No answer multiplies: the number of machines is to be written in the sheet.
  if (multiplierIn(text(anomaly, "header")) !== null) return columnAs("ignored")(anomaly, several);
  if (anomaly.params["entry"] !== undefined) return columnAs("entry", "ignored", "…")(anomaly, several);
  const isDated = /\b(?:date|depuis)\b|\ble$/i.test(text(anomaly, "header"));
  const own = text(anomaly, "of");
  const dated = own === "" ? ["ignored", "…"] : ["ignored", `${own} date-installed`, "…"];
  return (isDated ? columnAs(...dated) : column)(anomaly, several);
};

/** Proposes the prestation whose unit a heading says, or that a row's label names, in each nature that has a price. */
export const countedAs: Way = (anomaly, several) => {
  const priced = text(anomaly, "natures").split(" ");
  const values = priced.map((nature) => `${text(anomaly, "code")} ${nature}`);
  const ofLabel = word("prestation", [...values, "nothing"], "label");
  return when("label", ofLabel, columnAs(...values, "ignored"))(anomaly, several);
};

export const table = at("tables", "inventory", "installations", "headcounts", "ignored");
export const nothingToBill = at("tables", "ignored");
export const repeat = at("repeats", "added", "first", "last");

/** Sets aside a row of who left the convention, and merged into nobody who could be billed for it. */
export const asideOfLeft: Way = (anomaly, several) => {
  const left = text(anomaly, "left");
  return left === "" ? null : aside(`n’est plus membre après le ${left}`)(anomaly, several);
};

/** Sets aside a row, or the column of a school, all of whose numbers are struck through. */
export const struckRow = when(
  "whole",
  when(
    "head",
    (anomaly, several) => columnAs("ignored")({ ...anomaly, cell: text(anomaly, "head") }, several),
    aside("ligne barrée"),
  ),
);

/** Sets aside the first of two tables that show a school. */
export const firstOfRepeated = when("firstSheet", (anomaly, several) => {
  const { firstFile, firstSheet, firstCell } = anomaly.params;
  const first = { file: firstFile === undefined ? null : String(firstFile), sheet: String(firstSheet) };
  return nothingToBill({ ...anomaly, ...first, cell: String(firstCell) }, several);
});

/** Sets aside all that a sheet holds, where a note may be of all its schools. */
export const wholeSheet = when("ofSheet", (anomaly, several) => nothingToBill({ ...anomaly, cell: null }, several));

/** Settles the remarks of a column at once; one that stands in none, by its text. */
export const undueRemark: Way = (anomaly, several) =>
  word(text(anomaly, "header") === "" ? "state" : "header", ["in-service", "out"])(anomaly, several);
