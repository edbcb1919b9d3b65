import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { readInventory } from "../../src/inventory";
import { defaultOptions } from "../../src/options";
import { makeSheets } from "../../src/sheets";
import { fingerprint, makeStatement, toJson } from "../../src/statement";
import { campaignOf, gridFor } from "../../src/tariff";
import { openWorkbookFile, writeGenerated } from "../../src/workbook";
import { answer } from "./child";
import { campaignYear } from "./register";

// The whole chain on files: a child process of main.ts.
answer(async (task, stages) => {
  const file = basename(task.input);
  const opened = await stages.time("open", () => openWorkbookFile(readFileSync(task.input), file));
  if (!opened.ok) throw new Error(`The register does not open: ${opened.anomaly.code}.`);
  const { workbook } = opened;
  const campaign = campaignOf(campaignYear);
  const chosen = gridFor(campaign);
  if (!("grid" in chosen)) throw new Error(`No grid for ${campaignYear}.`);
  const { grid } = chosen;
  const reading = await stages.time("read", () =>
    readInventory({ workbooks: [workbook.cells], campaign, grid, options: defaultOptions }),
  );
  const statement = await stages.time("statement", () => makeStatement(reading, grid, campaign, defaultOptions));
  const fingerprints = await stages.time("fingerprint", () =>
    workbook.cells.sheets.map((sheet) => ({ file, sheet: sheet.name, fingerprint: fingerprint(sheet) })),
  );
  const { journalRows: rows, userSheetNames, ownSheets } = workbook;
  const models = await stages.time("sheets", () =>
    makeSheets({
      reading,
      statement,
      journal: { when: "2015-11-25 14:03", rows, fingerprints },
      userSheetNames,
      ownSheets,
    }),
  );
  await stages.time("write", async () => writeFileSync(task.output, await writeGenerated(workbook, models)));
  await stages.time("json", () => JSON.stringify(toJson(statement, reading, "fr")));
  if (reading.rows.some((sheet) => sheet.error > 0)) throw new Error("The register was to be read without an error.");
});
