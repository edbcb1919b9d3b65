import { amountsOf } from "../amounts";
import { writeXlsx, type CellValue } from "hucre/xlsx";
import { readFile, writeFile } from "node:fs/promises";
import { screenOf } from "../../../src/taskpane/screens";
import { previewOf } from "../../../src/taskpane/state/state";
import { testInDepth } from "../../depth";
import { Folder, run } from "../../cli/run-rebill";
import { HostWorkbook } from "../../host/model";
import { generateIt, sessionIn, type SessionInExcel } from "../session-in-excel";
import { comparedIn, modelsOf, picked } from "./analyses";

const folder = new Folder();
let open: SessionInExcel | null = null;
afterEach(() => {
  open?.page.close();
  open = null;
});

const sheetOfOptions = "Options Ordiclasse";
const headers = ["Option", "Valeur", "Précision", "Précision 2", "Précision 3", "Précision 4"];

/** One school a row: its commune, its name, its workstations in service; then rows of options, where there are some. */
function parc(schools: CellValue[][], options: CellValue[][] = []): Promise<Uint8Array> {
  const rows = schools.map(([commune, school, machines]) => [commune!, school!, 50, machines!]);
  const inventory = { name: "Parc", rows: [["Commune", "École", "Effectif", "Postes clients standard"], ...rows] };
  return writeXlsx({
    sheets: [inventory, ...(options.length === 0 ? [] : [{ name: sheetOfOptions, rows: [headers, ...options] }])],
  });
}

/** Amagney has 4 workstations more, at 36,86: 147,44 more than 368,60. Beure has one more; Pirey as many. */
const last = () =>
  parc([
    ["Amagney", "École A", 10],
    ["Beure", "École B", 10],
    ["Pirey", "École P", 10],
  ]);
const nowSchools = [
  ["Amagney", "École A", 14],
  ["Beure", "École B", 11],
  ["Pirey", "École P", 10],
];
const amagney = "25014";

async function compareIt(
  bytes?: Uint8Array,
  more: Parameters<typeof sessionIn>[2] = {},
  before?: Uint8Array,
): Promise<SessionInExcel> {
  open = await sessionIn(bytes ?? (await parc(nowSchools)), "parc-2015.xlsx", more);
  open.session.dispatch({ type: "campaign-chosen", campaign: 2015 });
  await open.session.run.read();
  open.session.dispatch({ type: "opened", open: { screen: "analysis", name: "compare" } });
  await open.session.run.compareWith(picked(before ?? (await last()), "parc-2014.xlsx"));
  return open;
}

const moves = (opened: SessionInExcel) =>
  comparedIn(opened).moves.map(({ name, isNotable, comment }) => [name, isNotable, comment]);
/** The rows of the sheet of options that comment on something. */
const written = ({ workbook }: SessionInExcel) =>
  workbook
    .sheet(sheetOfOptions)
    .grid.values.map((row) => (row ?? []).slice(0, 4).map((cell) => cell ?? ""))
    .filter(([option]) => option === "Commentaire d’écart");

