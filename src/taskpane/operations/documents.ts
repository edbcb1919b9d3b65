import { Decimal } from "decimal.js";
import { lastRunOf, type LastRun } from "../../billing";
import { cellName, isSameCell, type SheetCells, type WorkbookCells } from "../../cells";
import { amountNamesOf, type AmountNames } from "../../documents";
import type { InventoryReading, SheetRef } from "../../inventory";
import { roundHalfUp } from "../../money";
import type { Change } from "../../statement";
import type { CellPlace } from "../../explain";
import type { OpenedWorkbook } from "../../workbook";
import type { SheetPlace } from "../state/preview";
import type { Differences, DocumentStatus } from "../state/state";
import type { SessionContext } from "./context";
import { runInSlices } from "./environment";
import { fingerprintIn, sourceStateInSteps, type Snapshot, type SourceState } from "./snapshot";

/**
 * Returns the status of the documents in place, dated by their Journal, against the sheets that they were made from;
 * null without documents. Files read beside count if they were read then; a file that is not open now is no change.
 */
function statusOf(
  generated: Parameters<typeof lastRunOf>[0],
  workbooks: readonly WorkbookCells[],
  source: SourceState,
): DocumentStatus | null {
  const run = lastRunOf(generated);
  if (!run.ok) return null;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(run.value.when)?.[0] ?? null;
  return { since: day, sheets: changedSheets(run.value, workbooks, source), differences: null };
}

/**
 * Returns the status of the documents in place, with the changes that the next generation of the campaign would make in
 * their amounts; null without documents. `written`: the snapshot of the last generation by this pane, if any.
 */
export function comparedStatus(snapshot: Snapshot, written: Snapshot | null): DocumentStatus | null {
  const { workbook, others, source, billing } = snapshot;
  const workbooks = [workbook, ...others].map(({ cells }) => cells);
  const status = statusOf(workbook, workbooks, source);
  const last = lastRunOf(workbook);
  if (status === null || !last.ok) return status;
  const run = last.value;
  const before = new Map(workbook.ownAmounts.map(({ name, amount }) => [name, new Decimal(amount)]));
  const { statement, reading } = billing;
  const names = amountNamesOf(statement.campaign.convention);
  const total = before.get(names.titre);
  if (run.campaign.year !== snapshot.campaign || total === undefined) return status;
  const differences: Differences = {
    cells: written === null ? null : changedSince(written, snapshot),
    communes: communeChanges(before, statement, names),
    byPayer: {
      cagb: changeOf(before.get(names.debtor), statement.cagb),
      commune: changeOf(before.get(names.members), statement.communes),
    },
    total: changeOf(total, statement.total),
  };
  return { ...status, sheets: [...status.sheets, ...readSince(run, reading)], differences };
}

/** Returns the sheets that the run read, and that no longer hold what they held. */
function changedSheets(run: LastRun, workbooks: readonly WorkbookCells[], source: SourceState): SheetPlace[] {
  const [open] = workbooks;
  return run.files.flatMap(({ file, sheets }): SheetPlace[] => {
    const named = workbooks.find((workbook) => sameName(workbook.file, file));
    // The workbook may have another name since.
    const workbook = named ?? (sheets.some(({ name }) => hasUserSheet(open, name)) ? open : undefined);
    if (workbook === undefined) return [];
    const otherFile = workbook === open ? null : workbook.file;
    return sheets
      .filter(({ name, fingerprint }) => !fingerprintIn(source, workbook.file, name)?.startsWith(fingerprint))
      .map(({ name }) => ({ sheet: name, otherFile }));
  });
}

/** Returns the sheets that are read now, and were not by the run. */
function readSince(run: LastRun, { rows }: InventoryReading): SheetPlace[] {
  const known = new Set(run.files.flatMap(({ sheets }) => sheets.map(({ name }) => name)));
  return rows
    .map(({ sheet }) => sheet)
    .filter(({ name }) => !known.has(name))
    .map(({ name, otherFile }) => ({ sheet: name, otherFile }));
}

