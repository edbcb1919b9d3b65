import { BlockSet, cellName, fold, monthNames } from "../../cells";
import type { TableChoice, TableUse } from "../../options";
import { namesEquipment, headcount, type Campaign, spareParts } from "../../tariff";
import { choiceFor } from "../choices";
import { layouts } from "../layouts";
import { columnOf, countsEquipment, countsUnits, leftOut, reasonOf, type Column } from "../column";
import type { Table } from "../table";
import { readColumn } from "./column-headings";
import type { ColumnTexts } from "./header-texts";
import { asInstalled } from "./installed-tables";
import { titlesOfTable } from "./table-titles";
import { datesEntry } from "../texts/heading-role";
import { purchaseRank } from "../texts/heading-roles";
import type { LabelReading, ReadLabel } from "../texts/label-reading";
import { type KindNamed, saysNoHeadcount, titleKind, titleYear } from "../texts/title";

/**
 * Gives each table of a sheet its kind, from the user's choice, its headings, its titles, or its sheet. (decisions §4)
 */
export function resolveKinds(tables: readonly Table[], campaign: Campaign, choices: readonly TableChoice[]): Table[] {
  const all = new BlockSet(tables.map(({ on }) => on));
  return tables.map((table) => {
    const titles = titlesOfTable(table, all);
    const choice = choiceFor(choices, table.on);
    const isHeadcounts = table.kind === "headcounts" || layouts[table.layout].isOfPupils || choice?.as === "headcounts";
    const year = first(titles, (title) => titleYear(title, isHeadcounts, campaign));
    return choice === null
      ? bySelf({ ...table, titles, year }, titles, isHeadcounts, campaign)
      : asChosen({ ...table, titles, year: campaign.year }, choice.as);
  });
}

function first<T>(titles: readonly string[], read: (title: string) => T | null): T | null {
  for (const title of titles) {
    const found = read(title);
    if (found !== null) return found;
  }
  return null;
}

function bySelf(table: Table, titles: readonly string[], isHeadcounts: boolean, campaign: Campaign): Table {
  const own = first(titles, (title) => kindOfTitle(title, campaign));
  if (isHeadcounts) {
    const isOut = own?.kind === "model" || (own?.kind === "not-in-service" && saysNoHeadcount(own.words));
    return isOut ? withKind(table, own) : withPart({ ...table, kind: "headcounts" }, titles);
  }
  if (own?.kind === "not-in-service" || own?.kind === "model") return withKind(table, own);
  const headings = natureOfHeadings(table);
  if (headings === null && own?.kind !== "installations") {
    const isSituation = own !== null || titles.some((title) => situationOn(campaign).test(fold(title)));
    return { ...table, kind: "inventory", kindWords: own?.words ?? "", isSituation };
  }
  if (headings === "maintenance") return { ...table, kind: "inventory" };
  const words = headings?.header ?? own!.words;
  const flow = asInstalled({ ...table, kindWords: words }, titles, campaign);
  return flow.kind === "installations" ? asInstallations(flow) : flow;
}

/**
 * Returns the kind that a title gives its table, the convention's names aside (« Prêt de tablettes »); null for none.
 */
function kindOfTitle(title: string, campaign: Campaign): KindNamed | null {
  const kind = titleKind(title, campaign.snapshot);
  if (kind?.kind !== "not-in-service" && kind?.kind !== "model") return kind;
  const own = titleKind(withoutOwnNames(title, campaign), campaign.snapshot);
  return own && { ...own, words: title.trim() };
}

/** Returns a title without the names of the convention's service and parties. */
function withoutOwnNames(title: string, { convention }: Campaign): string {
  const { service, object, creditor, debtor } = convention;
  const names = [object, service, creditor.name, ...(debtor === null ? [] : [debtor.name])];
  return names.reduce((left, name) => {
    const at = left.toLowerCase().indexOf(name.toLowerCase());
    return at < 0 ? left : `${left.slice(0, at)} ${left.slice(at + name.length)}`;
  }, title);
}

/** Returns a pattern of the day of count in a title: « 1er novembre », « 01/11 ». */
function situationOn({ snapshot: { day, month } }: Campaign): RegExp {
  const name = fold(monthNames[month - 1]!);
  return new RegExp(String.raw`\b(${day}(er)? ${name.slice(0, 3)}(${name.slice(3)})?|0?${day}[./ ]0?${month})\b`);
}

const withKind = (table: Table, { kind, words, unsure }: KindNamed): Table => ({
  ...table,
  kind,
  kindWords: words,
  ...(unsure ? { isUnsure: true } : {}),
});

const levels = [
  ["maternelle", /\b(pre ?elementaires?|maternelles?|mat)\b/],
  ["elementaire", /(?<!pre )\b(elementaires?|elem)\b/],
] as const;

