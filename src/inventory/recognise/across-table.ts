import type { Table } from "../table";
import { findAcross } from "./across";
import { contextOf } from "./context";
import { correct } from "./corrections";
import type { Region } from "./region";
import { scoreOf } from "./recognising";
import type { Recognising, Sited } from "./recognising";
import { settleColumns } from "./settle";
import { sheetCommune } from "./sheet-commune";

/** The first table of a region with prestations down and schools across, beside other tables, understood; null where there is none. */
export function acrossTable(sited: Sited, region: Region, others: readonly Region[], tools: Recognising): Table | null {
  const { sheet } = sited;
  const found = findAcross(sheet, region, tools.readLabel, tools.directory);
  if (found === null) return null;
  const { headerTop: top, left, right } = found;
  const context = contextOf(sheet, { top, bottom: found.bodyTop - 1, left, right }, others);
  const corrected = found.columns.map((column) => correct(column, sheet, tools.corrections, tools.words, tools.grid));
  const { columns, anomalies } = settleColumns(corrected, {
    sheet,
    bodyTop: found.bodyTop,
    bodyBottom: found.bodyBottom,
    ...tools,
    labelled: true,
  });
  const named = columns.some((column) => column.school !== null && column.school.commune !== null);
  return {
    ...sited,
    layout: "schools-across",
    kind: "inventory",
    kindWords: "",
    left,
    right,
    headerTop: top,
    headerBottom: found.bodyTop - 1,
    bodyTop: found.bodyTop,
    bodyBottom: found.bodyBottom,
    columns,
    sheetCommune: named ? null : sheetCommune(sheet, context, tools.directory),
    sheetSchool: null,
    year: null,
    anomalies,
    score: scoreOf(columns),
  };
}
