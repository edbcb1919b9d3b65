import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { defaultOptions } from "../../src/options";
import { fingerprint, toJson } from "../../src/statement";
import { campaignOf, gridFor } from "../../src/tariff";
import { makeSheets, makeStatement, readInventory } from "../at-once";
import { answer } from "./child";
import { campaignYear } from "./register";
import { openedFile } from "../opened-file";

// What billing is made of, one part after the other: a child process of main.ts.
answer(async (task, stages) => {
  const file = basename(task.input);
  const {
    cells,
    userSheetNames,
    generatedSheets,
    journalRows: rows,
  } = await openedFile(readFileSync(task.input), file);
  const campaign = campaignOf(campaignYear);
  const chosen = gridFor(campaign);
  if (!chosen.ok) throw new Error(`No grid for ${campaignYear}.`);
  const grid = chosen.value;
  const reading = await stages.time("read", () =>
    readInventory({ workbooks: [cells], campaign, grid, options: defaultOptions }),
  );
  const statement = await stages.time("statement", () => makeStatement(reading, grid, campaign, defaultOptions));
  const fingerprints = await stages.time("fingerprint", () =>
    cells.sheets.map((sheet) => ({ file, sheet: sheet.name, fingerprint: fingerprint(sheet) })),
  );
  const journal = { when: "2015-11-25 14:03", rows, fingerprints };
  await stages.time("sheets", () => makeSheets({ reading, statement, journal, userSheetNames, generatedSheets }));
  await stages.time("json", () => JSON.stringify(toJson(statement, reading, "fr")));
});
