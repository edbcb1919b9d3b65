import { writeXlsx } from "hucre/xlsx";
import { message } from "../../../src/messages";
import { particularRows, readOptionsSheet, type OptionsChange } from "../../../src/options";
import { writeGenerated } from "../../../src/workbook";
import { changeOptions, openActiveWorkbook } from "../../../src/workbook/office";
import { atDepth, pairs } from "../../depth";
import { objectErrors, transportErrors, type FaultMoment } from "../../host";
import type { HostWorkbook } from "../../host/model";
import { bookDigest } from "./digest";
import { sentBy, startExcel, type ExcelInTest } from "./excel";
import { modelsFor, townBytes, townFile } from "./town";
import { openedFile } from "../../opened-file";

const impatient = { wait: () => Promise.resolve() };
const setAside = (row: number, reason = "École fermée"): OptionsChange => ({
  ask: "choose",
  choice: { about: "row", choice: { file: null, sheet: "Parc", row, reason, was: "Beure · École élémentaire" } },
});
const chosen = (cell: string, commune: string): OptionsChange => ({
  ask: "choose",
  choice: { about: "commune", choice: { file: null, sheet: "Parc", cell, commune } },
});
const takenBack = (row: number): OptionsChange => ({
  ask: "take-back",
  choice: { about: "row", choice: { file: null, sheet: "Parc", row, reason: "" } },
});

/** A sheet of options as a user keeps one: a title, a note, formulas of their own. */
const ownOptions = {
  name: "Options Ordiclasse",
  rows: [
    ["Nos réglages"],
    [],
    ["Option", "Valeur", "Précision", "Précision 2", "Précision 3"],
    ["Besançon", "comme les autres", null, null, null, null, "vu avec Mme X"],
    ["Écarter la ligne", "Parc", 3, "en travaux", null, null, "jusqu’en mai"],
    ["Signataire", null],
  ],
  cells: new Map([["5,1", { formula: 'CONCATENATE("Mme ","X")', formulaResult: "Mme X" }]]),
};

let excel: ExcelInTest;
beforeAll(async () => void (excel = await startExcel(townFile)));
afterAll(() => excel.close());

async function withoutOptions(): Promise<HostWorkbook> {
  return excel.open(await townBytes({ Beure: 2, Morre: 3 }));
}

async function withOptions(): Promise<HostWorkbook> {
  const rows = [
    ["Commune", "École", "Élèves", "Postes client standard"],
    ["Beure", "École élémentaire", 40, 2],
    ["Morre", "École élémentaire", 40, 3],
  ];
  return excel.open(
    await writeXlsx({ sheets: [{ name: "Parc", rows }, ownOptions, { name: "Suivi", rows: [["x"]] }] }),
  );
}

/** What a pane reads of the options afterwards. */
async function read() {
  const reading = await openActiveWorkbook();
  if (!reading.ok) throw new Error(reading.anomaly.code);
  const options = readOptionsSheet(reading.workbook.cells.sheets);
  if (!options.ok) throw new Error(options.error[0]!.code);
  return options.value;
}

const names = ({ book }: HostWorkbook) => book.sheets.map(({ name }) => name);
const digest = (workbook: HostWorkbook) => JSON.stringify(bookDigest(workbook));
/** Without the panes, which are no reason to take a choice back. */
const content = (workbook: HostWorkbook) =>
  JSON.stringify(bookDigest(workbook), (part, value: unknown) => (part === "freeze" ? undefined : value));

describe("a choice in a workbook without options", () => {
  it("makes the sheet, with all that can be chosen, and reads back as it was asked, in two requests", async () => {
    const workbook = await withoutOptions();
    const before = workbook.userCells();
    expect(await changeOptions([setAside(2), chosen("A3", "Beure")])).toEqual({ ok: true });
    expect(sentBy(excel.host)).toHaveLength(2);
    expect(names(workbook)).toEqual(["Parc", "Suivi", "Options Ordiclasse"]);
    expect(workbook.userCells().slice(0, 2)).toEqual(before);
    expect(await read()).toMatchObject({
      besancon: "like-others",
      setAside: [{ sheet: "Parc", row: 2, reason: "École fermée", was: "Beure · École élémentaire" }],
      communes: [{ sheet: "Parc", cell: "A3", commune: "Beure" }],
    });
  });

  it("puts it after the user's sheets and before the documents, under headings that stay in view", async () => {
    const bytes = await townBytes({ Beure: 2 });
    const file = await openedFile(bytes, townFile);
    const workbook = await excel.open(await writeGenerated(file, modelsFor(file)));
    const documents = names(workbook).slice(2);
    expect(await changeOptions([setAside(2)])).toEqual({ ok: true });
    expect(names(workbook)).toEqual(["Parc", "Suivi", "Options Ordiclasse", ...documents]);
    const sheet = workbook.sheet("Options Ordiclasse");
    expect(sheet.grid.style(0, 0).bold).toBe(true);
    expect(sheet.grid.style(1, 0).bold).toBe(false);
    expect(sheet.freeze).not.toBeNull();
    // The longest option fits its column.
    expect(sheet.widthOf(0)).toBeGreaterThan(100);
  });

  it("keeps as texts what Excel would take for something else", async () => {
    await withoutOptions();
    const reason = "=1+1";
    const signatory = { name: "1/2", title: "+33", delegation: "@Maire" };
    expect(await changeOptions([{ ask: "set", settings: { signatory } }, setAside(2, reason)])).toEqual({ ok: true });
    expect(await read()).toMatchObject({ signatory, setAside: [{ reason }] });
  });
});

