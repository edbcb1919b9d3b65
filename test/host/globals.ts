import type { ExcelHost } from "./excel-host";
import { startInJsdom, type OfficePage, type PageOptions } from "./jsdom";

/** What Office.js puts in a page. */
export const officeNames = ["Office", "Excel", "OfficeExtension", "CustomFunctions"] as const;

/**
 * Opens a page in jsdom and lends its `Office`, `Excel`, `OfficeExtension` and `CustomFunctions` to the test's own realm, so
 * that modules of src run against them unchanged. Closing takes them back.
 */
export async function lendOffice(host: ExcelHost, options: PageOptions = {}): Promise<OfficePage> {
  const page = await startInJsdom(host, options);
  const realm = globalThis as Record<string, unknown>;
  for (const name of officeNames) realm[name] = page.window[name];
  return {
    ...page,
    close() {
      for (const name of officeNames) delete realm[name];
      page.close();
    },
  };
}
