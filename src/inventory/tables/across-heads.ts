import { filledIn, fold } from "../../cells";
import type { Nature } from "../../tariff";
import type { Head, SheetContext, Written } from "../table";
import { labelOf, type AcrossHeader, type Level, type LevelKind } from "./across-headers";
import { saysKinds } from "./transposed-headers";
import { isYearOfAll } from "./header-parts";
import { headerText, headerWord, roleOf } from "../texts/header-word";
import { structuralRole } from "../texts/heading-role";
import { saysOnlyNature } from "../texts/label-reading";
import { headsOtherFigures, isForecast, isSchoolName } from "../texts/school-names";
import { type TotalReader, totalReader } from "../texts/total-words";
import { parseQuantity, withoutColon } from "../texts/values";

/** Number of rows in which natures are searched. */
const depth = 40;

/** The header of a table with schools across, level by level, then column by column. */
export class AcrossHeads {
  levels: readonly Level[];
  /**
   * Recognises the columns of totals by the same words as total rows: « Somme », « Cumul général », « T O T A L »,
   * « Total Saône ».
   */
  private readonly headsTotal: TotalReader;

  constructor(
    private readonly context: SheetContext,
    private readonly header: AcrossHeader,
  ) {
    this.headsTotal = totalReader(context.texts);
    const levels = this.readLevels();
    this.levels = levels;
    this.levels = levels.map((level) => (level.kind === "nature" ? this.withWholes(level) : level));
  }

  /** Returns a level of natures in which « Total » beside « Installés » is replaced with « Maintenance ». */
  private withWholes(level: Level): Level {
    const names = new Map(level.names);
    for (const [column, name] of level.names)
      if (this.isWholeBesideInstalled(column)) names.set(column, { ...name, text: "Maintenance" });
    return { ...level, names };
  }

  /** Returns the names of a kind, those of the lowest row when there are several; undefined when there are none. */
  namesOf(kind: LevelKind): ReadonlyMap<number, Written> | undefined {
    return this.levels.findLast((level) => level.kind === kind)?.names;
  }

  /** Returns the header of each column of the table. */
  heads(): Head[] {
    const { left, right } = this.header;
    const columns = Array.from({ length: right - left + 1 }, (_, at) => left + at);
    return columns.flatMap((column) => this.headOf(column) ?? []);
  }

  private headOf(column: number): Head | null {
    const { top, bottom, labelColumn } = this.header;
    const own = this.ownText(column);
    const other = { column, texts: own === null ? [] : [own], row: bottom, nature: null, why: null };
    if (column === labelColumn) return { ...other, row: top, role: "label" };
    if (this.saysNatures(column, own)) return { ...other, role: "nature" };
    if (own === null) return null;
    // « École primaire » above « En service | Observations | Installés » does not make a school of the remarks.
    const beside = this.levels.some(({ row, kind }) => kind === "nature" && this.headsNone(row, column));
    if (beside) return { ...other, role: "other", why: "ignored" };
    if (this.isPart(column)) return { ...other, role: "other", why: "part" };
    const [school, commune, nature] = (["school", "commune", "nature"] as const).map(
      (kind) => this.namesOf(kind)?.get(column) ?? null,
    ) as [Written | null, Written | null, Written | null];
    const row = nature?.row ?? school?.row ?? bottom;
    if ((!this.isWholeBesideInstalled(column) && this.isTotal(own)) || (school !== null && this.isTotal(school.text)))
      return { ...other, row, role: "total", why: "total" };
    if (school === null || !mayNameSchool(school.text)) return { ...other, row, role: "other", why: "ignored" };
    const texts = [commune, school, nature].flatMap((named) => (named === null ? [] : [named.text]));
    return { column, row, texts, role: "school", nature: this.natureOf(column), why: null };
  }

  /** Returns whether the text of a row above a column heads nothing that is counted. */
  private headsNone(row: number, column: number): boolean {
    const text = this.textAt(row, column);
    return text !== null && this.wordIn(text).role === "ignored";
  }

