import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { billCampaign } from "../../src/billing";
import { campaignOf } from "../../src/tariff";
import { openWorkbookFile, writeGenerated } from "../../src/workbook";
import { answer } from "./child";
import { campaignYear } from "./register";

// The whole chain on files: a child process of main.ts.
answer(async (task, stages) => {
  const opened = await stages.time("open", () => openWorkbookFile(readFileSync(task.input), basename(task.input)));
  if (!opened.ok) throw new Error(`The register does not open: ${opened.anomaly.code}.`);
  const { cells, anomalies, journalRows, userSheetNames, generatedSheets } = opened.workbook;
  const billing = await stages.time("bill", () =>
    billCampaign({
      workbooks: [cells],
      openingAnomalies: anomalies,
      campaign: campaignOf(campaignYear),
      options: {},
      journal: { when: "2015-11-25 14:03", rows: journalRows },
      userSheetNames,
      generatedSheets,
    }),
  );
  if (!billing.ok) throw new Error(`The register is refused: ${billing.error[0]!.code}.`);
  if (billing.value.anomalies.some(({ severity }) => severity === "error")) throw new Error("The register has errors.");
  await stages.time("write", async () =>
    writeFileSync(task.output, await writeGenerated(opened.workbook, billing.value.sheets)),
  );
});