/**
 * Adds the part that a table of headcounts counts, from its nearest title with one level: « Effectifs maternelles ».
 */
function withPart(table: Table, titles: readonly string[]): Table {
  const part = first(titles, (title) => {
    const named = levels.filter(([, level]) => level.test(fold(title))).map(([name]) => name);
    return named.length === 0 ? null : named.length === 1 ? named[0]! : "";
  });
  return part === null || part === "" ? table : { ...table, part };
}

/** Returns whether a column counts equipment other than spare parts, which are never in service. */
function counts({ role }: Column): boolean {
  return countsUnits(role) && role.code !== spareParts;
}

/** Returns a column when all headings count installations, « maintenance » when one has that nature; otherwise null. */
function natureOfHeadings(table: Table): Column | "maintenance" | null {
  const counted = table.columns.filter(counts);
  if (columnOf(table, "nature") !== null || counted.some(({ nature }) => nature === "maintenance"))
    return "maintenance";
  return counted.length > 0 && counted.every(({ nature }) => nature === "installation") ? counted[0]! : null;
}

/** Makes the quantities of a table installations when their headings have no nature, and its dates those of installation. */
function asInstallations(table: Table): Table {
  const isDate = ({ role, texts }: Column): boolean => role.kind === "refused" && datesEntry(texts);
  const dated = table.layout === "school-rows" ? table.columns.filter(isDate) : [];
  const settled = withoutPointsOf(dated, table);
  return {
    ...settled,
    columns: table.columns.map((column) => {
      if (dated.includes(column)) return leftOut(column, "other-date");
      return countsUnits(column.role) && column.nature === null ? { ...column, nature: "installation" } : column;
    }),
  };
}

/** Returns a table without the anomalies of some of its columns. */
function withoutPointsOf(columns: readonly Column[], table: Table): Table {
  const cells = new Set(columns.map(({ headerRow, index }) => cellName(headerRow, index)));
  return { ...table, anomalies: table.anomalies.filter(({ cell }) => cell === null || !cells.has(cell)) };
}

function asChosen(table: Table, use: TableUse): Table {
  const chosen = { ...table, kind: use, kindWords: "", isChosen: true };
  switch (use) {
    case "ignored":
      return chosen;
    case "installations":
      return asInstallations(chosen);
    case "inventory":
      return natureOfHeadings(table) === "maintenance" ? chosen : inService(chosen);
    case "headcounts":
      return withHeadcountsOnly(chosen);
  }
}

/** Makes a table whose headings all count installations one of equipment in service, as the user chose. */
function inService(table: Table): Table {
  if (natureOfHeadings(table) === null) return table;
  return {
    ...table,
    columns: table.columns.map((column) => (counts(column) ? { ...column, nature: "maintenance" } : column)),
  };
}

/** Keeps the headcounts only: « Total » becomes the headcount, and columns of equipment are left out. */
function withHeadcountsOnly(table: Table): Table {
  const dropped: Column[] = [];
  const columns = table.columns.map((column): Column => {
    if (column.role.kind === "refused" && column.words === "total") {
      dropped.push(column);
      return { ...column, role: { kind: "count", code: headcount } };
    }
    const isEquipment =
      column.role.kind === "untariffed" ||
      column.role.kind === "refused" ||
      (countsUnits(column.role) && table.layout !== "item-rows");
    if (!isEquipment) return column;
    dropped.push(column);
    return leftOut(column, "ignored");
  });
  return {
    ...withoutPointsOf(dropped, table),
    columns,
    layout: table.layout === "school-rows" ? "headcounts" : table.layout,
  };
}

/** The equipment that a whole table is about, from its title, the name of its sheet, or « Type de serveur ». */
interface Subject {
  readonly text: string;
  readonly columns: readonly Column[];
}

