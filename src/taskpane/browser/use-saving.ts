import { useEffect } from "preact/hooks";
import { browserMessage, message, pageWords, type Language } from "../../messages";
import type { PageWorkbook } from "../../workbook/in-page";
import { onSaving } from "./keys";
import { saveWorkbook } from "./save";
import { useTold } from "./told";

/** How the workbook is saved, and what is told of it. */
interface SavingInPage {
  readonly told: string;
  readonly save: () => void;
}

/** Saves the workbook, by a button or by Ctrl+S. */
export function useSaving(held: PageWorkbook, language: Language): SavingInPage {
  const [told, tell] = useTold(held);
  const save = async () => {
    tell("");
    // What is told of a worker that stopped says it.
    if (held.stopped !== null) return;
    const saving = await saveWorkbook(held);
    if ("anomaly" in saving) return tell(message(saving.anomaly.code, saving.anomaly.params, language, pageWords));
    const { file } = saving;
    tell(
      "failed" in saving
        ? browserMessage("browser-not-saved", { file, reason: saving.failed }, language)
        : browserMessage("browser-saved", { file }, language),
    );
  };
  useEffect(() => onSaving(() => void save()), [held]);
  return { told, save: () => void save() };
}
