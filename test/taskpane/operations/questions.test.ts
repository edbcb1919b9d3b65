import { Decimal } from "decimal.js";
import { amountsOf } from "../amounts";
import { writeXlsx } from "hucre/xlsx";
import { effectKey, kindQuestion } from "../../../src/taskpane/state/choices";
import { effectsIn, previewOf } from "../../../src/taskpane/state/state";
import { sessionIn, type SessionInExcel } from "../session-in-excel";

const euros = (amount: number) => new Decimal(amount.toFixed(2));

let open: SessionInExcel | null = null;
afterEach(() => {
  open?.page.close();
  open = null;
});

type Row = (string | number)[];
type Sheets = Readonly<Record<string, readonly Row[]>>;

async function readIt(sheets: Sheets): Promise<SessionInExcel> {
  const bytes = await writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
  });
  open = await sessionIn(bytes, "parc.xlsx");
  open.session.dispatch({ type: "campaign-chosen", campaign: 2014 });
  await open.session.run.read();
  return open;
}

const preview = ({ session }: SessionInExcel) => previewOf(session.state)!;
const pointOf = (opened: SessionInExcel, code: string) => {
  const index = preview(opened).points.findIndex((point) => point.code === code);
  return { index, point: preview(opened).points[index]! };
};
/** The rows that choices have in the sheet of options. */
const written = ({ workbook }: SessionInExcel) =>
  workbook
    .sheet("Options Ordiclasse")
    .grid.values.map((row) => (row ?? []).map((cell) => cell ?? ""))
    .filter(([option]) => ["Mot", "Colonne", "Tableau", "Répétition", "Accepté"].includes(String(option)));

/** Four rows of workstations: one in maintenance, three of a nature that is none: 5, 2 and 1 workstations. */
const unknownNature: Sheets = {
  Suivi: [
    ["Commune", "École", "Prestation", "Nature", "Quantité"],
    ["Pirey", "Les Vergers", "Poste client standard", "Maintenance", 10],
    ["Pirey", "Les Vergers", "Poste client standard", "Renfort", 5],
    ["Pirey", "Le Bourg", "Poste client standard", "Renfort", 2],
    ["Thise", "Centre", "Poste client standard", "Renfort", 1],
  ],
};

describe("a word that is not understood", () => {
  it("is one point whatever the rows, and asks once for all of them", async () => {
    const opened = await readIt(unknownNature);
    const { point } = pointOf(opened, "unknown-nature");
    expect(point.anomalies.map(({ cell }) => cell)).toEqual(["D3", "D4", "D5"]);
    expect(point.places).toEqual([{ file: "parc.xlsx", sheet: "Suivi", range: "D3:D5" }]);
    expect(point.question).toMatchObject({
      about: "word",
      word: "Renfort",
      kind: "nature",
      answers: ["installation", "maintenance", "nothing"],
    });
  });

  it("is walked through, cell after cell, going round; what stands there is said", async () => {
    const opened = await readIt(unknownNature);
    const { index } = pointOf(opened, "unknown-nature");
    const { session } = opened;
    session.dispatch({ type: "point-opened", point: index });
    await session.run.walk(1);
    expect(session.state).toMatchObject({ list: { place: 1 }, notice: { code: "pane-point-walk" } });
    expect(session.state.notice!.params).toEqual({
      n: 2,
      count: 3,
      cell: "Suivi D4",
      row: "Pirey · Le Bourg · Poste client standard · Renfort · 2",
    });
    await session.run.walk(-1);
    await session.run.walk(-1);
    expect(session.state.list.place).toBe(2);
  });

  it("has a bug met while reckoning an effect told, as any other", async () => {
    const opened = await readIt(unknownNature);
    const { session } = opened;
    const question = pointOf(opened, "unknown-nature").point.question!;
    jest.spyOn(session.environment.scheduler, "clock").mockImplementationOnce(() => {
      throw new TypeError("no clock");
    });
    await session.run.estimateAnswer(question, "maintenance", null);
    expect(effectsIn(session.state)[effectKey(question, "maintenance", null)]).toEqual({ kind: "unknown" });
    expect(session.state.trouble).toMatchObject({
      code: "pane-unexpected",
      params: { detail: "TypeError : no clock" },
    });
  });

  it("has the effect of each answer told beforehand: 8 workstations at 31,60, less two packs, or at 36,86, and nothing is written", async () => {
    const opened = await readIt(unknownNature);
    const { session } = opened;
    const before = opened.workbook.userCells();
    const question = pointOf(opened, "unknown-nature").point.question!;
    for (const as of question.answers) void session.run.estimateAnswer(question, as, null);
    expect(effectsIn(session.state)[effectKey(question, "maintenance", null)]).toEqual({ kind: "reckoning" });
    await session.run.estimateAnswer(question, "nothing", null);
    const effect = (as: string) => effectsIn(session.state)[effectKey(question, as, null)];
    // Le Bourg and Centre, of which no other row tells, have then nothing in service, and no software pack.
    expect(effect("installation")).toMatchObject({
      kind: "reckoned",
      change: { difference: euros(8 * 31.6 - 2 * 211) },
      errors: -3,
    });
    expect(effect("maintenance")).toMatchObject({ change: { difference: euros(8 * 36.86) }, errors: -3 });
    // Nothing to bill: they lose it too.
    expect(effect("nothing")).toMatchObject({ change: { difference: euros(-2 * 211) }, errors: -3 });
    expect(opened.workbook.userCells()).toEqual(before);
  });

  it("is said in one row of the options; what it settled is told, with what it brought, and has the focus", async () => {
    const opened = await readIt(unknownNature);
    const { session } = opened;
    const question = pointOf(opened, "unknown-nature").point.question!;
    await session.run.answer(question, "maintenance", null);
    expect(written(opened)).toEqual([["Mot", "Renfort", "nature", "maintenance"]]);
    expect(session.state).toMatchObject({
      focus: { on: "settled" },
      settled: [{ count: 3, difference: euros(8 * 36.86), as: "maintenance" }],
    });
    expect(pointOf(opened, "unknown-nature").index).toBe(-1);
  });

  it("is asked again once the choice is taken back; the line that told it is gone", async () => {
    const opened = await readIt(unknownNature);
    const { session } = opened;
    const { total } = amountsOf(preview(opened));
    await session.run.answer(pointOf(opened, "unknown-nature").point.question!, "maintenance", null);
    await session.run.takeBackAnswer(session.state.settled[0]!);
    expect(session.state).toMatchObject({ settled: [], focus: { on: "title" } });
    expect(amountsOf(preview(opened)).total).toBe(total);
    expect(pointOf(opened, "unknown-nature").point.anomalies).toHaveLength(3);
  });

  it("stays told as settled until the user has the workbook read again", async () => {
    const opened = await readIt(unknownNature);
    await opened.session.run.answer(pointOf(opened, "unknown-nature").point.question!, "maintenance", null);
    await opened.session.run.read();
    expect(opened.session.state.settled).toEqual([]);
  });
});

