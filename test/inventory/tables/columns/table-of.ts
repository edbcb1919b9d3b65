import { CellSet, type Cell, type SheetCells } from "../../../../src/cells";
import type { InventoryReading } from "../../../../src/inventory";
import { _, sheet } from "../read-sheets";

export const poste = "Poste client standard";
export const serveur = "Serveur standard";
export const headcounts = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ["Amagney", "École primaire", 50],
  ["Busy", "École primaire", 60],
  ["Saône", "École du Bourg", 70],
]);

const schools: readonly (readonly Cell[])[] = [
  ["Amagney", "École primaire"],
  ["Busy", "École primaire"],
  ["Saône", "École du Bourg"],
];

/** A number shown as a date, or as money. */
interface Shown {
  readonly date?: number;
  readonly money?: number;
}

export const day = (serial: number): Shown => ({ date: serial });
export const euros = (amount: number): Shown => ({ money: amount });

type Value = Cell | Shown;

function isShown(value: Value): value is Shown {
  return value !== null && typeof value === "object" && ("date" in value || "money" in value);
}

/** A sheet of rows in which numbers may be shown as dates or as money. */
export function shownSheet(name: string, rows: readonly (readonly Value[])[]): SheetCells {
  const [dates, money] = [new CellSet(), new CellSet()];
  const cells = rows.map((row, at) =>
    row.map((value, column): Cell => {
      if (!isShown(value)) return value;
      if (value.date !== undefined) dates.add(at, column);
      if (value.money !== undefined) money.add(at, column);
      return value.date ?? value.money ?? null;
    }),
  );
  const facts = {
    dates,
    money,
    withoutResult: new CellSet(),
    sums: new Map<number, string>(),
    struck: new CellSet(),
    filteredRows: new Set<number>(),
  };
  return sheet(name, cells, [], { facts });
}

/** One row a school, « Parc », under one row of headings, or two where groups are given. */
export function wide(
  headings: readonly Cell[],
  rows: readonly (readonly Value[])[],
  groups?: readonly Cell[],
): SheetCells {
  return shownSheet("Parc", [
    ...(groups === undefined ? [] : [[_, _, ...groups]]),
    ["Commune", "École", ...headings],
    ...rows.map((row, at) => [...schools[at]!, ...row]),
  ]);
}

/** One row an item of a school, « Parc ». */
export function long(headings: readonly Cell[], rows: readonly (readonly Value[])[]): SheetCells {
  return wide(headings, rows);
}

/** One row a machine, « Parc », numbered. */
export function register(headings: readonly Cell[], rows: readonly (readonly Value[])[]): SheetCells {
  return shownSheet("Parc", [
    ["N° inventaire", "Désignation", "Commune", "École", ...headings],
    ...rows.map((row, at) => [`INV-${at}`, poste, ...schools[at]!, ...row]),
  ]);
}

/** What the columns of a sheet were taken for: « header: role », or « header: (why) ». */
export function columns({ mappings }: InventoryReading, name = "Parc"): string[] {
  return mappings
    .filter(({ sheet: { name: own } }) => own === name)
    .flatMap((mapping) => mapping.columns)
    .filter(({ role }) => role !== "commune" && role !== "school")
    .map(({ header, role, nature, why }) =>
      why === null ? `${header}: ${role}${nature === null ? "" : ` ${nature}`}` : `${header}: (${why})`,
    );
}
