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

/**
 * A choice that settles a point permanently: an entry for a list of options, in the form of a JSON file, and the field
 * to fill in.
 */
export type WayOut =
  | { readonly list: PlacedList; readonly entry: EntryPlace; readonly toFill: Answers<"as"> }
  | {
      readonly list: "words";
      readonly entry: { readonly word: string; readonly kind: WordKind };
      readonly toFill: Answers<"as">;
    }
  | {
      readonly list: "communes";
      readonly entry: EntryPlace & { readonly was?: string };
      readonly toFill: Answers<"commune">;
    }
  | {
      readonly list: "setAside";
      readonly entry: EntryPlace & { readonly row: number; readonly column: string; readonly reason: string };
      readonly toFill: null;
    }
  | {
      readonly list: "accepted";
      readonly entry: EntryPlace & { readonly code: string; readonly was: string };
      readonly toFill: null;
    };

/** The lists of choices about the use of a place. */
type PlacedList = "mappings" | "tables" | "repeats";

/**
 * Returns the choice that would settle an anomaly, or null; `several`: several files are read, so its place names the
 * file.
 */
export type Way = (anomaly: Anomaly, several: boolean) => WayOut | null;

/** Returns the place of an anomaly as options write it, with the file only when several are read. */
function placed({ file, sheet, cell }: Anomaly, several: boolean): EntryPlace {
  return {
    ...(several && file !== null && { file }),
    ...(sheet !== null && { sheet }),
    ...(cell !== null && parseCellName(cell) !== null && { cell }),
  };
}

/** Returns the first of these parameters that is not empty; an empty text when all are. */
const text = ({ params }: Anomaly, ...names: readonly string[]): string =>
  names.map((name) => String(params[name] ?? "")).find((value) => value !== "") ?? "";

export const never: Way = () => null;

/** Returns a way that depends on whether the anomaly has a parameter. */
export const when =
  (name: string, then: Way, otherwise: Way = never): Way =>
  (anomaly, several) =>
    (anomaly.params[name] === undefined ? otherwise : then)(anomaly, several);

/** Returns the way that gives the anomaly's place one of these values. */
export const at =
  (list: PlacedList, ...values: readonly string[]): Way =>
  (anomaly, several) => {
    const entry = placed(anomaly, several);
    // A choice about a column needs a cell.
    return list === "mappings" && entry.cell === undefined ? null : { list, entry, toFill: { field: "as", values } };
  };

export const columnAs = (...values: readonly string[]): Way => at("mappings", ...values);

/**
 * Returns the way that gives a meaning to a text, wherever it is written: the text is the first of these parameters
 * that is not empty.
 */
export const textAlone =
  (kind: WordKind, values: readonly string[], ...names: readonly string[]): Way =>
  (anomaly) => {
    const written = text(anomaly, ...names);
    return written === "" ? null : { list: "words", entry: { word: written, kind }, toFill: { field: "as", values } };
  };

/** Returns the way that gives a meaning to the `word` of an anomaly, otherwise to one of these parameters. */
export const word = (kind: WordKind, values: readonly string[], ...names: readonly string[]): Way =>
  textAlone(kind, values, "word", ...names);

/**
 * Returns the way that gives a text the meaning of a commune, wherever it is written: one that the anomaly suggests, or
 * another.
 */
export const communeMeant =
  (written: string, ...names: readonly string[]): Way =>
  (anomaly) => ({
    list: "words",
    entry: { word: text(anomaly, written), kind: "commune" },
    toFill: { field: "as", values: [...names.map((name) => text(anomaly, name)).filter((name) => name !== ""), "…"] },
  });

/** Returns the way that sets aside the row of the anomaly, for a reason. */
export const aside =
  (reason: string): Way =>
  (anomaly, several) => {
    const { cell, ...place } = placed(anomaly, several);
    if (cell === undefined) return null;
    const { row, column } = parseCellName(cell)!;
    return { list: "setAside", entry: { ...place, row: row + 1, column: columnName(column), reason }, toFill: null };
  };

export const commune: Way = (anomaly, several) => {
  const was = text(anomaly, "value", "commune");
  return {
    list: "communes",
    entry: { ...placed(anomaly, several), ...(was !== "" && { was }) },
    toFill: { field: "commune", values: [text(anomaly, "suggestion", "successor")].filter((name) => name !== "") },
  };
};