describe("the particulars", () => {
  // Excel would take the number of the état for a date, and a SIRET for a number.
  const particulars = {
    stateNumber: "2014-01",
    sessionOn: "2014-11-06",
    creditorSiret: "21250056500016",
    contact: "Mme Y, 03 81 00 00 00",
  };
  const signatory = { name: "Mme X", title: "Adjointe", delegation: "" };
  const settings = { besancon: "left-out", schoolUnit: "each", printableFiches: true, signatory, particulars } as const;

  it("are written beside the other settings, below the rows of a sheet that has none of them, and read back the same", async () => {
    const workbook = await withOptions();
    expect(await changeOptions([{ ask: "set", settings }])).toEqual({ ok: true });
    expect(await read()).toMatchObject({ ...settings, particulars });
    const sheet = workbook.userCells()[1]!.cells;
    expect(Object.values(sheet)).toEqual(expect.arrayContaining(["2014-01", "06/11/2014", "212 500 565 00016"]));
  });

  it("all of them, given at once, find room below a sheet of few rows", async () => {
    await withOptions();
    const texts = Object.entries(particularRows).filter(([, { kind }]) => kind === "text");
    const all = Object.fromEntries(texts.map(([name]) => [name, "X"]));
    await changeOptions([{ ask: "set", settings: { ...settings, particulars: all } }]);
    expect((await read()).particulars).toEqual(all);
  });

  it("are left to fill again once they are cleared", async () => {
    await withOptions();
    await changeOptions([{ ask: "set", settings }]);
    expect(await changeOptions([{ ask: "set", settings: { ...settings, particulars: {} } }])).toEqual({ ok: true });
    expect((await read()).particulars).toBeUndefined();
  });
});

describe("a choice in a workbook with options", () => {
  it("adds its row below, in three requests, and leaves every other cell alone", async () => {
    const workbook = await withOptions();
    const before = workbook.userCells();
    expect(await changeOptions([chosen("A2", "Beure")])).toEqual({ ok: true });
    expect(sentBy(excel.host)).toHaveLength(3);
    const [parc, options, suivi] = workbook.userCells();
    expect([parc, suivi]).toEqual([before[0], before[2]]);
    expect(options!.cells).toEqual({
      ...before[1]!.cells,
      "6,0": "Commune",
      "6,1": "Parc",
      "6,2": "A2",
      "6,3": "Beure",
    });
  });

  it("changes one value", async () => {
    const workbook = await withOptions();
    const { cells } = workbook.userCells()[1]!;
    expect(await changeOptions([{ ask: "set", settings: { besancon: "left-out" } }])).toEqual({ ok: true });
    expect(workbook.userCells()[1]!.cells).toEqual({ ...cells, "3,1": "non facturée" });
  });

  it("clears the row of a choice that is taken back, its notes apart", async () => {
    const workbook = await withOptions();
    expect(await changeOptions([takenBack(3)])).toEqual({ ok: true });
    expect((await read()).setAside).toBeUndefined();
    expect(workbook.cell("Options Ordiclasse", "G5")).toBe("jusqu’en mai");
    expect(workbook.cell("Options Ordiclasse", "A5")).toBeNull();
  });

  it("sends nothing to be written where nothing changes", async () => {
    await withOptions();
    expect(await changeOptions([takenBack(9), { ask: "set", settings: { besancon: "like-others" } }])).toEqual({
      ok: true,
    });
    expect(sentBy(excel.host)).toHaveLength(2);
  });

  it("finds the sheet whatever its case, hidden or not", async () => {
    const workbook = await withOptions();
    Object.assign(workbook.sheet("Options Ordiclasse"), { name: "OPTIONS ordiclasse", visibility: "Hidden" });
    expect(await changeOptions([setAside(2)])).toEqual({ ok: true });
    expect(names(workbook)).toEqual(["Parc", "OPTIONS ordiclasse", "Suivi"]);
    expect((await read()).setAside).toHaveLength(2);
  });
});

