import { parseCellName } from "../cells";
import type { Anomaly, MessageCode } from "../messages";
import type { ChoiceList } from "../options";
import type { Point } from "./anomalies";

/** How a point is settled once for all: the entry of an options file, and what may be said in it. */
export interface WayOut {
  readonly list: ChoiceList;
  /** What the entry says, as the JSON has it, without `as` (or `commune`). */
  readonly entry: Readonly<Record<string, string | number>>;
  /** The field that is left to say, and its values; none where the entry is whole. */
  readonly says: { readonly field: "as" | "commune"; readonly values: readonly string[] } | null;
}

/** Returns the way out of an anomaly; `several` files are read, so that its place says which. */
type Way = (anomaly: Anomaly, several: boolean) => WayOut | null;

/** A place of an anomaly as the options name it: the file only where several are read. */
function placed({ file, sheet, cell }: Anomaly, several: boolean): Record<string, string> {
  return {
    ...(several && file !== null && { file }),
    ...(sheet !== null && { sheet }),
    ...(cell !== null && parseCellName(cell) !== null && { cell }),
  };
}

/** The first of some parameters that says something; empty where none does. */
const text = ({ params }: Anomaly, ...names: readonly string[]): string =>
  names.map((name) => String(params[name] ?? "")).find((value) => value !== "") ?? "";

/** What stands at the anomaly's place is one of these. */
const at =
  (list: ChoiceList, ...values: readonly string[]): Way =>
  (anomaly, several) => ({ list, entry: placed(anomaly, several), says: { field: "as", values } });

const columnAs = (...values: readonly string[]): Way => at("mappings", ...values);

const word =
  (kind: string, values: readonly string[], ...names: readonly string[]): Way =>
  (anomaly) => {
    const written = text(anomaly, "word", ...names);
    return written === "" ? null : { list: "words", entry: { word: written, kind }, says: { field: "as", values } };
  };

/** Which commune a text means, said once wherever it stands: one of those told, or another. */
const communeMeant =
  (written: string, ...names: readonly string[]): Way =>
  (anomaly) => ({
    list: "words",
    entry: { word: text(anomaly, written), kind: "commune" },
    says: { field: "as", values: [...names.map((name) => text(anomaly, name)).filter((name) => name !== ""), "…"] },
  });

/** A row that is no school's: set aside, whatever it holds. */
const aside =
  (reason: string): Way =>
  (anomaly, several) => {
    const { cell, ...place } = placed(anomaly, several);
    return { list: "setAside", entry: { ...place, row: parseCellName(cell!)!.row + 1, reason }, says: null };
  };

const commune: Way = (anomaly, several) => {
  const was = text(anomaly, "value", "commune");
  return {
    list: "communes",
    entry: { ...placed(anomaly, several), ...(was !== "" && { was }) },
    says: { field: "commune", values: [text(anomaly, "suggestion", "successor")].filter((name) => name !== "") },
  };
};

const accepted: Way = (anomaly, several) => {
  const was = text(anomaly, "was", "value", "label", "quantity");
  return { list: "accepted", entry: { ...placed(anomaly, several), code: anomaly.code, was }, says: null };
};

const column = columnAs("ignored", "POSTE_STD maintenance", "POSTE_STD installation", "headcount", "…");
const table = at("tables", "inventory", "installations", "headcounts", "ignored");
const nothingToBill = at("tables", "ignored");
const repeat = at("repeats", "added", "first");
const total = aside("total");
const natures = ["installation", "maintenance", "nothing"];
const prestations = ["POSTE_STD", "POSTE_SPEC", "SERVEUR_STD", "…", "nothing"];

const ways: Readonly<Partial<Record<MessageCode, Way>>> = {
  "ambiguous-header": column,
  "ambiguous-source": repeat,
  "closed-school": aside("école fermée"),
  "not-a-school": aside("pas une école"),
  "column-beside-label": column,
  "commune-no-longer": commune,
  "commune-not-yet": commune,
  "commune-as-school": total,
  "compared-total-differs": accepted,
  "duplicate-header": column,
  "duplicate-school": repeat,
  "implausible-quantity": accepted,
  "insee-disagrees": communeMeant("insee", "commune"),
  "location-disagrees": communeMeant("location", "commune", "other"),
  "stock-before": column,
  "closed-form": nothingToBill,
  "closed-column": columnAs("ignored", "quantity"),
  "no-school-over-column": columnAs("ignored", "quantity"),
  "sum-column": columnAs("ignored", "quantity"),
  "undue-remark": accepted,
  "struck-through": accepted,
  "only-row-of-year": accepted,
  "several-machines": accepted,
  "sum-as-school": total,
  "two-communes": communeMeant("value", "commune", "other"),
  "one-date-for-several": word("header", ["ignored"], "header"),
  "item-repeated": repeat,
  "item-repeated-across": repeat,
  "missing-commune": commune,
  "rectified-other-inventory": accepted,
  "sheet-without-commune": commune,
  "unclear-header": (anomaly, several) => {
    const isDated = /\b(?:date|depuis)\b|\ble$/i.test(text(anomaly, "header"));
    return (isDated ? columnAs("ignored", "POSTE_STD date-installed", "…") : column)(anomaly, several);
  },
  "untitled-column": column,
  "unknown-column": column,
  "unknown-commune": commune,
  "unknown-label": word("prestation", prestations, "label"),
  "unknown-row": word("prestation", prestations, "label"),
  "ambiguous-label": word("prestation", prestations, "label"),
  "unknown-nature": word("nature", natures, "value"),
  "unknown-state": word("state", ["in-service", "out", "stock"], "value"),
  "unknown-pupil-state": word("state", ["in-service", "out"], "value"),
  "label-since": word("prestation", ["POSTE_STD installation", "…", "nothing"], "label"),
  "unclear-section": word("nature", natures, "title"),
  "rows-since": word("nature", ["installation", "nothing"], "title"),
  "leaving-remark": word("header", ["in-service", "out"], "header"),
  "years-column": columnAs("ignored", "year-installed"),
  "exit-date-unclear": columnAs("exit", "ignored"),
  "entry-date-unclear": columnAs("entry", "ignored"),
  "installed-since": columnAs("ignored", "POSTE_STD installation", "…"),
  "only-other-year": column,
  "no-school-column": nothingToBill,
  "not-in-service": table,
  "not-in-service-asked": table,
  "model-table": table,
  "only-installations": table,
  "installations-since": at("tables", "installations", "ignored"),
  "school-only-installed": table,
  "title-other-year": table,
  "unread-table": nothingToBill,
  "unread-equipment": nothingToBill,
  "stray-numbers": nothingToBill,
};

/** A name of no commune in several cells: said once, wherever it stands. */
const unknownCommune = communeMeant("commune", "suggestion");

/** What would settle a point for good, said in the options; null where only the cell can be corrected. */
export function wayOut({ code, anomalies }: Point, severalFiles: boolean): WayOut | null {
  const way = code === "unknown-commune" && anomalies.length > 1 ? unknownCommune : ways[code];
  return way?.(anomalies[0]!, severalFiles) ?? null;
}
