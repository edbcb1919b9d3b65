import { billIssuedInSteps, type BillableWorkbook } from "../../billing";
import { anomaly, failure, success, type Anomaly, type MessageCode, type Result } from "../../messages";
import { loadGrid, readTarifs, type Grid } from "../../tariff";
import type { OpenResult } from "../../workbook/files";
import type { SessionContext } from "../operations/context";
import { runInSlices } from "../operations/environment";
import { bytesOf, fileRefusal, openPicked, type PickedFile } from "../operations/picked-file";
import { requestOf } from "../operations/snapshot";
import { billOtherInSteps } from "./analyse";
import type { KeptAnalyses } from "./model";

/** What is to be kept from now on; null where nothing changes, or why nothing can. */
export type Picking = Promise<KeptAnalyses | readonly Anomaly[] | null>;

/** `beside`: with what is compared already, which this file was read with. */
export async function pickCompared(context: SessionContext, picked: PickedFile, beside: boolean): Picking {
  const opened = await openPicked(context, picked);
  if ("refused" in opened) return [opened.refused];
  const { campaign } = context.state;
  if (campaign === null) return null;
  const { comparison } = context.kept;
  const read =
    beside && comparison !== null
      ? { ...comparison, beside: [...without(comparison.beside, picked.name), opened.workbook] }
      : { other: opened.workbook, beside: [] };
  const accepted = context.snapshot?.billing.statement.options.accepted ?? [];
  const billed = await runInSlices(
    billOtherInSteps(read, campaign, accepted),
    context.environment.scheduler,
    () => context.isCancelled,
  );
  if (billed === null) return null;
  return billed.ok ? { ...context.kept, comparison: billed.value } : billed.error;
}

/** One of the same name gives its place to the file as it is now. */
function without(workbooks: readonly BillableWorkbook[], name: string): BillableWorkbook[] {
  return workbooks.filter(({ cells }) => cells.file.toLowerCase() !== name.toLowerCase());
}

export async function pickGrids(context: SessionContext, picked: PickedFile): Picking {
  const { name } = picked;
  const bytes = await bytesOf(picked);
  if (bytes === null) return [fileRefusal("pane-file-unreadable", name)];
  const read = await readGrids(bytes, name, () => context.environment.openFile(bytes, name).catch(() => null));
  if (!read.ok) return read.error;
  return { ...context.kept, trial: { from: { file: name, grids: read.value }, typed: [], refused: [] } };
}

/** What it is refused for is known before everything is read again, so that a former one stays. */
export async function pickIssued(context: SessionContext, picked: PickedFile): Picking {
  const opened = await openPicked(context, picked);
  if ("refused" in opened) return [opened.refused];
  const { snapshot } = context;
  if (snapshot === null) return null;
  const { workbook } = opened;
  const request = requestOf(snapshot);
  const billed = await runInSlices(
    billIssuedInSteps({ ...request, issued: workbook, atHand: request.workbooks }),
    context.environment.scheduler,
    () => context.isCancelled,
  );
  if (billed === null) return null;
  return billed.ok ? { ...context.kept, issued: workbook } : billed.error;
}

/** Opens a workbook of the disk; null where what opens files did not come. */
type Open = () => Promise<OpenResult | null>;

/** The grids of a file, as for `rebill --simulate`: a data file like the built-in ones, or the table `Tarifs` of a workbook. */
async function readGrids(bytes: Uint8Array, file: string, open: Open): Promise<Result<readonly Grid[]>> {
  if (/\.json$/i.test(file)) return gridsOfData(bytes, file);
  const opened = await open();
  if (opened === null) return refuse("pane-file-not-loaded", file);
  if (!opened.ok) return failure([opened.anomaly]);
  const { cells } = opened.workbook;
  const tarifs = readTarifs(cells.sheets, cells.date1904);
  return tarifs ?? refuse("pane-grid-no-tarifs", file);
}

function gridsOfData(bytes: Uint8Array, file: string): Result<readonly Grid[]> {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return refuse("pane-grid-not-json", file);
  }
  const loaded = loadGrid(raw);
  return loaded.ok
    ? success([loaded.value])
    : failure(loaded.error.map(({ code, params }) => anomaly("error", code, params, { file })));
}

function refuse(code: MessageCode, file: string) {
  return failure([anomaly("error", code, { file }, { file })]);
}
