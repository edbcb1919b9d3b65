import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "fflate";
import { openXlsx, writeXlsx } from "hucre/xlsx";
import type { SheetModel } from "../../../src/documents";
import { writeGenerated } from "../../../src/workbook";
import { packPart, zipOf } from "../../../src/workbook/files/pack-zip";
import { unzip } from "../../../src/workbook/files/package";
import { ZipFile } from "../../../src/workbook/files/zip-file";
import { samples as names } from "../../acceptance/samples";
import { atDepth } from "../../depth";
import { ficheModel, recapModel } from "./models";
import { definedNames, faultsOf, partText } from "./package-check";
import { richWorkbook, withPart } from "./rich-workbook";
import { openedFile } from "../../opened-file";

const samples = join(__dirname, "../../acceptance/samples");
const awkward = ["Fiche Auxon-Dessous", "L'Haÿ d'Or", "A & B"] as const;

const models = (): SheetModel[] => [
  recapModel(awkward[1]),
  ficheModel("fiche-25035", awkward[0]),
  ficheModel("fiche-25056", awkward[2]),
];

/** The parts that adding sheets has to touch; every other one must come through byte for byte. */
const touched =
  /^(\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml|xl\/calcChain\.xml)$/;

function expectUntouched(before: Uint8Array, after: Uint8Array): void {
  const parts = unzip(after);
  for (const [path, bytes] of unzip(before))
    if (!touched.test(path))
      expect([path, Buffer.from(parts.get(path) ?? []).equals(Buffer.from(bytes))]).toEqual([path, true]);
}

