import { monthNames, parseIsoDate, type Cell, type CivilDate } from "../../cells";
import type { JsonObject } from "../../messages";
import type { ConventionFiles } from "../load-convention";
import { loadGrids } from "../load-grid";
import { gridRowsForUsers, tarifsHeaders, tarifsName } from "../tarifs/table";
import {
  communesColumns,
  communesSheetName,
  conventionHeaders,
  conventionRows,
  conventionSheetName,
  creditLinePrefix,
  type ConventionRow,
} from "./convention-rows";

/** A sheet to be written for the user, who keeps it from then on. */
export interface SettingsSheet {
  readonly name: string;
  readonly rows: readonly (readonly SettingsCell[])[];
}

/** What a cell holds; a day where it is to be shown as one, whatever the date system of the workbook. */
export type SettingsCell = Cell | { readonly day: CivilDate };

/**
 * Returns the three sheets of a workbook that say a convention, as `conventionOfWorkbooks` reads them: « Convention », « Tarifs » and
 * « Communes ». The files are those that `loadConvention` takes; prices that cannot be loaded are left out.
 */
export function conventionSheets(files: ConventionFiles): readonly SettingsSheet[] {
  return [
    { name: conventionSheetName, rows: [conventionHeaders, ...termsRows(asObject(files.convention))] },
    { name: tarifsName, rows: [tarifsHeaders, ...tarifsRows(files.grid)] },
    {
      name: communesSheetName,
      rows: [communesColumns.map(({ header }) => header), ...membersRows(asObject(files.communes))],
    },
  ];
}

function termsRows(data: JsonObject): SettingsCell[][] {
  const fields = conventionRows.map((row): SettingsCell[] => [row.label, valueOf(data, row), null]);
  const parts = asList(data["creditLine"]).map(asObject);
  const credit = parts.map(({ heading, code, label }): SettingsCell[] => [
    `${creditLinePrefix}\u00a0: ${textOf(heading) ?? ""}`,
    textOf(code),
    textOf(label),
  ]);
  return [...fields, ...credit];
}

function valueOf(data: JsonObject, { field, kind }: ConventionRow): SettingsCell {
  const value = field.split(".").reduce<unknown>((inner, key) => asObject(inner)[key], data);
  if (kind === "date") return dayOf(value);
  if (kind !== "count-day") return typeof value === "number" ? value : textOf(value);
  const { day, month } = asObject(value);
  if (typeof day !== "number" || typeof month !== "number") return null;
  return `${day === 1 ? "1er" : day} ${monthNames[month - 1] ?? ""}`;
}

function tarifsRows(grid: unknown): SettingsCell[][] {
  const loaded = loadGrids(grid, "workbook");
  if (!loaded.ok) return [];
  return loaded.value.flatMap((one) =>
    gridRowsForUsers(one).map((cells) =>
      cells.map((cell, column) =>
        tarifsHeaders[column] === "Applicable du"
          ? { day: one.from }
          : tarifsHeaders[column] === "Applicable au"
            ? { day: one.to }
            : cell,
      ),
    ),
  );
}

function membersRows(data: JsonObject): SettingsCell[][] {
  return asList(data["communes"])
    .map(asObject)
    .map((member) =>
      communesColumns.map(({ key }): SettingsCell => {
        const value = member[key];
        if (key === "from" || key === "to") return dayOf(value);
        if (key === "sirenComputed") return value === true ? "oui" : null;
        return key === "aliases" ? textOf(asList(value).join("\u00a0; ")) : textOf(value);
      }),
    );
}

/** Returns a day written 2014-11-01; what is written, where it is none. */
function dayOf(value: unknown): SettingsCell {
  const day = typeof value === "string" ? parseIsoDate(value) : null;
  return day === null ? textOf(value) : { day };
}

function textOf(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : null;
}

function asObject(value: unknown): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
