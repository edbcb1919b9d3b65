import { amountsOf } from "../amounts";
import { writeXlsx } from "hucre/xlsx";
import { screenOf } from "../../../src/taskpane/screens";
import { offersOf } from "../../../src/taskpane/state/offers";
import { columnQuestion } from "../../../src/taskpane/state/choices";
import { previewOf } from "../../../src/taskpane/state/state";
import { amagney, smallWorkbook } from "../../cli/small-workbook";
import { testInDepth } from "../../depth";
import { generateIt, sessionIn, sheetNames, type SessionInExcel } from "../session-in-excel";

let open: SessionInExcel | null = null;
afterEach(() => {
  open?.page.close();
  open = null;
});

/** Two schools of a commune whose name is missing a letter: 3 and 2 workstations, none installed this year. */
const misspelt = [
  ["Avane-Aveney", "École A", 50, 3, 0],
  ["Avane-Aveney", "École B", 50, 2, 0],
];
const sheetOfOptions = "Options Ordiclasse";

async function readIt(bytes?: Uint8Array): Promise<SessionInExcel> {
  open?.page.close();
  open = await sessionIn(bytes ?? (await smallWorkbook([amagney, ...misspelt])), "parc.xlsx");
  open.session.dispatch({ type: "campaign-chosen", campaign: 2014 });
  await open.session.run.read();
  return open;
}

const preview = ({ session }: SessionInExcel) => previewOf(session.state)!;
const cellsOf = (opened: SessionInExcel, code: string) =>
  preview(opened)
    .points.flatMap(({ anomalies }) => anomalies)
    .flatMap((anomaly) => (anomaly.code === code ? [anomaly.cell] : []));
const groups = ({ session }: SessionInExcel) => {
  const { options } = session.state;
  return options.kind === "seen" ? options.groups : [];
};
/** The rows of the sheet of options that say something about places, as a reader sees them. */
const written = ({ workbook }: SessionInExcel) =>
  workbook
    .sheet(sheetOfOptions)
    .grid.values.map((row) => (row ?? []).map((cell) => cell ?? ""))
    .filter(([option]) => ["Commune", "Colonne", "Écarter la ligne"].includes(String(option)));
/** Amagney pays 368,60 + 63,20; each workstation of Avanne-Aveney, 36,86. */
const due = (workstations: number) => (368.6 + 63.2 + workstations * 36.86).toFixed(2);

describe("« C’est Avanne-Aveney »", () => {
  it("is written in the sheet of options, and the row is billed; the user’s cells do not change", async () => {
    const opened = await readIt();
    const before = opened.workbook.userCells();
    expect(offersOf(0, preview(opened), opened.session.state.options).commune).toMatchObject({
      nearest: { name: "Avanne-Aveney", insee: "25036" },
      text: "Avane-Aveney",
      alike: [1],
    });
    await opened.session.run.chooseCommune(0, "Avanne-Aveney", false);
    // The point that is left opens by itself: its cell is ready to be typed in.
    const { sheet, top, left } = opened.workbook.book.selection;
    expect([sheet.name, top, left]).toEqual(["Parc", 3, 0]);
    expect(written(opened)).toEqual([["Commune", "Parc", "A3", "Avanne-Aveney", "", "Avane-Aveney"]]);
    expect(opened.workbook.userCells()[0]).toEqual(before[0]);
    expect(cellsOf(opened, "unknown-commune")).toEqual(["A4"]);
    expect(amountsOf(preview(opened)).due).toBe(due(3));
  });

  it("is for one cell, and for those that say the same only where that is asked for", async () => {
    const opened = await readIt();
    await opened.session.run.chooseCommune(0, "Avanne-Aveney", true);
    expect(written(opened)).toHaveLength(2);
    expect(amountsOf(preview(opened)).due).toBe(due(3 + 2));
    expect(preview(opened).counts.error).toBe(0);
  });

  it("leads to the next point, and says what is left", async () => {
    const opened = await readIt();
    await opened.session.run.chooseCommune(0, "Avanne-Aveney", false);
    const { list, focus, notice, step } = opened.session.state;
    const { point, place } = list;
    expect({ focusOn: focus.on, step, cell: preview(opened).points[point!]!.anomalies[place]!.cell }).toEqual({
      focusOn: "point",
      step: "controle",
      cell: "A4",
    });
    expect(notice).toMatchObject({ code: "pane-choice-kept-left", params: { errors: 1, sheet: sheetOfOptions } });
  });

  it("goes with the workbook: saved and opened again, it still holds", async () => {
    const opened = await readIt();
    await opened.session.run.chooseCommune(0, "Avanne-Aveney", true);
    const again = await readIt(await opened.workbook.save());
    expect(amountsOf(preview(again)).due).toBe(due(5));
    expect(preview(again).counts.error).toBe(0);
  });

  it("is taken back, one by one or all that say the same: the cell is read as before", async () => {
    const opened = await readIt();
    await opened.session.run.chooseCommune(0, "Avanne-Aveney", true);
    const points = preview(opened).points;
    const about = points.findIndex(({ code, anomalies }) => code === "commune-chosen" && anomalies[0].cell === "A3");
    const { choice } = offersOf(about, preview(opened), opened.session.state.options);
    await opened.session.run.takeBack([choice!]);
    expect(cellsOf(opened, "unknown-commune")).toEqual(["A3"]);
    await opened.session.run.chooseCommune(0, "Avanne-Aveney", true);
    expect(groups(opened).map(({ cells }) => [...cells].sort())).toEqual([["A3", "A4"]]);
    await opened.session.run.takeBack(groups(opened)[0]!.choices);
    expect(cellsOf(opened, "unknown-commune")).toEqual(["A3", "A4"]);
    expect(written(opened)).toEqual([]);
  });

  it("does not follow what moved: the cell says something else, a point tells it and takes the choice back", async () => {
    const opened = await readIt();
    await opened.session.run.chooseCommune(0, "Avanne-Aveney", false);
    opened.workbook.type("Parc", "A3", "Avane");
    await opened.session.run.read();
    const moved = preview(opened).points.findIndex(({ code }) => code === "choice-moved");
    const { choice } = offersOf(moved, preview(opened), opened.session.state.options);
    await opened.session.run.takeBack([choice!]);
    expect(cellsOf(opened, "choice-moved")).toEqual([]);
    expect(written(opened)).toEqual([]);
  });
});

