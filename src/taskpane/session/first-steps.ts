import type { Desk } from "./desk";
import { fileRefusal } from "./other-workbooks";

const templateName = "Inventaire";

/** Adds a sheet with the headings of an inventory, to be filled; what the workbook holds stays as it is. */
export async function insertTemplate(desk: Desk, headings: readonly string[]): Promise<void> {
  if (desk.isBusy()) return;
  const added = await desk.around.door.addSheet(templateName, headings);
  desk.tell(
    added.ok
      ? { type: "said", notice: { code: "pane-template-added", params: { sheet: added.sheet } } }
      : { type: "troubled", anomaly: added.anomaly },
  );
}

/** Opens the example inventory in a workbook of its own, for a first try. */
export async function openExample(desk: Desk): Promise<void> {
  if (desk.isBusy()) return;
  const { door, example } = desk.around;
  const bytes = await example.read().catch(() => null);
  const opened = bytes !== null && (await door.openNewWorkbook(bytes)).ok;
  desk.tell(
    opened
      ? { type: "said", notice: { code: "pane-example-opened", params: {} } }
      : { type: "troubled", anomaly: fileRefusal("pane-example-not-opened", example.address) },
  );
}
