import { applyWidths } from "./apply-layout";
import { addStagingSheet, copyRows, freeNumbers, prepareKey, setKey, stagingKeys, stagingName } from "./staging";
import { addChart, addDataBars } from "./charts";
import { drawStyle, heightAreas, styleAreasInSteps, type Placed } from "./style-areas";
import { Abort, anomaly } from "./faults";
import { layoutOf } from "./layout";
import type { RequestBatch } from "./requests";
import type { Plan } from "./plan";
import { snapshotTexts, type SnapshotRead } from "./snapshot";
import { bandsOf, bytesPerAction, isSameContent, weightOf, writeCells } from "./write-cells";
import type { Watch } from "./types";

/** Names of the two sheets aside. */
export interface StagingSheets {
  /** Where the new content is built. */
  readonly stage: string;
  /** The previous generation. */
  readonly backup: string;
}

/**
 * Everything that can be done before a cell of the generation in place changes: new sheets, hidden, the previous
 * generation set aside, the new content built and read back. Ends by marking that what is in place may be half written.
 */
export async function prepare(
  plan: Plan,
  snapshot: SnapshotRead,
  placed: readonly Placed[],
  outbox: RequestBatch,
  watch: Watch,
): Promise<StagingSheets> {
  const aside = await addSheets(plan, outbox);
  await keepPrevious(plan, snapshot, aside.backup, outbox);
  let done = 0;
  for (const one of placed) {
    watch.onProgress?.({ stage: "write", done: done++, total: placed.length, sheet: one.model.name });
    await outbox.add(
      weightOf(one.model),
      ...bandsOf(one).map((band) => ({ worksheets }: Excel.Workbook) => {
        return writeCells(worksheets.getItem(aside.stage), band, plan.state.date1904);
      }),
    );
  }
  await dress(placed, aside.stage, outbox);
  await fillNewSheets(plan, placed, aside.stage, outbox);
  watch.onProgress?.({ stage: "check", done: placed.length, total: placed.length, sheet: null });
  await outbox.add(bytesPerAction, ({ worksheets }) =>
    setKey(worksheets.getItem(aside.backup), stagingKeys.publication),
  );
  await outbox.send();
  return aside;
}

/** New sheets come first, in the order of their models, so that what stands aside does not stand between them. */
async function addSheets(plan: Plan, outbox: RequestBatch): Promise<StagingSheets> {
  const next = freeNumbers(plan.state);
  for (const { key, name } of plan.added)
    await outbox.add(5 * bytesPerAction, (workbook) => {
      addStagingSheet(workbook, next(), prepareKey(key), "Hidden").name = name;
    });
  const [stage, backup] = [next(), next()];
  await outbox.add(10 * bytesPerAction, (workbook) => {
    addStagingSheet(workbook, stage, stagingKeys.stage, "Hidden");
    addStagingSheet(workbook, backup, stagingKeys.preparation, "VeryHidden");
  });
  return { stage: stagingName(stage), backup: stagingName(backup) };
}

/** Copies whole rows: values, formulas, formats, links, heights. The rest is told by the snapshot, in the first row. */
async function keepPrevious(plan: Plan, snapshot: SnapshotRead, backup: string, outbox: RequestBatch): Promise<void> {
  const texts = snapshotTexts(snapshot);
  await outbox.add(JSON.stringify(texts).length + 5 * bytesPerAction, ({ worksheets }) => {
    const range = worksheets.getItem(backup).getRangeByIndexes(0, 0, 1, texts.length);
    range.numberFormat = [texts.map(() => "@")];
    range.values = [texts];
  });
  const ids = new Map([...plan.replaced.map(({ sheet }) => sheet), ...plan.gone].map(({ key, id }) => [key, id]));
  for (const [index, { key, name, top, rows }] of snapshot.sheets.entries())
    await outbox.add(5 * bytesPerAction, ({ worksheets }) => {
      const sheet = worksheets.getItem(backup);
      copyRows({ sheet, top }, { sheet: worksheets.getItem(ids.get(key)!), top: 0 }, rows);
      const formulas = snapshot.formulas[index]!;
      const kept = sheet.getRangeByIndexes(top, 0, formulas.length, formulas[0]!.length).load("formulas");
      return () => {
        if (
          !isSameContent(
            formulas.map((row) => row.map(constantOf)),
            kept.formulas,
          )
        )
          throw new Abort(anomaly("office-filtered-sheet", { sheet: name }, name));
      };
    });
}

/** A formula moves with its rows: only that it is one can be compared. */
function constantOf(content: unknown): string | number | boolean | null {
  if (typeof content === "number" || typeof content === "boolean") return content;
  return typeof content === "string" && !content.startsWith("=") ? content : null;
}

/** Dresses all documents at once: a style is told once, with every cell that bears it. */
async function dress(placed: readonly Placed[], stage: string, outbox: RequestBatch): Promise<void> {
  for (const { style, addresses } of await outbox.runInSlices(styleAreasInSteps(placed)))
    for (const address of addresses)
      await outbox.add(address.length + 10 * bytesPerAction, ({ worksheets }) =>
        drawStyle(worksheets.getItem(stage).getRanges(address), style),
      );
  for (const { height, addresses } of heightAreas(placed))
    for (const address of addresses)
      await outbox.add(address.length + 3 * bytesPerAction, ({ worksheets }) => {
        worksheets.getItem(stage).getRanges(address).format.rowHeight = height;
      });
}

async function fillNewSheets(
  plan: Plan,
  placed: readonly Placed[],
  stage: string,
  outbox: RequestBatch,
): Promise<void> {
  const added = new Set(plan.added);
  for (const { model, top } of placed.filter((one) => added.has(one.model)))
    await outbox.add(50 * bytesPerAction, ({ worksheets }) => {
      const sheet = worksheets.getItem(model.name);
      const rows = model.rows.length;
      copyRows({ sheet, top: 0 }, { sheet: worksheets.getItem(stage), top }, rows);
      applyWidths(sheet, [], layoutOf(model).widths);
      for (const chart of model.charts) addChart(sheet, chart);
      addDataBars(sheet, model.dataBars);
    });
}
