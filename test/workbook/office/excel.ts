import { readFileSync } from "node:fs";
import type { HostObject, Wire } from "../../host";
import { ExcelHost, lendOffice, type HostOptions, type OfficePage } from "../../host";
import { HostWorkbook } from "../../host/model";
import { samplePath } from "../../acceptance/samples";

/** The `Workbook` of whichever file is open: one page of Office.js serves many workbooks, one after the other. */
class AnyWorkbook implements HostObject {
  readonly className = "Workbook";
  open: HostObject | null = null;

  get(property: string): Wire {
    return this.open!.get(property);
  }

  set(property: string, value: Wire): void {
    this.open!.set(property, value);
  }

  navigate(property: string): HostObject | null {
    return this.open!.navigate(property);
  }

  call(method: string, args: readonly (Wire | HostObject)[]): ReturnType<HostObject["call"]> {
    return this.open!.call(method, args);
  }
}

/** Excel with a page of the add-in beside it, in which the real Office.js runs. */
export interface ExcelInTest {
  readonly host: ExcelHost;
  readonly page: OfficePage;
  /** Opens a workbook in place of the one that is open. */
  open(bytes: Uint8Array): Promise<HostWorkbook>;
  close(): void;
}

export async function startExcel(
  file: string,
  options: HostOptions = {},
  ofPage: Parameters<typeof lendOffice>[1] = {},
): Promise<ExcelInTest> {
  const root = new AnyWorkbook();
  const host = new ExcelHost({ root }, { file, ...options });
  const page = await lendOffice(host, ofPage);
  return {
    host,
    page,
    async open(bytes) {
      const workbook = await HostWorkbook.open(bytes, file);
      root.open = workbook.root;
      host.mend();
      host.resetRequests();
      return workbook;
    },
    close: () => page.close(),
  };
}

/** Excel with one workbook open in it. */
interface OpenExcel extends ExcelInTest {
  readonly workbook: HostWorkbook;
}

export async function openExcel(bytes: Uint8Array, file: string, options: HostOptions = {}): Promise<OpenExcel> {
  const excel = await startExcel(file, options);
  return { ...excel, workbook: await excel.open(bytes) };
}

export function sampleBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(samplePath(`${name}.xlsx`)));
}

/** Requests on the workbook: what the port sent, and nothing that the library sends by itself. */
export function sentBy(host: ExcelHost): ExcelHost["requests"] {
  return host.requests.filter(({ kind }) => kind === "workbook");
}
