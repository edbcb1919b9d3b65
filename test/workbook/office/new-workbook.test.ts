import { readFileSync } from "node:fs";
import { openNewWorkbook } from "../../../src/workbook/office";
import { ExcelHost, HostError, lendOffice, type HostObject } from "../../host";

/** An Excel on the web that only opens workbooks beside the one it has, and tells what it was given. */
async function excelThatOpens(open: (base64: string) => void) {
  const refuse = () => {
    throw new HostError("NotImplemented");
  };
  const root: HostObject = {
    // On the web, the library asks this of an object of its own, apart from the workbook.
    className: "WacWorkbook",
    get: refuse,
    set: refuse,
    navigate: refuse,
    call: (method, [base64]) => (method === "createAndOpenWorkbook" ? open(String(base64)) : refuse()),
  };
  return lendOffice(new ExcelHost({ root }, { file: "parc.xlsx" }));
}

test("a workbook is opened beside this one from the bytes of its file, every one of them", async () => {
  const example = readFileSync("assets/inventaire-exemple.xlsx");
  const opened: string[] = [];
  const page = await excelThatOpens((base64) => void opened.push(base64));
  try {
    expect(await openNewWorkbook(new Uint8Array(example))).toEqual({ ok: true });
    expect(opened.map((base64) => Buffer.from(base64, "base64").equals(example))).toEqual([true]);
  } finally {
    page.close();
  }
});

test("an Excel that cannot open one says so, as a value", async () => {
  const page = await excelThatOpens(() => {
    throw new HostError("GeneralException");
  });
  try {
    expect(await openNewWorkbook(new Uint8Array([80, 75]))).toMatchObject({
      ok: false,
      anomaly: { code: "office-other", params: { code: "GeneralException" } },
    });
  } finally {
    page.close();
  }
});