export const accepted: Way = (anomaly, several) => {
  const was = text(anomaly, "was", "value", "label", "quantity");
  return { list: "accepted", entry: { ...placed(anomaly, several), code: anomaly.code, was }, toFill: null };
};

/** The role of a column; when the rows name what is counted, only how it counts. */
export const column = when(
  "labelled",
  columnAs("quantity", "quantity installation", "ignored", "…"),
  columnAs("ignored", "POSTE_STD maintenance", "POSTE_STD installation", "headcount", "…"),
);

export const natures = ["installation", "maintenance", "nothing"];
export const prestations = ["POSTE_STD", "POSTE_SPEC", "SERVEUR_STD", "…", "nothing"];

/** The meaning of a row label: the pupils when the label mentions them, otherwise a prestation. */
export const labelAs: Way = (anomaly, several) => {
  if (multiplierIn(text(anomaly, "label")) !== null) return word("prestation", ["nothing"], "label")(anomaly, several);
  const pupils = text(anomaly, "pupils");
  return word("prestation", pupils === "" ? prestations : [pupils, "nothing"], "label")(anomaly, several);
};

/** What a heading or a row label counts, when two count the same prestation: their quantities then add up. */
export const countedTwice = when("label", word("prestation", prestations, "label"), column);

/**
 * The role of a column with an unclear heading: a date of entry, a date of installation of its prestation (« Date
 * d'installation », « Postes depuis »), or a quantity.
 */
export const unclearHeading: Way = (anomaly, several) => {
  // No role multiplies numbers: a column, or a heading, with a multiplier can only be ignored, and the number of machines written in
  // the sheet.
  const isOfLots = anomaly.params["lots"] !== undefined;
  if (isOfLots || multiplierIn(text(anomaly, "header")) !== null) return columnAs("ignored")(anomaly, several);
  if (anomaly.params["entry"] !== undefined) return columnAs("entry", "ignored", "…")(anomaly, several);
  const isDated = /\b(?:date|depuis)\b|\ble$/i.test(text(anomaly, "header"));
  const own = text(anomaly, "of");
  const dated = own === "" ? ["ignored", "…"] : ["ignored", `${own} date-installed`, "…"];
  return (isDated ? columnAs(...dated) : column)(anomaly, several);
};

/** The prestation of the unit in a heading, or of a row label, in each nature that has a price. */
export const countedAs: Way = (anomaly, several) => {
  const priced = text(anomaly, "natures").split(" ");
  const values = priced.map((nature) => `${text(anomaly, "code")} ${nature}`);
  const ofLabel = word("prestation", [...values, "nothing"], "label");
  return when("label", ofLabel, columnAs(...values, "ignored"))(anomaly, several);
};

export const table = at("tables", "inventory", "installations", "headcounts", "ignored");
export const nothingToBill = at("tables", "ignored");
export const installationsOrNothing = at("tables", "installations", "ignored");
export const repeat = at("repeats", "added", "first", "last");

/** Sets aside a row of a member that left the convention without a successor. */
export const asideOfLeft: Way = (anomaly, several) => {
  const left = text(anomaly, "left");
  return left === "" ? null : aside(`n’est plus membre après le ${left}`)(anomaly, several);
};

/** Sets aside a row, or the column of a school, when all its numbers are struck through. */
export const struckRow = when(
  "whole",
  when(
    "head",
    (anomaly, several) => columnAs("ignored")({ ...anomaly, cell: text(anomaly, "head") }, several),
    aside("ligne barrée"),
  ),
);

/** Ignores the first of two tables that show the same school. */
export const firstOfRepeated = when("firstSheet", (anomaly, several) => {
  const { firstFile, firstSheet, firstCell } = anomaly.params;
  const first = { file: firstFile === undefined ? null : String(firstFile), sheet: String(firstSheet) };
  return nothingToBill({ ...anomaly, ...first, cell: String(firstCell) }, several);
});

/** Ignores a whole sheet, when the note may be about all its schools. */
export const wholeSheet = when("ofSheet", (anomaly, several) => nothingToBill({ ...anomaly, cell: null }, several));

/** Gives a meaning to all the remarks of a column, or to the text of one that is in no column. */
export const undueRemark: Way = (anomaly, several) =>
  word(text(anomaly, "header") === "" ? "state" : "header", ["in-service", "out"])(anomaly, several);
