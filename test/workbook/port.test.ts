import type { WorkbookPort } from "../../src/workbook";
import * as office from "../../src/workbook/office";
import { portOf, type PageWorkbook, type SheetView } from "../../src/workbook/in-page";
import { smallWorkbook } from "../cli/small-workbook";
import { ficheModel, recapModel } from "./files/models";
import { heldIn, heldInWorker, join, savedBytes } from "./in-page/held-session";
import { startExcel } from "./office/excel";

const file = "parc.xlsx";

/** A port on a workbook of its own, and the names of the sheets that a user sees in it. */
interface Door {
  readonly port: WorkbookPort;
  readonly sheets: () => Promise<readonly string[]>;
  readonly close: () => void;
}

async function excelDoor(bytes: Uint8Array): Promise<Door> {
  const excel = await startExcel(file);
  const workbook = await excel.open(bytes);
  const sheets = () =>
    workbook.book.sheets.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name);
  return { port: office, sheets: () => Promise.resolve(sheets()), close: () => excel.close() };
}

/** What a page shows: the sheet in front, by its name. */
function pageDoor(held: PageWorkbook, close = () => undefined as void): Door {
  let front = held.open.cells.sheets[0]!.name;
  let cell = "A1";
  const view: SheetView = {
    selected: () => ({ sheet: front, cell }),
    show: (sheet, chosen) => {
      front = sheet;
      cell = chosen ?? cell;
    },
    watchSelection: () => undefined,
    watchCorrections: () => undefined,
  };
  const sheets = async () => (await heldIn(await savedBytes(held), file)).open.cells.sheets.map(({ name }) => name);
  return { port: portOf(held, view), sheets, close };
}

const doors: readonly (readonly [string, (bytes: Uint8Array) => Promise<Door>])[] = [
  ["the workbook open in Excel", excelDoor],
  ["the workbook that a page holds in its own thread", async (bytes) => pageDoor(await heldIn(bytes, file))],
  [
    "the workbook that a page holds with a worker",
    async (bytes) => {
      const joined = join();
      return pageDoor(await heldInWorker(bytes, file, joined), joined.close);
    },
  ],
];

describe.each(doors)("the port to %s", (_, open) => {
  let door: Door;
  beforeEach(async () => void (door = await open(await smallWorkbook())));
  afterEach(() => door.close());

  test("reads the user's sheets, and no document before a generation", async () => {
    const reading = await door.port.openActiveWorkbook();
    expect(reading).toMatchObject({
      ok: true,
      workbook: { cells: { file }, userSheetNames: ["Parc"], generatedSheets: [], journalRows: [], anomalies: [] },
    });
    expect(await door.port.tidyUp()).toEqual({ ok: true, restored: false });
  });

  test("publishes documents, which the next reading finds, and takes them back", async () => {
    const models = [recapModel("Récapitulatif"), ficheModel("fiche-25014", "Fiche Amagney")];
    const keyed = models.map(({ key, name }) => ({ key, name }));
    const { port } = door;
    const stages: string[] = [];
    const published = await port.publish(models, { onProgress: ({ stage }) => stages.push(stage) });
    expect(published).toEqual({ ok: true, sheets: keyed, remark: null });
    expect([...new Set(stages)].slice(0, 4)).toEqual(["prepare", "write", "check", "publish"]);
    expect(await port.openActiveWorkbook()).toMatchObject({ ok: true, workbook: { generatedSheets: keyed } });
    expect(await door.sheets()).toEqual(["Parc", ...models.map(({ name }) => name)]);
    expect(port.canUndo()).toBe(true);
    expect(await port.undoPublication()).toEqual({ ok: true });
    expect(await door.sheets()).toEqual(["Parc"]);
    expect(port.canUndo()).toBe(false);
    expect(await port.undoPublication()).toMatchObject({ ok: false, anomaly: { code: "office-nothing-to-undo" } });
  });

  test("leaves everything as it was where the user stops before anything is written", async () => {
    const stopped = await door.port.publish([recapModel("Récapitulatif")], { isCancelled: () => true });
    expect(stopped).toEqual({ ok: false, cancelled: true, anomaly: null, after: "untouched" });
    expect(await door.sheets()).toEqual(["Parc"]);
  });

  test("writes sheets of the user's own, replaces only those that are named, and takes them back", async () => {
    const { port } = door;
    const tarifs = [
      {
        name: "Tarifs",
        rows: [
          ["Code", "Prix"],
          ["ENT", 3.1],
        ],
        widths: [12, 12],
      },
    ];
    const written = await port.writeSheets(tarifs, []);
    expect(written.ok).toBe(true);
    expect(await door.sheets()).toEqual(["Parc", "Tarifs"]);
    const refusal = { ok: false, anomaly: { code: "office-workbook-changed" } };
    expect(await port.writeSheets(tarifs, [])).toMatchObject(refusal);
    expect(written.ok && (await written.takeBack())).toEqual({ ok: true });
    expect(await door.sheets()).toEqual(["Parc"]);
  });

  test("shows a sheet and selects a cell; a sheet that is not there is refused by its name", async () => {
    const { port } = door;
    expect(await port.selectCell("Parc", "B2")).toEqual({ ok: true });
    expect(await port.activateSheet("Parc")).toEqual({ ok: true });
    expect(await port.selectedCell()).toMatchObject({ ok: true, cell: { sheet: "Parc", cell: "B2" } });
    for (const answer of [await port.selectCell("Absente", "B2"), await port.activateSheet("Absente")])
      expect(answer).toMatchObject({
        ok: false,
        anomaly: { code: "office-sheet-vanished", params: { sheet: "Absente" }, sheet: "Absente" },
      });
  });

  test("adds a sheet under the first name that is free", async () => {
    expect(await door.port.addSheet("Parc", ["Commune"])).toEqual({ ok: true, sheet: "Parc (2)" });
    expect(await door.sheets()).toEqual(["Parc", "Parc (2)"]);
  });
});
