import { startExcel, type ExcelInTest } from "./excel";
import { generated, townBytes, townFile } from "./town";

/** For each test of a file: Excel, an inventory of three communes, and the workbook with their documents. */
interface Town {
  readonly excel: ExcelInTest;
  readonly town: Uint8Array;
  readonly billed: Uint8Array;
}

/** Starts Excel before the tests of the file; what it gives is there from the first of them on. */
export function useTown(): Town {
  const given = {} as { -readonly [Part in keyof Town]: Town[Part] };
  beforeAll(async () => {
    given.excel = await startExcel(townFile);
    given.town = await townBytes({ Beure: 2, Saône: 3, Thise: 4 });
    given.billed = await generated(given.town);
  });
  afterAll(() => given.excel.close());
  return given;
}
