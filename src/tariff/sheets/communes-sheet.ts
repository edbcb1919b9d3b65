import { fold, type SheetCells } from "../../cells";
import { failure, success, type JsonObject, type Result } from "../../messages";
import { loadCommunes } from "../communes";
import type { Member } from "../convention";
import { communesColumns, communesSheetName, optionalColumns } from "./convention-rows";
import { SettingsReader } from "./settings-reader";

type Key = (typeof communesColumns)[number]["key"];

const keysByHeader = new Map<string, Key>(communesColumns.map(({ header, key }) => [fold(header), key]));
const headerOf = new Map<string, string>(communesColumns.map(({ header, key }) => [key, header]));

/** The number of rows at the top of the sheet in which the header is searched. */
const deepest = 20;

function headerRow({ rows }: SheetCells): number {
  return rows
    .slice(0, deepest)
    .findIndex((cells) =>
      ["nom", "siren"].every((header) => cells.some((cell) => fold(String(cell ?? "")) === header)),
    );
}

/** Returns whether a sheet presents itself as the list of members, by its name and some of its columns. */
export function claimsToListMembers(sheet: SheetCells): boolean {
  return sheet.generatedKey === null && fold(sheet.name) === fold(communesSheetName) && headerRow(sheet) >= 0;
}

/** Returns whether a sheet is a list of members with no other columns. */
export function isCommunesSheet(sheet: SheetCells): boolean {
  if (!claimsToListMembers(sheet)) return false;
  const header = headerRow(sheet);
  const isKnown = (cell: unknown) => cell === null || cell === "" || keysByHeader.has(fold(String(cell)));
  return sheet.rows[header]!.every(isKnown);
}

/** Reads the members in the user's sheet « Communes »; as strict as a file, each fault at its cell. */
export function readCommunesSheet(sheet: SheetCells, date1904: boolean): Result<Member[]> {
  const cells = new SettingsReader(sheet, date1904);
  const header = headerRow(sheet);
  const columns = new Map<Key, number>();
  for (const [column, cell] of (sheet.rows[header] ?? []).entries()) {
    const text = String(cell ?? "").trim();
    const key = keysByHeader.get(fold(text));
    if (key !== undefined && !columns.has(key)) columns.set(key, column);
    else if (text !== "") cells.fail("communes-unknown-column", { header: text }, header, column);
  }
  const missing = communesColumns.filter(({ key }) => !columns.has(key) && !optionalColumns.has(key));
  if (missing.length > 0) {
    const headers = missing.map((one) => `«\u00a0${one.header}\u00a0»`).join(", ");
    cells.fail("communes-missing-column", { headers }, Math.max(0, header), 0);
    return failure(cells.anomalies);
  }

  const rows: number[] = [];
  const communes: JsonObject[] = [];
  for (let row = header + 1; row < sheet.rows.length; row += 1) {
    const member = memberOf(cells, columns, row);
    if (member === null) continue;
    rows.push(row);
    communes.push(member);
  }
  const loaded = loadCommunes({ source: sheet.name, communes });
  const empty = communes.length === 0 && cells.anomalies.length === 0;
  if (empty) cells.fail("communes-empty", {}, header, columns.get("name")!);
  for (const fault of loaded.ok || empty ? [] : loaded.error) {
    const [, index = "", key = ""] = /^communes\[(\d+)\]\.(\w+)/.exec(fault.params.field) ?? [];
    cells.failAs(fault, headerOf.get(key) ?? key, rows[Number(index)] ?? 0, columns.get(key as Key) ?? 0);
  }
  return loaded.ok && cells.anomalies.length === 0 ? success(loaded.value) : failure(cells.anomalies);
}

/** Returns the member of a row, as in a file; null for a blank row. */
function memberOf(cells: SettingsReader, columns: ReadonlyMap<Key, number>, row: number): JsonObject | null {
  const member: Record<string, unknown> = {};
  let isBlank = true;
  for (const [key, column] of columns) {
    const text = cells.text(row, column);
    if (text === "") {
      if (!optionalColumns.has(key)) member[key] = "";
      continue;
    }
    isBlank = false;
    if (key === "from" || key === "to") member[key] = cells.day(row, column);
    else if (key === "aliases") member[key] = text.split(/\s*;\s*/).filter((alias) => alias !== "");
    else if (key === "sirenComputed")
      member[key] = fold(text) === "oui" ? true : fold(text) === "non" ? undefined : text;
    else if (key === "name") member[key] = text;
    else member[key] = cells.code(row, column, key === "siren" ? 9 : 5);
  }
  return isBlank ? null : member;
}
