import { readFile } from "node:fs/promises";
import { samplePath } from "../../acceptance/samples";
import { readIt, sessionOn } from "../../workbook/in-page/held-session";

test("« Aller à la cellule » takes the keyboard to the cell; from one point to the next, it stays in the pane", async () => {
  const file = "anomalies-2014.xlsx";
  const held = await sessionOn(await readFile(samplePath(file)), file);
  await readIt(held);
  const { session, shown, focused } = held;
  await session.run.moveToPoint(1);
  await session.run.moveToPoint(1);
  expect([shown.length, focused()]).toEqual([2, 0]);
  await session.run.selectCell("Inventaire 2014", "F7");
  expect([shown.at(-1), focused()]).toEqual([["Inventaire 2014", "F7"], 1]);
  // There is nowhere to go.
  await session.run.selectCell("Ancien", "A1");
  expect([session.state.trouble?.code, focused()]).toEqual(["office-sheet-vanished", 1]);
});
