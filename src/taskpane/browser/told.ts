import { useState } from "preact/hooks";
import type { PageWorkbook } from "../../workbook/in-page";

/** What is told of a workbook as it is: once it is another, by a cell or by its documents, that is past. */
export function useTold(held: Pick<PageWorkbook, "open">): readonly [told: string, tell: (text: string) => void] {
  const [{ text, of }, set] = useState({ text: "", of: held.open });
  return [of === held.open ? text : "", (text) => set({ text, of: held.open })];
}
