import { readFile, writeFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { writeOds } from "hucre/ods";
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

/** The parts of a new package, but for the one that says to the second when it was made. */
function partsOf(bytes: Uint8Array): [string, string][] {
  return Object.entries(unzipSync(bytes))
    .filter(([path]) => path !== "docProps/core.xml")
    .map(([path, part]) => [path, strFromU8(part)]);
}

const inDepth = [...samples, ...smallSamples, "anomalies-2014"];

describe("a workbook held by a worker, billed by the pane, is the file that the command writes, byte for byte", () => {
  test.each(atDepth(["a31-commune-en-titre-2014", "anomalies-2014"], inDepth))("%s", async (name) => {
    const bytes = await readFile(samplePath(`${name}.xlsx`));
    const page = await sessionOn(bytes, `${name}.xlsx`, throughWorker);
    await readIt(page, Number(sampleYear(name)));
    await generateIt(page);
    expect(page.session.state.ending.kind).toBe("done");
    expect(Buffer.from(await savedBytes(page.held)).equals(await billed(bytes, `${name}.xlsx`, sampleYear(name)))).toBe(
      true,
    );
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
    expect(partsOf(await savedBytes(page.held))).toEqual(partsOf(await billed(bytes, name, "2014")));
    // Read again, it is what it was: its own sheets, and its documents beside them.
    await page.session.run.read();
    expect(page.session.state.source.kind).toBe("read");
  });
});