describe("« Écarter la ligne »", () => {
  it("keeps the row out of the bill for the reason given, and brings it back", async () => {
    const opened = await readIt();
    opened.session.dispatch({ type: "point-opened", point: 0 });
    await opened.session.run.walk(1);
    await opened.session.run.excludeRow(0, "  école fermée ");
    expect(written(opened)).toEqual([["Écarter la ligne", "Parc", 4, "école fermée", "", "Avane-Aveney · École B"]]);
    expect(preview(opened).rows[0]).toMatchObject({ read: 3, billed: 1, excluded: 1, error: 1 });
    await opened.session.run.takeBack(groups(opened)[0]!.choices);
    expect(preview(opened).rows[0]).toMatchObject({ excluded: 0, error: 2 });
  });

  it("is said of the table that the cell stands in, where tables stand side by side", async () => {
    const headings = ["Commune", "École", "Postes clients standard"];
    const opened = await readIt(
      await writeXlsx({
        sheets: [
          {
            name: "Effectifs",
            rows: [
              ["Commune", "École", "Effectif"],
              ["Amagney", "École primaire", 100],
              ["Pirey", "Les Vergers", 60],
            ],
          },
          {
            name: "Parc",
            rows: [
              [...headings, null, ...headings],
              ["Amagney", "École primaire", 10, null, "Pirey", "Les Vergers", "12 ?"],
            ],
          },
        ],
      }),
    );
    const { session } = opened;
    const index = preview(opened).points.findIndex(({ code }) => code === "quantity-text");
    const [place] = preview(opened).points[index]!.anomalies;
    expect(session.query.describeRow(place)).toBe("Pirey · Les Vergers · 12 ?");
    expect(session.query.aboutCell(place)).toMatch(/^Pirey · Les Vergers · Postes/);
    await session.run.excludeRow(index, "école fermée");
    expect(written(opened)).toEqual([["Écarter la ligne", "Parc", "G2", "école fermée", "", "Pirey · Les Vergers"]]);
    // The left table is billed all the same: 10 × 36,86 = 368,60 €.
    expect(amountsOf(preview(opened)).due).toBe((10 * 36.86).toFixed(2));
  });

  it("has a reason even where none is given: when, and where", async () => {
    const opened = await readIt();
    await opened.session.run.excludeRow(0, " ");
    expect(written(opened)[0]).toEqual(expect.arrayContaining(["Écartée dans le volet le 25/11/2014"]));
  });

  it("is not offered for what is only to be looked at", async () => {
    const opened = await readIt(await smallWorkbook([["Amagney", "École primaire", 100, 4, 6]]));
    const at = preview(opened).points.findIndex(({ code }) => code === "more-installed");
    expect(offersOf(at, preview(opened), opened.session.state.options).row).toBeNull();
  });
});

