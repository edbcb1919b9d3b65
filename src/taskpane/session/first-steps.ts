import type { SessionContext } from "./context";
import { fileRefusal } from "./other-workbooks";

const templateName = "Inventaire";

/** Adds a sheet with the headings of an inventory, to be filled; what the workbook holds stays as it is. */
export async function insertTemplate(context: SessionContext, headings: readonly string[]): Promise<void> {
  if (context.isBusy()) return;
  const added = await context.environment.port.addSheet(templateName, headings);
  context.dispatch(
    added.ok
      ? { type: "said", notice: { code: "pane-template-added", params: { sheet: added.sheet } } }
      : { type: "troubled", anomaly: added.anomaly },
  );
}

/** Opens the example inventory in a workbook of its own, for a first try. */
export async function openExample(context: SessionContext): Promise<void> {
  if (context.isBusy()) return;
  const { port, example } = context.environment;
  const bytes = await example.read().catch(() => null);
  const opened = bytes !== null && (await port.openNewWorkbook(bytes)).ok;
  context.dispatch(
    opened
      ? { type: "said", notice: { code: "pane-example-opened", params: {} } }
      : { type: "troubled", anomaly: fileRefusal("pane-example-not-opened", example.address) },
  );
}