describe("a comment on what a commune owes more than last year", () => {
  it("is wanted of those that move by more than 10 % and 100 €", async () => {
    const opened = await compareIt();
    expect(moves(opened)).toEqual([
      ["Amagney", true, null],
      ["Beure", false, null],
    ]);
    expect(comparedIn(opened).toExplain).toEqual({ wanted: 1, done: 0 });
  });

  it("is written in the sheet of options and read again; no amount changes, nor any of the user’s cells", async () => {
    const opened = await compareIt();
    const [cells, total] = [opened.workbook.userCells(), amountsOf(previewOf(opened.session.state)!).total];
    expect(await opened.session.run.commentOn(amagney, " Quatre postes de plus. ")).toBe(true);
    expect(written(opened)).toEqual([["Commentaire d’écart", "Amagney", "Quatre postes de plus.", 2014]]);
    expect(opened.workbook.userCells()[0]).toEqual(cells[0]);
    expect(moves(opened)[0]).toEqual(["Amagney", true, "Quatre postes de plus."]);
    expect(comparedIn(opened).toExplain).toEqual({ wanted: 1, done: 1 });
    expect(amountsOf(previewOf(opened.session.state)!).total).toBe(total);
  });

  testInDepth("leaves the user where it was written, and says so", async () => {
    const opened = await compareIt();
    const { analyses } = opened.session.state;
    opened.session.dispatch({ type: "analysed", analyses: { ...analyses, onlyNotable: true } });
    await opened.session.run.commentOn(amagney, "Quatre postes de plus.");
    const { state } = opened.session;
    expect(screenOf(state)).toBe("compare");
    expect(state).toMatchObject({ focus: { on: "comment" }, notice: { params: { sheet: sheetOfOptions } } });
    expect(comparedIn(opened)).toMatchObject({ onlyNotable: true, lastCommented: amagney });
  });

  testInDepth("is in the documents what `rebill --compare` writes with the same option, cell for cell", async () => {
    const opened = await compareIt();
    await opened.session.run.commentOn(amagney, "=Quatre postes de plus");
    await generateIt(opened);
    await writeFile(folder.file("parc-2014.xlsx"), await last());
    await writeFile(
      folder.file("parc-2015.xlsx"),
      await parc(nowSchools, [["Commentaire d’écart", "Amagney", "=Quatre postes de plus", 2014]]),
    );
    const asked = ["--campaign", "2015", "--compare", folder.file("parc-2014.xlsx"), "--out", folder.file("o.xlsx")];
    expect((await run(folder.file("parc-2015.xlsx"), ...asked)).code).toBe(0);
    const made = await HostWorkbook.open(await readFile(folder.file("o.xlsx")), "parc-2015.xlsx");
    expect(modelsOf(opened.workbook)).toEqual(modelsOf(made));
    expect(JSON.stringify(opened.workbook.sheet("Comparaison").grid.values)).toContain("=Quatre postes de plus");
  });

  testInDepth("takes the place of the one before, as its commune was written by hand", async () => {
    const rows = [
      ["Commentaire d’écart", "AMAGNEY", "À voir", 2014],
      ["Commentaire d’écart", "Amagney", "D’une autre fois", 2013],
    ];
    const opened = await compareIt(await parc(nowSchools, rows));
    expect(moves(opened)[0]).toEqual(["Amagney", true, "À voir"]);
    expect(comparedIn(opened).onOtherYears).toEqual({ count: 1, years: [2013] });
    await opened.session.run.commentOn(amagney, "Quatre postes de plus.");
    expect(written(opened)).toEqual([rows[0]!.with(2, "Quatre postes de plus."), rows[1]]);
  });

  it("is taken back by an empty one", async () => {
    const opened = await compareIt();
    await opened.session.run.commentOn(amagney, "Quatre postes de plus.");
    expect(await opened.session.run.commentOn(amagney, "  ")).toBe(true);
    expect(written(opened)).toEqual([]);
    expect(moves(opened)[0]).toEqual(["Amagney", true, null]);
  });

  testInDepth("is shown where the commune does not move any more, so that it can be taken back", async () => {
    const opened = await compareIt(await parc(nowSchools, [["Commentaire d’écart", "Pirey", "Rien", 2014]]));
    expect(moves(opened).at(-1)).toEqual(["Pirey", false, "Rien"]);
    await opened.session.run.commentOn("25454", "");
    expect(moves(opened)).toHaveLength(2);
  });

  testInDepth("is one again where two communes that merged had one each", async () => {
    const comments = [
      ["Commentaire d’écart", "Auxon-Dessous", "Trois postes", 2014],
      ["Commentaire d’écart", "Auxon-Dessus", "Rien", 2014],
    ];
    const now = await parc([["Les Auxons", "École du Bas", 20]], comments);
    const before = await parc([["Auxon-Dessous", "École du Bas", 10]]);
    const opened = await compareIt(now, {}, before);
    const [[name, , comment]] = moves(opened) as [[string, boolean, string]];
    expect([name, comment.replace(/\s/g, " ")]).toEqual([
      "Les Auxons",
      "Auxon-Dessous : Trois postes Auxon-Dessus : Rien",
    ]);
    await opened.session.run.commentOn("25035", "Dix postes de plus");
    expect(written(opened)).toEqual([["Commentaire d’écart", "Les Auxons", "Dix postes de plus", 2014]]);
  });
});

describe("a comment that cannot be kept", () => {
  it("is told where the workbook is open for reading only", async () => {
    const opened = await compareIt(undefined, { host: { readOnly: true } });
    expect(await opened.session.run.commentOn(amagney, "Quatre postes")).toBe(false);
    expect(opened.session.state).toMatchObject({ trouble: { code: "office-read-only" }, work: { kind: "none" } });
    expect(moves(opened)[0]).toEqual(["Amagney", true, null]);
  });

  it("is told where Excel refuses, and nothing is written", async () => {
    const opened = await compareIt();
    const before = opened.workbook.userCells();
    opened.host.cellEditing = true;
    expect(await opened.session.run.commentOn(amagney, "Quatre postes")).toBe(false);
    opened.host.mend();
    expect(opened.session.state.trouble).toMatchObject({ code: "office-cell-edit" });
    expect(opened.workbook.userCells()).toEqual(before);
  });

  it("is told where the options are those of a file of the disk", async () => {
    const opened = await compareIt();
    const options = await writeXlsx({ sheets: [{ name: sheetOfOptions, rows: [headers] }] });
    await opened.session.run.addWorkbook(picked(options, "options.xlsx"));
    expect(await opened.session.run.commentOn(amagney, "Quatre postes")).toBe(false);
    expect(opened.session.state.trouble).toMatchObject({ code: "pane-options-elsewhere" });
  });

  it("is of a commune that is shown", async () => {
    const opened = await compareIt();
    expect(await opened.session.run.commentOn("25056", "Rien")).toBe(false);
  });
});

test("a comment whose commune is misspelt is told at its cell, before anything is billed", async () => {
  const rows = [["Commentaire d’écart", "Amagnez", "Quatre postes", 2014]];
  open = await sessionIn(await parc(nowSchools, rows), "parc-2015.xlsx");
  open.session.dispatch({ type: "campaign-chosen", campaign: 2015 });
  await open.session.run.read();
  expect(open.session.state.source).toMatchObject({
    kind: "refused",
    anomalies: [
      { code: "options-comment-commune", sheet: sheetOfOptions, cell: "B2", params: { suggestion: "Amagney" } },
    ],
  });
});
