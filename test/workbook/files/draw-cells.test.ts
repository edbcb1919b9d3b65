import { openWorkbookFile, writeGenerated, type OpenWorkbook } from "../../../src/workbook";
import { ficheModel } from "./models";

async function opened(bytes: Uint8Array, name: string): Promise<OpenWorkbook> {
  const result = await openWorkbookFile(bytes, name);
  if (!result.ok) throw new Error(result.anomaly.code);
  return result.workbook;
}

const csv = new TextEncoder().encode("Commune;École;Élèves\nAmagney;École primaire;50\n");

test("texts come back as they were, whatever Excel would read in them", async () => {
  const texts = ["Poste_x0041_", "_x005F_x0041_", "ligne 1\nligne 2", " A & B <c> ", "#N/A", "\u0001", "a\rb", "😀"];
  const rows = texts.map((value) => ({ cells: [{ value }] }));
  const bytes = await writeGenerated(await opened(csv, "parc.csv"), [ficheModel("fiche-25056", "Fiche", { rows })]);
  const sheet = (await opened(bytes, "parc.xlsx")).cells.sheets.find(({ name }) => name === "Fiche")!;
  expect(sheet.rows.map(([text]) => text)).toEqual(texts);
});

test("a workbook made of the values of another format is the same whenever it is made", async () => {
  const make = async () => writeGenerated(await opened(csv, "parc.csv"), [ficheModel("fiche-25056", "Fiche")]);
  const first = await make();
  jest.useFakeTimers({
    now: Date.UTC(2031, 4, 6),
    doNotFake: ["nextTick", "setImmediate", "setTimeout", "queueMicrotask"],
  });
  const later = await make();
  jest.useRealTimers();
  expect(Buffer.from(later).equals(Buffer.from(first))).toBe(true);
});
