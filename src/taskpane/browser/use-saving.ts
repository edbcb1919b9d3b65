import { useEffect } from "preact/hooks";
import { browserMessage, message, pageWords, type Language } from "../../messages";
import type { PageWorkbook } from "../../workbook/in-page";
import type { Session } from "../operations/session";
import { areBehind } from "../state/state";
import { onSaving } from "./keys";
import { saveWorkbook } from "./save";
import { useTold } from "./told";

/** How the workbook is saved, and what is told of it. */
interface SavingInPage {
  readonly told: string;
  readonly save: () => void;
}

/** Saves the workbook, by a button or by Ctrl+S. */
export function useSaving(held: PageWorkbook, session: Session, language: Language): SavingInPage {
  const [told, tell] = useTold(held);
  const save = async () => {
    tell("");
    // What is told of a worker that stopped says it.
    if (held.stopped !== null) return;
    const saving = await saveWorkbook(held);
    if ("anomaly" in saving) return tell(message(saving.anomaly.code, saving.anomaly.params, language, pageWords));
    const { file } = saving;
    if ("failed" in saving) return tell(browserMessage("browser-not-saved", { file, reason: saving.failed }, language));
    const behind = (await holdsDocumentsBehind(held, session)) ? { behind: "1" } : {};
    tell(browserMessage("browser-saved", { file, ...behind }, language));
  };
  useEffect(() => onSaving(() => void save()), [held]);
  return { told, save: () => void save() };
}

/** Whether the workbook holds documents that its sheets no longer give: a spreadsheet computes them again, and makes them agree no more. */
async function holdsDocumentsBehind({ open }: PageWorkbook, session: Session): Promise<boolean> {
  if (open.ownSheets.length === 0) return false;
  // A cell may have been corrected since the pane looked, which only a reading keeps track of.
  if (session.state.source.kind !== "read") await session.run.checkDocuments();
  return areBehind(session.state);
}
