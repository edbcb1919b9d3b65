import { fold, type SheetCells } from "../../cells";
import type { CommuneDirectory } from "../../tariff";
import { plainColumn, type Column, type Role } from "../table";
import { headerText, headerWord, structuralRole, type ReadLabel } from "../words/headings";
import { isSchoolName, totalReader, withKind, type TotalReader } from "../words/names";
import { parseQuantity } from "../words/values";
import { labelOf, type AcrossHeader } from "./across";

/** How many rows are looked at for natures. */
const depth = 40;

type LevelKind = "nature" | "commune" | "school" | "kind";

interface Named {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** What the names of one header level are: natures, « Total » beside « Installés » for one; communes, else schools. */
function levelKind(
  texts: readonly string[],
  readLabel: ReadLabel,
  directory: CommuneDirectory,
  headsTotal: TotalReader,
): LevelKind {
  const natures = texts.filter((text) => {
    const { reading } = headerWord(text, readLabel);
    return reading.label.kind === "none" && reading.complete && (reading.nature !== null || reading.years.length > 0);
  }).length;
  const totals = texts.filter((text) => headsTotal(text, true) !== null).length;
  if (natures * 2 > texts.length || (natures > 0 && natures + totals === texts.length)) return "nature";
  const communes = texts.filter((text) => directory.find(text).kind !== "unknown").length;
  return communes * 2 > texts.length ? "commune" : "school";
}

/** The names of one level over the columns that they head: their merged cells, or up to the next name. */
function spreadLevel(sheet: SheetCells, row: number, header: AcrossHeader): Map<number, Named> {
  const named = new Map<number, Named>();
  let last: (Named & { readonly until: number }) | null = null;
  for (let column = header.left; column <= header.right; column += 1) {
    if (column === header.labelColumn) {
      last = null;
      continue;
    }
    const text = headerText(sheet.rows[row]?.[column] ?? null);
    if (text !== null) {
      const merge = sheet.merges.find((each) => each.top <= row && row <= each.bottom && each.left === column);
      last = { text, row, column, until: merge === undefined ? header.right : merge.right };
    }
    if (last !== null && column <= last.until) named.set(column, last);
  }
  return named;
}

/** What a row of names is by the word at its left: « Commune », « École »; null where that word says nothing of it. */
function levelNamed(sheet: SheetCells, header: AcrossHeader, row: number): LevelKind | "other" | null {
  const text = headerText(sheet.rows[row]?.[header.labelColumn] ?? null);
  const role = text === null ? undefined : structuralRole(text.replace(/\s*:\s*$/, ""))?.role;
  // The labels of a pivot table's rows say nothing of its columns.
  if (role === undefined || /\blignes?\b|\brows?\b/i.test(text!)) return null;
  if (role === "commune" || role === "school" || role === "nature") return role;
  if (role === "level") return "kind";
  return role === "label" ? null : "other";
}

function levelsOf(
  sheet: SheetCells,
  header: AcrossHeader,
  readLabel: ReadLabel,
  directory: CommuneDirectory,
  headsTotal: TotalReader,
): Map<LevelKind, Map<number, Named>> {
  const levels = new Map<LevelKind, Map<number, Named>>();
  for (let row = header.top; row <= header.bottom; row += 1) {
    const named = levelNamed(sheet, header, row);
    if (named === "other") continue;
    const texts: string[] = [];
    for (let column = header.left; column <= header.right; column += 1) {
      const text = column === header.labelColumn ? null : headerText(sheet.rows[row]?.[column] ?? null);
      if (text !== null && headerWord(text, readLabel).role !== "ignored") texts.push(text);
    }
    if (texts.length === 0) continue;
    const read = named ?? levelKind(texts, readLabel, directory, headsTotal);
    // « Busy » over « Busy »: a commune's only school often has no other name.
    const kind = named === null && read === "commune" && levels.has("commune") ? "school" : read;
    if (kind === "nature" && isYearOfEach(sheet, row, header, levels.get("school"), readLabel)) continue;
    // Below the schools, « Référent | CL | JM » says something else of each.
    const isBelow = named === null && kind === "school" && levels.has("school");
    const calls = texts.filter((text) => isSchoolName(text)).length * 2 > texts.length;
    if (!isBelow || calls) levels.set(kind, spreadLevel(sheet, row, header));
  }
  return levels;
}

/** « Année d’achat | 2011 | 2009 », one for each school above: no campaigns, of which each school would have several. */
function isYearOfEach(
  sheet: SheetCells,
  row: number,
  header: AcrossHeader,
  schools: ReadonlyMap<number, Named> | undefined,
  readLabel: ReadLabel,
): boolean {
  const label = headerText(sheet.rows[row]?.[header.labelColumn] ?? null);
  if (schools === undefined || label === null || /^(?:campagne|exercice|situation|parc|au)\b/.test(fold(label)))
    return false;
  for (const [column, school] of schools) {
    const text = headerText(sheet.rows[row]?.[column] ?? null);
    if (school.column !== column || (text !== null && readLabel(text).nature !== null)) return false;
  }
  return true;
}

/** The lowest header text written over a column itself. */
function ownText(sheet: SheetCells, header: AcrossHeader, column: number): string | null {
  for (let row = header.bottom; row >= header.top; row -= 1) {
    const text = headerText(sheet.rows[row]?.[column] ?? null);
    if (text !== null) return text;
  }
  return null;
}

/** The columns of a table with schools across: the labels, the natures where they have a column, and one for each school and nature. */
export function readAcrossColumns(
  sheet: SheetCells,
  header: AcrossHeader,
  readLabel: ReadLabel,
  directory: CommuneDirectory,
): Column[] {
  // « Somme », « Cumul général », « T O T A L », « Total Saône »: as a row is a total by its words, so is a column.
  const headsTotal = totalReader(directory, readLabel);
  const levels = levelsOf(sheet, header, readLabel, directory, headsTotal);
  const columns: Column[] = [];
  for (let index = header.left; index <= header.right; index += 1) {
    const own = ownText(sheet, header, index);
    if (index === header.labelColumn) columns.push(headed(index, own ?? "", header.top, { kind: "label" }));
    else if (saysNatures(sheet, header, index, own, readLabel))
      columns.push(headed(index, own ?? "", header.bottom, { kind: "nature" }));
    else if (own !== null) columns.push(schoolColumn(index, own, header, levels, readLabel, directory, headsTotal));
  }
  return withKinds(withUnnamed(columns, header), levels.get("kind"));
}

/** Columns between those of schools over which nothing is written: what they hold is told. */
function withUnnamed(columns: readonly Column[], { bottom }: AcrossHeader): Column[] {
  const schools = columns.flatMap(({ index, school }) => (school === null ? [] : [index]));
  const known = new Set(columns.map(({ index }) => index));
  const unnamed: Column[] = [];
  for (let index = Math.min(...schools); index < Math.max(...schools); index += 1)
    if (!known.has(index)) unnamed.push(headed(index, "", bottom, { kind: "other" }));
  return [...columns, ...unnamed].sort((first, second) => first.index - second.index);
}

/** « Centre » over « Maternelle » and « Élémentaire »: where names alone are twice the same, the kind is a part of them. */
function withKinds(columns: readonly Column[], kinds: ReadonlyMap<number, Named> | undefined): Column[] {
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

/** Beside the prestations, « Nature », or natures row by row under any heading. */
function saysNatures(
  sheet: SheetCells,
  { bodyTop, labelColumn }: AcrossHeader,
  index: number,
  own: string | null,
  readLabel: ReadLabel,
): boolean {
  if (own !== null && structuralRole(own)?.role === "nature") return true;
  // Headings of a table below are no natures of this one: only rows of prestations tell.
  let texts = 0;
  let natures = 0;
  for (let row = bodyTop; row <= Math.min(bodyTop + depth, sheet.rows.length - 1); row += 1) {
    const text = sheet.rows[row]?.[index];
    if (typeof text !== "string" || text.trim() === "" || labelOf(sheet, row, labelColumn, readLabel) === null)
      continue;
    const { label, nature, complete } = readLabel(text);
    texts += 1;
    if (label.kind === "none" && complete && nature !== null) natures += 1;
  }
  return natures > 0 && natures * 2 >= texts;
}

function schoolColumn(
  index: number,
  own: string,
  header: AcrossHeader,
  levels: ReadonlyMap<LevelKind, ReadonlyMap<number, Named>>,
  readLabel: ReadLabel,
  directory: CommuneDirectory,
  headsTotal: TotalReader,
): Column {
  const [school, commune, nature] = (["school", "commune", "nature"] as const).map(
    (kind) => levels.get(kind)?.get(index) ?? null,
  ) as [Named | null, Named | null, Named | null];
  const row = nature?.row ?? school?.row ?? header.bottom;
  const inService = isWholeBesideInstalled(index, levels, readLabel);
  const isTotal = [...(inService ? [] : [own]), ...(school === null ? [] : [school.text])].some(
    (text) => headsTotal(text, true) !== null,
  );
  if (isTotal) return { ...headed(index, own, row, { kind: "other" }), why: "total" };
  if (headerWord(own, readLabel).role === "ignored" || school === null || !mayNameSchool(school.text))
    return headed(index, own, row, { kind: "ignored" });
  const texts = [commune, school, nature].flatMap((named) => (named === null ? [] : [named.text]));
  // « Installés » among words that say nothing of natures says it of its own column.
  const reading = nature === null ? null : headerWord(nature.text, readLabel).reading;
  const says = (reading ?? (own === school.text ? null : headerWord(own, readLabel).reading))?.nature;
  const both = commune === null ? communeAndSchool(school.text, directory) : null;
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

/** « Total » or « Qté totale » beside the same school's « Installés », and no « En service »: all there is. (decisions §4) */
function isWholeBesideInstalled(
  index: number,
  levels: ReadonlyMap<LevelKind, ReadonlyMap<number, Named>>,
  readLabel: ReadLabel,
): boolean {
  const [schools, natures] = [levels.get("school"), levels.get("nature")];
  const [school, own] = [schools?.get(index), natures?.get(index)];
  if (school === undefined || own?.column !== index || !/\btotale?s?\b/i.test(own.text)) return false;
  const beside = [...natures!].filter(([column]) => column !== index && schools!.get(column) === school);
  const said = beside.map(([, { text }]) => headerWord(text, readLabel).reading.nature);
  return said.includes("installation") && !said.includes("maintenance");
}

/** « Pirey – École maternelle »; null where the text is not a commune's and another name. */
function communeAndSchool(text: string, directory: CommuneDirectory): { commune: string; school: string } | null {
  const parts = /^(.+?)(?: [-–—/] |\s?: )(.+)$/.exec(text);
  if (parts === null) return null;
  const [commune, school] = [parts[1]!, parts[2]!];
  if (directory.find(commune).kind === "unknown" || directory.find(school).kind !== "unknown") return null;
  return { commune, school };
}

/** « Total », « Quantité », « Prix unitaire », « ✓ » over a column are no school's names. */
function mayNameSchool(text: string): boolean {
  const role = structuralRole(text)?.role;
  if (role === "quantity" || role === "label" || parseQuantity(text).kind !== "bad") return false;
  return !/^(sous |s\/)?total\b|^ensemble$|^(prix|tarifs?|montants?|couts?|pu|unites?|legende)\b/.test(fold(text));
}

function headed(index: number, header: string, headerRow: number, role: Role): Column {
  return { ...plainColumn(index, headerRow, role), texts: header === "" ? [] : [header], header, words: header };
}
