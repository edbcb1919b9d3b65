import { fold } from "../../cells";
import { plainColumn, type Column, type Role, type SheetContext, type Written } from "../table";
import { labelOf, type AcrossHeader } from "./across-headers";
import { isYearOfAll } from "./header-parts";
import { headerText, headerWord } from "../texts/header-word";
import { structuralRole } from "../texts/heading-role";
import { saysOnlyNature } from "../texts/label-reading";
import { communeWrittenFirst, headsOtherFigures, isSchoolName, withKind } from "../texts/school-names";
import { type TotalReader, totalReader } from "../texts/total-words";
import { parseQuantity } from "../texts/values";

/** How many rows are looked at for natures. */
const depth = 40;

type LevelKind = "nature" | "commune" | "school" | "kind";

type Levels = ReadonlyMap<LevelKind, ReadonlyMap<number, Written>>;

/**
 * Reads the columns of a table with schools across: the labels, the natures if they have a column, and one for each school and
 * nature.
 */
export function readAcrossColumns(context: SheetContext, header: AcrossHeader): Column[] {
  const read = new AcrossColumns(context, header).read();
  const schools = read.columns.flatMap(({ index, school }) => (school === null ? [] : [index]));
  const known = new Set(read.columns.map(({ index }) => index));
  // Columns between those of schools over which nothing is written: what they hold is told.
  const unnamed: Column[] = [];
  for (let index = Math.min(...schools); index < Math.max(...schools); index += 1)
    if (!known.has(index)) unnamed.push(headed(index, "", header.bottom, { kind: "other" }));
  const all = [...read.columns, ...unnamed].sort((first, second) => first.index - second.index);
  return withKinds(all, read.kinds);
}

/** Reads the header of a table with schools across, level by level, then column by column. */
class AcrossColumns {
  private readonly levels: Levels;
  /** « Somme », « Cumul général », « T O T A L », « Total Saône »: as a row is a total by its words, so is a column. */
  private readonly headsTotal: TotalReader;

  constructor(
    private readonly context: SheetContext,
    private readonly header: AcrossHeader,
  ) {
    this.headsTotal = totalReader(context.texts);
    this.levels = this.readLevels();
  }