describe("a choice that cannot be written", () => {
  const refused = async (changes: readonly OptionsChange[], workbook: HostWorkbook) => {
    const before = digest(workbook);
    const outcome = await changeOptions(changes, impatient);
    expect(digest(workbook)).toBe(before);
    if (outcome.ok) throw new Error("written");
    const { code, params } = outcome.anomaly;
    for (const language of ["fr", "en"] as const) expect(message(code, params, language)).not.toMatch(/[{}]/);
    return code;
  };

  it("says why: the sheet is protected, or the workbook where the sheet has to be made", async () => {
    const workbook = await withOptions();
    workbook.sheet("Options Ordiclasse").isProtected = true;
    expect(await refused([setAside(2)], workbook)).toBe("office-protected-sheet");
    const other = await withoutOptions();
    other.book.isProtected = true;
    expect(await refused([setAside(2)], other)).toBe("office-protected-workbook");
  });

  it("a protected structure, or another sheet's protection, does not prevent writing a choice", async () => {
    const workbook = await withOptions();
    workbook.book.isProtected = true;
    workbook.sheet("Parc").isProtected = true;
    expect(await changeOptions([setAside(2)])).toEqual({ ok: true });
  });

  it("says why: the options cannot be read as they are", async () => {
    const workbook = await withOptions();
    workbook.type("Options Ordiclasse", "B4", "parfois");
    expect(await refused([setAside(2)], workbook)).toBe("options-sheet-bad-choice");
  });
});

describe("a fault of Excel while a choice is written", () => {
  const codes: readonly (string | number)[] = [
    ...Object.keys(objectErrors),
    ...transportErrors.map(({ error }) => error),
  ];
  const changes = [
    setAside(2),
    takenBack(3),
    chosen("A3", "Beure"),
    { ask: "set", settings: { besancon: "left-out", signatory: { name: "M. Y", title: "Maire", delegation: "" } } },
  ] as const;

  const places = [
    ["in a sheet of the user's", withOptions, 3],
    ["in a new sheet", withoutOptions, 2],
  ] satisfies [string, () => Promise<HostWorkbook>, number][];
  describe.each(atDepth(places.slice(0, 1), places))("%s", (_where, open, requests) => {
    /** Whole, or as before: what is said is what is. */
    const strike = async (faults: readonly { request: number; code: string | number; when: FaultMoment }[]) => {
      const done = content(await changed());
      let workbook = await open();
      const before = content(workbook);
      for (const { request, code, when } of faults) {
        excel.host.failAt(request, { code, when });
        const outcome = await changeOptions(changes, impatient);
        expect([request, code, when, content(workbook) === (outcome.ok ? done : before)]).toEqual([
          request,
          code,
          when,
          true,
        ]);
        if (outcome.ok) workbook = await open();
        else expect(message(outcome.anomaly.code, outcome.anomaly.params)).toContain("Rien n’a été changé");
      }
    };
    const changed = async () => {
      const workbook = await open();
      await changeOptions(changes);
      return workbook;
    };

    it.each<FaultMoment>(["before", "halfway", "after"])(
      "%s it takes effect, at any request, whatever its code: all of it stands, or nothing of it",
      async (when) => {
        const all = Array.from({ length: requests }, (_, index) => index + 1);
        await strike(pairs(all, codes).map(([request, code]) => ({ request, code, when })));
      },
    );

    it("a fault after each of the actions of writing a choice leaves all of it, or nothing", async () => {
      await changed();
      const { actions } = sentBy(excel.host).at(-1)!;
      await strike(
        Array.from({ length: actions + 1 }, (_, when) => ({ request: requests, code: "GeneralException", when })),
      );
    });

    it("a lasting fault while a choice is written asks to check the sheet, and the next choice is written", async () => {
      for (const when of ["before", "halfway", "after"] as const) {
        const workbook = await open();
        excel.host.failAt(requests, { code: "GeneralException", when, forever: true });
        const outcome = await changeOptions(changes, impatient);
        expect(outcome).toMatchObject({ ok: false, anomaly: { code: "office-options-unfinished" } });
        excel.host.mend();
        if (when === "halfway") continue;
        expect(await changeOptions(changes, impatient)).toEqual({ ok: true });
        expect(await read()).toMatchObject({ besancon: "left-out", signatory: { name: "M. Y" } });
        expect(names(workbook).filter((name) => name.startsWith("Options"))).toHaveLength(1);
      }
    });
  });
});