describe("a heading that leaves it open in several tabs", () => {
  const tab = (commune: string, count: number): Row[] => [
    [`Commune de ${commune}`],
    ["École", "Effectif", "Postes"],
    ["Le Bourg", 20, count],
  ];
  const tabs: Sheets = { Pirey: tab("Pirey", 4), Thise: tab("Thise", 6) };

  it("is one question: said of all its headings at once, by its words", async () => {
    const opened = await readIt(tabs);
    const question = pointOf(opened, "ambiguous-header").point.question!;
    expect(question.places.map(({ sheet, cell }) => [sheet, cell])).toEqual([
      ["Pirey", "C2"],
      ["Thise", "C2"],
    ]);
    const { total } = amountsOf(preview(opened));
    await opened.session.run.answer(question, "POSTE_STD maintenance", null);
    expect(written(opened)).toHaveLength(1);
    // Each school is equipped now: a pack as well.
    const difference = 10 * 36.86 + 2 * 211;
    expect(opened.session.state.settled[0]).toMatchObject({ count: 2, difference: euros(difference) });
    expect(Number(amountsOf(preview(opened)).total)).toBeCloseTo(Number(total) + difference, 2);
  });

  it("a heading may be answered for one tab only: the others are still asked about", async () => {
    const opened = await readIt(tabs);
    const question = pointOf(opened, "ambiguous-header").point.question!;
    await opened.session.run.answer(question, "POSTE_STD maintenance", 1);
    expect(written(opened)).toEqual([["Colonne", "Thise", "C2", "POSTE_STD maintenance", "", "Postes"]]);
    expect(opened.session.state.settled[0]).toMatchObject({ count: 1, difference: euros(6 * 36.86 + 211) });
    expect(pointOf(opened, "ambiguous-header").point.anomalies).toHaveLength(1);
  });
});