describe("the user's own parts come through whole", () => {
  test("every part but those that list the sheets is the same, byte for byte", async () => {
    const input = await richWorkbook();
    const output = await writeGenerated(await openedFile(input, "parc.xlsm"), models());
    expectUntouched(input, output);
    expect(faultsOf(output)).toEqual([]);
  });

  test.each(
    [...atDepth<readonly string[]>([names[0], names[2]], names), "anomalies-2014"].map((name) => `${name}.xlsx`),
  )("%s keeps its parts, and reads the same", async (file) => {
    const input = new Uint8Array(readFileSync(join(samples, file)));
    const open = await openedFile(input, file);
    const output = await writeGenerated(open, models());
    expectUntouched(input, output);
    expect(faultsOf(output)).toEqual([]);
    const again = await openedFile(output, file);
    expect(again.cells.sheets.slice(0, open.cells.sheets.length)).toEqual(open.cells.sheets);
  });

  test("they stay packed as they were, and one that was not packed is", async () => {
    const long = new TextEncoder().encode(`<a>${"x".repeat(100_000)}</a>`);
    const input = zipOf([
      ...[...unzip(await richWorkbook())].map(([path, bytes]) => [path, packPart(path, bytes)] as const),
      ["custom/packed.xml", { ...packPart("custom/packed.xml", long), content: deflateSync(long, { level: 9 }) }],
      ["custom/stored.xml", packPart("stored.bin", long)],
    ]);
    const output = await writeGenerated(await openedFile(input, "parc.xlsm"), models());
    expectUntouched(input, output);
    const [before, after] = [new ZipFile(input), new ZipFile(output)];
    expect(after.packed("custom/packed.xml").content).toEqual(before.packed("custom/packed.xml").content);
    expect(before.packed("custom/stored.xml").content.length).toBeGreaterThan(100_000);
    expect(after.packed("custom/stored.xml").content.length).toBeLessThan(1_000);
    expect(faultsOf(output)).toEqual([]);
  });

  test("a workbook whose elements bear a prefix, as some exports write them, is written as well", async () => {
    const prefixed = (text: string) =>
      text.replace(/<(\/?)(?![?!/])(\w+)(?=[\s>/])/g, "<$1x:$2").replace(' xmlns="', ' xmlns:x="');
    let input = await writeXlsx({ sheets: [{ name: "Parc", rows: [["Beure", 12]] }] });
    for (const path of ["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"])
      input = withPart(input, path, prefixed);
    const open = await openedFile(input);
    expect(open.cells.sheets[0]!.rows).toEqual([["Beure", 12]]);
    const output = await writeGenerated(open, models());
    expectUntouched(input, output);
    expect(faultsOf(output)).toEqual([]);
    expect(partText(output, "xl/workbook.xml")).toContain(`<x:sheet name="A &amp; B" sheetId="4" r:id="`);
    expect((await openedFile(output)).generatedSheets).toHaveLength(3);
  });

  test("its cells keep their formats, read back by a library", async () => {
    const input = await richWorkbook();
    const read = async (bytes: Uint8Array) =>
      (await openXlsx(bytes, { readStyles: true, sheets: [0, 1, 2] })).sheets
        .slice(0, 3)
        .map(({ cells, ...sheet }) => ({ ...sheet, cells: [...(cells ?? [])] }));
    expect(await read(await writeGenerated(await openedFile(input), models()))).toEqual(await read(input));
  });

  test("macros, the kind of workbook and its own names stay", async () => {
    const input = await richWorkbook();
    const output = await writeGenerated(await openedFile(input), models());
    expect((await openedFile(output, "x.xlsm")).format).toBe("xlsm");
    expect(partText(output, "[Content_Types].xml")).toContain("sheet.macroEnabled.main+xml");
    const names = definedNames(output);
    for (const name of definedNames(input)) expect(names).toContainEqual(name);
  });

  test("the calculation chain goes and Excel computes on opening: it would complain of a chain that lies", async () => {
    const output = await writeGenerated(await openedFile(await richWorkbook()), models());
    expect(unzip(output).has("xl/calcChain.xml")).toBe(false);
    expect(partText(output, "xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
    expect(partText(output, "xl/workbook.xml")).toMatch(/<calcPr[^>]* fullCalcOnLoad="1"/);
  });
});

describe("generated sheets say what their models say", () => {
  test("values, formulas with their results, and text that stays text", async () => {
    const output = await writeGenerated(await openedFile(await richWorkbook()), models());
    const sheet = (await openedFile(output)).cells.sheets.find((each) => each.generatedKey === "fiche-25035")!;
    expect(sheet.name).toBe(awkward[0]);
    expect(sheet.rows.slice(2, 6)).toEqual([
      ["=cmd|' /C calc'!A0", 12, 442.32],
      ["+33", 2, 73.72],
      ["  Total & reste <b> ", null, 516.04],
      ["#N/A", true, "oui"],
    ]);
    const read = (await openXlsx(output, { readStyles: true, sheets: [awkward[0]] })).sheets[0]!;
    const cell = (place: string) => read.cells!.get(place)!;
    expect([cell("2,2").formula, cell("4,2").formula, cell("2,0").formula]).toEqual([
      "B3*36.86",
      "SUM(C3:C4)",
      undefined,
    ]);
    expect([cell("2,2").style!.numFmt, cell("2,1").style!.numFmt, cell("2,0").style!.numFmt]).toEqual([
      '#,##0.00 "€"',
      "#,##0",
      "@",
    ]);
    expect(cell("0,0").style).toMatchObject({ font: { bold: true, size: 14 }, fill: { fgColor: { rgb: "DDEBF7" } } });
    expect(cell("3,1").style!.alignment).toMatchObject({ horizontal: "right", wrapText: true });
    expect(read.freezePane).toEqual({ rows: 2, columns: 1 });
    expect(read.rowDefs!.get(0)!.height).toBe(24);
    expect(read.view!.tabColor!.rgb).toBe("1F4E79");
    // Excel shows 30 for a width of 30 characters and 5 pixels of padding, of 7 pixels a character: 182/256.
    expect(read.columns!.map((column) => column.width)).toEqual([30 + 182 / 256, 10 + 182 / 256, 12.5 + 182 / 256]);
  });

  test("page set-up: A4, one page wide, title rows, breaks, header and footer", async () => {
    const output = await writeGenerated(await openedFile(await richWorkbook()), [ficheModel("titre", "Titre")]);
    const read = (await openXlsx(output, { sheets: ["Titre"] })).sheets[0]!;
    expect(read.pageSetup).toMatchObject({ paperSize: "a4", orientation: "landscape", fitToWidth: 1, fitToHeight: 0 });
    expect(read.pageSetup!.margins).toEqual({ top: 0.5, bottom: 0.6, left: 0.4, right: 0.4, header: 0.2, footer: 0.3 });
    const small = "&8&K595959";
    expect(read.headerFooter).toEqual({
      oddHeader: `&L${small}Ville&R${small}&D`,
      oddFooter: `&C${small}Page &P / &N`,
      differentFirst: true,
      firstFooter: `&C${small}Page &P / &N`,
    });
    // A page starts before row 5: Excel writes it as a break below row 4.
    expect(partText(output, "xl/worksheets/sheet4.xml")).toContain('<brk id="4" max="16383" man="1"/>');
  });

  test.each(awkward)("print area and titles of « %s » quote its name", async (name) => {
    const output = await writeGenerated(await openedFile(await richWorkbook()), [ficheModel("fiche-25035", name)]);
    const quoted = `'${name.replaceAll("'", "''")}'`;
    expect(definedNames(output).filter((each) => each.sheet === name)).toEqual([
      { name: "ORDICLASSE_CLE", sheet: name, value: '"fiche-25035"', hidden: true },
      { name: "ORDICLASSE_EMPREINTE", sheet: name, value: expect.stringMatching(/^"8:3:1:[\w-]{44}"$/), hidden: true },
      { name: "_xlnm.Print_Area", sheet: name, value: `${quoted}!$A$1:$C$8`, hidden: false },
      { name: "_xlnm.Print_Titles", sheet: name, value: `${quoted}!$1:$2`, hidden: false },
    ]);
    expect(faultsOf(output)).toEqual([]);
  });

  test("links lead to a cell of the workbook, or of a file beside it", async () => {
    const output = await writeGenerated(await openedFile(await richWorkbook()), [ficheModel("fiche-25035", "Fiche")]);
    const text = partText(output, "xl/worksheets/sheet4.xml").replaceAll("&apos;", "'");
    expect(text).toContain(`<hyperlink ref="A7" location="'L''Haÿ d''Or'!A1" tooltip="Voir la cellule"/>`);
    expect(text).toMatch(/<hyperlink ref="A8" r:id="(rId\d+)" location="'Parc &amp; co'!B2"\/>/);
    expect(partText(output, "xl/worksheets/_rels/sheet4.xml.rels")).toContain(
      'Target="autre%20fichier.xlsx" TargetMode="External"',
    );
  });

  test("a chart reads the cells of its own sheet", async () => {
    const output = await writeGenerated(await openedFile(await richWorkbook()), [recapModel(awkward[1])]);
    const read = (await openXlsx(output, { sheets: [awkward[1]] })).sheets[0]!;
    expect(read.charts!.map(({ barGrouping }) => barGrouping)).toEqual(["stacked", "percentStacked", "clustered"]);
    expect(read.charts![0]).toMatchObject({ title: "Montants", altText: "Montants par commune" });
    expect(read.charts![0]!.series!.map((series) => [series.name, series.categoriesRef, series.valuesRef])).toEqual([
      ["CAGB", "'L''Haÿ d''Or'!$A$3:$A$4", "'L''Haÿ d''Or'!$B$3:$B$4"],
      ["Commune", "'L''Haÿ d''Or'!$A$3:$A$4", "'L''Haÿ d''Or'!$C$3:$C$4"],
    ]);
  });

  test("they are drawn in the workbook's own font", async () => {
    const input = withPart(await richWorkbook(), "xl/styles.xml", (text) =>
      text.replace(/<font>.*?<\/font>/, '<font><sz val="10"/><name val="Marianne"/></font>'),
    );
    const output = await writeGenerated(await openedFile(input), [ficheModel("titre", "Titre")]);
    const read = (await openXlsx(output, { readStyles: true, sheets: ["Titre"] })).sheets[0]!;
    const font = (place: string) => read.cells!.get(place)!.style!.font!;
    expect([font("0,0").name, font("0,0").size, font("1,0").name, font("1,0").size]).toEqual([
      "Marianne",
      14,
      "Marianne",
      10,
    ]);
  });
});

describe("a second run replaces exactly the first", () => {
  test("the same models give the same file, to the byte", async () => {
    const first = await writeGenerated(await openedFile(await richWorkbook()), models());
    const second = await writeGenerated(await openedFile(first), models());
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  test("sheets keep their place and their identity, those without a model go, new ones come last", async () => {
    const first = await writeGenerated(await openedFile(await richWorkbook()), models());
    const open = await openedFile(first);
    expect(open.generatedSheets).toEqual([
      { key: "recapitulatif", name: awkward[1] },
      { key: "fiche-25035", name: awkward[0] },
      { key: "fiche-25056", name: awkward[2] },
    ]);
    expect(open.userSheetNames).toEqual(["Parc d'écoles", "Effectifs", "Cachée", "Graphique"]);
    const next = [ficheModel("fiche-25099", "Nouvelle"), ficheModel("fiche-25056", awkward[2])];
    const second = await writeGenerated(open, next);
    const sheets = (bytes: Uint8Array) =>
      [...partText(bytes, "xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]*)" sheetId="(\d+)"/g)].map(
        ([, name, id]) => `${name} ${id}`,
      );
    expect(sheets(first)).toEqual([
      "Parc d'écoles 1",
      "Effectifs 2",
      "Cachée 3",
      "Graphique 4",
      "L'Haÿ d'Or 5",
      "Fiche Auxon-Dessous 6",
      "A &amp; B 7",
    ]);
    expect(sheets(second).slice(4)).toEqual(["A &amp; B 7", "Nouvelle 8"]);
    expect(faultsOf(second)).toEqual([]);
    expectUntouched(await richWorkbook(), second);
    // The name that pointed at the recapitulative total is gone with it; the user's names are still there.
    expect(definedNames(second).map((name) => name.name)).not.toContain("ORDICLASSE_TITRE");
    expect(definedNames(second)).toContainEqual({
      name: "MesEcoles",
      sheet: null,
      value: "'Parc d''écoles'!$B$2:$B$3",
      hidden: false,
    });
    expect([...unzip(second).keys()].filter((path) => path.startsWith("xl/charts/"))).toEqual(
      [...unzip(await richWorkbook()).keys()].filter((path) => path.startsWith("xl/charts/")),
    );
  });

  test("a name of the user's that pointed at a removed sheet becomes #REF!, and sheet-scoped names follow their sheet", async () => {
    const first = await writeGenerated(await openedFile(await richWorkbook()), models());
    const moved = withPart(first, "xl/workbook.xml", (text) => {
      const sheets = /<sheets>(.*)<\/sheets>/s.exec(text)![1]!.match(/<sheet [^>]*\/>/g)!;
      // The user drags « A & B » to the front: places change, identities do not.
      const order = [sheets[6]!, ...sheets.slice(0, 6)];
      return text
        .replace(/<sheets>.*<\/sheets>/s, `<sheets>${order.join("")}</sheets>`)
        .replace(/localSheetId="(\d)"/g, (_, place: string) => `localSheetId="${(Number(place) + 1) % 7}"`)
        .replace("</definedNames>", `<definedName name="MonLien">'A &amp; B'!$A$1</definedName></definedNames>`);
    });
    const output = await writeGenerated(await openedFile(moved), models().slice(0, 2));
    expect(faultsOf(output)).toEqual([]);
    const names = definedNames(output);
    expect(names).toContainEqual({ name: "MonLien", sheet: null, value: "#REF!", hidden: false });
    expect(names.find((name) => name.value === "'Parc d''écoles'!$1:$1")!.sheet).toBe("Parc d'écoles");
    expect((await openedFile(output)).generatedSheets.map((sheet) => sheet.key)).toEqual([
      "recapitulatif",
      "fiche-25035",
    ]);
  });

  test("a generated sheet that the user copied: the original is replaced, the copy stays and is no source", async () => {
    const first = await writeGenerated(await openedFile(await richWorkbook()), [
      ficheModel("fiche-25035", "Fiche"),
      ficheModel("titre", "Fiche (2)"),
    ]);
    const copied = withPart(first, "xl/workbook.xml", (text) => text.replace('"titre"', '"fiche-25035"'));
    const open = await openedFile(copied);
    expect(open.generatedSheets).toEqual([{ key: "fiche-25035", name: "Fiche" }]);
    expect(open.userSheetNames).toContain("Fiche (2)");
    expect(open.cells.sheets.filter((sheet) => sheet.generatedKey !== null).map((sheet) => sheet.name)).toEqual([
      "Fiche",
      "Fiche (2)",
    ]);
    const second = await openedFile(await writeGenerated(open, []));
    expect(second.userSheetNames).toContain("Fiche (2)");
    expect(second.cells.sheets.find((sheet) => sheet.name === "Fiche (2)")!.generatedKey).not.toBeNull();
    expect(second.cells.sheets.map((sheet) => sheet.name)).not.toContain("Fiche");
  });

  test("the journal is never lost, even without a model for it, and its rows are given", async () => {
    const first = await openedFile(
      await writeGenerated(await openedFile(await richWorkbook()), [ficheModel("journal", "Journal")]),
    );
    expect(first.journalRows[3]).toEqual(["+33", 2, 73.72]);
    const second = await openedFile(await writeGenerated(first, []));
    expect(second.generatedSheets).toEqual([{ key: "journal", name: "Journal" }]);
  });

  test("a replaced sheet keeps the code name its macros know", async () => {
    const first = await writeGenerated(await openedFile(await richWorkbook()), [ficheModel("titre", "Titre")]);
    const named = withPart(first, "xl/worksheets/sheet4.xml", (text) =>
      text.replace("<sheetPr", '<sheetPr codeName="Feuil7"'),
    );
    const second = await writeGenerated(await openedFile(named), [ficheModel("titre", "Titre")]);
    expect(partText(second, "xl/worksheets/sheet4.xml")).toContain('<sheetPr codeName="Feuil7">');
  });

  test("a model that would rename a sheet, or take a name, is a bug and says so", async () => {
    const first = await openedFile(await writeGenerated(await openedFile(await richWorkbook()), models()));
    await expect(writeGenerated(first, [ficheModel("fiche-25035", "Autre")])).rejects.toThrow("Fiche Auxon-Dessous");
    await expect(writeGenerated(first, [ficheModel("fiche-1", "EFFECTIFS")])).rejects.toThrow("EFFECTIFS");
  });
});
