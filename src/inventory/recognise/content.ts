import type { SheetCells } from "../../cells";
import { pupilPart } from "../../tariff";
import type { CommuneDirectory } from "../../tariff";
import type { Column, Role } from "../table";
import type { ReadLabel } from "./header-cells";
import { communeShare, dateShare, holdsTexts, labelShare, levelShare, nameShare, natureShare } from "./vote";

/** Rank of a column that is known to hold pupils' names by what it holds: enough by itself to make a list of pupils. */
export const namesInside = -2;

/** Where the columns' content is looked at. */
export interface Content {
  readonly sheet: SheetCells;
  readonly bodyTop: number;
  readonly bodyBottom: number;
  readonly readLabel: ReadLabel;
  readonly directory: CommuneDirectory;
  /** The titles speak of pupils: a bare quantity is a headcount. */
  readonly pupils: boolean;
}

/**
 * Settles by what the columns hold what headers leave open: which one names the prestation, which one the nature, which
 * one without a header the commune, and whether a machine's name column is the school's.
 */
export function chooseByContent(columns: readonly Column[], content: Content): Column[] {
  const has = (list: readonly Column[], kind: Role["kind"]): boolean =>
    list.some((column) => column.role.kind === kind);
  const coded = columns.filter(
    (column) => column.role.kind === "count" && column.role.code !== null && column.role.code !== "PORTAIL",
  );
  let result: Column[] = pupilNames(columns, content);
  const setRole = (index: number, role: Role, score?: number): void => {
    result = result.map((column) =>
      column.index === index ? { ...column, role, score: score ?? column.score } : column,
    );
  };
  const fixed = (column: Column): boolean => column.rank === -1;

  const counts = result.some((column) => ["count", "part", "untariffed", "refused"].includes(column.role.kind));

  // The label: among the columns whose header may be one, the one that names the most prestations.
  const candidates = result.filter(
    (column) => ["label", "nature", "level", "name", "other"].includes(column.role.kind) || fixed(column),
  );
  const scored = candidates
    .map((column) => ({
      column,
      share: labelShare(content.sheet, column.index, content.bodyTop, content.bodyBottom, content.readLabel),
    }))
    .filter(
      ({ column, share }) => (fixed(column) && column.role.kind === "label") || share >= leastShare(column, counts),
    )
    .sort(
      (a, b) =>
        Number(fixed(b.column)) - Number(fixed(a.column)) ||
        Number(b.column.role.kind === "label") - Number(a.column.role.kind === "label") ||
        b.share - a.share ||
        a.column.rank - b.column.rank,
    );
  const label = coded.length > 0 && scored[0] !== undefined && scored[0].share < 0.9 ? undefined : scored[0];
  for (const { column } of candidates.map((candidate) => ({ column: candidate })))
    if (column.role.kind === "label" && column.index !== label?.column.index)
      setRole(column.index, { kind: "ignored" });
  if (label !== undefined) setRole(label.column.index, { kind: "label" }, Math.max(label.column.score, label.share));

  // The nature: a column headed so, unless it tells the schools' level; else one that says installation or maintenance.
  const natures = result
    .filter(
      (column) =>
        ["nature", "level", "ignored", "other"].includes(column.role.kind) && column.index !== label?.column.index,
    )
    .map((column) => ({
      column,
      share: natureShare(content.sheet, column.index, content.bodyTop, content.bodyBottom, content.readLabel),
    }))
    .filter(
      ({ column, share }) =>
        fixed(column) ||
        share >= 0.5 ||
        (column.role.kind === "nature" && (share > 0 || !tellsLevels(column, content))),
    )
    .sort((a, b) => b.share - a.share);
  for (const column of result)
    if (column.role.kind === "nature" && column.index !== natures[0]?.column.index)
      setRole(column.index, { kind: "ignored" });
  if (label !== undefined && natures[0] !== undefined) setRole(natures[0].column.index, { kind: "nature" });

  if (!has(result, "commune") && !has(result, "entity")) {
    const blank = result.find(
      (column) =>
        column.texts.length === 0 &&
        communeShare(content.sheet, column.index, content.bodyTop, content.bodyBottom, content.directory) >= 0.5,
    );
    if (blank !== undefined) setRole(blank.index, { kind: "commune" }, 0.7);
  }
  if (label === undefined && !has(result, "school") && !has(result, "location") && !has(result, "pupil")) {
    const name = result.find((column) => column.role.kind === "name");
    if (name !== undefined) setRole(name.index, { kind: "school" }, 0.6);
  }
  if (label === undefined && content.pupils && coded.length === 0)
    for (const column of result)
      if (column.role.kind === "count" && column.role.code === null)
        setRole(column.index, { kind: "count", code: "PORTAIL" }, 0.7);
  for (const column of result)
    if (column.role.kind === "date-out" && column.rank === 1 && !holdsDates(column, content))
      setRole(column.index, { kind: has(result, "status") ? "ignored" : "status" }, 0.7);
  if (!has(result, "date-in")) {
    const date = result.find((column) => column.role.kind === "date");
    if (date !== undefined && label !== undefined) setRole(date.index, { kind: "date-in" }, 0.7);
  }
  // « Total » beside equipment is the row's, whatever the titles say.
  if (coded.length > 0)
    for (const column of result)
      if (column.role.kind === "count" && column.role.code === "PORTAIL" && column.words === "total")
        setRole(column.index, { kind: "refused", why: "ambiguous" }, 0.3);
  if (coded.length === 0 && label === undefined && !has(result, "level")) {
    const classes = result.find(
      (column) => isClass(column) && holdsTexts(content.sheet, column.index, content.bodyTop, content.bodyBottom),
    );
    if (classes !== undefined) setRole(classes.index, { kind: "level" }, 0.7);
  }
  return levelsOfPupils(result);
}

