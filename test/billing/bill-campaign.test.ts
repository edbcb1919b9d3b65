import { readFileSync } from "node:fs";
import { billCampaign, billInventoryInSteps, type BillingRequest } from "../../src/billing";
import { settingsOf } from "../../src/billing/bill-campaign";
import type { Steps } from "../../src/cells";
import { makeSheetsInSteps, type SheetModel } from "../../src/documents";
import { fingerprintInSteps } from "../../src/statement";
import { campaignOf } from "../../src/tariff";
import { samplePath, samples, sampleYear } from "../acceptance/samples";
import { atDepth } from "../depth";
import { made } from "../made";
import { openedFile } from "../opened-file";

async function requestFor(name: string): Promise<BillingRequest> {
  const { cells, anomalies, userSheetNames, generatedSheets } = await openedFile(
    readFileSync(samplePath(`${name}.xlsx`)),
    `${name}.xlsx`,
  );
  return {
    workbooks: [cells],
    openingAnomalies: anomalies,
    campaign: campaignOf(Number(sampleYear(name))),
    options: {},
    journal: { when: "2014-11-25 14:03", rows: [] },
    userSheetNames,
    generatedSheets,
  };
}

/** What the pane does of a campaign: it pauses between any two steps. */
function* inSteps(request: BillingRequest): Steps<readonly SheetModel[]> {
  const { reading, statement } = made(yield* billInventoryInSteps(request));
  const fingerprints = [];
  for (const sheet of request.workbooks.flatMap(({ sheets }) => sheets))
    if (reading.rows.some(({ sheet: { name } }) => name === sheet.name))
      fingerprints.push({ file: sheet.file, sheet: sheet.name, fingerprint: yield* fingerprintInSteps(sheet) });
  const { userSheetNames, generatedSheets } = request;
  const settings = yield* settingsOf(request);
  const journal = { ...request.journal, sheets: userSheetNames, settings, fingerprints };
  return yield* makeSheetsInSteps({ reading, statement, journal, userSheetNames, generatedSheets });
}

describe("a billing in steps", () => {
  test.each(atDepth<readonly string[]>(samples.slice(1, 2), samples))(
    "%s: gives the same documents as the billing in one go",
    async (name) => {
      const request = await requestFor(name);
      const steps = inSteps(request);
      let pauses = 0;
      let step = steps.next();
      while (step.done !== true) {
        pauses += 1;
        step = steps.next();
      }
      expect(step.value).toEqual(made(billCampaign(request)).sheets);
      // A pause at least before each sheet that is looked at and each document that is made.
      const fiches = step.value.filter(({ key }) => key.startsWith("fiche-"));
      expect(pauses).toBeGreaterThan(request.workbooks[0]!.sheets.length + fiches.length);
    },
  );

  test("pauses inside a long register of machines and inside its fingerprint", async () => {
    const request = await requestFor("registre-materiel-2015");
    const register = request.workbooks[0]!.sheets.find(({ rows }) => rows.length > 3000)!;
    const pausesWith = (sheets: BillingRequest["workbooks"][number]["sheets"]) => {
      const workbook = { ...request.workbooks[0]!, sheets };
      return [...inSteps({ ...request, workbooks: [workbook] })].length;
    };
    const others = request.workbooks[0]!.sheets.filter((sheet) => sheet !== register);
    const short = { ...register, rows: register.rows.slice(0, 500) };
    expect(pausesWith([...others, register])).toBeGreaterThanOrEqual(pausesWith([...others, short]) + 5);
  });
});
