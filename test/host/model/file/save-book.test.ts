import { readFileSync, writeFileSync } from "node:fs";
import { CellError } from "../../../../src/cells";
import type { SheetModel } from "../../../../src/documents";
import { activateSheet, publish } from "../../../../src/workbook/office";
import { Package, unzip } from "../../../../src/workbook/files/package";
import { samplePath, samples, sampleYear } from "../../../acceptance/samples";
import { Folder, run } from "../../../cli/run-rebill";
import { atDepth } from "../../../depth";
import { startExcel, type ExcelInTest } from "../../../workbook/office/excel";
import { modelsFor } from "../../../workbook/office/town";
import { faultsOf } from "../../../workbook/files/package-check";
import { richWorkbook } from "../../../workbook/files/rich-workbook";
import { at, rangeOf, sheetOf } from "../small-workbook";
import { HostWorkbook } from "..";
import { packageDifferences } from "./compare-packages";
import { openedFile } from "../../../opened-file";

const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(samplePath(`${name}.xlsx`)));

const small = "a31-commune-en-titre-2014";
const all: readonly string[] = [...samples, small, "anomalies-2014"];
/** Of two programs, and one full of faults. */
const some = ["parc-ecoles-2014", "export-glpi-2015", small, "anomalies-2014"];

/** Parts that are not byte for byte the same in both packages. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [one, other] = [unzip(before), unzip(after)];
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (path) => !Buffer.from(one.get(path) ?? []).equals(Buffer.from(other.get(path) ?? [])),
  );
}

const partText = (bytes: Uint8Array, path: string): string => new TextDecoder().decode(unzip(bytes).get(path));

/** The workbook saved, and opened again from its bytes. */
async function savedAndOpened(workbook: HostWorkbook): Promise<{ bytes: Uint8Array; again: HostWorkbook }> {
  const bytes = await workbook.save();
  expect(faultsOf(bytes)).toEqual([]);
  return { bytes, again: await HostWorkbook.open(bytes, "parc.xlsx") };
}

describe("a workbook that nobody touched", () => {
  test.each(atDepth(some, all))("%s is saved with every part as it was", async (name) => {
    const bytes = sample(name);
    const workbook = await HostWorkbook.open(bytes, `${name}.xlsx`);
    expect(changedParts(bytes, await workbook.save())).toEqual([]);
  });

  test("a workbook with much that the host does not model is saved unchanged", async () => {
    const bytes = await richWorkbook();
    const workbook = await HostWorkbook.open(bytes, "parc.xlsm");
    expect(changedParts(bytes, await workbook.save())).toEqual([]);
  });
});

/** What lists the sheets, and the order of calculation, which goes. */
const lists = new Set(["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/calcChain.xml"]);

