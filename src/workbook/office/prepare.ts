import { areasAt } from "./address-lists";
import { addChart, addDataBars } from "./charts";
import type { Claim } from "./claim";
import { addDocument, addStagingSheet, copyRows } from "./edit-sheets";
import { applyWidths, layoutOf } from "./layout";
import { mergeCells, spansOf } from "./merge-cells";
import type { Watch } from "../port";
import { Abort } from "./excel-faults";
import { owned } from "./owner";
import { changesOf, type Plan } from "./plan";
import { RequestBatch } from "./requests";
import { previousTexts, type PreviousGenerationRead } from "./previous-generation";
import { drawStyle, heightAreas, styleAreas, type Placed } from "./style-areas";
import { prepareKey, stagingKeys, stagingName } from "./workbook-state";
import { bandsOf, bytesPerAction, isSameContent, weightOf, writeCells } from "./write-cells";

/** The two staging sheets of a publication. */
export interface StagingSheets {
  /** Id of the sheet on which the new content is built. */
  readonly stage: string;
  /** Name of the backup sheet, which holds the previous generation. */
  readonly backup: string;
}

/**
 * Prepares a publication without changing a cell of the present generation: adds new sheets, hidden, copies the
 * previous generation to the backup sheet, builds the new content and checks it.
 */
export async function prepare(
  plan: Plan,
  previous: PreviousGenerationRead,
  placed: readonly Placed[],
  claim: Claim,
  watch: Watch,
): Promise<StagingSheets> {
  const batch = new RequestBatch(watch, (workbook) => claim.renew(workbook));
  const staging = await addSheets(plan, claim, batch, watch);
  await keepPrevious(plan, previous, staging.backup, batch);
  let done = 0;
  for (const one of placed) {
    watch.onProgress?.({ stage: "write", done: done++, total: placed.length, sheet: one.model.name });
    await batch.add(
      weightOf(one.model),
      ...bandsOf(one).map((band) => ({ worksheets }: Excel.Workbook) => {
        return writeCells(worksheets.getItem(staging.stage), band, plan.state.date1904);
      }),
    );
  }
  await dress(placed, staging.stage, batch);
  await fillNewSheets(plan, placed, staging.stage, batch);
  watch.onProgress?.({ stage: "check", done: placed.length, total: placed.length, sheet: null });
  await batch.send();
  return staging;
}

/** Adds the new documents in the order of their models, then the backup sheet, which must not stand between them. */
async function addSheets(
  plan: Plan,
  { stage, nextNumber }: Claim,
  batch: RequestBatch,
  watch: Watch,
): Promise<StagingSheets> {
  for (const { key, name } of plan.added)
    await batch.add(5 * bytesPerAction, (workbook) =>
      addDocument(workbook, nextNumber(), owned(prepareKey(key), watch), name),
    );
  const backup = nextNumber();
  await batch.add(
    5 * bytesPerAction,
    (workbook) => void addStagingSheet(workbook, backup, owned(stagingKeys.preparation, watch), "VeryHidden"),
  );
  return { stage, backup: stagingName(backup) };
}

/**
 * Copies the previous generation to the backup sheet: its rows, and in the first row, as texts, what a copy does not
 * carry. Throws when a copy differs from what was read, which happens when a filter hides rows.
 */
async function keepPrevious(
  plan: Plan,
  previous: PreviousGenerationRead,
  backup: string,
  batch: RequestBatch,
): Promise<void> {
  const texts = previousTexts(previous);
  await batch.add(JSON.stringify(texts).length + 5 * bytesPerAction, ({ worksheets }) => {
    const range = worksheets.getItem(backup).getRangeByIndexes(0, 0, 1, texts.length);
    range.numberFormat = [texts.map(() => "@")];
    range.values = [texts];
  });
  const ids = new Map(changesOf(plan).map(({ sheet: { key, id } }) => [key, id]));
  for (const [index, { key, name, top, rows }] of previous.sheets.entries())
    await batch.add(5 * bytesPerAction, ({ worksheets }) => {
      const sheet = worksheets.getItem(backup);
      copyRows({ sheet, top }, { sheet: worksheets.getItem(ids.get(key)!), top: 0 }, rows);
      const formulas = previous.formulas[index]!;
      const expected = formulas.map((row) => row.map(constantOf));
      const kept = sheet.getRangeByIndexes(top, 0, formulas.length, formulas[0]!.length).load("formulas");
      return () => {
        if (!isSameContent(expected, kept.formulas)) throw Abort.at("office-filtered-sheet", name);
      };
    });
}

/** Returns a constant, or null for a formula, whose text changes as it moves: only its presence can be compared. */
function constantOf(content: unknown): string | number | boolean | null {
  if (typeof content === "number" || typeof content === "boolean") return content;
  return typeof content === "string" && !content.startsWith("=") ? content : null;
}

/** Formats all documents at once, writing each style once for all its cells; then merges cells. */
async function dress(placed: readonly Placed[], stage: string, batch: RequestBatch): Promise<void> {
  for (const { style, addresses } of await batch.runInSlices(styleAreas(placed)))
    for (const address of addresses)
      await batch.add(address.length + 10 * bytesPerAction, ({ worksheets }) =>
        drawStyle(areasAt(worksheets.getItem(stage), address), style),
      );
  for (const { height, addresses } of heightAreas(placed))
    for (const address of addresses)
      await batch.add(address.length + 3 * bytesPerAction, ({ worksheets }) => {
        areasAt(worksheets.getItem(stage), address).format.rowHeight = height;
      });
  for (const one of placed)
    await batch.add(6 * spansOf(one.model).length * bytesPerAction, ({ worksheets }) =>
      mergeCells(worksheets.getItem(stage), one),
    );
}

/** Copies the built content to the new sheets, and adds their charts and data bars. */
async function fillNewSheets(plan: Plan, placed: readonly Placed[], stage: string, batch: RequestBatch): Promise<void> {
  const added = new Set(plan.added);
  for (const { model, top } of placed.filter((one) => added.has(one.model)))
    await batch.add(50 * bytesPerAction, ({ worksheets }) => {
      const sheet = worksheets.getItem(model.name);
      copyRows({ sheet, top: 0 }, { sheet: worksheets.getItem(stage), top }, model.rows.length);
      applyWidths(sheet, [], layoutOf(model).widths);
      for (const chart of model.charts) addChart(sheet, chart);
      addDataBars(sheet, model.dataBars);
    });
}
