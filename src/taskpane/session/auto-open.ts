import type { Settings } from "./saved-view";

/** The name by which Excel knows, in a document, that a pane is to open with it; the manifest gives it to ours. */
const key = "Office.AutoShowTaskpaneWithDocument";

/** Whether the pane opens with the workbook. */
export function isAutoOpened(settings: Settings): boolean {
  return settings.get(key) === true;
}

/**
 * Has the pane open with the workbook from now on, or not any more, for whoever has the add-in. Resolves to false where Excel
 * refuses.
 */
export async function setAutoOpened(settings: Settings, opens: boolean): Promise<boolean> {
  return opens === isAutoOpened(settings) || settings.save(key, opens);
}