describe("a file saved with a user's changes", () => {
  test("a user's changes are in the file, and every other part is as it was", async () => {
    const before = await richWorkbook();
    const workbook = await HostWorkbook.open(before, "parc.xlsm");
    const sheet = "Parc d'écoles";
    workbook.type(sheet, "C2", 20);
    workbook.type(sheet, "F9", "  à voir & <revoir> ");
    workbook.type(sheet, "G9", true);
    workbook.type(sheet, "H9", "#N/A");
    workbook.type(sheet, "I9", "=C4*2");
    rangeOf(workbook, sheet, "B3").call("clear", ["Contents"]);
    const { bytes, again } = await savedAndOpened(workbook);
    expect(changedParts(before, bytes).filter((path) => !lists.has(path))).toEqual(["xl/worksheets/sheet1.xml"]);
    const cells = ["C2", "F9", "G9", "H9", "B3"].map((address) => again.cell(sheet, address));
    expect(cells).toEqual([20, "  à voir & <revoir> ", true, new CellError("#N/A"), null]);
    expect(partText(bytes, "xl/worksheets/sheet1.xml")).toContain(
      'xml:space="preserve">  à voir &amp; &lt;revoir&gt; ',
    );
    // 20 + 7: the total is computed again, and so is twice the total.
    expect([again.formula(sheet, "C4"), again.cell(sheet, "C4")]).toEqual(["=SUM(C2:C3)", 27]);
    expect([again.formula(sheet, "I9"), again.cell(sheet, "I9")]).toEqual(["=C4*2", 54]);
  });

  test("a saved file keeps the formats, widths, merges and extensions of the sheet", async () => {
    const before = await richWorkbook();
    const workbook = await HostWorkbook.open(before, "parc.xlsm");
    workbook.type("Parc d'écoles", "C4", 19);
    const { bytes } = await savedAndOpened(workbook);
    const text = (pack: Uint8Array) => partText(pack, "xl/worksheets/sheet1.xml");
    const around = (xml: string) => xml.replace(/<sheetData>.*<\/sheetData>/s, "");
    expect(around(text(bytes))).toBe(around(text(before)));
    expect(/<c r="C4"[^>]* s="(\d+)"/.exec(text(bytes))?.[1]).toBe(/<c r="C4"[^>]* s="(\d+)"/.exec(text(before))?.[1]);
  });

  test("names are added, redirected and deleted in a saved file", async () => {
    const workbook = await HostWorkbook.open(await richWorkbook(), "parc.xlsm");
    const names = at(workbook.root, "names");
    at(names, ["add", "Effectif", "=Effectifs!$B$2"]);
    at(sheetOf(workbook, "Effectifs"), "names", ["add", "Cle", '="x"']).set("visible", false);
    at(names, ["getItem", "MesEcoles"]).set("formula", "='Parc d''écoles'!$B$2");
    const { bytes, again } = await savedAndOpened(workbook);
    const told = again.book.names.map(({ name, formula }) => `${name} = ${formula}`);
    expect(told).toEqual(["MesEcoles = 'Parc d''écoles'!$B$2", "Effectif = Effectifs!$B$2"]);
    expect(again.sheet("Effectifs").names).toMatchObject([{ name: "Cle", formula: '"x"', visible: false }]);
    at(again.root, "names", ["getItem", "Effectif"]).call("delete", []);
    expect((await savedAndOpened(again)).again.book.names.map(({ name }) => name)).toEqual(["MesEcoles"]);
    // Excel's own names, print titles among them, are the sheets'.
    expect(partText(bytes, "xl/workbook.xml")).toContain("_xlnm.Print_Titles");
  });

  test("sheets are hidden, and shown again", async () => {
    const workbook = await HostWorkbook.open(await richWorkbook(), "parc.xlsm");
    sheetOf(workbook, "Effectifs").set("visibility", "VeryHidden");
    sheetOf(workbook, "Cachée").set("visibility", "Visible");
    const { bytes, again } = await savedAndOpened(workbook);
    const states = [...partText(bytes, "xl/workbook.xml").matchAll(/<sheet [^>]*>/g)];
    expect(states.map(([element]) => / state="(\w+)"/.exec(element)?.[1])).toEqual([
      undefined,
      "veryHidden",
      undefined,
      undefined,
    ]);
    expect(again.book.sheets.map(({ visibility }) => visibility)).toEqual(["Visible", "VeryHidden", "Visible"]);
  });

  test("sheets are renamed, two of them by each other's name, with what points at them", async () => {
    const workbook = await HostWorkbook.open(await richWorkbook(), "parc.xlsm");
    workbook.type("Effectifs", "C1", "='Parc d''écoles'!C2");
    sheetOf(workbook, "Effectifs").set("name", "Provisoire");
    sheetOf(workbook, "Parc d'écoles").set("name", "Effectifs");
    sheetOf(workbook, "Provisoire").set("name", "Parc d'écoles");
    const { bytes, again } = await savedAndOpened(workbook);
    expect(again.book.sheets.map(({ name }) => name)).toEqual(["Effectifs", "Parc d'écoles", "Cachée"]);
    expect([again.formula("Parc d'écoles", "C1"), again.cell("Parc d'écoles", "C1")]).toEqual(["=Effectifs!C2", 12]);
    expect(again.book.names).toMatchObject([{ name: "MesEcoles", formula: "Effectifs!$B$2:$B$3" }]);
    expect(partText(bytes, "xl/workbook.xml")).toMatch(/_xlnm.Print_Titles[^>]*>Effectifs!\$1:\$1</);
  });

  test("sheets are added, with their looks, widths, tables and names, and deleted with their parts", async () => {
    const workbook = await HostWorkbook.open(await richWorkbook(), "parc.xlsm");
    const added = at(workbook.root, "worksheets", ["add", "Tarifs"]);
    at(added, ["getRange", "A1:B3"]).set("values", [
      ["Code", "Prix"],
      ["POSTE_STD", 36.86],
      ["PACK", 211],
    ]);
    at(added, ["getRange", "B4"]).set("formulas", [["=SUM(B2:B3)"]]);
    at(added, ["getRange", "A1:B1"], "format", "font").set("bold", true);
    at(added, ["getRange", "A:A"], "format").set("columnWidth", 90);
    at(added, "tables", ["add", "A1:B3", true]).set("name", "Tarifs");
    at(added, "names", ["add", "Total", "=Tarifs!$B$4"]);
    added.set("visibility", "Hidden");
    const { bytes, again } = await savedAndOpened(workbook);
    expect(again.book.sheets.map(({ name }) => name)).toEqual(["Parc d'écoles", "Effectifs", "Cachée", "Tarifs"]);
    // 36.86 + 211
    expect([again.formula("Tarifs", "B4"), again.cell("Tarifs", "B4")]).toEqual(["=SUM(B2:B3)", 247.86]);
    expect(at(rangeOf(again, "Tarifs", "A1"), "format", "font").get("bold")).toBe(true);
    expect(at(rangeOf(again, "Tarifs", "A1"), "format").get("columnWidth")).toBe(90);
    expect(at(again.root, "tables", ["getItem", "Tarifs"], ["getRange"]).get("address")).toBe("Tarifs!A1:B3");
    expect(again.sheet("Tarifs")).toMatchObject({ visibility: "Hidden", names: [{ formula: "Tarifs!$B$4" }] });

    sheetOf(again, "Tarifs").call("delete", []);
    const gone = (await savedAndOpened(again)).bytes;
    const sheets = (pack: Uint8Array) => [...unzip(pack).keys()].filter((path) => /worksheets\/[^/]+$/.test(path));
    expect([sheets(bytes).length, sheets(gone).length]).toEqual([4, 3]);
    expect(partText(gone, "xl/workbook.xml")).not.toContain("Tarifs");
  });
});

