import { createCellTexts } from "../../../src/taskpane/browser/grid/cell-text";
import { tarifsSheet, smallWorkbook } from "../../cli/small-workbook";
import { heldIn, savedBytes } from "./held-session";

const titles = ["Code", "Prix"];
const sheets = (price: number) => [
  { name: "Tarifs", rows: [titles, ["ENT", price]], widths: [12, 12] },
  { name: "Communes", rows: [["Nom"], ["Beure"]], widths: [20] },
];
const own = async () => heldIn(await smallWorkbook([["Beure", "École", 20, 2, 0]], [tarifsSheet(36.86)]), "parc.xlsx");
const rowsOf = (held: Awaited<ReturnType<typeof own>>, sheet: string) =>
  held.open.cells.sheets.find(({ name }) => name === sheet)?.rows.map((row) => row.filter((cell) => cell !== null));

test("sheets are put at once: one that is there holds nothing else any more, one that is not is added; it is one step", async () => {
  const held = await own();
  const before = await savedBytes(held);
  expect(await held.putSheets(sheets(3.1))).toEqual({ ok: true });
  expect(rowsOf(held, "Tarifs")).toEqual([titles, ["ENT", 3.1]]);
  expect(rowsOf(held, "Communes")).toEqual([["Nom"], ["Beure"]]);
  expect(held.last).toEqual({ kind: "sheets", sheets: "Tarifs, Communes" });
  const once = await savedBytes(held);
  await held.putSheets(sheets(4));
  expect(rowsOf(held, "Tarifs")).toEqual([titles, ["ENT", 4]]);
  await held.takeBack();
  expect(Buffer.from(await savedBytes(held)).equals(Buffer.from(once))).toBe(true);
  await held.takeBack();
  expect(Buffer.from(await savedBytes(held)).equals(Buffer.from(before))).toBe(true);
});

test("a file of which only values are taken, a .csv, has them as well, and keeps them where it is saved", async () => {
  const held = await heldIn(Buffer.from("Commune;École\nBeure;Primaire"), "parc.csv");
  expect(await held.putSheets(sheets(3.1))).toEqual({ ok: true });
  const saved = await heldIn(await savedBytes(held), "parc.xlsx");
  expect(rowsOf(saved, "Tarifs")).toEqual([titles, ["ENT", 3.1]]);
});

test("a price of a new sheet is shown with two decimals, 36,90 and not 36,9, and is still the number", async () => {
  const held = await heldIn(await smallWorkbook(), "parc.xlsx");
  const tarifs = { name: "Tarifs", rows: [titles, ["ENT", 36.9]], widths: [12, 12], amounts: [1] };
  expect(await held.putSheets([tarifs])).toEqual({ ok: true });
  const sheet = held.open.cells.sheets.find(({ name }) => name === "Tarifs")!;
  held.looks.sheet("Tarifs");
  await new Promise<void>((resolve) => void held.subscribe(resolve));
  const look = held.looks.sheet("Tarifs")!;
  const { shown } = createCellTexts("fr-FR", false, "Ligne");
  expect([shown(sheet, 1, 1, look.look(1, 1)), sheet.rows[1]![1]]).toEqual(["36,90", 36.9]);
});
