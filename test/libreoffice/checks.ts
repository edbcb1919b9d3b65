import { cellAt, CellError, finish, parseCellName, type Cell, type SheetCells } from "../../src/cells";
import { placedFindingMessage, verifyInSteps, type OpenWorkbook } from "../../src/workbook";
import { Package } from "../../src/workbook/files/package";
import { WorkbookPart } from "../../src/workbook/files/workbook-part";
import { childOf, childrenOf, rootOf, textOf } from "../../src/workbook/files/xml";
import type { Amounts } from "../acceptance/samples";
import { definedNames } from "../workbook/files/package-check";
import { openedFile } from "../opened-file";

/** A workbook's bytes with what the product reads of them. */
export interface Opened {
  readonly bytes: Uint8Array;
  readonly workbook: OpenWorkbook;
}

export async function open(bytes: Uint8Array, name: string): Promise<Opened> {
  const result = await openedFile(bytes, name);
  return { bytes, workbook: result };
}

/** Cells that the workbook's own names point at, by name, `ORDICLASSE_TITRE` and the like, as `'Fiche X'!$A$1`. */
export function amountNames({ bytes }: Opened): Map<string, string> {
  const names = definedNames(bytes).filter(({ name, sheet }) => name.startsWith("ORDICLASSE_") && sheet === null);
  return new Map(names.map(({ name, value }) => [name, value]));
}

/** Names that do not give the amount expected once everything is recalculated. */
export function faultsOfAmounts(recalculated: Opened, expected: Amounts): string[] {
  const names = amountNames(recalculated);
  const wanted = new Map([
    ["ORDICLASSE_TITRE", expected.total],
    ["ORDICLASSE_CAGB", expected.cagb],
    ["ORDICLASSE_COMMUNES", expected.communes],
    ...Object.entries(expected.byCommune).map(([insee, { due }]) => [`ORDICLASSE_DU_${insee}`, due] as const),
  ]);
  const unexpected = [...names.keys()].filter((name) => !wanted.has(name)).map((name) => `${name} is not expected`);
  const wrong = [...wanted].flatMap(([name, amount]) => {
    const place = names.get(name);
    const value = place === undefined ? null : valueAt(recalculated, place);
    return isAmount(value, amount) ? [] : [`${name} gives ${show(value)}, not ${amount}`];
  });
  return [...unexpected, ...wrong];
}

/** The reconciliations of « Contrôles » that are not 0,00; at least the five must be there. */
export function faultsOfReconciliations(recalculated: Opened, controles: string): string[] {
  const sheet = sheetNamed(recalculated, controles);
  const top = sheet.rows.findIndex((row) => String(row[0] ?? "").startsWith("Rapprochements"));
  const rows: Cell[][] = [];
  for (let row = top + 2; row < sheet.rows.length && sheet.rows[row]?.[0] != null; row++)
    rows.push(sheet.rows[row]!.filter((cell) => typeof cell === "number"));
  if (top < 0 || rows.length < 5) return [`${controles} has ${rows.length} reconciliations`];
  return rows.flatMap((numbers, index) =>
    isAmount(numbers.at(-1) ?? null, "0.00") ? [] : [`reconciliation ${index + 1} is off by ${show(numbers.at(-1))}`],
  );
}

/** Cells of the generated sheets that hold an Excel error. */
export function errorsIn(recalculated: Opened, names: readonly string[]): string[] {
  return names.flatMap((name) =>
    sheetNamed(recalculated, name).rows.flatMap((row, r) =>
      row.flatMap((cell, c) =>
        cell instanceof CellError || (typeof cell === "string" && /^#[A-ZÀ-Ü0-9/]+[!?]?$/.test(cell))
          ? [`${name} row ${r + 1} column ${c + 1} holds ${show(cell)}`]
          : [],
      ),
    ),
  );
}

/** Formulas of the generated sheets that would need the add-in. */
export function ownFunctionsIn({ bytes }: Opened): string[] {
  const pack = Package.open(bytes);
  return sheetParts(pack).flatMap(({ name, path, key }) =>
    key !== null && /<f[^>]*>[^<]*ORDICLASSE\./.test(textOf(pack.read(path))) ? [`${name} calls ORDICLASSE`] : [],
  );
}

/** What differs in the user's sheets: their parts byte for byte, and the formats that these parts number. */
export function changesOfUserParts(before: Opened, after: Opened): string[] {
  const [old, now] = [Package.open(before.bytes), Package.open(after.bytes)];
  const present = new Map(sheetParts(now).map((sheet) => [sheet.name, sheet]));
  const parts = sheetParts(old)
    .filter(({ key }) => key === null)
    .flatMap(({ name, path }) => {
      const kept = present.get(name);
      const isSame = kept !== undefined && leftBehind(old.read(path)) === leftBehind(now.read(kept.path));
      return isSame ? [] : [`${name} changed`];
    });
  return [...parts, ...changedFormats(old, now)];
}

/** A sheet's part but for being the one in view: a workbook opens on the documents, which come after. */
function leftBehind(part: Uint8Array): string {
  return Buffer.from(part)
    .toString("utf8")
    .replace(/ tabSelected="[^"]*"/, (selected) => " ".repeat(selected.length));
}

/** Values of the user's sheets that are not what they were, once everything is recalculated. */
export function changesOfUserValues(before: Opened, recalculated: Opened): string[] {
  const users = before.workbook.cells.sheets.filter(({ generatedKey }) => generatedKey === null);
  return changesOfResults(
    before,
    recalculated,
    users.map(({ name }) => name),
  );
}

/** Cells of these sheets that are not what was written, once everything is recalculated. */
export function changesOfResults(before: Opened, recalculated: Opened, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const now = sheetNamed(recalculated, name);
    return sheetNamed(before, name).rows.flatMap((row, r) =>
      row.flatMap((cell, c) =>
        isSame(cell, cellAt(now, r, c))
          ? []
          : [`${name} row ${r + 1} column ${c + 1}: ${show(cell)} became ${show(cellAt(now, r, c))}`],
      ),
    );
  });
}

