import { readFile, writeFile } from "node:fs/promises";
import fc from "../properties";
import { unzip, zip } from "../../src/workbook/files/package";
import { Folder, run } from "../cli/run-rebill";
import { smallWorkbook } from "../cli/small-workbook";
import { atDepth } from "../depth";

const folder = new Folder();

/** What happens to a part: it is cut, loses a stretch, has one doubled, or a word changed; or it goes. */
type Harm = readonly [
  kind: "cut" | "loss" | "repeat" | "word" | "drop" | "empty" | "noise",
  at: number,
  length: number,
];

function harmed(content: Uint8Array, [kind, at, length]: Harm): Uint8Array | null {
  const start = Math.floor(at * content.length);
  const end = Math.min(content.length, start + length);
  const joined = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));
  switch (kind) {
    case "drop":
      return null;
    case "empty":
      return new Uint8Array();
    case "cut":
      return content.slice(0, start);
    case "loss":
      return joined(content.subarray(0, start), content.subarray(end));
    case "repeat":
      return joined(content.subarray(0, end), content.subarray(start));
    case "word":
      return joined(content.subarray(0, start), Buffer.from("x9-é"), content.subarray(end));
    case "noise":
      return content.map((byte, index) => (index >= start && index < end ? (byte * 7 + index) & 0xff : byte));
  }
}

/** An attribute's value, or an element, that is well-formed and says something else. */
const swaps: readonly [RegExp, string][] = [
  [/ r:id="[^"]*"/, ' r:id="rId99"'],
  [/ Target="[^"]*"/, ' Target="../../x.xml"'],
  [/ sheetId="[^"]*"/, ""],
  [/ localSheetId="[^"]*"/, ' localSheetId="77"'],
  [/ numFmtId="[^"]*"/, ' numFmtId="many"'],
  [/<cellXfs.*<\/cellXfs>/s, ""],
  [/<fonts.*<\/fonts>/s, ""],
  [/<sheets>.*<\/sheets>/s, "<sheets/>"],
  [/<Override[^>]*\/>/g, ""],
  [/<Default[^>]*\/>/g, ""],
  [/<Relationship [^>]*\/>/, ""],
  [/ ContentType="[^"]*"/g, ""],
  [/<workbook /, "<workbok "],
  [/"journal"/, '"journal""'],
  [/"\d+:\d+:\d+:/, '"9999999:9999999:1:'],
];

const harm = fc.tuple(
  fc.constantFrom<Harm[0]>("cut", "loss", "repeat", "word", "drop", "empty", "noise"),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: 1, max: 60 }),
);

async function expectSentences(bytes: Uint8Array): Promise<void> {
  const path = folder.file("parc.xlsx");
  await writeFile(path, bytes);
  // An exception would reject: what escapes is a bug.
  const done = await run(path, "--campaign", "2014", "--out", folder.file("o.xlsx"), "--force", "--overwrite");
  expect(done.code === 0 || (done.code === 2 && done.err.length === 1)).toBe(true);
  for (const line of done.err) expect(line).not.toMatch(/\bat .*\.ts|Error:/);
}

/** A workbook with its documents: keys, seals and names are among what may be damaged. */
async function generated(): Promise<Uint8Array> {
  const [source, out] = [folder.file("source.xlsx"), folder.file("parc-2014.xlsx")];
  await writeFile(source, await smallWorkbook());
  expect((await run(source, "--campaign", "2014", "--out", out)).code).toBe(0);
  return readFile(out);
}

test("a workbook of which a part is damaged, missing or says something else is billed, or refused in one sentence", async () => {
  const parts = unzip(await generated());
  const paths = [...parts.keys()];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), harm, async (path, how) => {
      const changed = harmed(parts.get(path)!, how);
      await expectSentences(
        zip(
          new Map(
            [...parts].flatMap(([at, content]) =>
              at !== path ? [[at, content] as const] : changed === null ? [] : [[at, changed] as const],
            ),
          ),
        ),
      );
    }),
    { numRuns: atDepth(2, 250) },
  );
  const structure = paths.filter((path) => !/worksheets\/sheet|drawings|charts|docProps|theme/.test(path));
  for (const path of structure)
    for (const [found, put] of swaps) {
      const text = new TextDecoder().decode(parts.get(path));
      if (text.search(found) !== -1)
        await expectSentences(zip(new Map(parts).set(path, Buffer.from(text.replace(found, put)))));
    }
});

test("a file that was cut, or of which bytes changed, is refused in one sentence", async () => {
  const bytes = await smallWorkbook();
  await fc.assert(
    fc.asyncProperty(harm, async (how) => {
      await expectSentences(harmed(bytes, how) ?? new Uint8Array());
    }),
    { numRuns: atDepth(3, 150) },
  );
});
