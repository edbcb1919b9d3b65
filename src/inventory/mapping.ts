import { cellName, columnName } from "../cells";
import type { Nature } from "../tariff";
import { numbersIn } from "./account/column-numbers";
import { countedNature } from "./recognise/weighed";
import { columnOf } from "./table";
import type { Table } from "./table";
import type { ColumnReason, Mapping } from "./types";

/** Whether a table was read, and not only found hidden, or found to hold numbers. */
export function isReadTable({ kind }: Pick<Mapping, "kind">): boolean {
  return kind !== "hidden" && kind !== "unread";
}

/** How a table was understood, as it is shown, explained and corrected. */
export function mappingOf(table: Table): Mapping {
  const { columns } = table;
  const kinds = ["commune", "entity", "location", "insee"] as const;
  const communeColumn = kinds.map((kind) => columnOf(table, kind)).find((column) => column !== null);
  const from =
    communeColumn === undefined
      ? (table.sheetCommune?.from ?? "columns")
      : `${communeColumn.role.kind} ${columnName(communeColumn.index)}`;
  return {
    sheet: table.ref,
    kind: table.kind,
    kindWords: table.kindWords,
    layout: table.layout,
    range: `${cellName(table.headerTop, table.left)}:${cellName(table.bodyBottom, table.right)}`,
    communeFrom: from,
    score: table.score,
    columns: columns
      .filter((column) => column.texts.length > 0 || column.role.kind !== "other" || column.why !== null)
      .map((column) => ({
        column: column.index,
        cell: cellName(column.headerRow, column.index),
        header: column.header,
        role: roleName(column.role),
        nature: shownNature(column),
        why: whyWithoutRole(column),
        ...numbersIn(table.sheet, column.index, table.bodyTop, table.bodyBottom),
        words: column.words,
        score: column.score,
      })),
  };
}

function roleName(role: Table["columns"][number]["role"]): string {
  switch (role.kind) {
    case "count":
      return role.code ?? "quantity";
    case "installed-on":
      return `${role.code ?? ""} ${role.unit === "year" ? "year-installed" : "date-installed"}`.trim();
    case "part":
      return `headcount-part ${role.part}`;
    case "other":
      return "ignored";
    default:
      return role.kind;
  }
}

/** Why a column counts for nothing; null where it has a role. */
function whyWithoutRole({ role, why }: Table["columns"][number]): ColumnReason | null {
  if (role.kind === "refused") return "refused";
  if (role.kind === "other") return why ?? "unknown";
  return role.kind === "ignored" ? (why ?? "ignored") : null;
}

/** The nature under which a column of equipment counts, said by its header or not. */
function shownNature(column: Table["columns"][number]): Nature | null {
  if (column.role.kind !== "count" || column.role.code === null || column.role.code === "PORTAIL") return column.nature;
  return countedNature(column.role.code, column.nature);
}