/** What a second run changed in the generated sheets: nothing, but for one row more in the journal. */
export function changesOfRerun(first: Opened, second: Opened): string[] {
  const keys = second.workbook.generatedSheets.map(({ key }) => key);
  const doubled = keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${key} is there twice`);
  const [old, now] = [first, second].map(({ workbook }) => generatedSheets(workbook));
  const lost = [...old!.keys()].filter((key) => !now!.has(key)).map((key) => `${key} is gone`);
  const changed = [...now!].flatMap(([key, sheet]) => {
    const before = old!.get(key);
    if (before === undefined) return [`${key} is new`];
    if (key === "journal")
      return sheet.rows.length === before.rows.length + 1 ? [] : ["the journal has not one row more"];
    return sheet.name === before.name && JSON.stringify(sheet.rows) === JSON.stringify(before.rows)
      ? []
      : [`${sheet.name} is not what it was`];
  });
  return [...doubled, ...lost, ...changed];
}

/** The value of a cell written `'Fiche X'!$A$1`. */
export function valueAt(opened: Opened, place: string): Cell {
  const [, quoted, bare, address] = /^(?:'((?:[^']|'')+)'|([^!]+))!(.+)$/.exec(place) ?? [];
  const at = parseCellName(address ?? "");
  if (at === null) throw new Error(`${place} is no cell.`);
  return cellAt(sheetNamed(opened, quoted?.replaceAll("''", "'") ?? bare!), at.row, at.column);
}

export function isAmount(value: Cell | undefined, amount: string): boolean {
  return typeof value === "number" && Math.abs(value - Number(amount)) < 0.001;
}

function generatedSheets(workbook: OpenWorkbook): Map<string, SheetCells> {
  const sheets = workbook.cells.sheets.filter(({ generatedKey }) => generatedKey !== null);
  return new Map(sheets.map((sheet) => [sheet.generatedKey!, sheet]));
}

function sheetNamed({ workbook }: Opened, name: string): SheetCells {
  const sheet = workbook.cells.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`There is no sheet ${name}.`);
  return sheet;
}

function sheetParts(pack: Package) {
  return new WorkbookPart(pack, pack.workbookPath()!)
    .sheets()
    .flatMap(({ name, path, key }) => (path === null ? [] : [{ name, path, key }]));
}

/** Formats that were there must keep their numbers: new ones only come after. */
function changedFormats(old: Package, now: Package): string[] {
  return ["numFmts", "fonts", "fills", "borders", "cellXfs", "cellStyles", "dxfs"].flatMap((list) => {
    const [before, after] = [old, now].map((pack) => {
      const parent = childOf(rootOf(pack.xml("xl/styles.xml")), list);
      return parent === null ? [] : childrenOf(parent).map((element) => element.toString());
    });
    return before!.every((format, index) => format === after![index]) ? [] : [`formats « ${list} » changed`];
  });
}

function isSame(before: Cell, after: Cell): boolean {
  if (typeof before === "number" && typeof after === "number")
    return Math.abs(before - after) <= 1e-9 * Math.max(1, Math.abs(before));
  if (before instanceof CellError && after instanceof CellError) return before.code === after.code;
  return (before ?? "") === (after ?? "");
}

function show(cell: Cell | undefined): string {
  return cell instanceof CellError ? cell.code : JSON.stringify(cell ?? null);
}

/** Returns what verifying a workbook finds: saved by another program, it is still what was generated. */
export function faultsOfVerification({ workbook }: Opened): string[] {
  const { findings } = finish(verifyInSteps(workbook, { atHand: [], options: {} }));
  return findings.map((finding) => `--verify: ${placedFindingMessage(finding, "fr")}`);
}