/** A heading of the kinds of one equipment: « Type de serveur ». */
const kindOf = /^\s*types?\s+(?:de\s+|d[’'])\s*(.+)$/i;

/**
 * Returns the equipment in the title of a table or in the name of its sheet, with the columns read as counting it: « Nb
 * », « En service | Installés », « Standard | Spécifique », « Type ». Null when the headings name equipment themselves,
 * or when no title does.
 */
export function underSubject(
  headers: readonly ColumnTexts[],
  columns: readonly Column[],
  /** Whether each column holds other values than texts. */
  mayCount: readonly boolean[],
  around: readonly string[],
  readLabel: ReadLabel,
  pupils: boolean,
): Subject | null {
  const kinds = columns.find(
    ({ texts, role }) => reasonOf({ role }) === null && texts.length > 0 && kindIn(texts.at(-1)!, readLabel) !== null,
  );
  const kind = kinds === undefined ? null : kindIn(kinds.texts.at(-1)!, readLabel);
  // Beside columns of other equipment, « Type de serveur » only describes the servers.
  const isOfAll = columns.every(({ role }) => !countsEquipment(role) || isOfKind(readLabel(kind ?? ""), role.code));
  if (kinds !== undefined && isOfAll)
    return {
      text: kindIn(kinds.texts.at(-1)!, readLabel)!,
      columns: columns.map((column) => (column === kinds ? { ...column, role: { kind: "label" } } : bare(column))),
    };
  if (columns.some(saysEquipment)) return null;
  const text = around.find((candidate) => namesEquipment(readLabel(candidate).label));
  if (text === undefined) return null;
  if (columns.some(({ role }) => role.kind === "label")) return { text, columns };
  const counts = columns.some(({ role }) => role.kind === "count");
  const under = (column: Column, at: number): Column => {
    const { texts } = headers[at]!;
    const joined = readLabel(`${text} ${texts.at(-1) ?? ""}`);
    const isKnown =
      column.role.kind === "count" ||
      (counts && column.role.kind === "date-in" && column.rank !== purchaseRank) ||
      (column.role.kind === "other" && mayCount[at] === true && joined.complete && namesEquipment(joined.label));
    if (texts.length === 0 || !isKnown) return column;
    return readColumn({ ...headers[at]!, texts: [text, ...texts] }, readLabel, pupils);
  };
  const read = columns.map((column, at): Column => {
    if (column.role.kind === "label") return column;
    // The heading is still shown as the sheet has it, and its own dates replace those of the title.
    const { texts, header, years, days, period } = column;
    return { ...under(column, at), texts, header, ...(years.length > 0 && { years, days, period }) };
  });
  return { text, columns: read };
}

/**
 * Leaves out « Type de serveur » when the title names other equipment, « Packs logiciels »: it describes the school.
 */
export function withoutOtherKinds(columns: Column[], around: readonly string[], readLabel: ReadLabel): Column[] {
  const title = around.find((text) => namesEquipment(readLabel(text).label));
  const counted = title === undefined ? [] : codesOf(readLabel(title));
  if (counted.length === 0) return columns;
  return columns.map((column) => {
    const kind = column.role.kind === "label" ? kindIn(column.texts.at(-1) ?? "", readLabel) : null;
    const isOfAnother = kind !== null && !counted.some((code) => isOfKind(readLabel(kind), code));
    return isOfAnother ? leftOut(column, "remark") : column;
  });
}

/** Returns whether each row is a machine of the subject, without its name: only numbers, dates, states. */
export function listsMachines(subject: Subject | null, columns: readonly Column[], readLabel: ReadLabel): boolean {
  const label = subject === null ? null : readLabel(subject.text).label;
  if (label === null || label.kind === "ambiguous") return false;
  const kinds = new Set(columns.map(({ role }) => role.kind));
  if (kinds.has("count") || kinds.has("label") || kinds.has("part") || kinds.has("refused")) return false;
  return (["inventory-number", "serial-number", "date-in"] as const).some((kind) => kinds.has(kind));
}

/** Returns a reader of labels under the subject of a table: « Standard » under « Serveurs » is a standard server. */
export function subjectReader(readLabel: ReadLabel, subject: string | null): ReadLabel {
  if (subject === null) return readLabel;
  return (text) => {
    const own = readLabel(text);
    if (own.label.kind !== "none" || own.nature !== null) return own;
    const joined = readLabel(`${subject} ${text}`);
    return joined.complete && namesEquipment(joined.label) ? joined : own;
  };
}

/**
 * Returns whether a prestation is of the equipment that a text names: standard and specific servers are « serveurs ».
 */
function isOfKind(reading: LabelReading, code: string): boolean {
  return codesOf(reading).some((each) => each === code || each.replace("_STD", "_SPEC") === code);
}

/** Returns the codes of the prestations that a text may name; empty when it names none. */
function codesOf({ item }: LabelReading): readonly string[] {
  return item.kind === "ambiguous" ? item.candidates : item.kind === "prestation" ? [item.code] : [];
}

function kindIn(text: string, readLabel: ReadLabel): string | null {
  const named = kindOf.exec(text)?.[1];
  return named !== undefined && namesEquipment(readLabel(named).label) ? named : null;
}

/** A heading that ends so is a date, not a quantity: « Serveur installé en ». */
const dates = /\s(?:en|le)\s*$/i;

function saysEquipment({ role, words, header }: Column): boolean {
  if (dates.test(header)) return false;
  if (role.kind === "count") return role.code !== null;
  return role.kind === "untariffed" || role.kind === "part" || (role.kind === "refused" && words !== "total");
}

/**
 * Returns a quantity whose prestation comes from the column of kinds, even if its heading repeats it: « Nb de serveurs
 * ».
 */
function bare(column: Column): Column {
  return countsEquipment(column.role) ? { ...column, role: { kind: "count", code: null } } : column;
}
