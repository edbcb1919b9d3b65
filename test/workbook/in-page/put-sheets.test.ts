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