/**
 * Columns of pupils' names are known before anything is read of them: a name beside a first name or a date of birth, and
 * « Élève » where it holds names and no numbers. Nothing of them is read, told or kept. (decisions §8)
 */
function pupilNames(columns: readonly Column[], content: Content): Column[] {
  const listed = columns.some((column) => column.role.kind === "pupil");
  return columns.map((column): Column => {
    if (listed && column.role.kind === "name") return { ...column, role: { kind: "pupil" } };
    const pupils = column.role.kind === "part" || (column.role.kind === "count" && column.role.code === "PORTAIL");
    if (!pupils || nameShare(content.sheet, column.index, content.bodyTop, content.bodyBottom) < 0.5) return column;
    return { ...column, role: { kind: "pupil" }, rank: namesInside };
  });
}

/**
 * From which share of prestations among its texts a column is the label: the surer its heading the fewer; where nothing else
 * counts, a sure heading is enough, so that a register of unknown words is told row by row and not passed over.
 */
function leastShare(column: Column, counts: boolean): number {
  if (column.role.kind !== "label" || column.rank >= 2) return 0.5;
  return column.rank === 0 && !counts ? 0 : 0.2;
}

/** A headcount may come one row a class: its classes are parts, as levels are. */
function isClass(column: Column): boolean {
  return column.role.kind === "ignored" && /^(libell. |nom (de la )?)?classes?$/i.test(column.texts.at(-1) ?? "");
}

/** « Rebut », « Retiré » may head dates, or say yes. */
function holdsDates(column: Column, content: Content): boolean {
  return dateShare(content.sheet, column.index, content.bodyTop, content.bodyBottom) >= 0.5;
}

/** « Nature » may head the schools' level: maternelle, élémentaire, primaire. */
function tellsLevels(column: Column, content: Content): boolean {
  return levelShare(content.sheet, column.index, content.bodyTop, content.bodyBottom) >= 0.5;
}

/**
 * « GS » is a groupe scolaire or a grande section, « CP » a code postal or a cours préparatoire: beside other classes they
 * are parts of the headcount.
 */
function levelsOfPupils(columns: readonly Column[]): Column[] {
  const levels = columns.filter((column) => column.role.kind === "part" && column.role.part !== "cp").length;
  const schools = columns.filter((column) => column.role.kind === "school").length;
  return columns.map((column) => {
    if (column.role.kind === "school" && schools > 1 && levels > 0 && pupilPart(column.texts.at(-1) ?? "") === "gs")
      return { ...column, role: { kind: "part", part: "gs" }, words: "gs", score: 0.9 };
    if (column.role.kind === "part" && column.role.part === "cp" && levels === 0)
      return { ...column, role: { kind: "ignored" } };
    return column;
  });
}
