import { builtInConvention, campaignOf } from "../../src/tariff";
import { writeGenerated } from "../../src/workbook";
import { openActiveWorkbook, publish } from "../../src/workbook/office";
import { readState } from "../../src/workbook/office/workbook-state";
import { unzip } from "../../src/workbook/files/package";
import { splitNames } from "../../src/workbook/generated-names";
import { atDepth, describeInDepth, testInDepth } from "../depth";
import { faultyFile } from "./files/faulty-files";
import { withPart } from "./files/rich-workbook";
import { startExcel, type ExcelInTest } from "./office/excel";
import { modelsFor, townBytes } from "./office/town";
import { openedFile } from "../opened-file";

const file = "parc.xlsx";
/** Names of the user's that begin as ours do, all on « Notes », which also bears the key of a Journal. */
const bytes = faultyFile("user-name-ORDICLASSE_PERSO.xlsx");
const theirs = ["ORDICLASSE_MONTAUX", "ORDICLASSE_PERSO", "ORDICLASSE_TITRE", "ordiclasse_du_25014"];
const warnings = [
  ["warning", "own-key-taken", "Notes", null],
  ["warning", "own-name-taken", "Notes", "A4"],
  ["warning", "own-name-taken", "Notes", "A4"],
];

/** The workbook's names that begin so, and what they lead to. */
function namesIn(written: Uint8Array, beginning = "ORDICLASSE_"): Map<string, string> {
  const xml = new TextDecoder().decode(unzip(written).get("xl/workbook.xml"));
  const found = xml.matchAll(/<definedName(?![^>]*localSheetId)[^>]* name="([^"]*)"[^>]*>([^<]*)</g);
  const names = [...found].map(([, name, formula]) => [name!, formula!.replaceAll("&apos;", "'")] as const);
  return new Map(names.filter(([name]) => name.toUpperCase().startsWith(beginning)));
}

describe("a name that only looks like ours is the user's: it is kept, and reported", () => {
  test("a name that only looks like ours is kept and reported, in a file, and again over the documents of the first run", async () => {
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

  describeInDepth("a name that only looks like ours, in Excel", () => {
    let excel: ExcelInTest;
    beforeAll(async () => {
      excel = await startExcel(file);
    });
    afterAll(() => excel.close());

    test("a name of the user's that looks like ours is kept and reported in Excel", async () => {
      await excel.open(bytes);
      const read = await openActiveWorkbook();
      if (!read.ok) throw new Error(read.anomaly.code);
      const told = read.workbook.anomalies.map(({ severity, code, sheet, cell }) => [severity, code, sheet, cell]);
      expect(told).toEqual(warnings);
      const before = (await readState()).otherNames;
      expect(before.map(({ name }) => name).sort()).toEqual(theirs);
      const models = modelsFor(read.workbook, { year: 2014 });
      for (let times = 0; times < 2; times++) {
        expect(await publish(models)).toMatchObject({ ok: true });
        const state = await readState();
        expect(state.otherNames).toEqual(before);
        expect(state.names.map(({ name }) => name)).toContain("ORDICLASSE_CAGB");
        expect(state.sheets.filter(({ key }) => key === "journal").map(({ name }) => name)).toEqual(["Journal"]);
      }
    });
  });
});

describe("the names of another convention than that of 2014 are ours by its service", () => {
  const built = builtInConvention(2014);
  const sivom = { ...built.nouns.debtor, singular: "Sivom", gender: "masculine" } as const;
  const convention = { ...built, service: "Cantines", nouns: { ...built.nouns, service: "Cantines", debtor: sivom } };
  const campaign = campaignOf(2014, convention);
  const ours = ["CANTINES_COMMUNES", "CANTINES_DU_25058", "CANTINES_DU_25560", "CANTINES_SIVOM", "CANTINES_TITRE"];
  const theirs = [
    ["CANTINES_PERSO", "Suivi!$A$1"],
    ["CANTINES_TITRES", "#REF!"],
    ["MON_TITRE", "'Titre Sivom'!$A$1"],
    ["MORT_TITRE", "#REF!"],
  ] as const;

  const write = async (bytes: Uint8Array, options = {}): Promise<Uint8Array> => {
    const opened = await openedFile(bytes, file);
    return writeGenerated(opened, modelsFor(opened, options));
  };
  const namesOf = (bytes: Uint8Array) => namesIn(bytes, "");
  const withUsers = (bytes: Uint8Array): Uint8Array => {
    const added = theirs.map(([name, formula]) => `<definedName name="${name}">${formula}</definedName>`).join("");
    return withPart(bytes, "xl/workbook.xml", (xml) => xml.replace("<definedNames>", `<definedNames>${added}`));
  };

  test("they are written again, then give way to those of 2014; the user's own, which look alike, stay", async () => {
    const first = await write(await townBytes({ Beure: 2, Thise: 4 }), { campaign });
    expect([...namesOf(first).keys()].sort()).toEqual(ours);
    expect(namesOf(first).get("CANTINES_TITRE")).toMatch(/^'Titre Sivom'!/);

    const mixed = withUsers(first);
    const opened = await openedFile(mixed, file);
    expect(opened.ownAmounts.map(({ name }) => name).sort()).toEqual(ours);
    expect(opened.anomalies).toEqual([]);

    const again = await write(mixed, { campaign });
    expect(namesOf(again)).toEqual(new Map([...theirs, ...namesOf(first)]));
    const of2014 = ours.map((name) => name.replace("CANTINES", "ORDICLASSE").replace("SIVOM", "CAGB"));
    expect([...namesOf(await write(again)).keys()].sort()).toEqual([...theirs.map(([name]) => name), ...of2014].sort());
  });

  testInDepth("the names of another convention replace those of its first generation in Excel", async () => {
    const excel = await startExcel(file);
    try {
      const first = await write(await townBytes({ Beure: 2, Thise: 4 }), { campaign });
      await excel.open(withUsers(first));
      const read = await openActiveWorkbook();
      if (!read.ok) throw new Error(read.anomaly.code);
      expect(await publish(modelsFor(read.workbook, { campaign }))).toMatchObject({ ok: true });
      const { names, otherNames } = await readState();
      expect(names.map(({ name }) => name).sort()).toEqual(ours);
      expect(otherNames.map(({ name }) => name)).toEqual(theirs.map(([name]) => name));
    } finally {
      excel.close();
    }
  });

  test("they are found again once the sheets that they led to are gone", () => {
    const wanted = ours.map((name) => ({ name, formula: "Titre!$A$1" }));
    const dead = [...ours, "CANTINES_DU_25112", "MORT_TITRE"].map((name) => ({ name, formula: "#REF!" }));
    const split = splitNames(dead, new Set(["Titre"]), wanted);
    expect(split.own.map(({ name }) => name)).toEqual([...ours, "CANTINES_DU_25112"]);
  });
});
