import type { Watch, WorkbookPort } from "../../../src/workbook";
import { openPanes, type ExcelHost, type UserPanes } from "../../host";
import { blankWorkbook } from "../../host/blank-workbook";
import { HostWorkbook } from "../../host/model";
import { townFile } from "./town";

/** The pane of one user: the port as its page has it, with its own memory. */
export interface PortPane {
  readonly host: ExcelHost;
  /** Asks something of the port, as that pane; its clock is the one of all. */
  readonly ask: <T>(act: (port: WorkbookPort, watch: Watch) => Promise<T>) => Promise<T>;
}

/** Panes of several users on one workbook, and the clock on their wall. */
export interface SeveralPanes {
  readonly panes: readonly PortPane[];
  /** Opens a workbook in place of the one that is open, in the morning. */
  open(bytes: Uint8Array): Promise<HostWorkbook>;
  /** Lets hours go by. */
  wait(hours: number): void;
  /** Closes the pages, and tells what went wrong in them. */
  close(): string[];
}

export async function startPanes(count: number): Promise<SeveralPanes> {
  let workbook = await blankWorkbook();
  let hour = 8;
  const opened: UserPanes = await openPanes(
    count,
    {
      get root() {
        return workbook.root;
      },
    },
    { file: townFile },
  );
  const clock = () => `2014-11-${String(25 + Math.floor(hour / 24))} ${String(hour % 24).padStart(2, "0")}:03:59`;
  const watch: Watch = { wait: () => Promise.resolve(), now: clock };
  const panes: PortPane[] = [];
  for (const { host, as } of opened.panes) {
    const port = await newPort();
    panes.push({ host, ask: (act) => as(() => act(port, watch)) });
  }
  return {
    panes,
    async open(bytes) {
      hour = 8;
      workbook = await HostWorkbook.open(bytes, townFile);
      for (const { host } of panes) {
        host.mend();
        host.resetRequests();
      }
      return workbook;
    },
    wait: (hours) => void (hour += hours),
    close() {
      opened.close();
      return opened.panes.flatMap(({ page }) => page.faults);
    },
  };
}

/** The module as a pane that has just been opened has it. */
async function newPort(): Promise<WorkbookPort> {
  let port: WorkbookPort | null = null;
  await jest.isolateModulesAsync(async () => {
    port = await import("../../../src/workbook/office");
  });
  return port!;
}
