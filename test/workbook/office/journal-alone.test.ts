import { writeXlsx } from "hucre/xlsx";
import { writeGenerated } from "../../../src/workbook";
import { publish, tidyUp } from "../../../src/workbook/office";
import { atDepth } from "../../depth";
import type { FaultMoment } from "../../host";
import type { HostWorkbook } from "../../host/model";
import { ficheModel, recapModel } from "../files/models";
import { asideSheets, generationDigest, withoutLooks } from "./digest";
import { sentBy, startExcel, type ExcelInTest } from "./excel";
import { townFile } from "./town";
import { openedFile } from "../../opened-file";

const impatient = { wait: () => Promise.resolve() };
const moments: readonly FaultMoment[] = ["before", "halfway", "after"];
const momentsOf = (request: number) => atDepth([moments[request % moments.length]!], moments);

const journal = ficheModel("journal", "Journal");
const others = [recapModel("Récapitulatif"), ficheModel("fiche-a", "Fiche A")];
/** One more row, as what was issued is. */
const marked = { ...journal, rows: [...journal.rows, { cells: [{ value: "Émis le 25/11/2014" }] }] };

let excel: ExcelInTest;
let bytes: Uint8Array;
beforeAll(async () => {
  excel = await startExcel(townFile);
  const source = await writeXlsx({ sheets: [{ name: "Parc", rows: [["Commune", "École", "Postes"]] }] });
  bytes = await writeGenerated(await openedFile(source, townFile), [...others, journal]);
});
afterAll(() => excel.close());

/** How many requests something sends. */
async function countOf(act: () => Promise<{ readonly ok: boolean }>): Promise<number> {
  excel.host.resetRequests();
  expect(await act()).toMatchObject({ ok: true });
  return sentBy(excel.host).length;
}

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
const rowsOf = (workbook: HostWorkbook) => workbook.cell("Journal", `A${marked.rows.length}`);

test("whatever request meets a fault, the Journal has its row or has not, and every other document stays", async () => {
  const count = await countOf(async () => {
    await excel.open(bytes);
    return publish([marked], impatient);
  });
  for (const request of upTo(count))
    for (const when of momentsOf(request)) {
      const workbook = await excel.open(bytes);
      const before = withoutLooks(generationDigest(workbook));
      excel.host.failAt(request, { code: 5012, when });
      const { ok } = await publish([marked], impatient);
      excel.host.mend();
      expect(await tidyUp(impatient)).toMatchObject({ ok: true });
      if (ok) expect([request, when, rowsOf(workbook)]).toEqual([request, when, "Émis le 25/11/2014"]);
      else expect([request, when, withoutLooks(generationDigest(workbook)) === before]).toEqual([request, when, true]);
    }
});

test("an Excel that stays down half way leaves what the next start of a pane makes whole", async () => {
  const count = await countOf(async () => {
    await excel.open(bytes);
    return publish([marked], impatient);
  });
  for (const request of upTo(count).slice(atDepth(-2, 0))) {
    const workbook = await excel.open(bytes);
    const names = workbook.book.sheets.map(({ name }) => name);
    excel.host.failAt(request, { code: "AccessDenied", when: "halfway", forever: true });
    await publish([marked], impatient);
    excel.host.mend();
    await jest.isolateModulesAsync(async () => {
      const pane = await import("../../../src/workbook/office");
      expect(await pane.tidyUp(impatient)).toMatchObject({ ok: true });
    });
    expect([request, asideSheets(workbook), workbook.book.sheets.map(({ name }) => name)]).toEqual([
      request,
      [],
      names,
    ]);
  }
});