describe("schools that stand several times", () => {
  const rooms: Sheets = {
    Parc: [
      ["Commune", "École", "Salle", "Postes clients standard"],
      ["Pirey", "Les Vergers", "Salle 1", 4],
      ["Pirey", "Les Vergers", "Salle 2", 3],
      ["Pirey", "Les Vergers", "Salle 3", 2],
    ],
  };

  it("are rooms that add up, or repetitions of which the first is kept: said once for their table", async () => {
    const opened = await readIt(rooms);
    const question = pointOf(opened, "duplicate-school").point.question!;
    expect(question).toMatchObject({ about: "repeat", answers: ["added", "first", "last"], places: [{ cell: "A1" }] });
    await opened.session.run.estimateAnswer(question, "first", null);
    expect(effectsIn(opened.session.state)[effectKey(question, "first", null)]).toMatchObject({
      change: { difference: euros(0) },
    });
    await opened.session.run.answer(question, "added", null);
    expect(opened.session.state.settled[0]).toMatchObject({ count: 2, difference: euros(5 * 36.86) });
  });

  it("have the cells told beforehand that an answer would have corrected or checked", async () => {
    const [headings, ...lines] = rooms["Parc"]!;
    const packs = [[...headings!, "Pack logiciel"], ...lines.map((line) => [...line, 1])];
    const opened = await readIt({ Parc: packs });
    const question = pointOf(opened, "duplicate-school").point.question!;
    for (const as of ["added", "first"]) await opened.session.run.estimateAnswer(question, as, null);
    const created = (as: string) => effectsIn(opened.session.state)[effectKey(question, as, null)];
    // A school has one pack at most: three added up are to be checked.
    expect(created("added")).toMatchObject({ created: [{ sheet: "Parc", cell: "E3" }] });
    expect(created("first")).toMatchObject({ created: [] });
  });
});

describe("a quantity too large to be plausible", () => {
  it("counts once it is said to be right", async () => {
    const opened = await readIt({
      Parc: [
        ["Commune", "École", "Postes clients standard"],
        ["Pirey", "Les Vergers", 368],
        ["Thise", "Centre", 2],
      ],
    });
    const question = pointOf(opened, "implausible-quantity").point.question!;
    expect(question).toMatchObject({ about: "accepted", word: "368", answers: [""] });
    await opened.session.run.estimateAnswer(question, "", null);
    const difference = 368 * 36.86;
    expect(effectsIn(opened.session.state)[effectKey(question, "", null)]).toMatchObject({
      change: { difference: euros(difference) },
    });
    await opened.session.run.answer(question, "", null);
    expect(opened.session.state.settled[0]).toMatchObject({ count: 1, difference: euros(difference) });
  });
});

describe("the kind of a table", () => {
  it("may be said otherwise: nothing of it is billed, and back", async () => {
    const opened = await readIt({
      Parc: [
        ["Commune", "École", "Postes clients standard"],
        ["Thise", "Centre", 2],
      ],
      Autres: [
        ["Commune", "École", "Postes clients standard"],
        ["Pirey", "Les Vergers", 3],
      ],
    });
    const { session } = opened;
    const index = preview(opened).tables.findIndex(({ sheet }) => sheet.name === "Autres");
    session.dispatch({ type: "opened", open: { screen: "table", table: index } });
    expect(session.state).toMatchObject({
      step: "lecture",
      open: { screen: "table", table: index },
      focus: { on: "title" },
    });
    const question = kindQuestion(preview(opened).tables[index]!);
    await session.run.answer(question, "ignored", null);
    expect(preview(opened).tables.find(({ sheet }) => sheet.name === "Autres")).toMatchObject({ kind: "ignored" });
    // 3 workstations and the pack of a school.
    expect(session.state.settled[0]!.difference).toEqual(euros(-3 * 36.86 - 211));
    await session.run.takeBackAnswer(session.state.settled[0]!);
    expect(preview(opened).tables.find(({ sheet }) => sheet.name === "Autres")).toMatchObject({ kind: "inventory" });
  });
});

describe("a choice whose cell says something else now", () => {
  it("is made again for what is written there, and holds", async () => {
    const opened = await readIt({
      Parc: [
        ["Commune", "École", "Effectif", "Postes"],
        ["Amagney", "École primaire", 100, 10],
      ],
    });
    const { session, workbook } = opened;
    await session.run.answer(pointOf(opened, "ambiguous-header").point.question!, "POSTE_STD maintenance", null);
    workbook.type("Parc", "D1", "Machines");
    await session.run.read();
    expect(pointOf(opened, "choice-moved").index).toBeGreaterThanOrEqual(0);
    const { options } = session.state;
    const choices = options.kind === "seen" ? options.groups[0]!.choices : [];
    await session.run.chooseAgain(choices);
    expect(pointOf(opened, "choice-moved").index).toBe(-1);
    expect(written(opened)).toEqual([["Colonne", "Parc", "D1", "POSTE_STD maintenance", "", "Machines"]]);
  });

  it("is weighed before it is taken back: what is lost, and what is to correct again", async () => {
    const opened = await readIt(unknownNature);
    const { session } = opened;
    await session.run.answer(pointOf(opened, "unknown-nature").point.question!, "maintenance", null);
    const { options } = session.state;
    const choices = options.kind === "seen" ? options.groups[0]!.choices : [];
    await session.run.estimateTakingBack("back", choices);
    expect(effectsIn(session.state)["back"]).toMatchObject({ change: { difference: euros(-8 * 36.86) }, errors: 3 });
  });
});
