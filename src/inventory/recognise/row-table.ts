import type { SheetCells, Steps } from "../../cells";
import type { Anomaly } from "../../messages";
import { kinshipOf } from "../../tariff";
import { readQuantity } from "../read/quantity";
import type { Column, Table } from "../table";
import { columnOf } from "../table";
import type { Layout } from "../types";
import { withoutAfterword } from "./afterword";
import { bodyEnd } from "./body";
import { readColumn } from "./columns";
import { chooseByContent, namesInside } from "./content";
import { contextOf } from "./context";
import { correct } from "./corrections";
import { headedSchools } from "./headed-schools";
import type { HeaderReader } from "./header-reader";
import { headerTexts } from "./header-texts";
import { overPageBreaks } from "./page-breaks";
import { scoreOf } from "./recognising";
import type { Recognising, Sited } from "./recognising";
import type { Region } from "./region";
import { isRegister } from "./registers";
import { settleColumns } from "./settle";
import { sheetCommune } from "./sheet-commune";
import { sheetSchool } from "./sheet-school";
import { listsMachines, subjectReader, underSubject } from "./subject";
import { communeShare } from "./vote";

/** The table under a header, inside a region and beside other tables, understood; null where it names no schools. */
export function* rowTable(
  sited: Sited,
  header: Region,
  region: Region,
  others: readonly Region[],
  reader: HeaderReader,
  tools: Recognising,
  namesIn: number | null = null,
): Steps<Table | null> {
  const { sheet } = sited;
  const block = withUntitledCommune(sheet, header, region, tools);
  const context = contextOf(sheet, block, others);
  const headers = headerTexts(sheet, block);
  const own = headers.map((texts) => readColumn(texts, tools.readLabel, context.pupils));
  const around = [...context.titles.map(({ text }) => text).reverse(), sheet.name];
  const subject = underSubject(headers, own, around, tools.readLabel, context.pupils);
  const readLabel = subjectReader(tools.readLabel, subject?.text ?? null);
  const read = (subject?.columns ?? own)
    .map((column): Column => (column.index === namesIn ? { ...column, role: { kind: "commune" }, rank: 2 } : column))
    .map((column) => correct(column, sheet, tools.corrections, tools.words, tools.grid));
  const names = read
    .filter((column) => ["commune", "school", "entity", "location"].includes(column.role.kind))
    .map((column) => column.index);
  const bodyTop = block.bottom + 1;
  const { asides, ...end } = yield* overPageBreaks(sheet, block, context.titles, region.bottom, (again) =>
    bodyEnd(sheet, again, names, region.bottom, reader),
  );
  const bodyBottom = withoutAfterword({ sheet, columns: read, span: block, top: bodyTop, ...end, ...tools });
  yield;
  const machines = listsMachines(subject, read, tools.readLabel);
  const chosen = chooseByContent(read, {
    sheet,
    bodyTop,
    bodyBottom,
    asides,
    ...tools,
    readLabel,
    pupils: context.pupils,
    machines,
  });
  if (!namesSchools(sheet, chosen, bodyTop, bodyBottom, tools.readLabel)) return null;
  yield;
  const listed = chosen.filter((column) => column.role.kind === "pupil");
  const pupilList = listed.length >= 2 || listed.some((column) => column.rank === namesInside);
  const labelled = columnOf({ columns: chosen }, "label") !== null || machines;
  const { columns, anomalies }: { columns: readonly Column[]; anomalies: Anomaly[] } = pupilList
    ? { columns: chosen, anomalies: [] }
    : settleColumns(headedSchools(chosen, sheet, bodyTop, bodyBottom, tools.directory), {
        sheet,
        bodyTop,
        bodyBottom,
        asides,
        ...tools,
        labelled,
      });
  const layout = pupilList ? "pupil-list" : layoutOf(columns, labelled, context.pupils);
  const located = columns.some(
    (column) => column.role.kind === "commune" || column.role.kind === "entity" || column.role.kind === "insee",
  );
  const inLocation = columnOf({ columns }, "location") !== null;
  const named = located || inLocation || columnOf({ columns }, "school") !== null;
  return {
    ...sited,
    layout,
    kind: layout === "headcounts" || layout === "pupil-list" ? "headcounts" : "inventory",
    kindWords: "",
    left: block.left,
    right: Math.max(block.right, ...columns.map((column) => column.index)),
    headerTop: block.top,
    headerBottom: block.bottom,
    bodyTop,
    bodyBottom,
    asides,
    columns,
    sheetCommune: located || inLocation ? null : sheetCommune(sheet, context, tools.directory),
    subject: subject?.text ?? null,
    sheetSchool: named ? null : sheetSchool(sheet, context, block.top, block.left),
    year: null,
    anomalies,
    score: scoreOf(columns),
  };
}

/** With so many more names than numbers, a column is one of names. */
const enough = 20;

/** The header with a column of communes to its left, where that one has no title. */
function withUntitledCommune(sheet: SheetCells, block: Region, region: Region, tools: Recognising): Region {
  const left = block.left - 1;
  if (left < region.left) return block;
  const share = communeShare(sheet, left, block.bottom + 1, region.bottom, tools.directory);
  return share >= 0.5 ? { ...block, left } : block;
}

/** False where the school's column holds numbers above all: « Groupe scolaire » then heads quantities, and schools stand across. */
function namesSchools(
  sheet: SheetCells,
  columns: readonly Column[],
  top: number,
  bottom: number,
  readLabel: Recognising["readLabel"],
): boolean {
  const school = columnOf({ columns }, "school");
  if (school === null) return true;
  // « En service », « Qté totale » under the school's name.
  const saysNature = (text: string): boolean => {
    const { label, complete, nature } = readLabel(text);
    const isTotal = label.kind === "ambiguous" && label.words === "total";
    return isTotal || (label.kind === "none" && complete && nature !== null);
  };
  let numbers = 0;
  let natures = 0;
  let names = 0;
  for (let row = top; row <= bottom && names - numbers < enough; row += 1) {
    const cell = sheet.rows[row]?.[school.index];
    if (typeof cell === "number") numbers += 1;
    else if (typeof cell === "string" && cell.trim() !== "" && readQuantity(cell).kind === "bad") {
      if (saysNature(cell)) natures += 1;
      else names += 1;
    }
  }
  return names === 0 ? numbers + natures === 0 : names >= numbers;
}

function layoutOf(columns: readonly Column[], labelled: boolean, pupils: boolean): Layout {
  if (labelled) {
    const counted = columns.some(isQuantity) || (columns.some(isUnclear) && !isRegister(columns));
    return counted ? "item-rows" : "machine-rows";
  }
  const equipment = columns.some(
    (column) =>
      (column.role.kind === "count" && column.role.code !== "PORTAIL") ||
      column.role.kind === "untariffed" ||
      column.role.kind === "installed-on" ||
      (column.role.kind === "refused" && !pupils && kinshipOf(column.header) !== "pupils"),
  );
  return equipment ? "school-rows" : "headcounts";
}

/** A quantity, or what is refused for want of knowing which one it is: its rows are not one machine each. */
function isQuantity({ role }: Column): boolean {
  return role.kind === "count" || (role.kind === "refused" && (role.why === "ambiguous" || role.why === "twice"));
}

function isUnclear({ role }: Column): boolean {
  return role.kind === "refused" && role.why === "unclear";
}
