import { changeOptions } from "../../../src/workbook/office";
import { bookDigest } from "./digest";
import { openExcel } from "./excel";
import { townBytes, townFile } from "./town";

test("a choice in a workbook open for reading only is not written, and says why", async () => {
  const { page, workbook } = await openExcel(await townBytes({ Beure: 2 }), townFile, { readOnly: true });
  const before = JSON.stringify(bookDigest(workbook));
  const outcome = await changeOptions([
    {
      ask: "choose",
      choice: { about: "row", choice: { file: null, sheet: "Parc", row: 2, reason: "École fermée" } },
    },
  ]);
  expect(outcome).toMatchObject({ ok: false, anomaly: { code: "office-read-only" } });
  expect(JSON.stringify(bookDigest(workbook))).toBe(before);
  page.close();
});
