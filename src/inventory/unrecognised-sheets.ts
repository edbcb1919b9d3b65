import type { SheetCells } from "../cells";
import { createDirectory, wordsOf } from "../tariff";
import { isSettingsSheet, refOf } from "./tables/find-tables";
import type { ReadingRequest, SheetRef } from "./types";
import { createLabelReader } from "./texts/label-reading";
import { createTextReader } from "./texts/read-text";

/** Why a sheet holds no table of inventory, judging by its texts. */
type RejectionReason =
  | "generated"
  | "settings"
  | "hidden"
  | "empty"
  /** Communes or schools, but no heading that names equipment or pupils. */
  | "no-equipment"
  /** Equipment or pupils, but no commune or school. */
  | "no-place"
  /** Both, but not under headings. */
  | "no-table"
  | "nothing";

interface UnrecognisedSheet {
  readonly sheet: SheetRef;
  readonly why: RejectionReason;
}

/** Returns every sheet of the workbooks with what it lacks to hold an inventory. */
export function unrecognisedSheets({
  workbooks,
  campaign,
  grid,
}: Pick<ReadingRequest, "workbooks" | "campaign" | "grid">): UnrecognisedSheet[] {
  const directory = createDirectory(campaign);
  const readLabel = createLabelReader(
    createTextReader({ grid, members: campaign.convention.members, nouns: campaign.convention.nouns }),
  );
  const isPlace = (text: string) =>
    directory.find(text).kind !== "unknown" || wordsOf(text).some((word) => places.has(word));
  const isEquipment = (text: string) => {
    const { label, mentions } = readLabel(text);
    return label.kind !== "none" || mentions;
  };
  const whyOf = (sheet: SheetCells): RejectionReason => {
    if (sheet.generatedKey !== null) return "generated";
    if (isSettingsSheet(sheet)) return "settings";
    if (sheet.rows.length === 0) return "empty";
    if (sheet.visibility !== "visible") return "hidden";
    const texts = textsOf(sheet);
    const [place, equipment] = [texts.some(isPlace), texts.some(isEquipment)];
    if (place) return equipment ? "no-table" : "no-equipment";
    return equipment ? "no-place" : "nothing";
  };
  return workbooks.flatMap((workbook, at) =>
    workbook.sheets.map((sheet) => ({ sheet: refOf(sheet, at), why: whyOf(sheet) })),
  );
}

const places: ReadonlySet<string> = new Set(["commune", "ecole", "etablissement"]);

/** Number of rows examined: a table would have begun within them. */
const rowsAtMost = 200;
/** Longest heading, in characters: a longer text is a sentence. */
const longestHeading = 60;

function textsOf({ rows }: SheetCells): string[] {
  return rows
    .slice(0, rowsAtMost)
    .flatMap((row) => row.filter((cell): cell is string => typeof cell === "string" && cell.length <= longestHeading));
}
