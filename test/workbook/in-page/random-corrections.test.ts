import { readFile, rm, writeFile } from "node:fs/promises";
import { readXlsx } from "hucre/xlsx";
import { cellAt, cellName, isShownAsDate, widthOf, type SheetCells } from "../../../src/cells";
import type { StatementJson } from "../../../src/statement";
import { unzip } from "../../../src/workbook/files/package";
import { textOf } from "../../../src/workbook/files/xml";
import { samplePath, sampleYear, smallSamples } from "../../acceptance/samples";
import { Folder, run } from "../../cli/run-rebill";
import { atDepth } from "../../depth";
import { HostWorkbook } from "../../host/model";
import fc from "../../properties";
import { expectSame } from "../../same";
import { generateIt, readIt, savedBytes, sessionOn, type HeldSession } from "./held-session";

const folder = new Folder();

/** A correction, before it is known of which workbook: where among its cells, and what is typed in them. */
interface Drawn {
  readonly at: number;
  readonly count: number;
  readonly text: string;
  readonly day: number;
  readonly kind: "like" | "number" | "text" | "blank";
}

interface Correction {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: number | string | null;
}

// Signs of XML, what it would eat, numbers as texts.
const texts = ["Amagney", "Chalezeule", "École <A> & « B »", " deux  espaces ", "Été 2014\nsuite", "😀", "0012", "12"];
const drawn: fc.Arbitrary<Drawn> = fc.record({
  at: fc.nat(),
  count: fc.integer({ min: 0, max: 40 }),
  text: fc.constantFrom(...texts),
  // From 2013 to 2016.
  day: fc.integer({ min: 41_275, max: 42_735 }),
  kind: fc.constantFrom("like", "like", "like", "number", "text", "blank"),
});

/** What is typed: a number, a day or a text as the cell holds one, or anything else; below and beside the cells too. */
function correctionOf({ at, count, text, day, kind }: Drawn, sheets: readonly SheetCells[]): Correction {
  const sheet = sheets[at % sheets.length]!;
  const place = Math.floor(at / sheets.length);
  const width = widthOf(sheet.rows) + 1;
  const [row, column] = [Math.floor(place / width) % (sheet.rows.length + 1), place % width];
  const held = cellAt(sheet, row, column);
  const like = isShownAsDate(sheet, row, column) ? day : typeof held === "number" ? count : text;
  return { sheet: sheet.name, row, column, value: { like, number: count, text, blank: null }[kind] };
}

/** Figures of a run; null where the command refuses the file. */
async function figures(bytes: Uint8Array, file: string, year: string) {
  const [input, out, path] = [folder.file(file), folder.file("out.xlsx"), folder.file("out.json")];
  await writeFile(input, bytes);
  // Over documents that are there, the command would go on with their Journal.
  await rm(out, { force: true });
  const told = await run(input, "--campaign", year, "--out", out, "--json", path, "--force", "--overwrite");
  if (told.code !== 0) return null;
  const json = JSON.parse(await readFile(path, "utf8")) as StatementJson;
  return { out: await readFile(out), json };
}

/** The values of a file as another reader finds them, those of formulas apart. */
async function valuesOf(bytes: Uint8Array): Promise<Map<string, unknown>> {
  const { sheets } = await readXlsx(bytes);
  const values = sheets.flatMap(({ name, rows, cells }) =>
    rows.flatMap((row, r) =>
      row.map((value, c): [string, unknown] => {
        const formula = cells?.get(`${r},${c}`)?.formula;
        return [`${name}!${cellName(r, c)}`, formula === undefined ? plain(value) : `=${formula}`];
      }),
    ),
  );
  return new Map(values.filter(([, value]) => value !== null && value !== ""));
}

/** A day is a number that is shown so; no 29 February 1900 ever was. */
function plain(value: unknown): unknown {
  if (!(value instanceof Date)) return value;
  const days = (value.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000;
  return days < 61 ? days - 1 : days;
}

/** The part of a sheet without these cells, and without the results of formulas. */
function withoutCells(part: string, cells: ReadonlySet<string>): string {
  return part
    .replace(/<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>.*?<\/c>)/gs, (cell: string, name: string) =>
      cells.has(name) ? "" : cell.includes("<f") ? cell.replace(/<v>[^<]*<\/v>/, "") : cell,
    )
    .replace(/<row r="\d+"><\/row>/g, "");
}

