import { columnName, parseCellName } from "../cells";
import type { Anomaly } from "../messages";
import type { ChoiceList } from "../options";
import { multiplierIn } from "./texts/multipliers";

/** How a point is settled once for all: the entry of an options file, and what may be said in it. */
export interface WayOut {
  readonly list: ChoiceList;
  /** What the entry says, as the JSON has it, without `as` (or `commune`). */
  readonly entry: Readonly<Record<string, string | number>>;
  /** The field that is left to say, and its values; none where the entry is whole. */
  readonly says: { readonly field: "as" | "commune"; readonly values: readonly string[] } | null;
}

/** Returns the way out of an anomaly; `several` files are read, so that its place says which. */
export type Way = (anomaly: Anomaly, several: boolean) => WayOut | null;

/** Returns a place of an anomaly as the options name it: the file only if several are read. */
function placed({ file, sheet, cell }: Anomaly, several: boolean): Record<string, string> {
  return {
    ...(several && file !== null && { file }),
    ...(sheet !== null && { sheet }),
    ...(cell !== null && parseCellName(cell) !== null && { cell }),
  };
}

/** Returns the first of some parameters that says something; empty if none does. */
const text = ({ params }: Anomaly, ...names: readonly string[]): string =>
  names.map((name) => String(params[name] ?? "")).find((value) => value !== "") ?? "";

/** Makes the way of saying that what stands at the anomaly's place is one of these. */
export const at =
  (list: ChoiceList, ...values: readonly string[]): Way =>
  (anomaly, several) => {
    const entry = placed(anomaly, several);
    // A column is told by its cell.
    return list === "mappings" && entry["cell"] === undefined ? null : { list, entry, says: { field: "as", values } };
  };

export const columnAs = (...values: readonly string[]): Way => at("mappings", ...values);

/** Makes the way of saying what a text means, wherever it stands: the first of these parameters that says something. */
export const textAlone =
  (kind: string, values: readonly string[], ...names: readonly string[]): Way =>
  (anomaly) => {
    const written = text(anomaly, ...names);
    return written === "" ? null : { list: "words", entry: { word: written, kind }, says: { field: "as", values } };
  };

/** Makes the way of saying what the word of an anomaly means, or else one of these parameters. */
export const word = (kind: string, values: readonly string[], ...names: readonly string[]): Way =>
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

/** Accepts what was changed by hand in a workbook that no generation is about to replace. */
export const acceptedElsewhere: Way = (anomaly, several) =>
  anomaly.params["elsewhere"] === undefined ? null : accepted(anomaly, several);

/** Accepts a column whose months come first; not where some of its dates may have been turned round already. */
export const monthFirst: Way = (anomaly, several) =>
  anomaly.params["typed"] === undefined ? accepted(anomaly, several) : null;

/** Says what a column counts; where rows name what is counted, how many of it. */
export const column: Way = (anomaly, several) => {
  const values =
    anomaly.params["labelled"] === undefined
      ? ["ignored", "POSTE_STD maintenance", "POSTE_STD installation", "headcount", "…"]
      : ["quantity", "quantity installation", "ignored", "…"];
  return columnAs(...values)(anomaly, several);
};
/** Says what a row's label names: the pupils, where it speaks of them. */
export const labelAs: Way = (anomaly, several) => {
  if (multiplierIn(text(anomaly, "label")) !== null) return word("prestation", ["nothing"], "label")(anomaly, several);
  const pupils = text(anomaly, "pupils");
  return word("prestation", pupils === "" ? prestations : [pupils, "nothing"], "label")(anomaly, several);
};
/** Says what a heading counts, or a row's label: two that are said to be of one prestation add up. */
export const countedTwice: Way = (anomaly, several) =>
  (anomaly.params.label === undefined ? column : word("prestation", prestations, "label"))(anomaly, several);
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
  const natures = text(anomaly, "natures").split(" ");
  const values = natures.map((nature) => `${text(anomaly, "code")} ${nature}`);
  const way =
    anomaly.params.label === undefined
      ? columnAs(...values, "ignored")
      : word("prestation", [...values, "nothing"], "label");
  return way(anomaly, several);
};
export const table = at("tables", "inventory", "installations", "headcounts", "ignored");
export const nothingToBill = at("tables", "ignored");
/** Says each word of a column of movements, where they are installations. */
export const movements: Way = (anomaly, several) =>
  anomaly.params["installations"] === undefined ? null : columnAs("nature")(anomaly, several);
/** Sets aside a row of who left the convention, and merged into nobody who could be billed for it. */
export const asideOfLeft: Way = (anomaly, several) => {
  const left = text(anomaly, "left");
  return left === "" ? null : aside(`n’est plus membre après le ${left}`)(anomaly, several);
};

/** Sets aside a table of what moved, where another may show what there is. */
export const movementsApart: Way = (anomaly, several) =>
  anomaly.params["installations"] === undefined ? nothingToBill(anomaly, several) : null;
/** Sets aside a row, or the column of a school, all of whose numbers are struck through; not one that has others. */
export const struckRow: Way = (anomaly, several) => {
  const { whole, head } = anomaly.params;
  if (whole === undefined) return null;
  if (head === undefined) return aside("ligne barrée")(anomaly, several);
  return columnAs("ignored")({ ...anomaly, cell: String(head) }, several);
};

/** Sets aside the row of a machine that left; not of one installed in the campaign, which its row alone tells. */
export const machineOut: Way = (anomaly, several) =>
  anomaly.params["mayBeOut"] === undefined ? null : aside("machine sortie")(anomaly, several);

export const repeat = at("repeats", "added", "first", "last");
/** Sets a whole table aside where a school of it stands in another table too. */
export const repeatedTable: Way = (anomaly, several) =>
  anomaly.params["firstSheet"] === undefined ? null : nothingToBill(anomaly, several);
/** Sets aside that other table. */
export const firstOfRepeated: Way = (anomaly, several) => {
  const { firstFile, firstSheet, firstCell } = anomaly.params;
  if (firstSheet === undefined) return null;
  const first = { file: firstFile === undefined ? null : String(firstFile), sheet: String(firstSheet) };
  return nothingToBill({ ...anomaly, ...first, cell: String(firstCell) }, several);
};
export const total = aside("total");
export const noSchool = aside("pas une école");
export const natures = ["installation", "maintenance", "nothing"];
export const prestations = ["POSTE_STD", "POSTE_SPEC", "SERVEUR_STD", "…", "nothing"];

/** Sets aside all that a sheet holds, where a note may be of all its schools. */
export const wholeSheet: Way = (anomaly, several) => {
  if (anomaly.params["ofSheet"] === undefined) return null;
  const entry = placed({ ...anomaly, cell: null }, several);
  return { list: "tables", entry, says: { field: "as", values: ["ignored"] } };
};

/** Settles the remarks of a column at once; one that stands in none, by its text. */
export const undueRemark: Way = (anomaly, several) =>
  word(text(anomaly, "header") === "" ? "state" : "header", ["in-service", "out"])(anomaly, several);
