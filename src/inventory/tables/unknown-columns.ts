import { columnName, fold, isShownAsDate } from "../../cells";
import type { Anomaly } from "../../messages";
import { codeNamed, headcount, namesEquipment, prestationName, rowsBilled } from "../../tariff";
import { anomalyOfColumn } from "../anomalies";
import {
  codeCounted,
  countsEquipment,
  isCorrected,
  isUnknown,
  leftOut,
  reasonOf,
  refusedAs,
  type Column,
} from "../column";
import { rowsOf } from "../table";
import { deniesDue, headsAgreement, headsDue, headsTerms, headsUndue } from "../texts/dues";
import { readHeading } from "../texts/heading";
import { structuralRole } from "../texts/heading-role";
import { pupilParts } from "../texts/label-reading";
import { kinshipOf } from "../texts/kinship";
import { isCollective, multiplierIn } from "../texts/multipliers";
import { commonReader } from "../texts/read-text";
import { senses } from "../texts/senses";
import type { ColumnReason } from "../types";
import { addsUp } from "./column-conflicts";
import { headsPartOf } from "./column-parts";
import type { TableBody } from "./column-contents";
import {
  countsNothing,
  holdsNumbers,
  holdsQuantities,
  holdsTextsAndZeros,
  isOneMachineARow,
  textsDown,
} from "./column-statistics";

/**
 * Resolves numbers below an unknown heading: refused beside quantities, left out when they measure something else,
 * otherwise reported. (decisions §4)
 */
export function unknownColumns(columns: readonly Column[], body: TableBody, anomalies: Anomaly[]): Column[] {
  const hasQuantity = columns.some(({ role }) => role.kind === "count" || role.kind === "refused");
  // Without a quantity, and unless each row is a machine, a column that is not understood may be the quantity.
  const mayCount = (): boolean => body.labelled && !hasQuantity && !isOneMachineARow(columns, body);
  const billsPupils = rowsBilled(body.grid, headcount).length > 0;
  const school = columns.find(({ role }) => role.kind === "school");
  const schools = school === undefined ? 0 : body.contents.of(school.index).filled;
  const hasPupils = columns.some(({ role }) => codeCounted(role) === headcount);
  return columns.map((column) => {
    const { role, texts, index } = column;
    const why = reasonOf(column);
    const lowest = texts.at(-1) ?? "";
    if (role.kind === "ignored" && why === null && !isCorrected(column)) return explained(column, body, anomalies);
    const statistics = body.contents.of(index);
    const { quantities, numbers, filled } = statistics;
    if (why === "part" && numbers > 0 && mayBeMore(column, columns, body)) return refusedAs(column, "unclear");
    if (why === "ratio" && numbers > 0 && isOnlyCount(column, columns, body)) return refusedAs(column, "unclear");
    const isPassedOver = (role.kind === "other" || role.kind === "ignored") && !isCorrected(column);
    if (isPassedOver && numbers === 0 && hasQuantity && deniesDue(lowest, textsDown(body, index)))
      return refusedAs(column, "unclear");
    // A cross for some schools only: a blank may mean no.
    const isTicked = statistics.words === filled && numbers === 0 && filled > 0 && filled < schools;
    if (isPassedOver && isTicked && hasQuantity && headsAgreement(lowest)) return refusedAs(column, "unclear");
    // Each row is asked about by `rules/gather-texts`.
    if (isPassedOver && (hasQuantity || body.labelled) && headsTerms(lowest)) return asRemarks(column);
    if (why === "other-date" && role.kind === "other" && filled > 0 && headsUndue(lowest))
      return refusedAs(column, "unclear");
    if (why === "other-date" && isPassedOver && hasQuantity && countsUnderDate(column, body))
      return refusedAs(column, "unclear");
    if (isPassedOver && body.labelled && textsDown(body, index).some(isCollective)) return refusedAs(column, "unclear");
    if (!isUnknown(column)) return column;
    if (hasQuantity && textsDown(body, index).some((text) => multiplierIn(text) !== null))
      return refusedAs(column, "unclear");
    if (headsDue(lowest) && filled > 0) return refusedAs(column, "unclear");
    if (filled === 0 || (numbers === 0 && quantities * 2 < filled))
      return withReason(column, texts.length === 0 ? null : "unknown");
    if (holdsQuantities(statistics) && mayCount()) return refusedAs(column, "unclear");
    if (texts.length === 0 && !countsNothing(body.sheet, index, rowsOf(body))) return refusedAs(column, "untitled");
    if (kinshipOf(lowest) === null && holdsTextsAndZeros(body, index)) return withReason(column, "remark");
    const kin = kinshipOf(texts.join(" "));
    // A grid without a prestation by pupil needs no headcount.
    if (kin === "pupils" && !billsPupils) return leftOut(column, "ratio");
    if (texts.length > 0 && (kin === "equipment" || kin === "nature" || (kin === "pupils" && !hasPupils)))
      return refusedAs(column, "unclear");
    if (isPartOfPupils(column, columns, body)) return leftOut(column, "part");
    const measure = measured(texts);
    if (measure !== null) return leftOut(column, measure);
    const isOfCounts = columns.some((each) => each.role.kind === "count") && !isOneMachineARow(columns, body);
    if (numbers > 0 && !holdsDays(body, index) && texts.length > 0 && isOfCounts) return refusedAs(column, "unclear");
    return reportUnknown(column, body, anomalies);
  });
}

