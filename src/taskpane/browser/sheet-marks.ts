import { cellAt, cellName, isSameCell, lacksResult, type SheetCells } from "../../cells";
import type { BrowserCode } from "../../messages";
import { isColumnRole, type ColumnRole } from "../../options";
import type { LazyTexts } from "../parts/context";
import { isOnSheet, prestationOf } from "../state/tables";
import type { Meaning } from "../state/preview";
import { previewOf, type PaneState } from "../state/state";
import { anatomyOf } from "../texts/anatomy";
import { meaningOf } from "../texts/roles";
import type { Words } from "../texts/words";
import type { CellMarks } from "./grid/cell-look";
import type { CellTexts } from "./grid/cell-text";
import type { CellPoint } from "./sheet-points";

/** The role of a header. */
type Heading = Pick<Meaning, "role" | "nature" | "prestation">;

/** How headers of a table are marked. */
type HeadingKind = "place" | "pupils" | "billed" | "untariffed";

const kinds: Readonly<Partial<Record<ColumnRole, HeadingKind>>> = {
  commune: "place",
  insee: "place",
  school: "place",
  "school-code": "place",
  headcount: "pupils",
  "headcount-part": "pupils",
  pupil: "pupils",
  label: "billed",
  nature: "billed",
  quantity: "billed",
  untariffed: "untariffed",
};

/** The sources of the marks of a sheet. */
interface MarkSource {
  readonly state: PaneState;
  readonly sheet: SheetCells;
  /** The sheet as its file was opened; undefined when the file did not have it. */
  readonly opened: SheetCells | undefined;
  readonly points: ReadonlyMap<string, CellPoint>;
  readonly words: Words;
  readonly t: LazyTexts<BrowserCode>["t"];
  readonly typed: CellTexts["typed"];
}

/**
 * Returns the marks of a sheet: points of the pane, cells that differ from the opened file, and the role that each
 * heading of a table was given.
 */
export function marksOf({ state, sheet, opened, points, words, t, typed }: MarkSource): CellMarks {
  const headings = headingsIn(state, sheet);
  const isChanged = (row: number, column: number) =>
    opened !== undefined &&
    !lacksResult(sheet, row, column) &&
    !isSameCell(cellAt(sheet, row, column), cellAt(opened, row, column));
  const findings = previewOf(state)?.points ?? [];
  return {
    classesOf: (row, column) => {
      const name = cellName(row, column);
      const [point, heading] = [points.get(name), headings.get(name)];
      const kind = heading === undefined ? undefined : kindOf(heading);
      const classes = [
        point !== undefined && `marked point-${point.severity}`,
        isChanged(row, column) && "marked changed",
        kind !== undefined && `heading-${kind}`,
      ];
      return classes.filter(Boolean).join(" ");
    },
    textOf: (row, column) => {
      const name = cellName(row, column);
      const [point, heading] = [points.get(name), headings.get(name)];
      const found = point === undefined ? undefined : findings[point.point]?.anomalies[point.place];
      const before = opened === undefined ? "" : typed(opened, row, column);
      const texts = [
        found !== undefined &&
          t("browser-mark-point", {
            severity: words.say(`pane-severity-${found.severity}`),
            what: anatomyOf(words.anomaly(found)).what,
          }),
        isChanged(row, column) && t("browser-mark-changed", { before, blank: before === "" ? "1" : "" }),
        heading !== undefined && t("browser-mark-heading", { meaning: meaningOf(heading, words) }),
      ];
      return texts.filter(Boolean).join(" ");
    },
  };
}

/** Returns what the headings of the tables of a sheet were taken for, by their A1. */
function headingsIn(state: PaneState, { name, generatedKey }: SheetCells): ReadonlyMap<string, Heading> {
  const preview = generatedKey === null ? previewOf(state) : null;
  if (preview === null) return new Map();
  const tables = preview.tables.filter((table) => isOnSheet(table, { sheet: name, otherFile: null }));
  const { grid } = preview.statement;
  return new Map(
    tables.flatMap(({ columns }) =>
      columns.map(({ cell, role, nature }) => [cell, { role, nature, prestation: prestationOf(role, grid) }]),
    ),
  );
}

function kindOf({ role, prestation, nature }: Heading): HeadingKind | undefined {
  if (prestation === null) return isColumnRole(role) ? kinds[role] : undefined;
  // What is billed for each pupil has no nature of its own.
  return nature === null ? "pupils" : "billed";
}