  /** Returns whether a column, « dont direction », is a part of the column of the same school at its left. */
  private isPart(column: number): boolean {
    const [natures, schools] = [this.namesOf("nature"), this.namesOf("school")];
    const own = natures?.get(column);
    if (own === undefined || own.column !== column) return false;
    const { subset, nature, isRead } = this.wordIn(own.text).reading;
    return subset && isRead && nature === null && schools?.get(column) === schools?.get(column - 1);
  }

  /** Returns the nature above a column; null when there is none. */
  natureOf(column: number): Nature | null {
    if (this.isWholeBesideInstalled(column)) return "maintenance";
    const text = this.namesOf("nature")?.get(column)?.text;
    const nature = text === undefined ? null : this.wordIn(text).reading.nature;
    return nature === "installation" || nature === "maintenance" ? nature : null;
  }

  /**
   * Returns whether a column is « Total » beside « Installés » of the same school, without « En service »: it then
   * counts maintenance. (decisions §4)
   */
  isWholeBesideInstalled(column: number): boolean {
    const [schools, natures] = [this.namesOf("school"), this.namesOf("nature")];
    const [school, own] = [schools?.get(column), natures?.get(column)];
    if (school === undefined || own?.column !== column || !/\btotale?s?\b/i.test(own.text)) return false;
    const beside = [...natures!].filter(([other]) => other !== column && schools!.get(other) === school);
    const others = beside.map(([, { text }]) => this.wordIn(text).reading.nature);
    return others.includes("installation") && !others.includes("maintenance");
  }

  private textAt(row: number, column: number): string | null {
    return headerText(this.context.sheet.rows[row]?.[column] ?? null);
  }

  private wordIn(text: string) {
    return headerWord(text, this.context.readLabel);
  }

  private isTotal(text: string): boolean {
    return this.headsTotal(text, true) !== null;
  }

  private readLevels(): Level[] {
    const { top, bottom } = this.header;
    const levels: Level[] = [];
    for (let row = top; row <= bottom; row += 1) {
      const label = this.textAt(row, this.header.labelColumn) ?? "";
      const kind = this.kindOf(row, levels);
      if (kind !== null) levels.push({ row, kind, label, names: this.spreadLevel(row) });
    }
    return levels;
  }

  /** Returns the kind of a header row; null when it has no names. */
  private kindOf(row: number, above: readonly Level[]): LevelKind | null {
    const isYear = isYearOfAll(this.context, row, this.header);
    const named = isYear ? "nature" : this.levelNamed(row);
    const texts = this.textsOf(row);
    if (texts.length === 0) return null;
    if (named === "other") return "other";
    const has = (kind: LevelKind): boolean => above.some((level) => level.kind === kind);
    const read = named ?? this.levelKind(texts);
    // « Busy » below « Busy »: the only school of a commune often has the commune's name.
    if (named === null && has("school") && this.isNamed(row) && saysKinds(texts)) return "kind";
    const kind = named === null && read === "commune" && has("commune") ? "school" : read;
    if (kind === "nature" && !isYear && this.isYearOfEach(row, above)) return "other";
    // Below the schools, « Référent | CL | JM » is another fact about each of them.
    const isBelow = named === null && kind === "school" && has("school");
    const areSchools = texts.filter((text) => isSchoolName(text)).length * 2 > texts.length;
    return !isBelow || areSchools ? kind : "other";
  }

  /** Returns whether a row has a text at its left that describes its names. */
  private isNamed(row: number): boolean {
    return this.textAt(row, this.header.labelColumn) !== null;
  }

  private textsOf(row: number): string[] {
    const { left, right, labelColumn } = this.header;
    return filledIn(this.context.sheet.rows[row] ?? [], left, right).flatMap(({ cell, column }) => {
      const text = column === labelColumn ? null : headerText(cell);
      return text === null || this.wordIn(text).role === "ignored" ? [] : [text];
    });
  }

  /**
   * Returns the kind of a header row according to the text at its left, « Commune », « École »; null when that text
   * decides nothing.
   */
  private levelNamed(row: number): LevelKind | null {
    const text = this.textAt(row, this.header.labelColumn);
    const role = text === null ? undefined : roleOf(withoutColon(text), this.context.readLabel)?.role;
    // The heading of the rows of a pivot table does not concern its columns.
    if (role === undefined || /\blignes?\b|\brows?\b/i.test(text!)) return null;
    if (role === "commune" || role === "school" || role === "nature") return role;
    if (role === "level") return "kind";
    return role === "label" ? null : "other";
  }

