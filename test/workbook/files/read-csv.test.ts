import fc from "fast-check";
import { openWorkbookFile } from "../../../src/workbook";
import { readCsv } from "../../../src/workbook/files/read-csv";
import { atDepth, testInDepth } from "../../depth";
import { faultyFile, refused } from "./faulty-files";
import { openedFile } from "../../opened-file";

const csv = (text: string) => refused(new TextEncoder().encode(text), "parc.csv");
const lineRefused = async (text: string) => {
  const result = await openWorkbookFile(new TextEncoder().encode(text), "parc.csv");
  return result.ok ? "opened" : [result.anomaly.code, result.anomaly.params.line];
};

describe("a quote that does not close on a separator", () => {
  it("is refused at its line, and its sound twin is read whole", async () => {
    expect(await lineRefused(Buffer.from(faultyFile("unclosed-quote.csv")).toString())).toEqual(["csv-open-quote", 2]);
    const sound = await openedFile(faultyFile("unclosed-quote-closed.csv"), "parc.csv");
    expect(sound.cells.sheets[0]!.rows).toHaveLength(5);
  });

  it.each([
    ["at the end of the text", 'a;b\n1;"2\n3;4\n', 2],
    ["before other text", 'a;b\n1;2\n3;"Salle" 4\n', 3],
    ["closed by the next one, further down", 'a;b;c\n1;"Salle 3;x\n2;y;z\n3;"Salle 4;t\n', 2],
    ["closed by a blank text, further down", 'a;b;c\n1;2;"Salle 3\n2;y;z\n3;4;"\n', 2],
    ["after texts of several lines", 'a;b\n"1\n2";"3\r\n4"\n5;"6\n', 5],
  ])("%s", async (_, text, line) => {
    expect(await lineRefused(text)).toEqual(["csv-open-quote", line]);
  });

  it("is none inside a text that no quote opens, nor doubled inside one", () => {
    expect(readCsv('Écran 12";b\n"Écran 12""";"x"\n').rows).toEqual([
      ['Écran 12"', "b"],
      ['Écran 12"', "x"],
    ]);
  });
});

it("the Ctrl-Z by which programs of DOS end a text is left out, and no other one ends it", async () => {
  const text = "Commune;Postes;Serveurs\r\nBeure;12;1\r\nBusy;7;2";
  const rows = (await openedFile(Buffer.from(text), "parc.csv")).cells.sheets[0]!.rows;
  for (const end of ["\x1A", "\r\n\x1A", "\r\n\x1A\x1A\x1A"])
    expect((await openedFile(Buffer.from(text + end), "parc.csv")).cells.sheets[0]!.rows).toEqual(rows);
  expect(readCsv("a;b\n1\x1A;2\n\x1A").rows).toEqual([
    ["a", "b"],
    ["1\x1A", "2"],
  ]);
  expect((await csv(`${text.slice(0, -2)}\x1A`))[0]).toBe("csv-broken-lines");
});

it("the fields of a CSV are read as they were written, whatever is in them", () => {
  const field = fc.oneof(
    fc.string({ unit: fc.constantFrom("é", "a", " ", '"', ",", "1", "\t", "|") }),
    fc.constantFrom("ligne 1\nligne 2", "", '"', "a;b"),
  );
  const table = fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, fc.constantFrom("\n", "\r\n"), (rows, end) => {
      const written = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(";") + end);
      const read = readCsv(`sep=;\n${written.join("")}`).rows;
      const wanted = rows.map((row) => row.map((text) => (text === "" ? null : text)));
      const trimmed = wanted.every((row) => row[2] === null) ? wanted.map((row) => row.slice(0, 2)) : wanted;
      expect(read).toEqual(trimmed);
    }),
  );
});

const rowCount = atDepth(100_000, 400_000);

it(`a CSV of ${rowCount} rows is read, in UTF-8 or not`, async () => {
  const text = `Commune;École;Postes\r\n${"Beure;Élémentaire;12\r\n".repeat(rowCount)}`;
  for (const encoding of ["utf8", "latin1"] as const) {
    const { rows } = (await openedFile(Buffer.from(text, encoding), "parc.csv")).cells.sheets[0]!;
    expect([rows.length, rows.at(-1)]).toEqual([rowCount + 1, ["Beure", "Élémentaire", "12"]]);
  }
}, 30_000);

testInDepth("a CSV text of more than 300 MB is refused before it is read", async () => {
  const large = new Uint8Array(300_000_001).fill(97);
  expect(await refused(large, "parc.csv")).toEqual(["file-too-large", "", ""]);
  expect(await csv("a;b\n1;2\n")).toEqual(["opened"]);
});
