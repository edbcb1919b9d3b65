import { applyWidths } from "./apply-layout";
import { asideKeys, asideName, prepareKey } from "./aside-keys";
import { addAside, copyRows, freeNumbers, setKey } from "./aside-sheets";
import { addChart } from "./charts";
import { addDataBars } from "./data-bars";
import { drawStyle } from "./draw-style";
import { anomaly } from "./faults";
import { layoutOf } from "./layout";
import type { Outbox } from "./outbox";
import type { Plan } from "./plan";
import type { SnapshotRead } from "./snapshot";
import { textsOf } from "./snapshot-text";
import { bandsOf, bytesPerAction, isSameContent, weightOf, writeCells } from "./stage";
import { Stop } from "./stop";
import { heightAreas, styleAreasInSteps, type Placed } from "./style-areas";
import type { Watch } from "./types";

/** Names of the two sheets aside. */
export interface Aside {
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
  outbox: Outbox,
  watch: Watch,
): Promise<Aside> {
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
  await outbox.add(bytesPerAction, ({ worksheets }) => setKey(worksheets.getItem(aside.backup), asideKeys.publication));
  await outbox.send();
  return aside;
}

/** New sheets come first, in the order of their models, so that what stands aside does not stand between them. */
async function addSheets(plan: Plan, outbox: Outbox): Promise<Aside> {
  const next = freeNumbers(plan.state);
  for (const { key, name } of plan.added)
    await outbox.add(5 * bytesPerAction, (workbook) => {
      addAside(workbook, next(), prepareKey(key), "Hidden").name = name;
    });
  const [stage, backup] = [next(), next()];
  await outbox.add(10 * bytesPerAction, (workbook) => {
    addAside(workbook, stage, asideKeys.stage, "Hidden");
    addAside(workbook, backup, asideKeys.preparation, "VeryHidden");
  });
  return { stage: asideName(stage), backup: asideName(backup) };
}

/** Copies whole rows: values, formulas, formats, links, heights. The rest is told by the snapshot, in the first row. */
async function keepPrevious(plan: Plan, snapshot: SnapshotRead, backup: string, outbox: Outbox): Promise<void> {
  const texts = textsOf(snapshot);
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
          throw new Stop(anomaly("office-filtered-sheet", { sheet: name }, name));
      };
    });
}

/** A formula moves with its rows: only that it is one can be compared. */
function constantOf(content: unknown): string | number | boolean | null {
  if (typeof content === "number" || typeof content === "boolean") return content;
  return typeof content === "string" && !content.startsWith("=") ? content : null;
}

/** Dresses all documents at once: a style is told once, with every cell that bears it. */
async function dress(placed: readonly Placed[], stage: string, outbox: Outbox): Promise<void> {
  for (const { style, addresses } of await outbox.drive(styleAreasInSteps(placed)))
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

async function fillNewSheets(plan: Plan, placed: readonly Placed[], stage: string, outbox: Outbox): Promise<void> {
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
