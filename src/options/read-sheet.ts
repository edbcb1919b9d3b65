import { cellAt, cellName, fold } from "../cells";
import type { SheetCells } from "../cells";
import type { Anomaly, MessageCode } from "../messages";
import { listsOf } from "./change";
import type { Choice } from "./change";
import { faultOfShares } from "./checks";
import { isChoiceLabel, readChoice } from "./choice-row";
import { commentColumns, readComment } from "./comment-row";
import { faultsOfComments } from "./comments";
import type { OptionsReading, PartialOptions } from "./parse-options";
import { OptionRow } from "./sheet-row";
import type { SharingKey, Signatory, VarianceComment } from "./types";
import {
  besanconWordings,
  optionLabel,
  optionLabels,
  optionsHeaders,
  optionsSheetName,
  schoolUnitWordings,
  yesNoWordings,
} from "./wordings";
import type { OptionLabel, SingleLabel } from "./wordings";

/**
 * The options of the user's sheet « Options Ordiclasse »; none where no workbook has it. Every row that cannot be
 * understood is an error at its cell, and then none is applied. Hidden or not, the sheet counts: it is a setting.
 */
export function readOptionsSheet(sheets: readonly SheetCells[]): OptionsReading {
  const [sheet, second] = sheets.filter(isOptionsSheet);
  if (sheet === undefined) return { options: {} };
  if (second !== undefined) return { anomalies: [sheetFault(second, "options-sheet-twice", { file: sheet.file })] };
  const header = findHeader(sheet);
  if (header === null) return { anomalies: [sheetFault(sheet, "options-sheet-no-header", {})] };

  const reader = new SheetReader();
  for (let row = header.row + 1; row < sheet.rows.length; row++)
    reader.row(new OptionRow(sheet, row, header.column, reader.anomalies));
  const options = reader.options();
  return reader.anomalies.length > 0 ? { anomalies: reader.anomalies } : { options };
}

/** Whether one of the sheets is « Options Ordiclasse », sound or not. */
export function holdsOptions(sheets: readonly SheetCells[]): boolean {
  return sheets.some(isOptionsSheet);
}

export function isOptionsSheet({ name, generatedKey }: Pick<SheetCells, "name" | "generatedKey">): boolean {
  return generatedKey === null && fold(name) === fold(optionsSheetName);
}

/** « Option » with « Valeur » on its right: titles may stand above, anything on the left. */
export function findHeader(sheet: SheetCells): { row: number; column: number } | null {
  const [option, value] = optionsHeaders.map(fold);
  const isCell = (row: number, column: number, text: string | undefined) => {
    const cell = cellAt(sheet, row, column);
    return typeof cell === "string" && fold(cell) === text;
  };
  for (const [row, cells] of sheet.rows.entries())
    for (const column of cells.keys())
      if (isCell(row, column, option) && isCell(row, column + 1, value)) return { row, column };
  return null;
}

function sheetFault(sheet: SheetCells, code: MessageCode, params: Anomaly["params"]): Anomaly {
  return { severity: "error", code, file: sheet.file, sheet: sheet.name, cell: cellName(0, 0), params };
}

interface ShareRow {
  readonly place: OptionRow;
  readonly commune: string;
  readonly weight: number;
}

class SheetReader {
  readonly anomalies: Anomaly[] = [];
  private readonly single: PartialOptions[] = [];
  private readonly singlesSeen = new Map<OptionLabel, OptionRow>();
  private readonly signatory = { name: "", title: "", delegation: "" };
  private readonly keys = new Map<string, { commune: string; school: string; shares: ShareRow[] }>();
  private readonly choices: Choice[] = [];
  private readonly comments: { readonly place: OptionRow; readonly comment: VarianceComment }[] = [];

  row(row: OptionRow): void {
    if (row.isBlank) return;
    const label = optionLabel(row.option);
    if (label === null) {
      row.fail("options-sheet-unknown", 0, { choices: Object.values(optionLabels).join(", ") });
    } else if (label === "sharingKey") this.sharingKey(row);
    else if (isChoiceLabel(label)) {
      const choice = readChoice(row, label);
      if (choice !== null) this.choices.push(choice);
    } else if (label === "comment") {
      const comment = readComment(row);
      if (comment !== null) this.comments.push({ place: row, comment });
    } else if (this.singlesSeen.has(label)) row.fail("options-sheet-repeated", 0, {});
    else {
      this.singlesSeen.set(label, row);
      this.singleOption(label, row);
    }
  }

  options(): PartialOptions {
    const keys = this.sharingKeys();
    const signatory = this.readSignatory();
    const comments = this.readComments();
    const lists = Object.entries(listsOf(this.choices)).filter(([, list]) => list.length > 0);
    return {
      ...this.single.reduce<PartialOptions>((all, one) => ({ ...all, ...one }), {}),
      ...(signatory !== null && { signatory }),
      ...(keys.length > 0 && { sharingKeys: keys }),
      ...Object.fromEntries(lists),
      ...(comments.length > 0 && { comments }),
    };
  }

  private readComments(): VarianceComment[] {
    const comments = this.comments.map(({ comment }) => comment);
    for (const { index, about, code, params } of faultsOfComments(comments))
      this.comments[index]!.place.fail(code, commentColumns[about], params);
    return comments;
  }

  private singleOption(label: SingleLabel, row: OptionRow): void {
    if (label === "besancon") {
      const besancon = row.choice(besanconWordings);
      if (besancon !== null) this.single.push({ besancon });
    } else if (label === "schoolUnit") {
      const schoolUnit = row.choice(schoolUnitWordings);
      if (schoolUnit !== null) this.single.push({ schoolUnit });
    } else if (label === "printableFiches") {
      const answer = row.choice(yesNoWordings);
      if (answer !== null) this.single.push({ printableFiches: answer === "yes" });
    } else if (label === "signatoryName") this.signatory.name = row.optionalText(1);
    else if (label === "signatoryTitle") this.signatory.title = row.optionalText(1);
    else this.signatory.delegation = row.optionalText(1);
  }

  /** Blank rows of a signatory are a form left to fill; a title or a delegation without a name is a mistake. */
  private readSignatory(): Signatory | null {
    const { name, title, delegation } = this.signatory;
    if (name !== "") return { name, title, delegation };
    const orphan = title !== "" ? "signatoryTitle" : delegation !== "" ? "signatoryDelegation" : null;
    if (orphan !== null) this.singlesSeen.get(orphan)?.fail("options-sheet-no-signatory", 0, {});
    return null;
  }

  private sharingKey(row: OptionRow): void {
    const school = row.text(1, "options-sheet-missing-in-key");
    const host = row.text(2, "options-sheet-missing-in-key");
    const commune = row.text(3, "options-sheet-missing-in-key");
    const weight = row.weight(4);
    if (school === null || host === null || commune === null || weight === null) return;
    const id = JSON.stringify([fold(school), fold(host)]);
    const key = this.keys.get(id) ?? { commune: host, school, shares: [] };
    key.shares.push({ place: row, commune, weight });
    this.keys.set(id, key);
  }

  private sharingKeys(): SharingKey[] {
    return [...this.keys.values()].map(({ commune, school, shares }) => {
      const fault = faultOfShares(shares);
      const column = fault?.code === "options-key-no-weight" ? 4 : 3;
      if (fault !== null)
        shares[fault.index]?.place.fail(fault.code, column, { school, commune, value: shares[fault.index]!.commune });
      return { commune, school, shares: shares.map((share) => ({ commune: share.commune, weight: share.weight })) };
    });
  }
}
