import type { SheetCells, Steps, WorkbookCells } from "../cells";
import { fingerprintInSteps } from "../statement";
import type { LastRun, RunFile } from "./last-run";

/** Why the sheets of a run are not found again. */
interface SourceFault {
  readonly kind: "changed" | "missing";
  readonly file: string;
  readonly sheet: string;
}

/**
 * The workbooks that a run read, found again: the generated one, under the name that it had then, so that options still
 * name it; the run's other files among those at hand. Each sheet must have the values that the Journal knows it by.
 */
export function* sourcesOfRun(
  run: LastRun,
  generated: WorkbookCells,
  atHand: readonly WorkbookCells[],
): Steps<{ readonly workbooks: readonly WorkbookCells[] } | { readonly fault: SourceFault }> {
  const own = run.files.find(({ sheets }) => sheets.every(({ name }) => sheetNamed(generated, name) !== undefined));
  const found: WorkbookCells[] = [];
  for (const file of run.files) {
    const named = atHand.find((workbook) => workbook.file.toLowerCase() === file.file.toLowerCase());
    const workbook = file === own ? generated : named;
    const fault = workbook === undefined ? missing(file) : yield* faultOf(file, workbook);
    if (fault !== null) return { fault };
    found.push(renamed(workbook!, file.file));
  }
  // A run whose first workbook held no inventory read its tariff or its options there.
  return { workbooks: own === undefined ? [generated, ...found] : found };
}

function missing({ file, sheets }: RunFile): SourceFault {
  return { kind: "missing", file, sheet: sheets[0]!.name };
}

function* faultOf({ file, sheets }: RunFile, workbook: WorkbookCells): Steps<SourceFault | null> {
  for (const { name, fingerprint } of sheets) {
    const cells = sheetNamed(workbook, name);
    if (cells === undefined) return { kind: "missing", file, sheet: name };
    if (!(yield* fingerprintInSteps(cells)).startsWith(fingerprint)) return { kind: "changed", file, sheet: name };
  }
  return null;
}

function sheetNamed({ sheets }: WorkbookCells, name: string): SheetCells | undefined {
  return sheets.find((sheet) => sheet.name === name && sheet.generatedKey === null);
}

function renamed(workbook: WorkbookCells, file: string): WorkbookCells {
  return { ...workbook, file, sheets: workbook.sheets.map((sheet) => ({ ...sheet, file })) };
}
