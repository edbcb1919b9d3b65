import { writeFile } from "node:fs/promises";
import { excelTrial } from "./excel-trial";

/** `npx tsx test/acceptance/write-excel-trial.ts`: writes the workbook of `docs/essai-dans-excel.md` anew. */
void excelTrial().then((bytes) => writeFile("docs/essai-dans-excel.xlsx", bytes));
