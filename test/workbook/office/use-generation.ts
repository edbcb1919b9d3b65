import type { SheetModel } from "../../../src/documents";
import { writeGenerated } from "../../../src/workbook";
import { startExcel, type ExcelInTest } from "./excel";
import { townBytes, townFile } from "./town";
import { openedFile } from "../../opened-file";

/** For each test of a file: Excel, and a town's workbook with the documents that these models are. */
interface Generation {
  readonly excel: ExcelInTest;
  readonly bytes: Uint8Array;
}

/** Starts Excel before the tests of the file; what it gives is there from the first of them on. */
export function useGeneration(models: readonly SheetModel[]): Generation {
  const given = {} as { -readonly [Part in keyof Generation]: Generation[Part] };
  beforeAll(async () => {
    given.excel = await startExcel(townFile);
    given.bytes = await writeGenerated(await openedFile(await townBytes({ Beure: 2 }), townFile), models);
  });
  afterAll(() => given.excel.close());
  return given;
}