describe("the meaning of a column", () => {
  const ambiguous = () =>
    writeXlsx({
      sheets: [
        {
          name: "Parc",
          rows: [
            ["Commune", "École", "Effectif", "Postes"],
            ["Amagney", "École primaire", 100, 10],
          ],
        },
      ],
    });
  const postes = { sheet: "Parc", otherFile: null, cell: "D1" };

  it("is asked for at Lecture where its heading leaves it open, and billed as it is said", async () => {
    const opened = await readIt(await ambiguous());
    const { session } = opened;
    const { question } = preview(opened).points[0]!;
    expect(question).toMatchObject({ about: "column", word: "Postes", places: [{ sheet: "Parc", cell: "D1" }] });
    session.dispatch({ type: "opened", open: { screen: "column", column: postes } });
    expect(session.state).toMatchObject({ step: "lecture", open: { screen: "column", column: postes } });
    expect(session.query.sampleValues(postes)).toEqual(["10"]);
    await session.run.answer(question!, "POSTE_STD maintenance", null);
    expect(written(opened)).toEqual([["Colonne", "Parc", "D1", "POSTE_STD maintenance", "", "Postes"]]);
    // 10 workstations: 10 × 36,86.
    expect(preview(opened).unclear.size).toBe(0);
    expect(amountsOf(preview(opened)).due).toBe("368.60");
  });

  it("may be another than the one understood, and goes back to it", async () => {
    const opened = await readIt(await smallWorkbook());
    const [table] = preview(opened).tables;
    const question = columnQuestion(table!, { cell: "D1", header: "" }, []);
    await opened.session.run.answer(question, "POSTE_SPEC maintenance", null);
    const one = amountsOf(preview(opened)).due;
    await opened.session.run.answer(question, "ignorer", null);
    expect(written(opened)).toHaveLength(1);
    expect(amountsOf(preview(opened)).due).not.toBe(one);
    await opened.session.run.takeBack(groups(opened)[0]!.choices);
    expect(amountsOf(preview(opened)).due).toBe(due(0));
  });

  it("is one of those that the grid has a price for", async () => {
    const meanings = preview(await readIt(await smallWorkbook())).meanings.map(({ as }) => as);
    expect(meanings).toEqual(expect.arrayContaining(["POSTE_STD installation", "IMPRIMANTE maintenance", "effectif"]));
    expect(meanings).not.toContain("IMPRIMANTE installation");
  });
});

describe("a choice that cannot be kept", () => {
  it("is told where the options are those of another file, which the pane does not write", async () => {
    const opened = await readIt();
    const options = await writeXlsx({
      sheets: [
        {
          name: sheetOfOptions,
          rows: [
            ["Option", "Valeur"],
            ["Fiches (impression)", "oui"],
          ],
        },
      ],
    });
    await opened.session.run.addWorkbook({
      name: "options.xlsx",
      arrayBuffer: () => Promise.resolve(options.slice().buffer),
    });
    const before = opened.workbook.userCells();
    await opened.session.run.excludeRow(0, "");
    expect(opened.session.state.trouble).toMatchObject({ code: "pane-options-elsewhere", file: "options.xlsx" });
    expect(opened.workbook.userCells()).toEqual(before);
  });

  it("is told where Excel refuses: nothing is written, and the point stays", async () => {
    const opened = await readIt();
    const before = opened.workbook.userCells();
    opened.host.cellEditing = true;
    await opened.session.run.chooseCommune(0, "Avanne-Aveney", false);
    opened.host.mend();
    expect(opened.session.state).toMatchObject({ trouble: { code: "office-cell-edit" }, work: { kind: "none" } });
    expect(opened.workbook.userCells()).toEqual(before);
    expect(cellsOf(opened, "unknown-commune")).toEqual(["A3", "A4"]);
  });

  it("is told where the workbook is open for reading only", async () => {
    open = await sessionIn(await smallWorkbook([amagney, ...misspelt]), "parc.xlsx", { host: { readOnly: true } });
    open.session.dispatch({ type: "campaign-chosen", campaign: 2014 });
    await open.session.run.read();
    await open.session.run.excludeRow(0, "");
    expect(open.session.state.trouble).toMatchObject({ code: "office-read-only" });
  });
});

testInDepth("a choice kept after a generation outlives its undoing", async () => {
  const opened = await readIt(await smallWorkbook());
  await generateIt(opened);
  const [table] = preview(opened).tables;
  const question = columnQuestion(table!, { cell: "D1", header: "" }, []);
  await opened.session.run.answer(question, "POSTE_SPEC maintenance", null);
  await opened.session.run.undo();
  expect(opened.session.state.ending.kind).toBe("undone");
  expect(sheetNames(opened)).toEqual(["Parc", sheetOfOptions]);
  expect(written(opened)).toHaveLength(1);
});

test("choices are printed on the documents: Contrôles says what is read otherwise, and for which reason", async () => {
  const opened = await readIt();
  await opened.session.run.chooseCommune(0, "Avanne-Aveney", false);
  await opened.session.run.excludeRow(opened.session.state.list.point!, "école fermée");
  await generateIt(opened);
  expect(screenOf(opened.session.state)).toBe("done");
  const printed = JSON.stringify(opened.workbook.sheet("Contrôles").grid.values);
  expect(printed).toContain("Avanne-Aveney");
  expect(printed).toContain("école fermée");
});
