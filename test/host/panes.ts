import { AsyncLocalStorage } from "node:async_hooks";
import { ExcelHost } from "./excel-host";
import { officeNames } from "./globals";
import type { HostOptions, Opened } from "./host-options";
import { startInJsdom, type OfficePage } from "./jsdom";

/** The pane of one of the users who have a workbook open: an Excel of theirs, and their own page of Office.js. */
interface UserPane {
  readonly host: ExcelHost;
  readonly page: OfficePage;
  /** Does something as that pane: modules of src then find its `Office` and `Excel`, whatever they await. */
  readonly as: <T>(act: () => T) => T;
}

/** Panes that are open at a time; `close` takes their globals back. */
export interface UserPanes {
  readonly panes: readonly UserPane[];
  close(): void;
}

/**
 * Opens panes of several users on one workbook, as when it is edited together: what one changes, the others see with their
 * next request.
 */
export async function openPanes(count: number, workbook: Opened, options: HostOptions = {}): Promise<UserPanes> {
  const acting = new AsyncLocalStorage<OfficePage>();
  const realm = globalThis as Record<string, unknown>;
  for (const name of officeNames)
    Object.defineProperty(realm, name, { configurable: true, get: () => acting.getStore()?.window[name] });
  const panes: UserPane[] = [];
  for (let number = 0; number < count; number++) {
    const host = new ExcelHost(workbook, options);
    const page = await startInJsdom(host);
    panes.push({ host, page, as: (act) => acting.run(page, act) });
  }
  return {
    panes,
    close() {
      for (const name of officeNames) delete realm[name];
      for (const { page } of panes) page.close();
    },
  };
}
