import { readFile, writeFile } from "node:fs/promises";
import { writeOds } from "hucre/ods";
import type { CellValue } from "hucre/xlsx";
import type { CellEdit } from "../../../src/workbook/files";
import { samplePath, samples, sampleYear, smallSamples } from "../../acceptance/samples";
import { Folder, run } from "../../cli/run-rebill";
import { amagney, headers } from "../../cli/small-workbook";
import { atDepth } from "../../depth";
import { generateIt, heldInWorker, join, readIt, savedBytes, sessionOn, type Joined } from "./held-session";

const folder = new Folder();
let joined: Joined;
beforeEach(() => {
  joined = join();
});
afterEach(() => joined.close());

const throughWorker = (bytes: Uint8Array, file: string) => heldInWorker(bytes, file, joined);

/** What the command makes of a file, everything accepted. */
async function billed(bytes: Uint8Array, name: string, year: string): Promise<Uint8Array> {
  await writeFile(folder.file(name), bytes);
  const out = folder.file("out.xlsx");
  const { code, err } = await run(folder.file(name), "--campaign", year, "--out", out, "--force", "--overwrite");
  expect({ code, err }).toEqual({ code: 0, err: [] });
  return readFile(out);
}

const same = (one: Uint8Array, other: Uint8Array) => Buffer.from(one).equals(Buffer.from(other));

const inDepth = [...samples, ...smallSamples, "anomalies-2014"];

describe("a workbook held by a worker, billed by the pane, is the file that the command writes, byte for byte", () => {
  test.each(atDepth(["a31-commune-en-titre-2014", "anomalies-2014"], inDepth))("%s", async (name) => {
    const bytes = await readFile(samplePath(`${name}.xlsx`));
    const page = await sessionOn(bytes, `${name}.xlsx`, throughWorker);
    await readIt(page, Number(sampleYear(name)));
    await generateIt(page);
    expect(page.session.state.ending.kind).toBe("done");
    expect(same(await savedBytes(page.held), await billed(bytes, `${name}.xlsx`, sampleYear(name)))).toBe(true);
  });

  const rows = [headers, amagney];
  test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ["parc.csv", () => Buffer.from(rows.map((row) => row.join(";")).join("\r\n"), "latin1")],
    ["parc.ods", () => writeOds({ sheets: [{ name: "Parc", rows }] })],
    ["parc.xls", () => readFile("test/fixtures/cli/parc.xls")],
  ])("%s, of which only values are taken", async (name, make) => {
    const bytes = await make();
    const page = await sessionOn(bytes, name, throughWorker);
    await readIt(page);
    await generateIt(page);
    expect(same(await savedBytes(page.held), await billed(bytes, name, "2014"))).toBe(true);
    // Read again, it is what it was: its own sheets, and its documents beside them.
    await page.session.run.read();
    expect(page.session.state.source.kind).toBe("read");
  });
});

describe("corrected in the page, a file of which only values are taken is what the command makes of it corrected", () => {
  const dated = (day: number): CellValue[][] => [
    ["Commune", "École", "Effectif", "Prestation", "Date de mise en service", "Quantité"],
    ["Amagney", "École primaire", 100, "Poste client standard", new Date(Date.UTC(2014, 9, day)), 10],
  ];
  const text = (postes: string) => () =>
    Buffer.from([headers, ["Amagney", "École primaire", 100, postes, 2]].map((row) => row.join(";")).join("\r\n"));
  test.each<[string, () => Uint8Array | Promise<Uint8Array>, () => Uint8Array | Promise<Uint8Array>, CellEdit]>([
    // What a .csv holds is text, as it is written.
    ["parc.csv", text("10"), text("12"), { sheet: "parc", row: 1, column: 3, value: "12" }],
    ["parc.csv", text("10"), text("douze"), { sheet: "parc", row: 1, column: 3, value: "douze" }],
    // The 9th of October 2014 is day 41,921: it stays a day in the file that is saved.
    [
      "parc.ods",
      () => writeOds({ sheets: [{ name: "Parc", rows: dated(6) }] }),
      () => writeOds({ sheets: [{ name: "Parc", rows: dated(9) }] }),
      { sheet: "Parc", row: 1, column: 4, value: 41_921 },
    ],
  ])("%s", async (name, before, after, edit) => {
    const page = await sessionOn(await before(), name);
    expect(await page.held.edit([edit])).toMatchObject({ ok: true });
    await readIt(page);
    await generateIt(page);
    expect(same(await savedBytes(page.held), await billed(await after(), name, "2014"))).toBe(true);
  });
});
