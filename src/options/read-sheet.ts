import { cellAt, cellName, fold, remembered, type SheetCells } from "../cells";
import {
  anomaly,
  failure,
  inNouns,
  success,
  type Anomaly,
  type MessageCode,
  type Nouns,
  type Result,
} from "../messages";
import {
  choiceOfRow,
  commentKind,
  contradictionsIn,
  faultsOfComments,
  type Conventions,
  isChoiceName,
  listsOf,
  type Choice,
} from "./choices";
import { itemOfRow } from "./fields";
import { isParticular, otherPartyOf, particularOf, type ParticularName } from "./particulars";
import { rowLabels, rowNamed, signatoryRows, type RowName } from "./rows";
import { settings, type Setting, type SettingName } from "./settings";
import { isWeight, OptionRow, optionsHeaders } from "./sources";
import {
  type PartialOptions,
  type SingleOptions,
  type SharingKey,
  type Signatory,
  type VarianceComment,
} from "./types";
import { builtInConventions } from "../tariff";
import { faultOfShares } from "./read-file";

/** Returns the name of the user's sheet that holds the options, by the service of a convention. */
export function optionsSheetName(nouns: Nouns | null): string {
  return inNouns("Options [Ordiclasse]", nouns, "fr");
}

/** How the sheets of options of any convention begin. */
const nameStart = "options ";

/**
 * Reads the options of the user's sheet « Options Ordiclasse »; none when no workbook has it. Every row that cannot be
 * understood is an error at its cell, and then none is applied. Hidden or not, the sheet counts: it is a setting.
 */
export function readOptionsSheet(
  sheets: readonly SheetCells[],
  among: Conventions = builtInConventions,
): Result<PartialOptions> {
  const [sheet, second] = sheets.filter(isOptionsSheet);
  if (sheet === undefined) return success({});
  if (second !== undefined) return failure([sheetFault(second, "options-sheet-twice", { file: sheet.file })]);
  const header = findHeader(sheet);
  if (header === null) return failure([sheetFault(sheet, "options-sheet-no-header", {})]);

  const reader = new SheetReader(among);
  for (let row = header.row + 1; row < sheet.rows.length; row++)
    reader.row(new OptionRow(sheet, row, header.column, reader.anomalies));
  const options = reader.options();
  return reader.anomalies.length > 0 ? failure(reader.anomalies) : success(options);
}

/** Returns whether one of the sheets is « Options Ordiclasse », sound or not. */
export function holdsOptions(sheets: readonly SheetCells[]): boolean {
  return sheets.some(isOptionsSheet);
}

/**
 * Returns whether a sheet is the user's options: by the name that it has under the built-in conventions, sound or not; under
 * another one, by the beginning of its name and its header.
 */
export function isOptionsSheet(sheet: SheetCells): boolean {
  if (sheet.generatedKey !== null || !fold(sheet.name).startsWith(nameStart)) return false;
  return fold(sheet.name) === fold(optionsSheetName(null)) || findHeader(sheet) !== null;
}

/** Finds « Option » with « Valeur » on its right: titles may stand above, anything on the left. */
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

function sheetFault({ file, name }: SheetCells, code: MessageCode, params: Anomaly["params"]): Anomaly {
  return anomaly("error", code, params, { file, sheet: name, cell: cellName(0, 0) });
}

/** A row that says something, and what it says. */
interface Said<T> {
  readonly row: OptionRow;
  readonly said: T;
}

/** Gathers what the rows of the sheet say, one after the other. */
class SheetReader {
  constructor(private readonly among: Conventions) {}

  readonly anomalies: Anomaly[] = [];
  private readonly settings: { -readonly [Key in keyof SingleOptions]?: unknown } = {};
  private readonly seen = new Map<RowName, OptionRow>();
  private readonly signatory = { name: "", title: "", delegation: "" };
  private readonly particulars: Partial<Record<ParticularName, string>> = {};
  private readonly keys = new Map<
    string,
    { commune: string; school: string; shares: Said<SharingKey["shares"][number]>[] }
  >();
  private readonly choices: Said<Choice>[] = [];
  private readonly comments: Said<VarianceComment>[] = [];

