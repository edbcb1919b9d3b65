import { readFileSync } from "node:fs";
import { billCampaign, makeDocuments } from "../../src/billing";
import { campaignOf } from "../../src/tariff";
import { openWorkbookFile } from "../../src/workbook";
const o = await openWorkbookFile(readFileSync("/tmp/b/in.xlsx"), "in.xlsx"); if (!o.ok) throw 1;
const { cells, anomalies, journalRows, userSheetNames, generatedSheets } = o.workbook;
const request = { workbooks: [cells], openingAnomalies: anomalies, campaign: campaignOf(2015), options: {}, journal: { when: "2015-11-25 14:03", rows: journalRows }, userSheetNames, generatedSheets, fingerprintOf: () => "0" };
const b = billCampaign(request); if (!b.ok) throw 2;
const t: number[] = []; for (let i = 0; i < 40; i++) { const a = process.cpuUsage(); makeDocuments(request, b.value); const c = process.cpuUsage(a); t.push((c.user + c.system) / 1000); }
t.sort((x, y) => x - y); console.log("documents cpu ms", t[5], t[20]);
