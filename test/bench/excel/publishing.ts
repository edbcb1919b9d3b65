import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { SheetModel } from "../../../src/documents";
import { runInSlices, type Scheduler } from "../../../src/taskpane/operations/environment";
import { billSnapshot } from "../../../src/taskpane/operations/snapshot";
import type { OpenedWorkbook } from "../../../src/workbook";
import { openActiveWorkbook, publish } from "../../../src/workbook/office";
import { lendOffice } from "../../host";
import { HostWorkbook } from "../../host/model";
import { answerParent } from "../processes";
import { clocks, minus } from "./clocks";
import type { OperationFigures, OperationName, Operations, PublishingFigures, PublishingTask } from "./figures";
import { checkShown, writeRaw } from "./raw-batch";
import { Stretches } from "./stretches";
import { TimedHost } from "./timed-host";

// Reading, billing and publishing a workbook open in Excel, as the pane does: a child process of main.ts.
answerParent(async ({ input, campaign, warmUps, runs }: PublishingTask): Promise<PublishingFigures> => {
  const bytes = new Uint8Array(readFileSync(input));
  const file = basename(input);
  let workbook = await HostWorkbook.open(bytes, file);
  const root = {
    get root() {
      return workbook.root;
    },
  };
  const host = new TimedHost(root, { file });
  const page = await lendOffice(host);
  const reopen = async (): Promise<void> => void (workbook = await HostWorkbook.open(bytes, file));

  const measured: Operations[] = [];
  let models: readonly SheetModel[] = [];
  for (let run = 0; run < warmUps + runs; run++) {
    const figures: Partial<Record<OperationName, OperationFigures>> = {};
    const time = async <T>(name: OperationName, work: () => Promise<T>): Promise<T> => {
      const [result, found] = await timed(host, work);
      figures[name] = found;
      return result;
    };
    await reopen();
    const read = await time("read", reading);
    models = await time("bill", () => billing(read, campaign));
    await time("publish", () => publishing(models));
    const generated = workbook;
    await reopen();
    await time("raw", () => writeRaw(models));
    await checkShown(models);
    workbook = generated;
    const readAgain = await time("readAgain", reading);
    const again = await time("billAgain", () => billing(readAgain, campaign));
    await time("publishAgain", () => publishing(again));
    if (run >= warmUps) measured.push(figures as Operations);
  }
  if (page.faults.length > 0) throw new Error(page.faults.join("\n"));
  const cells = models.reduce((sum, { rows }) => sum + rows.flatMap((row) => row.cells.filter(Boolean)).length, 0);
  return { sheets: models.length, cells, runs: measured };
});

/** A browser takes messages one a turn, and the pane waits for its turn by a message; Node takes them all at once. */
const scheduler: Scheduler = {
  clock: () => performance.now(),
  pause: () => new Promise((resolve) => setImmediate(resolve)),
};

/** Does a work from a collected heap, and tells what it cost. */
async function timed<T>(host: TimedHost, work: () => Promise<T>): Promise<[T, OperationFigures]> {
  globalThis.gc?.();
  host.resetRequests();
  const before = { here: clocks(), host: host.spent };
  const stretches = new Stretches(host);
  const result = await work();
  const { processor: milliseconds } = minus(clocks(), before.here);
  const stretch = stretches.stop();
  const sum = (bytes: readonly number[]) => bytes.reduce((total, one) => total + one, 0);
  return [
    result,
    {
      milliseconds,
      hostMilliseconds: minus(host.spent, before.host).processor,
      stretch,
      requests: host.sent.length,
      bytesSent: sum(host.sent.map(({ bytesIn }) => bytesIn)),
      bytesReceived: sum(host.sent.map(({ bytesOut }) => bytesOut)),
    },
  ];
}

async function reading(): Promise<OpenedWorkbook> {
  const reading = await openActiveWorkbook();
  if (!reading.ok) throw new Error(`The register is not read: ${reading.anomaly.code}.`);
  return reading.workbook;
}

async function billing(workbook: OpenedWorkbook, campaign: number): Promise<readonly SheetModel[]> {
  const taken = await runInSlices(billSnapshot(workbook, campaign, `${campaign}-11-25 14:03`), scheduler);
  if (taken === null || !taken.ok) throw new Error("The register is refused.");
  const { anomalies, sheets } = taken.value.billing;
  if (anomalies.some(({ severity }) => severity === "error")) throw new Error("The register has errors.");
  return sheets;
}

async function publishing(models: readonly SheetModel[]): Promise<void> {
  const published = await publish(models);
  if (!published.ok) throw new Error(`Nothing was published: ${published.anomaly?.code}.`);
}
