import { smallWorkbook } from "../../cli/small-workbook";
import { journalFirstRow } from "../../../src/documents";
import { billCampaign } from "../../../src/billing";
import { campaignOf } from "../../../src/tariff";
import { writeGenerated, type OpenWorkbook } from "../../../src/workbook";
import { unzip } from "../../../src/workbook/files/package";

import { withPart } from "./rich-workbook";
import { made } from "../../made";
import { openedFile } from "../../opened-file";

/** The documents of a run, as the command makes them. */
async function generated(open: OpenWorkbook): Promise<Uint8Array> {
  const billed = made(
    billCampaign({
      workbooks: [open.cells],
      openingAnomalies: open.anomalies,
      campaign: campaignOf(2014),
      options: {},
      journal: { when: "2014-11-25 14:03", rows: open.journalRows.slice(journalFirstRow) },
      userSheetNames: open.userSheetNames,
      generatedSheets: open.generatedSheets,
    }),
  );
  return writeGenerated(open, billed.sheets);
}

/** The workbook in which a text of a generated sheet, known by what it says, is another one. */
function changed(bytes: Uint8Array, from: string, to: string, saying = from): Uint8Array {
  const decoder = new TextDecoder();
  const part = [...unzip(bytes)].find(
    ([path, content]) => /sheet\d+\.xml$/.test(path) && decoder.decode(content).includes(saying),
  );
  if (part === undefined) throw new Error(`No sheet says « ${from} ».`);
  return withPart(bytes, part[0], (text) => text.replace(from, to));
}

const told = async (bytes: Uint8Array) =>
  (await openedFile(bytes)).anomalies.map(({ severity, code, sheet, cell }) => [severity, code, sheet, cell]);

describe("changes made by hand to our documents are reported when their file is opened", () => {
  test("nothing is reported when nothing was changed, whatever the number of runs", async () => {
    const first = await generated(await openedFile(await smallWorkbook()));
    const second = await generated(await openedFile(first));
    expect([await told(first), await told(second)]).toEqual([[], []]);
  });

  test("a changed document is reported until it is made again", async () => {
    const first = await generated(await openedFile(await smallWorkbook()));
    const edited = changed(first, "Arrêté le présent état", "Arrêté ce jour le présent état");
    expect(await told(edited)).toEqual([
      ["warning", "document-changed", "Titre CAGB", expect.stringMatching(/^[A-Z]+\d+$/)],
    ]);
    expect(await told(await generated(await openedFile(edited)))).toEqual([]);
  });

  test("a changed past row of the Journal is reported, and no later run vouches for it", async () => {
    const first = await generated(await openedFile(await smallWorkbook()));
    // Ten workstations at 36,86, two installed at 31,60, portal and pack: 1 169,80.
    const forged = changed(first, "<v>1169.8</v>", "<v>1009.8</v>", "Journal des générations");
    const journal = [["warning", "journal-changed", "Journal", "N4"]];
    expect(await told(forged)).toEqual(journal);
    const second = await generated(await openedFile(forged));
    expect(await told(second)).toEqual(journal);
    expect(await told(await generated(await openedFile(second)))).toEqual(journal);
  });
});
