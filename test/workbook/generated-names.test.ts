import { writeGenerated } from "../../src/workbook";
import { openActiveWorkbook, publish } from "../../src/workbook/office";
import { readState } from "../../src/workbook/office/workbook-state";
import { unzip } from "../../src/workbook/files/package";
import { atDepth } from "../depth";
import { faultyFile } from "./files/faulty-files";
import { startExcel, type ExcelInTest } from "./office/excel";
import { modelsFor } from "./office/town";
import { openedFile } from "../opened-file";

jest.setTimeout(60_000);

const file = "parc.xlsx";
/** Names of the user's that begin as ours do, all on « Notes », which also bears the key of a Journal. */
const bytes = faultyFile("user-name-ORDICLASSE_PERSO.xlsx");
const theirs = ["ORDICLASSE_MONTAUX", "ORDICLASSE_PERSO", "ORDICLASSE_TITRE", "ordiclasse_du_25014"];
const warnings = [
  ["warning", "own-key-taken", "Notes", null],
  ["warning", "own-name-taken", "Notes", "A4"],
  ["warning", "own-name-taken", "Notes", "A4"],
];

/** The workbook's names with our prefix, and what they lead to. */
function namesIn(written: Uint8Array): Map<string, string> {
  const xml = new TextDecoder().decode(unzip(written).get("xl/workbook.xml"));
  const found = xml.matchAll(/<definedName(?![^>]*localSheetId)[^>]* name="(ORDICLASSE_[^"]*)"[^>]*>([^<]*)</gi);
  return new Map([...found].map(([, name, formula]) => [name!, formula!]));
}

describe("what only looks like ours is the user's: it is kept, and said", () => {
  test("in a file, and again over the documents of the first run", async () => {
    const opened = await openedFile(bytes, file);
    const told = opened.anomalies.map(({ severity, code, sheet, cell }) => [severity, code, sheet, cell]);
    expect(told).toEqual(warnings);
    expect([opened.generatedSheets, opened.journalRows]).toEqual([[], []]);
    const notes = opened.cells.sheets.find(({ name }) => name === "Notes")!;
    expect(notes.generatedKey).toBeNull();

    const before = namesIn(bytes);
    expect([...before.keys()].sort()).toEqual(theirs);
    let standing = opened;
    for (let run = 1; run <= atDepth(1, 2); run++) {
      const written = await writeGenerated(standing, modelsFor(standing, { year: 2014 }));
      standing = await openedFile(written, file);
      const after = namesIn(written);
      for (const name of theirs) expect([name, after.get(name)]).toEqual([name, before.get(name)]);
      expect(after.get("ORDICLASSE_CAGB")).toMatch(/^'Titre CAGB'!/);
      const { cells, generatedSheets } = standing;
      expect(cells.sheets.find(({ name }) => name === "Notes")!.rows).toEqual(notes.rows);
      expect(generatedSheets.filter(({ key }) => key === "journal")).toEqual([{ key: "journal", name: "Journal" }]);
    }
  });

  describe("in Excel", () => {
    let excel: ExcelInTest;
    beforeAll(async () => {
      excel = await startExcel(file);
    });
    afterAll(() => excel.close());

    test("the same", async () => {
      await excel.open(bytes);
      const read = await openActiveWorkbook();
      if (!read.ok) throw new Error(read.anomaly.code);
      const told = read.workbook.anomalies.map(({ severity, code, sheet, cell }) => [severity, code, sheet, cell]);
      expect(told).toEqual(warnings);
      const before = (await readState()).otherNames;
      expect(before.map(({ name }) => name).sort()).toEqual(theirs);
      const models = modelsFor(read.workbook, { year: 2014 });
      for (let times = 0; times < atDepth(1, 2); times++) {
        expect(await publish(models)).toMatchObject({ ok: true });
        const state = await readState();
        expect(state.otherNames).toEqual(before);
        expect(state.names.map(({ name }) => name)).toContain("ORDICLASSE_CAGB");
        expect(state.sheets.filter(({ key }) => key === "journal").map(({ name }) => name)).toEqual(["Journal"]);
      }
    });
  });
});