test.each<[string, (workbook: HostWorkbook) => void]>([
  ["a format", (workbook) => at(rangeOf(workbook, "Effectifs", "A1"), "format", "font").set("bold", true)],
  ["a format of a row", (workbook) => at(rangeOf(workbook, "Effectifs", "1:1"), "format", "font").set("bold", true)],
  ["a width", (workbook) => at(rangeOf(workbook, "Effectifs", "A:A"), "format").set("columnWidth", 90)],
  ["a hidden row", (workbook) => rangeOf(workbook, "Effectifs", "2:2").set("rowHidden", true)],
  ["a merge", (workbook) => rangeOf(workbook, "Effectifs", "D1:E1").call("merge", [])],
  ["a print set-up", (workbook) => at(sheetOf(workbook, "Effectifs"), "pageLayout").set("orientation", "Landscape")],
  ["the order of sheets", (workbook) => sheetOf(workbook, "Effectifs").set("position", 0)],
])("%s of the user's own sheets is not saved, and that is said", async (_, change) => {
  const workbook = await HostWorkbook.open(await richWorkbook(), "parc.xlsm");
  change(workbook);
  await expect(workbook.save()).rejects.toThrow(/the host (saves contents|does not save)/i);
});

/** What a file written by the command opens on. The pane leaves the user on the sheet where they work. */
const frontOf = (models: readonly SheetModel[]) => models.find(({ isFront }) => isFront === true)!.name;

describe("a file saved with the add-in's publication", () => {
  const folder = new Folder();
  let excel: ExcelInTest;
  beforeAll(async () => {
    excel = await startExcel("parc.xlsx");
  });
  afterAll(() => excel.close());

  test.each(atDepth([small], all))(
    "the file of a publication is, in %s, the package that rebill writes, part by part and byte by byte, the Journal's hours apart",
    async (name) => {
      const bytes = sample(name);
      const year = Number(sampleYear(name));
      const [input, out] = [folder.file("parc.xlsx"), folder.file("facturé.xlsx")];
      writeFileSync(input, bytes);
      const done = await run(input, "--campaign", String(year), "--force", "--out", out);
      expect(done).toMatchObject({ code: 0, err: [] });

      const workbook = await excel.open(bytes);
      const models = modelsFor(await openedFile(bytes, "parc.xlsx"), { year, when: "2014-11-25 14:03" });
      expect(await publish(models)).toMatchObject({ ok: true });
      await activateSheet(frontOf(models));
      expect(packageDifferences(await workbook.save(), new Uint8Array(readFileSync(out)))).toEqual([]);
    },
  );

  test("a publication replaces a former one, the user's own changes with it", async () => {
    const name = atDepth(small, "suivi-prestations-2014");
    const bytes = sample(name);
    const first = await openedFile(bytes, "parc.xlsx");
    let workbook = await excel.open(bytes);
    await publish(modelsFor(first));
    workbook = await excel.open(await workbook.save());
    const sheet = workbook.book.sheets[0]!.name;
    workbook.type(sheet, "Z1", "suivi");
    const edited = await workbook.save();
    const [input, out] = [folder.file("parc.xlsx"), folder.file("facturé.xlsx")];
    writeFileSync(input, edited);
    expect((await run(input, "--campaign", "2014", "--force", "--out", out)).code).toBe(0);
    const models = modelsFor(await openedFile(edited, "parc.xlsx"), { when: "2014-11-25 14:03" });
    await publish(models);
    await activateSheet(frontOf(models));
    const saved = await workbook.save();
    expect(packageDifferences(saved, new Uint8Array(readFileSync(out)))).toEqual([]);
    expect((await HostWorkbook.open(saved, "parc.xlsx")).cell(sheet, "Z1")).toBe("suivi");
    expect(Package.open(saved).workbookPath()).toBe("xl/workbook.xml");
  });
});