  /**
   * Returns the kind of a header row according to its names: natures, « Total » beside « Installés » included; else
   * communes, else schools.
   */
  private levelKind(texts: readonly string[]): LevelKind {
    const { directory } = this.context;
    const natures = texts.filter((text) => {
      const { label, complete, nature, years } = this.wordIn(text).reading;
      return label.kind === "none" && complete && (nature !== null || years.length > 0);
    });
    // « Prévision 2015 » has a year, and is not in service.
    const mayStandBeside = (text: string): boolean =>
      natures.includes(text) || this.wordIn(text).reading.standing !== null || this.isTotal(text);
    if (natures.length * 2 > texts.length || (natures.length > 0 && texts.every(mayStandBeside))) return "nature";
    const communes = texts.filter((text) => directory.find(text).kind !== "unknown").length;
    return communes * 2 > texts.length ? "commune" : "school";
  }

  /** Returns the names of a row by column: a name extends over its merged cells, or up to the next name. */
  private spreadLevel(row: number): Map<number, Written> {
    const { left, right, labelColumn } = this.header;
    const named = new Map<number, Written>();
    let last: (Written & { readonly until: number }) | null = null;
    for (let column = left; column <= right; column += 1) {
      const text = column === labelColumn ? null : this.textAt(row, column);
      if (text !== null) {
        const { merges } = this.context.sheet;
        const merge = merges.find((each) => each.top <= row && row <= each.bottom && each.left === column);
        last = { text, row, column, until: merge?.right ?? right };
      } else if (column === labelColumn) last = null;
      // A column with no header text of its own belongs to no school.
      if (last !== null && column <= last.until && this.ownText(column) !== null) named.set(column, last);
    }
    return named;
  }

  /**
   * Returns whether a row gives a year for each school above, « Année d’achat | 2011 | 2009 », rather than campaigns.
   */
  private isYearOfEach(row: number, above: readonly Level[]): boolean {
    const schools = above.findLast(({ kind }) => kind === "school")?.names;
    const label = this.textAt(row, this.header.labelColumn);
    if (schools === undefined || label === null || /^(?:campagne|exercice|situation|parc|au)\b/.test(fold(label)))
      return false;
    return [...schools].every(([column, school]) => {
      const text = this.textAt(row, column);
      return school.column === column && (text === null || this.context.readLabel(text).nature === null);
    });
  }

  /** Returns the lowest header text of a column, merged neighbours excluded; null when there is none. */
  private ownText(column: number): string | null {
    for (let row = this.header.bottom; row >= this.header.top; row -= 1) {
      const text = this.textAt(row, column);
      if (text !== null) return text;
    }
    return null;
  }

  /** Returns whether a column beside the prestations gives their natures, by its heading or row by row. */
  private saysNatures(index: number, own: string | null): boolean {
    if (own !== null && structuralRole(own)?.role === "nature") return true;
    const { sheet, readLabel } = this.context;
    const { bodyTop, labelColumn } = this.header;
    // Only the rows of prestations are examined: another table may begin below.
    let texts = 0;
    let natures = 0;
    for (let row = bodyTop; row <= Math.min(bodyTop + depth, sheet.rows.length - 1); row += 1) {
      const text = sheet.rows[row]?.[index];
      if (typeof text !== "string" || text.trim() === "" || labelOf(this.context, row, labelColumn) === null) continue;
      texts += 1;
      if (saysOnlyNature(readLabel(text))) natures += 1;
    }
    return natures > 0 && natures * 2 >= texts;
  }
}

/**
 * Returns whether the header text of a column may be the name of a school, unlike « Quantité », « Prix unitaire », « ✓
 * ».
 */
function mayNameSchool(text: string): boolean {
  const role = structuralRole(text)?.role;
  if (role === "quantity" || role === "label" || parseQuantity(text).kind !== "bad") return false;
  if (headsOtherFigures(text) || isForecast(text)) return false;
  return !/^(prix|tarifs?|montants?|couts?|pu|unites?|legende)\b/.test(fold(text));
}