/** What changed in a package that no correction accounts for. */
function strayChanges(before: Uint8Array, after: Uint8Array, corrections: readonly Correction[]): string[] {
  const [old, now] = [unzip(before), unzip(after)];
  const cells = new Set(corrections.map(({ row, column }) => cellName(row, column)));
  /** Told apart from what it says: to be computed on opening, without the chain of what was. */
  const isRecalculation = (path: string) =>
    ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/calcChain.xml"].includes(path);
  return [...new Set([...old.keys(), ...now.keys()])].filter((path) => {
    const [one, other] = [old.get(path), now.get(path)].map((part) => (part === undefined ? null : textOf(part)));
    if (one === other || isRecalculation(path)) return false;
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(path) || one == null || other == null) return true;
    return withoutCells(one, cells) !== withoutCells(other, cells);
  });
}

async function typeAll({ held }: HeldSession, all: readonly Drawn[]): Promise<Correction[]> {
  const typed = new Map<string, Correction>();
  for (const one of all) {
    const own = held.open.cells.sheets.filter(({ generatedKey }) => generatedKey === null);
    const correction = correctionOf(one, own);
    const edited = await held.edit([correction]);
    if (edited.ok) typed.set(`${correction.sheet}\n${correction.row}\n${correction.column}`, correction);
    // The only other way out: a cell that cannot be corrected without harm.
    else expect(edited).toHaveProperty("why");
  }
  return [...typed.values()];
}

/** The file with the same corrections typed in Excel, which computes again what depends on them. */
async function correctedInExcel(bytes: Uint8Array, file: string, corrections: readonly Correction[]) {
  const excel = await HostWorkbook.open(bytes, file);
  for (const { sheet, row, column, value } of corrections)
    excel.type(sheet, cellName(row, column), typeof value === "string" ? `'${value}` : (value ?? ""));
  return excel.save();
}

function amounts(billed: Awaited<ReturnType<typeof figures>>) {
  if (billed === null) return null;
  const { total, byCommune, byPrestation, pupils, lines } = billed.json;
  return { total, byCommune, byPrestation, pupils, lines };
}

const names = atDepth(
  ["a24-annee-et-montants-2014", "a30-effectifs-par-niveau-2014", "a23-feuille-reformes-2014", "anomalies-2014"],
  [...smallSamples, "anomalies-2014"],
);

test("whatever is corrected in a sample: what the page saves, the command bills alike; what stays in the file is untouched; an undo goes back", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.array(drawn, { minLength: 1, maxLength: 4 }), async (name, all) => {
      const [file, year] = [`${name}.xlsx`, sampleYear(name)];
      const original = await readFile(samplePath(file));
      const page = await sessionOn(original, file);
      const corrections = await typeAll(page, all);
      const corrected = await savedBytes(page.held);

      // The user's own: the cells corrected, and no other byte.
      expect(strayChanges(original, corrected, corrections)).toEqual([]);
      const expected = await valuesOf(original);
      for (const { sheet, row, column, value } of corrections) {
        const at = `${sheet}!${cellName(row, column)}`;
        if (value === null) expected.delete(at);
        else expected.set(at, value);
        expect(
          cellAt(
            page.held.open.cells.sheets.find((one) => one.name === sheet)!,
            row,
            column,
          ),
        ).toBe(value);
      }
      expectSame(await valuesOf(corrected), expected);

      // The documents: those of the command, for the same file.
      await readIt(page, Number(year));
      const billed = await figures(corrected, file, year);
      if (billed === null) return expect(page.session.state.source.kind).toBe("refused");
      await generateIt(page);
      const saved = await savedBytes(page.held);
      expect(Buffer.from(saved).equals(billed.out)).toBe(true);

      // Nothing that Excel would bill otherwise is billed without an error at a cell.
      const inExcel = await figures(await correctedInExcel(original, file, corrections), file, year);
      const isTold = billed.json.anomalies.some(
        ({ severity, code }) => severity === "error" && code === "formula-without-result",
      );
      if (!isTold) expect(amounts(billed)).toEqual(amounts(inExcel));

      await page.session.run.undo();
      expect(Buffer.from(await savedBytes(page.held)).equals(Buffer.from(corrected))).toBe(true);
    }),
    // A case takes a second or two: none is spent on a smaller one that fails too.
    { numRuns: atDepth(1, 40), endOnFailure: true },
  );
});
