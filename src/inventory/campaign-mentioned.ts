import { cellName, isBlank, type CivilDate, type SheetCells, type Steps } from "../cells";
import { isSettingsSheet } from "./tables/find-tables";
import { speaksOfPupils } from "./tables/table-titles";
import { learnCommonWords } from "./texts/read-text";
import { isNote, isOfOther, titleYear } from "./texts/title";

/** A campaign that a sheet mentions, and the text that mentions it. */
interface CampaignMentioned {
  readonly year: number;
  readonly sheet: string;
  readonly text: string;
  /** A1 address; null when the text is the name of the sheet. */
  readonly cell: string | null;
}

/**
 * Number of rows at the top of a sheet where titles are searched, and most filled cells in such a row: a row with more
 * is a header or a body row.
 */
const titleRows = 15;
const mostTexts = 3;

/**
 * Returns the latest of the offered campaigns that the sheets mention, in titles before sheet names; null when they
 * mention none.
 */
export function* campaignMentionedInSteps(
  sheets: readonly SheetCells[],
  offered: readonly number[],
  count: CivilDate,
): Steps<CampaignMentioned | null> {
  yield* learnCommonWords();
  const mentioned: CampaignMentioned[] = [];
  for (const sheet of sheets) {
    if (sheet.generatedKey !== null || sheet.visibility !== "visible" || isSettingsSheet(sheet)) continue;
    for (const { text, cell } of [...titlesOf(sheet), { text: sheet.name, cell: null }]) {
      const year =
        isNote(text) || isOfOther(text) ? null : titleYear(text, speaksOfPupils(text), { year: 0, snapshot: count });
      if (year !== null && offered.includes(year)) mentioned.push({ year, sheet: sheet.name, text, cell });
    }
    yield;
  }
  const titles = mentioned.filter(({ cell }) => cell !== null);
  const strongest = titles.length > 0 ? titles : mentioned;
  const last = Math.max(...strongest.map(({ year }) => year));
  return strongest.find(({ year }) => year === last) ?? null;
}

function titlesOf({ rows }: SheetCells): { readonly text: string; readonly cell: string }[] {
  return rows.slice(0, titleRows).flatMap((cells, row) => {
    const filled = cells.flatMap((value, column) => (isBlank(value) ? [] : [{ value, column }]));
    if (filled.length > mostTexts) return [];
    return filled.flatMap(({ value, column }) =>
      typeof value === "string" ? [{ text: value.trim(), cell: cellName(row, column) }] : [],
    );
  });
}
