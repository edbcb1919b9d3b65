import { finish, type Cell, type SheetCells } from "../../../src/cells";
import { rebillSnapshot } from "../../../src/taskpane/operations/snapshot";
import type { OpenedWorkbook } from "../../../src/workbook";
import { testInDepth } from "../../depth";
import { snapshotOf, workbookOf } from "../pane-of";

const sample = "parc-ecoles-2014";
const later = "2014-11-26 09:00:00";

/** The workbook with a value put in a cell of a sheet, zero-based. */
function withCell(
  workbook: OpenedWorkbook,
  sheetName: string,
  row: number,
  column: number,
  value: Cell,
): OpenedWorkbook {
  const change = (sheet: SheetCells): SheetCells => {
    if (sheet.name !== sheetName) return sheet;
    const rows = sheet.rows.map((cells, index) =>
      index === row
        ? Array.from({ length: Math.max(cells.length, column + 1) }, (_, at) =>
            at === column ? value : (cells[at] ?? null),
          )
        : cells,
    );
    return { ...sheet, rows };
  };
  return { ...workbook, cells: { ...workbook.cells, sheets: workbook.cells.sheets.map(change) } };
}

function withSheet(workbook: OpenedWorkbook, name: string, rows: readonly (readonly Cell[])[]): OpenedWorkbook {
  const { cells } = workbook;
  const sheet: SheetCells = { ...cells.sheets[0]!, name, rows, merges: [], tables: [] };
  return { ...workbook, cells: { ...cells, sheets: [...cells.sheets, sheet] } };
}

const retake = async (workbook: OpenedWorkbook) => finish(rebillSnapshot(await snapshotOf(sample), workbook, later));

describe("the workbook read again before it is written to", () => {
  testInDepth("is billed as it was previewed where nothing changed: the very same reading and statement", async () => {
    const before = await snapshotOf(sample);
    const again = finish(rebillSnapshot(before, await workbookOf(sample), later));
    if (again.kind !== "same") throw new Error(again.kind);
    expect(again.snapshot.billing.statement).toBe(before.billing.statement);
    expect(again.snapshot.billing.reading).toBe(before.billing.reading);
  });

  testInDepth(
    "has documents equal to those previewed, the journal's time apart, which is that of the run",
    async () => {
      const before = await snapshotOf(sample, later);
      const again = finish(rebillSnapshot(before, await workbookOf(sample), later));
      expect("snapshot" in again && again.snapshot.billing.sheets).toEqual(before.billing.sheets);
      const dated = await retake(await workbookOf(sample));
      const journal = "snapshot" in dated ? dated.snapshot.billing.sheets.find(({ key }) => key === "journal") : null;
      // 26 November 2014 is 41969 days after 30 December 1899; nine hours are 9/24 of one.
      expect(journal!.rows.at(-1)!.cells[0]!.value).toBeCloseTo(41969 + 9 / 24, 6);
    },
  );

  it("differs where a quantity changed, even by one", async () => {
    const workbook = await workbookOf(sample);
    const parc = workbook.cells.sheets.find(({ name }) => name === "Parc 01.11.2014")!;
    const row = parc.rows.findIndex((cells) => typeof cells[4] === "number");
    const changed = withCell(workbook, parc.name, row, 4, (parc.rows[row]![4] as number) + 1);
    expect((await retake(changed)).kind).toBe("different");
  });

  it("differs where a new point appears, though no amount moves", async () => {
    const workbook = await workbookOf(sample);
    const parc = workbook.cells.sheets.find(({ name }) => name === "Parc 01.11.2014")!;
    const row = parc.rows.findIndex((cells) => typeof cells[4] === "number");
    const asText = withCell(workbook, parc.name, row, 4, `${String(parc.rows[row]![4])} postes`);
    expect((await retake(asText)).kind).toBe("different");
  });

  testInDepth(
    "is still the same where only a sheet beside the inventory changed, a clock in a cell for one",
    async () => {
      const before = withSheet(await workbookOf(sample), "Notes", [["Imprimé le", 41944.5]]);
      const first = await retake(before);
      expect(first.kind).toBe("same");
      const clock = withSheet(await workbookOf(sample), "Notes", [["Imprimé le", 41944.6]]);
      expect((await retake(clock)).kind).toBe("same");
    },
  );

  it("is refused where the inventory is gone", async () => {
    const workbook = await workbookOf(sample);
    const empty = { ...workbook, cells: { ...workbook.cells, sheets: [{ ...workbook.cells.sheets[0]!, rows: [] }] } };
    const again = await retake(empty);
    expect(again.kind === "refused" && again.refusals.map(({ code }) => code)).toEqual(["no-inventory"]);
  });

  testInDepth("is billed again where the file has another name, since sources are told by it", async () => {
    const workbook = await workbookOf(sample);
    const sheets = workbook.cells.sheets.map((sheet) => ({ ...sheet, file: "copie.xlsx" }));
    const again = await retake({ ...workbook, cells: { ...workbook.cells, file: "copie.xlsx", sheets } });
    expect("snapshot" in again && again.snapshot.billing.reading.rows[0]!.sheet.file).toBe("copie.xlsx");
  });
});
