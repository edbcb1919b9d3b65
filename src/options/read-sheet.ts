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

/** Returns the name of the user's options sheet, which contains the service of the convention. */
export function optionsSheetName(nouns: Nouns | null): string {
  return inNouns("Options [Ordiclasse]", nouns, "fr");
}

/** The folded prefix of the names of options sheets, whatever the convention. */
const nameStart = "options ";

/**
 * Reads the options in the user's sheet « Options Ordiclasse »; empty options when there is no such sheet. Each faulty
 * row is an error at its cell, and then no option applies. A hidden sheet counts, since it holds settings.
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

/** Returns whether one of the sheets is an options sheet, faulty or not. */
export function holdsOptions(sheets: readonly SheetCells[]): boolean {
  return sheets.some(isOptionsSheet);
}

/**
 * Returns whether a sheet is an options sheet: by its name under the built-in conventions, faulty or not; under another
 * convention, by the prefix of its name and its header.
 */
export function isOptionsSheet(sheet: SheetCells): boolean {
  if (sheet.generatedKey !== null || !fold(sheet.name).startsWith(nameStart)) return false;
  return fold(sheet.name) === fold(optionsSheetName(null)) || findHeader(sheet) !== null;
}

/** Finds the header « Option » with « Valeur » on its right; titles above and anything on the left are allowed. */
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

/** A row and the value read from it. */
interface ReadRow<T> {
  readonly row: OptionRow;
  readonly value: T;
}

/** Gathers the options in the rows of a sheet. */
class SheetReader {
  constructor(private readonly among: Conventions) {}

  readonly anomalies: Anomaly[] = [];
  private readonly settings: { -readonly [Key in keyof SingleOptions]?: unknown } = {};
  private readonly seen = new Map<RowName, OptionRow>();
  private readonly signatory = { name: "", title: "", delegation: "" };
  private readonly particulars: Partial<Record<ParticularName, string>> = {};
  private readonly keys = new Map<
    string,
    { commune: string; school: string; shares: ReadRow<SharingKey["shares"][number]>[] }
  >();
  private readonly choices: ReadRow<Choice>[] = [];
  private readonly comments: ReadRow<VarianceComment>[] = [];

  row(row: OptionRow): void {
    if (row.isBlank) return;
    const name = rowNamed(row.option);
    if (name === null) row.fail("options-sheet-unknown", 0, { choices: Object.values(rowLabels).join(", ") });
    else if (name === "sharingKey") this.share(row);
    else if (isChoiceName(name)) {
      const choice = choiceOfRow(name, row);
      if (choice !== null) this.choices.push({ row, value: choice });
    } else if (name === "comment") {
      const comment = itemOfRow(commentKind, row);
      if (comment !== null) this.comments.push({ row, value: comment });
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

  /** Reads the row of a particular; a blank one is a form not filled in. */
  private particular(name: ParticularName, row: OptionRow): void {
    const written = row.optionalText(1);
    if (written === "") return;
    const particular = particularOf(name, row.value(1));
    const party = particular === null ? null : otherPartyOf(name, particular, this.among);
    if (particular === null) row.fail("options-sheet-bad-particular", 1, { value: written });
    else if (party !== null) row.fail("options-sheet-siret-of-another", 1, { value: written, ...party });
    else this.particulars[name] = particular;
  }

  /** Returns the signatory; null when its rows are blank. A title or a delegation without a name is a fault. */
  private readSignatory(): Signatory | null {
    const { name, title, delegation } = this.signatory;
    if (name !== "") return { name, title, delegation };
    const orphan = title !== "" ? "signatoryTitle" : delegation !== "" ? "signatoryDelegation" : null;
    if (orphan !== null) this.seen.get(orphan)?.fail("options-sheet-no-signatory", 0, {});
    return null;
  }

  /** Adds a share to the sharing key of its school. */
  private share(row: OptionRow): void {
    const school = row.text(1, "options-sheet-missing-in-key");
    const host = row.text(2, "options-sheet-missing-in-key");
    const commune = row.text(3, "options-sheet-missing-in-key");
    const weight = row.number(4, isWeight, "options-sheet-bad-weight");
    if (school === undefined || host === undefined || commune === undefined || weight === undefined) return;
    const id = JSON.stringify([fold(school), fold(host)]);
    const key = remembered(this.keys, id, () => ({ commune: host, school, shares: [] }));
    key.shares.push({ row, value: { commune, weight } });
  }

  private sharingKeys(): SharingKey[] {
    return [...this.keys.values()].map(({ commune, school, shares: rows }) => {
      const shares = rows.map(({ value }) => value);
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
    const choices = this.choices.map(({ value }) => value);
    for (const { index, params } of contradictionsIn(choices))
      this.choices[index]!.row.fail("options-contradiction", 3, { value: params.other, ...params });
    return choices;
  }

  private readComments(): VarianceComment[] {
    const comments = this.comments.map(({ value }) => value);
    for (const { index, about, code, params } of faultsOfComments(comments, this.among))
      this.comments[index]!.row.fail(code, commentKind.fields[about].column, params);
    return comments;
  }
}
