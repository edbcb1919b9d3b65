import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { writeOds } from "hucre/ods";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { cellName } from "../../../src/cells";
import { samplePath, samples, sampleYear, smallSamples } from "../../acceptance/samples";
import { faultyPath } from "../../workbook/files/faulty-files";
import { withPart } from "../../workbook/files/rich-workbook";

/** A file that somebody opens in the page, and the campaign that they choose. */
export interface OpenedFile {
  readonly name: string;
  readonly campaign: number;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
}

const sample = (name: string): OpenedFile => ({
  name: `${name}.xlsx`,
  campaign: Number(sampleYear(name)),
  bytes: () => readFile(samplePath(`${name}.xlsx`)),
});

/** The same inventory in another format: what it brings is what the command takes of it. */
function as(format: "xlsm" | "ods" | "csv", name: string): OpenedFile {
  const made = { xlsm: asXlsm, ods: asOds, csv: asCsv }[format];
  return { ...sample(name), name: `${name}.${format}`, bytes: async () => made(await sample(name).bytes()) };
}

function asXlsm(bytes: Uint8Array): Uint8Array {
  return withPart(bytes, "[Content_Types].xml", (text) =>
    text.replace(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
      "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    ),
  );
}

async function asOds(bytes: Uint8Array): Promise<Uint8Array> {
  const { sheets } = await readXlsx(bytes);
  return writeOds({ sheets: sheets.map(({ name, rows }) => ({ name, rows })) });
}

/** Of its first sheet, as Excel writes a .csv in France. */
async function asCsv(bytes: Uint8Array): Promise<Uint8Array> {
  const { sheets } = await readXlsx(bytes);
  const written = (value: unknown) =>
    value instanceof Date ? value.toISOString().slice(0, 10).split("-").reverse().join("/") : String(value ?? "");
  const lines = sheets[0]!.rows.map((row) => row.map((value) => `"${written(value).replaceAll('"', '""')}"`).join(";"));
  return Buffer.from(lines.join("\r\n"));
}

const kept = (path: string, campaign = 2014): OpenedFile => ({
  name: basename(path),
  campaign,
  bytes: () => readFile(path),
});

/** Every sample in the tests, in each format. */
export const sound: readonly OpenedFile[] = [
  ...[...smallSamples, ...samples, "anomalies-2014"].map(sample),
  as("xlsm", "a24-annee-et-montants-2014"),
  as("ods", "a22-installations-a-part-2014"),
  as("ods", "export-glpi-2015"),
  as("csv", "export-glpi-2015"),
  as("csv", "anomalies-2014"),
  kept("test/fixtures/cli/parc.xls"),
  kept("test/fixtures/workbook/suivi.xls"),
];

const faulty = [
  "bad-crc-image.xlsx",
  "date-in-quantity.xlsx",
  "inline-phonetic.xlsx",
  "merged-quantity.xlsx",
  "no-styles-part.xlsx",
  "qty-formula-no-value.xlsx",
  "sheet-xml-cut.xlsx",
  "sheet-xml-whole.xlsx",
  "sixty-in-date-format.xlsx",
  "tarif-date.xlsx",
  "tarif-formula-no-value.xlsx",
  "unclosed-quote-closed.csv",
  "unclosed-quote.csv",
  "user-name-ORDICLASSE_PERSO.xlsx",
  "utf16-sheet-as-utf8.xlsx",
  "utf16-sheet.xlsx",
].map((name) => kept(faultyPath(name)));

const made = (name: string, bytes: OpenedFile["bytes"]): OpenedFile => ({ name, campaign: 2014, bytes });
const text = (content: string) => () => Buffer.from(content);

/** Files that something is wrong with, and some that nothing can be made of. */
export const unsound: readonly OpenedFile[] = [
  ...faulty,
  made("vide.xlsx", () => new Uint8Array()),
  made("coupe.xlsx", async () => (await sample("parc-ecoles-2014").bytes()).subarray(0, 20_000)),
  made("protege.xlsx", () =>
    writeXlsx({ sheets: [{ name: "Parc", rows: [] }], encryption: { password: "x", spinCount: 10 } }),
  ),
  made("rapport.xlsx", text("%PDF-1.7\n1 0 obj")),
  made("notes.txt", text("Commune;École")),
  made("liste.xlsx", () => writeXlsx({ sheets: [{ name: "A", rows: [["x"]] }] })),
  made("bombe.xlsx", zipBomb),
  made("large.xlsx", tooWide),
];

/** A zip of a few kilobytes that says that it holds a part of 3 GB. */
async function zipBomb(): Promise<Uint8Array> {
  const bytes = Buffer.from(await sample("a24-annee-et-montants-2014").bytes());
  const [entry, size] = [bytes.indexOf("PK\u0001\u0002"), 24];
  bytes.writeUInt32LE(3_000_000_000, entry + size);
  return bytes;
}

/** A cell in the last place of a sheet: all that is between would be billions of cells. */
async function tooWide(): Promise<Uint8Array> {
  const bytes = await writeXlsx({ sheets: [{ name: "Parc", rows: [["x"]] }] });
  const last = cellName(1_048_575, 16_383);
  return withPart(bytes, "xl/worksheets/sheet1.xml", (part) =>
    part.replace("</sheetData>", `<row r="1048576"><c r="${last}"><v>1</v></c></row></sheetData>`),
  );
}
