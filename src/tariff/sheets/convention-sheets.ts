import { monthNames, parseIsoDate, type Cell, type CivilDate } from "../../cells";
import type { JsonObject } from "../../messages";
import { countingOf, type Grid, type Measure, type TariffRow } from "../grid";
import { loadTerms, type ConventionFiles } from "../load-convention";
import { loadGrids } from "../load-grid";
import {
  amountColumns,
  headerOf,
  noCap,
  optionalHeaders,
  tarifsHeaders,
  tarifsName,
  type TarifsColumn,
} from "../tarifs/table";
import {
  communesColumns,
  communesSheetName,
  conventionHeaders,
  conventionRows,
  conventionSheetName,
  creditLinePrefix,
  rebilledByCreditor,
  type ConventionRow,
} from "./convention-rows";

/** A sheet to write for the user, to whom it then belongs. */
export interface SettingsSheet {
  readonly name: string;
  readonly rows: readonly (readonly SettingsCell[])[];
  /** Zero-based columns of euros; none by default. */
  readonly amounts?: readonly number[];
}

/** The content of a cell; a `day` is shown as a date, whatever the date system of the workbook. */
export type SettingsCell = Cell | { readonly day: CivilDate };

/**
 * Returns the three sheets of a convention, « Convention », « Tarifs » and « Communes », as `conventionOfWorkbooks`
 * reads them. The files are those of `loadConvention`; prices that cannot be loaded are left out.
 */
export function conventionSheets(files: ConventionFiles): readonly SettingsSheet[] {
  return [
    { name: conventionSheetName, rows: [conventionHeaders, ...termsRows(asObject(files.convention))] },
    { name: tarifsName, ...tarifsTable(files) },
    {
      name: communesSheetName,
      rows: [communesColumns.map(({ header }) => header), ...membersRows(asObject(files.communes))],
    },
  ];
}

function termsRows(data: JsonObject): SettingsCell[][] {
  const labelOf = ({ field, label }: ConventionRow): string =>
    field === "accounts.rebilled" && data["debtor"] === null ? rebilledByCreditor : label;
  const fields = conventionRows.map((row): SettingsCell[] => [labelOf(row), valueOf(data, row), null]);
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

/** The words of the column « Compté en ». */
const measureWords: Readonly<Record<Measure, string>> = { pupils: "élèves", workstations: "postes", units: "unités" };

/**
 * Returns the rows of the sheet « Tarifs » and its columns of euros, with headers in the nouns of the convention,
 * without the columns of an intermediary when there is no intermediary, and without optional columns that would only
 * repeat the unit.
 */
function tarifsTable({ convention, grid }: ConventionFiles): Omit<SettingsSheet, "name"> {
  const terms = loadTerms(convention);
  const site = terms.ok ? terms.value.nouns.site : undefined;
  const loaded = loadGrids(grid, "workbook", terms.ok ? terms.value : undefined);
  const grids = loaded.ok ? loaded.value : [];
  const isDefault = (row: TariffRow): boolean => {
    const { perSite, counts, words } = countingOf(row.code, row.unit, site);
    return row.perSite === perSite && row.counts === counts && row.words.length === words.length;
  };
  const hasDebtor = !terms.ok || terms.value.debtor !== null;
  const columns = [...tarifsHeaders, ...(grids.every(({ rows }) => rows.every(isDefault)) ? [] : optionalHeaders)];
  const shown = columns.filter((column) => hasDebtor || !column.endsWith("CAGB"));
  const headers = shown.map((column) => (terms.ok ? headerOf(column, terms.value.nouns) : column));
  // A blank would mean the cap implied by the unit.
  const cap = (row: TariffRow) => row.perSite ?? (countingOf(row.code, row.unit, site).perSite === null ? null : noCap);
  const valuesOf = (row: TariffRow, one: Grid) =>
    shown.map((column) => (column === "Plafond par site" ? cap(row) : cellOf(column, row, one)));
  const isAmount = (name: TarifsColumn) => amountColumns.some(({ header }) => header === name);
  return {
    rows: [headers, ...grids.flatMap((one) => one.rows.map((row) => valuesOf(row, one)))],
    amounts: shown.flatMap((column, index) => (isAmount(column) ? [index] : [])),
  };
}

function cellOf(
  column: Exclude<TarifsColumn, "Plafond par site">,
  row: TariffRow,
  { from, to, act }: Grid,
): SettingsCell {
  switch (column) {
    case "Code":
      return row.code;
    case "Prestation":
      return row.prestation;
    case "Unité":
      return row.unit;
    case "Applicable du":
      return { day: from };
    case "Applicable au":
      return { day: to };
    case "Acte":
      return act;
    case "Compté en":
      return measureWords[row.counts];
    case "Autres mots":
      return textOf(row.words.join("\u00a0; "));
    default: {
      const { nature, payer } = amountColumns.find(({ header }) => header === column)!;
      return row.prices[nature][payer]?.toNumber() ?? null;
    }
  }
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

/** Returns the date of a text such as 2014-11-01; the text itself when it is not a date. */
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
