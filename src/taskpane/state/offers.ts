import type { Layout, Mapping } from "../../inventory";
import type { Anomaly, MessageCode } from "../../messages";
import { columnRoles, isColumnRole, type Choice } from "../../options";
import type { Commune, Nature, TariffRow } from "../../tariff";
import type { OptionsSeen } from "./choices";
import type { CellPlace } from "../../explain";
import { type Meaning, rowOf, type Preview } from "./preview";
import { isInBody } from "./tables";

/** Returns whether a table of a layout may have a column with this meaning. */
export function suits({ role }: Meaning, layout: Layout): boolean {
  if (layout === "item-rows" || layout === "machine-rows" || layout === "unknown") return true;
  return !(isColumnRole(role) && columnRoles[role].isOfItems);
}

/**
 * Returns the meanings to choose from: each prestation of some equipment under each nature with a price, then the other
 * roles.
 */
export function meaningsOf(equipment: readonly TariffRow[]): Meaning[] {
  const counted = equipment.flatMap(({ code, prestation, prices }) =>
    (["maintenance", "installation"] as const)
      .filter((nature) => prices[nature].cagb !== null || prices[nature].commune !== null)
      .map((nature: Nature): Meaning => ({ as: `${code} ${nature}`, role: code, prestation, nature })),
  );
  const others = Object.entries(columnRoles).flatMap(([role, { offered }]): Meaning[] =>
    offered === undefined ? [] : [{ as: offered, role, prestation: null, nature: null }],
  );
  return [...counted, ...others];
}

/** The decisions that the pane offers about a point. */
export interface PointOffers {
  /**
   * The commune of the cell can be chosen: the one with the nearest name, and the other cells of the point with the
   * same text.
   */
  readonly commune: {
    readonly nearest: Commune | null;
    readonly text: string;
    readonly alike: readonly number[];
  } | null;
  /** Number of the row that can be set aside. */
  readonly row: number | null;
  /** The header cell of the column whose role can be chosen. */
  readonly column: CellPlace | null;
  /** The choice in force that the point is about. */
  readonly choice: Choice | null;
  /** The choices by which the user marked it as checked. */
  readonly checks: readonly Choice[];
}

/** About a row all of which may well be there by mistake. */
const ofWholeRow: ReadonlySet<MessageCode> = new Set<MessageCode>([
  "headcount-without-equipment",
  "duplicate-serial-number",
  "in-repair",
  "item-twice",
]);

const ofChoice: Readonly<Partial<Record<MessageCode, readonly Choice["about"][]>>> = {
  "commune-chosen": ["commune"],
  "chosen-commune-unknown": ["commune"],
  "chosen-commune-without-cell": ["commune"],
  "choice-moved": ["row", "commune", "column", "table", "repeat"],
  "choice-without-table": ["table", "repeat"],
  "set-aside-without-row": ["row"],
  "unknown-role": ["column"],
  "correction-without-column": ["column"],
};

/** Returns what the pane offers to decide about a cell of a point of the preview, the first one by default. */
export function offersOf(index: number, preview: Preview, seen: OptionsSeen, place = 0): PointOffers {
  const { anomalies, question, settledIn } = preview.points[index]!;
  const point = anomalies[place]!;
  const choice = choiceOf(point, seen);
  const unplaced: PointOffers = { commune: null, row: null, column: null, choice, checks: checksOf(anomalies, seen) };
  if (choice !== null || point.sheet === null || point.cell === null) return unplaced;
  const tables = tablesAt(point, preview);
  return {
    ...unplaced,
    commune: settledIn.includes("communes") ? communeOffer(anomalies, place, preview) : null,
    row: excludableRow(point, tables),
    column: question === null ? columnOf(point, tables) : null,
  };
}

function communeOffer(
  anomalies: readonly Anomaly[],
  place: number,
  { members }: Pick<Preview, "members">,
): PointOffers["commune"] {
  const { params } = anomalies[place]!;
  const text = String(params["commune"] ?? "");
  const wanted = params["suggestion"] ?? params["successor"] ?? "";
  const alike = anomalies.flatMap((other, at) =>
    at !== place && text !== "" && other.params["commune"] === text ? [at] : [],
  );
  return { nearest: members.find(({ name }) => name === wanted) ?? null, text, alike };
}

/** Returns the number of the row of a point that can be set aside, in the body of a table; null when there is none. */
function excludableRow({ severity, code, cell }: Anomaly, tables: readonly Mapping[]): number | null {
  if (severity !== "error" && !ofWholeRow.has(code)) return null;
  const row = rowOf(cell!);
  return tables.some((table) => isInBody(table, row - 1)) ? row : null;
}

function columnOf({ sheet, cell }: Anomaly, tables: readonly Mapping[]): CellPlace | null {
  const table = tables.find(({ columns }) => columns.some((column) => column.cell === cell));
  return table === undefined ? null : { sheet: sheet!, otherFile: table.sheet.otherFile, cell: cell! };
}

function choiceOf(point: Anomaly, seen: OptionsSeen): Choice | null {
  const kinds = ofChoice[point.code];
  if (kinds === undefined) return null;
  return choicesIn(seen).find((choice) => kinds.includes(choice.about) && isAbout(point, choice)) ?? null;
}

function checksOf(anomalies: readonly Anomaly[], seen: OptionsSeen): Choice[] {
  const known = anomalies.filter(({ severity }) => severity === "info");
  return choicesIn(seen).filter(
    (one) => one.about === "accepted" && known.some((point) => one.choice.code === point.code && isAbout(point, one)),
  );
}

function choicesIn(seen: OptionsSeen): Choice[] {
  return seen.kind === "seen" ? seen.groups.flatMap(({ choices }) => choices) : [];
}

/** Returns whether an anomaly is about the place that a choice was made for. */
export function isAbout({ file, sheet, cell, params }: Anomaly, { about, choice }: Choice): boolean {
  if (about === "word" || choice.sheet !== sheet) return false;
  if (choice.file !== null && file !== null && choice.file !== file) return false;
  if (about !== "row") return choice.cell === cell;
  const { row, column = "" } = choice;
  if (cell === null) return params["at"] === `${choice.sheet}, ${column}${row}`;
  return column === "" ? row === rowOf(cell) : cell === `${column}${row}`;
}

/** Returns the tables of a point's sheet: two files may have sheets with the same name. */
function tablesAt({ file, sheet }: Anomaly, { tables }: Preview): Mapping[] {
  const isOther = tables.some((table) => table.sheet.otherFile !== null && table.sheet.otherFile === file);
  return tables.filter((table) => table.sheet.name === sheet && table.sheet.otherFile === (isOther ? file : null));
}