  row(row: OptionRow): void {
    if (row.isBlank) return;
    const name = rowNamed(row.option);
    if (name === null) row.fail("options-sheet-unknown", 0, { choices: Object.values(rowLabels).join(", ") });
    else if (name === "sharingKey") this.share(row);
    else if (isChoiceName(name)) {
      const choice = choiceOfRow(name, row);
      if (choice !== null) this.choices.push({ row, said: choice });
    } else if (name === "comment") {
      const said = itemOfRow(commentKind, row);
      if (said !== null) this.comments.push({ row, said });
    } else if (this.seen.has(name)) row.fail("options-sheet-repeated", 0, {});
    else {
      this.seen.set(name, row);
      this.setting(name, row);
    }
  }

  options(): PartialOptions {
    const sharingKeys = this.sharingKeys();
    const signatory = this.readSignatory();
    const comments = this.readComments();
    const lists = Object.entries(listsOf(this.readChoices())).filter(([, list]) => list.length > 0);
    return {
      ...(this.settings as Partial<SingleOptions>),
      ...(signatory !== null && { signatory }),
      ...(Object.keys(this.particulars).length > 0 && { particulars: this.particulars }),
      ...(sharingKeys.length > 0 && { sharingKeys }),
      ...Object.fromEntries(lists),
      ...(comments.length > 0 && { comments }),
    };
  }

  private setting(name: SettingName | ParticularName | keyof typeof signatoryRows, row: OptionRow): void {
    if (isParticular(name)) this.particular(name, row);
    else if (name in signatoryRows)
      this.signatory[signatoryRows[name as keyof typeof signatoryRows]] = row.optionalText(1);
    else {
      const { values, wordings }: Setting<unknown> = settings[name as keyof typeof settings];
      const word = row.choice(wordings);
      if (word !== undefined) this.settings[name as keyof typeof settings] = values[word];
    }
  }

  /** Reads the row of a particular. A blank row is a form left to fill. */
  private particular(name: ParticularName, row: OptionRow): void {
    const written = row.optionalText(1);
    if (written === "") return;
    const particular = particularOf(name, row.value(1));
    const party = particular === null ? null : otherPartyOf(name, particular, this.among);
    if (particular === null) row.fail("options-sheet-bad-particular", 1, { value: written });
    else if (party !== null) row.fail("options-sheet-siret-of-another", 1, { value: written, ...party });
    else this.particulars[name] = particular;
  }

  /**
   * Returns the signatory, or null when there is none. Blank rows are a form left to fill; a title or a delegation
   * without a name is a mistake.
   */
  private readSignatory(): Signatory | null {
    const { name, title, delegation } = this.signatory;
    if (name !== "") return { name, title, delegation };
    const orphan = title !== "" ? "signatoryTitle" : delegation !== "" ? "signatoryDelegation" : null;
    if (orphan !== null) this.seen.get(orphan)?.fail("options-sheet-no-signatory", 0, {});
    return null;
  }

  /** Adds a share to the key of its school. */
  private share(row: OptionRow): void {
    const school = row.text(1, "options-sheet-missing-in-key");
    const host = row.text(2, "options-sheet-missing-in-key");
    const commune = row.text(3, "options-sheet-missing-in-key");
    const weight = row.number(4, isWeight, "options-sheet-bad-weight");
    if (school === undefined || host === undefined || commune === undefined || weight === undefined) return;
    const id = JSON.stringify([fold(school), fold(host)]);
    const key = remembered(this.keys, id, () => ({ commune: host, school, shares: [] }));
    key.shares.push({ row, said: { commune, weight } });
  }

  private sharingKeys(): SharingKey[] {
    return [...this.keys.values()].map(({ commune, school, shares: rows }) => {
      const shares = rows.map(({ said }) => said);
      const fault = faultOfShares(shares);
      if (fault !== null) {
        const column = fault.code === "options-key-no-weight" ? 4 : 3;
        const params = { school, commune, value: shares[fault.index]!.commune };
        rows[fault.index]!.row.fail(fault.code, column, params);
      }
      return { commune, school, shares };
    });
  }

  private readChoices(): Choice[] {
    const choices = this.choices.map(({ said }) => said);
    for (const { index, params } of contradictionsIn(choices))
      this.choices[index]!.row.fail("options-contradiction", 3, { value: params.other, ...params });
    return choices;
  }

  private readComments(): VarianceComment[] {
    const comments = this.comments.map(({ said }) => said);
    for (const { index, about, code, params } of faultsOfComments(comments, this.among))
      this.comments[index]!.row.fail(code, commentKind.fields[about].column, params);
    return comments;
  }
}