/** Returns a column as one of remarks. */
const asRemarks = (column: Column): Column => ({ ...column, role: { kind: "ignored", why: "remark" } });

/**
 * Returns the reason of an entirely understood heading that measures something else, « Étage », « Surface »; null for
 * any other heading.
 */
function measured(texts: readonly string[]): ColumnReason | null {
  const { concepts: found, unread } = commonReader.read(texts.at(-1) ?? "", "heading");
  const concepts = found.map(({ concept }) => concept);
  if (unread.length > 0) return null;
  // « Année de construction ».
  if (/^(?:time|date)$/.test(concepts[0] ?? "") && senses[concepts[1] ?? ""]?.date === "other") return "other-date";
  return concepts.map((concept) => senses[concept]!.column ?? null).find((reason) => reason !== null) ?? null;
}

/**
 * Returns whether a heading excluded as a ratio names equipment that no other column counts: « Postes clients standard
 * (capacité) ».
 */
function isOnlyCount({ texts, role }: Column, columns: readonly Column[], { readLabel }: TableBody): boolean {
  if (role.kind !== "other" && role.kind !== "ignored") return false;
  // « Ratio serveurs » measures servers.
  if (!readHeading(texts.at(-1) ?? "").all.startsWith("item")) return false;
  const named = texts.map((text) => codeNamed(readLabel(text).item)).find((code) => code !== null);
  return named !== undefined && named !== headcount && columns.every((each) => codeCounted(each.role) !== named);
}

/**
 * Returns whether « dont … » may be more than a part of the count beside it: « Dont non facturables » may not be due,
 * « dont serveur » has another price, « dont propriété de la commune » is not understood.
 */
function mayBeMore(column: Column, columns: readonly Column[], body: TableBody): boolean {
  const { texts, index } = column;
  const text = texts.at(-1) ?? "";
  if (!/\bdont\b/i.test(text)) return false;
  const { concepts } = readHeading(text);
  const { unread } = commonReader.read(text, "heading");
  const counted = columns.filter(({ role }) => countsEquipment(role));
  const whole = counted.find((each) => headsPartOf(column, each)) ?? counted.findLast((each) => each.index < index);
  const { item, label } = body.readLabel(text);
  const named = codeNamed(item);
  const nounOf = (code: string): string => fold(prestationName(body.grid, code)).split(" ")[0]!;
  const namesOther = named !== null && whole !== undefined && nounOf(named) !== nounOf(codeCounted(whole.role)!);
  // « Dont à la mairie », « dont propriété de la commune »: not the school's.
  const isUndue = concepts.some(
    ({ concept }) => senses[concept]!.school === "not-billed" || concept === "townHall" || concept === "payer",
  );
  return isUndue || namesOther || (unread.length > 0 && !namesEquipment(label));
}

/**
 * Returns whether a column of one level or several, « Maternelle », « CP-CE1 », adds up with its neighbours to the
 * headcount.
 */
function isPartOfPupils({ texts }: Column, columns: readonly Column[], body: TableBody): boolean {
  const isLevel = (column: Column): boolean =>
    column.role.kind === "other" && pupilParts(column.texts.at(-1) ?? "").length > 0;
  const whole = columns.find(({ role }) => codeCounted(role) === headcount);
  return (
    whole !== undefined && pupilParts(texts.at(-1) ?? "").length > 0 && addsUp(whole, columns.filter(isLevel), body, 0)
  );
}

/** Returns whether a heading of dates names equipment above small numbers: « Dernier comptage : imprimantes ». */
function countsUnderDate({ texts, index }: Column, body: TableBody): boolean {
  const { numbers, dates, years } = body.contents.of(index);
  const isCounted = numbers > 0 && dates === 0 && years === 0 && kinshipOf(texts.join(" ")) === "equipment";
  return isCounted && !holdsDays(body, index);
}

/** The serial of a day of 1930: a number of machines in a date format is far below. */
const firstDay = 11_000;

/** Returns whether every number of a column is a day after 1930. */
function holdsDays({ sheet, ...body }: TableBody, index: number): boolean {
  return rowsOf(body).every((row) => {
    const cell = sheet.rows[row]?.[index];
    return typeof cell !== "number" || (cell >= firstDay && isShownAsDate(sheet, row, index));
  });
}

/** Returns an uncounted column with its reason. */
function withReason(column: Column, why: ColumnReason | null): Column {
  return { ...column, role: { kind: column.role.kind === "ignored" ? "ignored" : "other", why } };
}

/** Returns an ignored column with its reason, from its heading, otherwise from its contents. */
function explained(column: Column, body: TableBody, anomalies: Anomaly[]): Column {
  const { header, index, texts } = column;
  const known = texts.map((text) => structuralRole(text)?.why ?? null).find((why) => why !== null);
  if (known !== undefined) return withReason(column, known);
  if (/\b(?:total|totaux|ensemble|somme|cumul)/i.test(header)) return withReason(column, "total");
  return holdsNumbers(body, index) ? reportUnknown(column, body, anomalies) : withReason(column, "remark");
}

/** Reports a column as unknown, by its heading, otherwise by its letter. */
function reportUnknown(column: Column, { sheet }: TableBody, anomalies: Anomaly[]): Column {
  const header = column.header === "" ? columnName(column.index) : column.header;
  anomalies.push(anomalyOfColumn("warning", "unknown-column", sheet, column, { header }));
  return withReason(column, "unknown");
}
