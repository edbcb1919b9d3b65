import { writeGenerated } from "../../../src/workbook";
import { ficheModel } from "./models";
import { openedFile } from "../../opened-file";

const csv = new TextEncoder().encode("Commune;École;Élèves\nAmagney;École primaire;50\n");

test("texts come back as they were, whatever Excel would read in them", async () => {
  const texts = ["Poste_x0041_", "_x005F_x0041_", "ligne 1\nligne 2", " A & B <c> ", "#N/A", "\u0001", "a\rb", "😀"];
  const rows = texts.map((value) => ({ cells: [{ value }] }));
  const bytes = await writeGenerated(await openedFile(csv, "parc.csv"), [ficheModel("fiche-25056", "Fiche", { rows })]);
  const sheet = (await openedFile(bytes, "parc.xlsx")).cells.sheets.find(({ name }) => name === "Fiche")!;
  expect(sheet.rows.map(([text]) => text)).toEqual(texts);
});

test("a workbook made of the values of another format is the same whenever it is made", async () => {
  const make = async () => writeGenerated(await openedFile(csv, "parc.csv"), [ficheModel("fiche-25056", "Fiche")]);
  const first = await make();
  jest.useFakeTimers({
    now: Date.UTC(2031, 4, 6),
    doNotFake: ["nextTick", "setImmediate", "setTimeout", "queueMicrotask"],
  });
  const later = await make();
  jest.useRealTimers();
  expect(Buffer.from(later).equals(Buffer.from(first))).toBe(true);
});
