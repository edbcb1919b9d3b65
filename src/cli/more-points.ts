import { commandMessage, type Language } from "../messages";
import type { KeyedName } from "../documents";

/** What a run writes that holds whole lists of points. */
export interface Written {
  /** The documents of the workbook; none where it is not written. */
  readonly sheets: readonly KeyedName[];
  readonly json: boolean;
}

/** The line under a list that shows only the first points: how many more there are, and where all of them are among what is written. */
export function morePoints(count: number, sheetKey: string | null, { sheets, json }: Written, language: Language) {
  const sheet = sheets.find(({ key }) => key === sheetKey)?.name;
  if (sheet === undefined) return commandMessage(json ? "cli-more-in-json" : "cli-more-nowhere", { count }, language);
  return commandMessage(json ? "cli-more-anomalies" : "cli-more-on-sheet", { count, sheet }, language);
}
