import { cellAt, fold, parseCellName, type WorkbookCells } from "../cells";
import { shownDay } from "../inventory";
import { issuedDifferences, type Anomaly } from "../messages";
import type { AcceptedValue } from "../options";

/**
 * Returns the content of a warning: what is written in its cell, then what it says, without the words of its message. A
 * choice that it was checked records this content, and no longer applies once the warning has another. Never empty.
 */
export function contentOf(one: ContentOf, workbooks: readonly WorkbookCells[]): string {
  const { code, params, sheet, file } = one;
  const written = writtenAt(one, workbooks);
  const isLeftOut = (name: string) => ofPlace.has(name) || (written !== "" && ofCampaign.has(name));
  const texts = Object.entries(params).flatMap(([name, value]) => (isLeftOut(name) ? [] : [String(value)]));
  const all = texts.some((text) => fold(text) === fold(written)) ? texts : [written, ...texts];
  return all.filter((text) => text.trim() !== "").join(" · ") || (sheet ?? file ?? code);
}

type ContentOf = Pick<Anomaly, "code" | "params" | "file" | "sheet" | "cell">;

/** Returns what is written at a warning, a date as a date; empty without a cell. */
function writtenAt({ file, sheet, cell }: ContentOf, workbooks: readonly WorkbookCells[]): string {
  const workbook = workbooks.find((one) => file === null || one.file === file);
  const cells = workbook?.sheets.find(({ name }) => name === sheet);
  const place = parseCellName(cell ?? "");
  if (workbook === undefined || cells === undefined || place === null) return "";
  return shownDay(cellAt(cells, place.row, place.column), workbook.date1904);
}

/** The parameters of the place of a warning, which the choice records separately. */
const ofPlace: ReadonlySet<string> = new Set(["file", "sheet", "cell"]);
/** The parameters that are of the campaign: a choice about what is written holds in any. (decisions §4) */
const ofCampaign: ReadonlySet<string> = new Set(["campaign", "before"]);

/** Returns whether a user may declare a warning checked: not that another état was issued, which no check settles. */
export function mayBeChecked({ severity, code }: Pick<Anomaly, "severity" | "code">): boolean {
  return severity === "warning" && !isOfIssue.has(code);
}

const isOfIssue: ReadonlySet<string> = new Set(Object.values(issuedDifferences));

/** Makes the warnings that the user checked only to know. No amount depends on a warning. (decisions §4) */
export function withChecked(
  anomalies: readonly Anomaly[],
  accepted: readonly AcceptedValue[],
  workbooks: readonly WorkbookCells[],
): readonly Anomaly[] {
  if (accepted.length === 0) return anomalies;
  const known = new Set(accepted.map((one) => keyOf(one, one.file, one.was)));
  return anomalies.map((one): Anomaly => {
    if (!mayBeChecked(one)) return one;
    const content = contentOf(one, workbooks);
    const isChecked = [null, one.file].some((file) => known.has(keyOf(one, file, content)));
    return isChecked ? { ...one, severity: "info" } : one;
  });
}

function keyOf(
  { code, sheet, cell }: Pick<AcceptedValue, "code" | "sheet" | "cell">,
  file: string | null,
  content: string,
) {
  return JSON.stringify([code, file, sheet, cell, fold(content)]);
}