function communeChanges(
  before: ReadonlyMap<string, Decimal>,
  { byCommune, campaign }: Snapshot["billing"]["statement"],
  { dueOf }: AmountNames,
): Differences["communes"] {
  const now = new Map(byCommune.map(({ commune, due }) => [commune.insee, { name: commune.name, due }]));
  const begun = dueOf("");
  const then = [...before.keys()].flatMap((name) => (name.startsWith(begun) ? [name.slice(begun.length)] : []));
  return [...new Set([...then, ...now.keys()])]
    .map((insee) => ({
      insee,
      name: now.get(insee)?.name ?? campaign.convention.members.find((one) => one.insee === insee)?.name ?? insee,
      change: changeOf(before.get(dueOf(insee)), now.get(insee)?.due),
    }))
    .filter(({ change }) => !change.difference.isZero())
    .sort((a, b) => a.name.localeCompare(b.name, "fr"));
}

/** Returns the change of an amount. A cell holds a float, which is an exact amount once rounded to the cent. */
function changeOf(cell: Decimal = new Decimal(0), after: Decimal = new Decimal(0)): Change {
  const before = roundHalfUp(cell);
  return { before, after, difference: after.minus(before) };
}

/** Returns the cells that differ between two readings, in the sheets that either of them billed. */
export function changedSince(before: Snapshot, now: Snapshot): NonNullable<Differences["cells"]> {
  return changedCells(pairsOf(before, now));
}

/** Returns the sheets that either billing read, side by side. */
function pairsOf(written: Snapshot, now: Snapshot): SheetPair[] {
  const refs = new Map(
    [...written.billing.reading.rows, ...now.billing.reading.rows].map(({ sheet }) => [
      `${sheet.otherFile}\n${sheet.name}`,
      sheet,
    ]),
  );
  return [...refs.values()].map((sheet) => ({
    otherFile: sheet.otherFile,
    before: sheetIn(written, sheet),
    now: sheetIn(now, sheet),
  }));
}

function sheetIn({ workbook, others }: Snapshot, { name, otherFile }: SheetRef): SheetCells | null {
  const cells = otherFile === null ? workbook.cells : others.find((other) => other.cells.file === otherFile)?.cells;
  return cells?.sheets.find((sheet) => sheet.name === name) ?? null;
}

function hasUserSheet(workbook: WorkbookCells | undefined, name: string): boolean {
  return workbook?.sheets.some((sheet) => sheet.name === name && sheet.generatedKey === null) === true;
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The maximum number of cells listed; the others are counted. */
const named = 100;

/** A sheet of the source, before and now; null when it did not exist or no longer exists. */
interface SheetPair {
  readonly otherFile: string | null;
  readonly before: SheetCells | null;
  readonly now: SheetCells | null;
}

/** Returns the first cells whose values differ, in the order of the sheets, and the number of all of them. */
export function changedCells(pairs: readonly SheetPair[]): NonNullable<Differences["cells"]> {
  const first: CellPlace[] = [];
  let count = 0;
  for (const { before, now, otherFile } of pairs) {
    const sheet = (now ?? before)?.name ?? "";
    const rows = Math.max(before?.rows.length ?? 0, now?.rows.length ?? 0);
    for (let row = 0; row < rows; row++) {
      const [one, other] = [before?.rows[row] ?? [], now?.rows[row] ?? []];
      for (let column = 0; column < Math.max(one.length, other.length); column++) {
        if (isSameCell(one[column] ?? null, other[column] ?? null)) continue;
        count++;
        if (first.length < named) first.push({ sheet, otherFile, cell: cellName(row, column) });
      }
    }
  }
  return { first, count };
}

/** Reads the workbook, bills nothing, and shows which sheets changed since its documents were made. */
export async function checkDocuments(context: SessionContext): Promise<void> {
  const reading = await context.environment.port.openActiveWorkbook({}, "glance").catch(() => null);
  if (reading?.ok === true) await reportStatus(context, reading.workbook);
}

/** Reports which sheets of a workbook changed since its documents were made. */
export async function reportStatus(context: SessionContext, workbook: OpenedWorkbook): Promise<void> {
  const { cells, generatedSheets } = workbook;
  const source = await runInSlices(sourceStateInSteps([cells]), context.environment.scheduler);
  // The user may have read the workbook meanwhile, which gives a better status.
  if (source === null || context.state.source.kind === "read") return;
  context.dispatch({ type: "documents-seen", sheets: generatedSheets, status: statusOf(workbook, [cells], source) });
}
