import { billIssuedInSteps } from "../../billing";
import { anomaly, failure, success, type MessageCode, type Result } from "../../messages";
import { loadGrid, readTarifs, type Grid } from "../../tariff";
import type { SessionContext } from "../operations/context";
import { bytesOf, fileRefusal, openPicked, without, type PickedFile } from "../operations/files";
import { requestOf } from "../operations/snapshot";
import { billOtherInSteps } from "./analyse";
import type { KeptAnalyses } from "./model";

/** What is to be kept from now on; null where nothing changes, or why nothing can. */
export type Picking = Promise<Result<KeptAnalyses> | null>;

/** `beside`: with what is compared already, which this file was read with. */
export async function pickCompared(context: SessionContext, picked: PickedFile, beside: boolean): Picking {
  const opened = await openPicked(context, picked);
  if (!opened.ok) return failure([opened.anomaly]);
  const { campaign } = context.state;
  if (campaign === null) return null;
  const { comparison } = context.kept;
  const read =
    beside && comparison !== null
      ? { ...comparison, beside: [...without(comparison.beside, picked.name), opened.workbook] }
      : { other: opened.workbook, beside: [] };
  const accepted = context.snapshot?.billing.statement.options.accepted ?? [];
  const billed = await context.compute(billOtherInSteps(read, campaign, accepted));
  return billed?.ok ? success({ ...context.kept, comparison: billed.value }) : billed;
}

export async function pickGrids(context: SessionContext, picked: PickedFile): Picking {
  const { name } = picked;
  const read = await readGrids(context, picked);
  if (!read.ok) return read;
  return success({ ...context.kept, trial: { from: { file: name, grids: read.value }, typed: [], refused: [] } });
}

/** What it is refused for is known before everything is read again, so that a former one stays. */
export async function pickIssued(context: SessionContext, picked: PickedFile): Picking {
  const opened = await openPicked(context, picked);
  if (!opened.ok) return failure([opened.anomaly]);
  const { snapshot } = context;
  if (snapshot === null) return null;
  const issued = opened.workbook;
  const request = requestOf(snapshot);
  const billed = await context.compute(billIssuedInSteps({ ...request, issued, atHand: request.workbooks }));
  return billed?.ok ? success({ ...context.kept, issued }) : billed;
}

/**
 * Reads the grids of a file, as for `rebill --simulate`: a data file like the built-in ones, or the table `Tarifs` of a
 * workbook.
 */
async function readGrids(context: SessionContext, picked: PickedFile): Promise<Result<readonly Grid[]>> {
  const { name: file } = picked;
  if (/\.json$/i.test(file)) {
    const bytes = await bytesOf(picked);
    return bytes === null ? refuse("pane-file-unreadable", file) : gridsOfData(bytes, file);
  }
  const opened = await openPicked(context, picked);
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
  return failure([fileRefusal(code, file)]);
}
