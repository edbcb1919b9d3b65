import { writeXlsx } from "hucre/xlsx";
import { campaignOf, createDirectory } from "../../../src/tariff";
import { openActiveWorkbook, publish } from "../../../src/workbook/office";
import { makeRegister } from "../../bench/register";
import { atDepth, testInDepth } from "../../depth";
import { firstTabs, lastTabs } from "../../tabs";
import { sentBy, startExcel, type ExcelInTest } from "./excel";
import { modelsFor, publishRead, townFile } from "./town";

let excel: ExcelInTest;
beforeAll(async () => {
  excel = await startExcel(townFile);
});
afterAll(() => excel.close());

const year = 2014;
const communes = createDirectory(campaignOf(year)).members.map(({ name }) => name);

/** An inventory of the first communes of the CAGB, one row a school. */
function inventory(communeCount: number, schoolsPerCommune: number): Promise<Uint8Array> {
  const schools = Array.from({ length: schoolsPerCommune }, (_, index) => `École ${index + 1}`);
  const rows = communes.slice(0, communeCount).flatMap((commune) => schools.map((school) => [commune, school, 40, 3]));
  return writeXlsx({
    sheets: [{ name: "Parc", rows: [["Commune", "École", "Élèves", "Postes client standard"], ...rows] }],
  });
}

interface Run {
  /** Requests to read, then to publish. */
  readonly requests: readonly [reading: number, publishing: number];
  readonly bytes: number;
  readonly documents: number;
}

/** A fiche for each commune, and the documents of the campaign. */
const documentsOf = (communeCount: number) => firstTabs.length + communeCount + lastTabs.length;

/** Below the 5 MB that Excel on the web takes, or gives. */
const longestMessage = 4_500_000;

/** Reads the workbook that is open, and publishes its documents. */
async function run(): Promise<Run> {
  excel.host.resetRequests();
  const reading = await openActiveWorkbook();
  if (!reading.ok) throw new Error(reading.anomaly.code);
  const readingRequests = sentBy(excel.host).length;
  const models = modelsFor(reading.workbook, { year });
  expect(await publish(models)).toMatchObject({ ok: true });
  const sent = sentBy(excel.host);
  for (const { bytesIn, bytesOut } of sent) expect(Math.max(bytesIn, bytesOut)).toBeLessThan(longestMessage);
  return {
    requests: [readingRequests, sent.length - readingRequests],
    bytes: sent.reduce((sum, { bytesIn }) => sum + bytesIn, 0),
    documents: models.length,
  };
}

async function runOf(bytes: Uint8Array): Promise<Run> {
  await excel.open(bytes);
  return run();
}

testInDepth(
  "59 communes and 30,000 machines are read and published in at most 12 requests, and again over their documents",
  async () => {
    await excel.open(await makeRegister(30_000, year));
    for (const { requests, documents } of [await run(), await run()]) {
      expect(documents).toBe(documentsOf(59));
      expect(requests[0] + requests[1]).toBeLessThanOrEqual(12);
      expect(requests[0]).toBeLessThanOrEqual(5);
    }
  },
);

describe("the number of requests depends on bytes alone", () => {
  testInDepth("not on sheets: 20 communes take as many as 3", async () => {
    const [few, many] = [await runOf(await inventory(3, 1)), await runOf(await inventory(20, 1))];
    expect([few.documents, many.documents]).toEqual([documentsOf(3), documentsOf(20)]);
    expect(many.requests).toEqual(few.requests);
    expect(many.bytes - few.bytes).toBeGreaterThan(200_000);
  });

  const many = atDepth(40, 59);
  testInDepth(
    `documents that do not fit in one request take one more for each half megabyte at most: ${many} communes`,
    async () => {
      const [few, all] = [await runOf(await inventory(3, 1)), await runOf(await inventory(many, 1))];
      expect(all.documents).toBe(documentsOf(many));
      expect(all.requests[0]).toBe(few.requests[0]);
      expect(all.requests[1] - few.requests[1]).toBeLessThanOrEqual(Math.floor(all.bytes / 500_000));
    },
  );

  testInDepth("not on rows: 40 schools a commune take as many as one", async () => {
    const [few, many] = [await runOf(await inventory(3, 1)), await runOf(await inventory(3, 40))];
    expect(many.documents).toBe(few.documents);
    expect(many.requests).toEqual(few.requests);
    expect(many.bytes - few.bytes).toBeGreaterThan(200_000);
  });

  testInDepth("to read, not on merged cells of our documents, though Excel tells 512 at once: three", async () => {
    await excel.open(await inventory(45, 1));
    await publishRead({ year, printableFiches: true });
    excel.host.resetRequests();
    expect(await openActiveWorkbook()).toMatchObject({ ok: true });
    expect(sentBy(excel.host)).toHaveLength(3);
  });

  test("reading takes three requests, whatever documents and machines the workbook has", async () => {
    const empty = await runOf(await inventory(atDepth(3, 59), 1));
    const filled = await run();
    const register = await runOf(await makeRegister(atDepth(30, 1000), year));
    expect([empty, filled, register].map(({ requests: [reading] }) => reading)).toEqual([3, 3, 3]);
  });
});