  read(): { columns: Column[]; kinds: ReadonlyMap<number, Written> | undefined } {
    const { left, right, top, bottom, labelColumn } = this.header;
    const columns: Column[] = [];
    for (let index = left; index <= right; index += 1) {
      const own = this.ownText(index);
      if (index === labelColumn) columns.push(headed(index, own ?? "", top, { kind: "label" }));
      else if (this.saysNatures(index, own)) columns.push(headed(index, own ?? "", bottom, { kind: "nature" }));
      else if (own !== null) columns.push(this.schoolColumn(index, own));
    }
    return { columns, kinds: this.levels.get("kind") };
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

  private readLevels(): Levels {
    const { top, bottom, left, right, labelColumn } = this.header;
    const levels = new Map<LevelKind, Map<number, Written>>();
    for (let row = top; row <= bottom; row += 1) {
      const isYear = isYearOfAll(this.context, row, this.header);
      const named = isYear ? "nature" : this.levelNamed(row);
      if (named === "other") continue;
      const texts: string[] = [];
      for (let column = left; column <= right; column += 1) {
        const text = column === labelColumn ? null : this.textAt(row, column);
        if (text !== null && this.wordIn(text).role !== "ignored") texts.push(text);
      }
      if (texts.length === 0) continue;
      const read = named ?? this.levelKind(texts);
      // « Busy » over « Busy »: a commune's only school often has no other name.
      const kind = named === null && read === "commune" && levels.has("commune") ? "school" : read;
      if (kind === "nature" && !isYear && this.isYearOfEach(row, levels.get("school"))) continue;
      // Below the schools, « Référent | CL | JM » says something else of each.
      const isBelow = named === null && kind === "school" && levels.has("school");
      const areSchools = texts.filter((text) => isSchoolName(text)).length * 2 > texts.length;
      if (!isBelow || areSchools) levels.set(kind, this.spreadLevel(row));
    }
    return levels;
  }

  /** Returns what a row of names is by the word at its left: « Commune », « École »; null when that word says nothing of it. */
  private levelNamed(row: number): LevelKind | "other" | null {
    const text = this.textAt(row, this.header.labelColumn);
    const role = text === null ? undefined : structuralRole(text.replace(/\s*:\s*$/, ""))?.role;
    // The labels of a pivot table's rows say nothing of its columns.
    if (role === undefined || /\blignes?\b|\brows?\b/i.test(text!)) return null;
    if (role === "commune" || role === "school" || role === "nature") return role;
    if (role === "level") return "kind";
    return role === "label" ? null : "other";
  }

  /** Returns what the names of one header level are: natures, « Total » beside « Installés » for one; communes, else schools. */
  private levelKind(texts: readonly string[]): LevelKind {
    const { directory } = this.context;
    const natures = texts.filter((text) => {
      const { label, complete, nature, years } = this.wordIn(text).reading;
      return label.kind === "none" && complete && (nature !== null || years.length > 0);
    }).length;
    const totals = texts.filter((text) => this.isTotal(text)).length;
    if (natures * 2 > texts.length || (natures > 0 && natures + totals === texts.length)) return "nature";
    const communes = texts.filter((text) => directory.find(text).kind !== "unknown").length;
    return communes * 2 > texts.length ? "commune" : "school";
  }

  /** Returns the names of one level by the columns that they head: their merged cells, or up to the next name. */
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
      if (last !== null && column <= last.until) named.set(column, last);
    }
    return named;
  }

  /**
   * Returns whether a row is « Année d’achat | 2011 | 2009 », one for each school above: no campaigns, of which each school
   * would have several.
   */
  private isYearOfEach(row: number, schools: ReadonlyMap<number, Written> | undefined): boolean {
    const label = this.textAt(row, this.header.labelColumn);
    if (schools === undefined || label === null || /^(?:campagne|exercice|situation|parc|au)\b/.test(fold(label)))
      return false;
    return [...schools].every(([column, school]) => {
      const text = this.textAt(row, column);
      return school.column === column && (text === null || this.context.readLabel(text).nature === null);
    });
  }

  /** Returns the lowest header text written over a column itself; null when there is none. */
  private ownText(column: number): string | null {
    for (let row = this.header.bottom; row >= this.header.top; row -= 1) {
      const text = this.textAt(row, column);
      if (text !== null) return text;
    }
    return null;
  }

  /** Returns whether a column beside the prestations is « Nature », or holds natures row by row under any heading. */
  private saysNatures(index: number, own: string | null): boolean {
    if (own !== null && structuralRole(own)?.role === "nature") return true;
    const { sheet, readLabel } = this.context;
    const { bodyTop, labelColumn } = this.header;
    // Headings of a table below are no natures of this one: only rows of prestations tell.
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

  private schoolColumn(index: number, own: string): Column {
    const [school, commune, nature] = (["school", "commune", "nature"] as const).map(
      (kind) => this.levels.get(kind)?.get(index) ?? null,
    ) as [Written | null, Written | null, Written | null];
    const row = nature?.row ?? school?.row ?? this.header.bottom;
    const inService = this.isWholeBesideInstalled(index);
    if ((!inService && this.isTotal(own)) || (school !== null && this.isTotal(school.text)))
      return { ...headed(index, own, row, { kind: "other" }), why: "total" };
    if (this.wordIn(own).role === "ignored" || school === null || !mayNameSchool(school.text))
      return headed(index, own, row, { kind: "ignored" });
    const texts = [commune, school, nature].flatMap((named) => (named === null ? [] : [named.text]));
    // « Installés » among words that say nothing of natures says it of its own column.
    const reading = nature === null ? null : this.wordIn(nature.text).reading;
    const says = (reading ?? (own === school.text ? null : this.wordIn(own).reading))?.nature;
    const both = commune === null ? communeWrittenFirst(school.text, this.context.directory) : null;
    return {
      ...headed(index, texts.join(" › "), row, { kind: "count", code: null }),
      texts,
      nature: inService ? "maintenance" : says === "installation" || says === "maintenance" ? says : null,
      years: reading?.years ?? [],
      since: reading?.since ?? false,
      words: texts.join(" "),
      school: {
        name: both?.school ?? school.text,
        row: school.row,
        column: school.column,
        commune: both?.commune ?? commune?.text ?? null,
      },
    };
  }

  /**
   * Returns whether a column is « Total » or « Qté totale » beside the same school's « Installés », with no « En service »: all
   * there is. (decisions §4)
   */
  private isWholeBesideInstalled(index: number): boolean {
    const [schools, natures] = [this.levels.get("school"), this.levels.get("nature")];
    const [school, own] = [schools?.get(index), natures?.get(index)];
    if (school === undefined || own?.column !== index || !/\btotale?s?\b/i.test(own.text)) return false;
    const beside = [...natures!].filter(([column]) => column !== index && schools!.get(column) === school);
    const said = beside.map(([, { text }]) => this.wordIn(text).reading.nature);
    return said.includes("installation") && !said.includes("maintenance");
  }
}

/**
 * Adds its kind to a name under which there are several, « Centre » over « Maternelle » and « Élémentaire »: it is a part of
 * the name.
 */
function withKinds(columns: readonly Column[], kinds: ReadonlyMap<number, Written> | undefined): Column[] {
  if (kinds === undefined) return [...columns];
  const kindsOf = new Map<string, Set<string>>();
  const keyOf = ({ commune, name }: NonNullable<Column["school"]>): string => [commune ?? "", name].map(fold).join("|");
  for (const { index, school } of columns)
    if (school !== null)
      kindsOf.set(keyOf(school), (kindsOf.get(keyOf(school)) ?? new Set()).add(fold(kinds.get(index)?.text ?? "")));
  return columns.map((column) => {
    const kind = kinds.get(column.index);
    if (column.school === null || kind === undefined || kindsOf.get(keyOf(column.school))!.size < 2) return column;
    const { name: whole } = column.school;
    return { ...column, school: { ...column.school, name: withKind(whole, kind.text), whole } };
  });
}

/** Returns whether a text over a column may be a school's name: « Total », « Quantité », « Prix unitaire », « ✓ » are none. */
function mayNameSchool(text: string): boolean {
  const role = structuralRole(text)?.role;
  if (role === "quantity" || role === "label" || parseQuantity(text).kind !== "bad" || headsOtherFigures(text)) return false;
  return !/^(sous |s\/)?total\b|^ensemble$|^(prix|tarifs?|montants?|couts?|pu|unites?|legende)\b/.test(fold(text));
}

function headed(index: number, header: string, headerRow: number, role: Role): Column {
  return { ...plainColumn(index, headerRow, role), texts: header === "" ? [] : [header], header, words: header };
}
