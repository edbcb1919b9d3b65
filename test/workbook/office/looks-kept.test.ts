import type { CellStyle, SheetModel } from "../../../src/documents";
import { publish } from "../../../src/workbook/office";
import { ficheModel, recapModel } from "../files/models";
import { generationDigest } from "./digest";
import { useGeneration } from "./use-generation";

const given = useGeneration([recapModel("Récapitulatif")]);

const line = (...sides: readonly ("top" | "bottom" | "left" | "right")[]): CellStyle => ({
  fill: "1F3864",
  borders: Object.fromEntries(sides.map((side) => [side, "thin"])),
});
/** A box to sign: a title over two columns, blank rows below, all in one frame. */
const box: SheetModel["rows"] = [
  {
    cells: [
      { value: "Le maire", style: line("top", "left"), span: 2 },
      { value: null, style: line("top", "right") },
    ],
  },
  {
    cells: [
      { value: null, style: line("left"), span: 2 },
      { value: null, style: line("right") },
    ],
  },
  {
    cells: [
      { value: null, style: line("bottom", "left"), span: 2 },
      { value: null, style: line("bottom", "right") },
    ],
  },
];
const models = [recapModel("Récapitulatif"), ficheModel("fiche-a", "Fiche A", { rows: box })];

test("the lines and the fill of merged cells are kept in an Excel that loses them to a merge", async () => {
  const digests = [];
  for (const mergesLoseLooks of [false, true]) {
    const workbook = await given.excel.open(given.bytes);
    workbook.book.mergesLoseLooks = mergesLoseLooks;
    expect(await publish(models)).toMatchObject({ ok: true });
    expect(workbook.sheet("Fiche A").merges).toHaveLength(3);
    digests.push(JSON.stringify(generationDigest(workbook)));
  }
  expect(digests[1] === digests[0]).toBe(true);
});

test("rows have the heights of their document in an Excel that is not exact about the usual one", async () => {
  const rows = ["titre", "texte", "fin"].map((value, row) => ({
    cells: [{ value }],
    ...(row === 1 ? {} : { height: 40 }),
  }));
  const [tall, short] = [rows, rows.slice(0, 2)].map((rows) => [ficheModel("fiche-a", "Fiche A", { rows })]);
  const workbook = await given.excel.open(given.bytes);
  workbook.book.standardHeightIsOff = true;
  for (const models of [tall!, short!]) expect(await publish(models)).toMatchObject({ ok: true });
  const sheet = workbook.sheet("Fiche A");
  expect([sheet.heightOf(0), sheet.heightOf(1)]).toEqual([40, 15]);
  expect(sheet.grid.used(false)).toMatchObject({ bottom: 1 });
});
