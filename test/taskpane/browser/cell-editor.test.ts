import { writeXlsx } from "hucre/xlsx";
import type { Session } from "../../../src/taskpane/operations/session";
import { countChoices } from "../../../src/taskpane/state/choices";
import { previewOf } from "../../../src/taskpane/state/state";
import { headers } from "../../cli/small-workbook";
import { generateIt, readIt, savedBytes } from "../../workbook/in-page/held-session";
import { withPart } from "../../workbook/files/rich-workbook";
import { atTheGrid, postes, say } from "./at-the-grid";

describe("Suppr and Retour arrière leave the chosen cell blank, as an empty value typed there does", () => {
  test("a value: it goes, the choice stays, and the pane asks to read again", async () => {
    const { editor, held, session, went, ...page } = await atTheGrid();
    await readIt({ ...page, held, session });
    await editor.clear();
    expect([editor.shown, held.open.cells.sheets[0]!.rows[1]![3] ?? null]).toEqual(["", null]);
    expect([went, held.hasUnsaved, session.state.source]).toMatchObject([[], true, { hasChanged: true }]);
    expect(editor.message).toBe(say("browser-cleared", { cell: postes }));
    editor.readingBegan();
    expect(editor.message).toBe("");
  });

  test("a blank cell, or one of a document: nothing is done", async () => {
    const page = await atTheGrid();
    page.choose("H9");
    await page.editor.clear();
    expect([page.held.hasUnsaved, page.editor.message]).toEqual([false, ""]);
    await readIt(page);
    await generateIt(page);
    page.choose("A1", "Titre CAGB");
    const before = page.held.open;
    await page.editor.clear();
    expect([page.held.open === before, page.editor.message]).toEqual([true, say("browser-readonly")]);
  });

  test("a formula without a result, which shows no value: it goes as well", async () => {
    const rows = [headers, ["Amagney", "École primaire", 100, 0, 2]];
    const bytes = withPart(await writeXlsx({ sheets: [{ name: "Parc", rows }] }), "xl/worksheets/sheet1.xml", (text) =>
      text.replace(/<c r="D2"[^>]*>.*?<\/c>/, '<c r="D2"><f>5+5</f></c>'),
    );
    const { editor, held } = await atTheGrid(bytes);
    expect(editor.shown).toBe("");
    await editor.clear();
    expect(held.hasUnsaved).toBe(true);
  });

  test("a cell that may not be corrected now: why, and it stays", async () => {
    const { editor, session } = await atTheGrid();
    session.dispatch({ type: "work-started", work: "choosing" });
    await editor.clear();
    expect([editor.shown, editor.message]).toEqual(["10", say("browser-busy")]);
  });
});

describe("Ctrl+Z takes back the last thing done, and goes to its cell", () => {
  test("corrections, typed or cleared, one after the other; then there is nothing left, which is told", async () => {
    const { editor, held, chosen, choose, types, ...page } = await atTheGrid();
    const opened = await savedBytes(held);
    await types("12");
    await editor.clear();
    choose("A1");
    await editor.undo();
    expect([editor.shown, chosen.place]).toEqual(["12", { row: 1, column: 3 }]);
    // Nothing was read yet: « Relire » is not there.
    const taken = say("browser-cell-taken-back", { cell: postes });
    expect(editor.message).toBe(`${taken} ${say("browser-read-first")}`);
    await readIt({ ...page, held });
    await editor.undo();
    expect([editor.shown, editor.message]).toEqual(["10", taken]);
    expect(page.session.state.source).toMatchObject({ hasChanged: true });
    expect(Buffer.from(await savedBytes(held)).equals(opened)).toBe(true);
    await editor.undo();
    expect([editor.shown, editor.message]).toEqual(["10", say("browser-nothing-to-undo")]);
  });

  test("pressed before the correction is done, it waits for it; pressed twice, it takes back two", async () => {
    const { editor, types } = await atTheGrid();
    await types("11");
    const [typing, undoing, again] = [types("12"), editor.undo(), editor.undo()];
    await Promise.all([typing, undoing, again]);
    expect(editor.shown).toBe("10");
  });

  test("a generation: the pane asks, as its own button does; confirmed, the documents go", async () => {
    const page = await atTheGrid();
    await readIt(page);
    await generateIt(page);
    await page.editor.undo();
    expect([page.session.state.open, page.held.open.generatedSheets.length > 0]).toEqual([{ screen: "undo" }, true]);
    await page.session.run.undo();
    expect(page.held.open.generatedSheets).toEqual([]);
  });

  test("Ctrl+Z while the pane is at work is reported, and nothing is undone", async () => {
    const { editor, session, types } = await atTheGrid();
    await types("12");
    session.dispatch({ type: "work-started", work: "choosing" });
    await editor.undo();
    expect([editor.shown, editor.message]).toEqual(["12", say("browser-busy")]);
  });
});

describe("a choice that is taken back by Ctrl+Z is no longer told by the pane", () => {
  const rows = [
    ["Commune", "École", "Prestation", "Nature", "Quantité"],
    ["Pirey", "Les Vergers", "Poste client standard", "Renfort", 5],
    ["Thise", "Centre", "Poste client standard", "Dépannage", 1],
  ];

  async function withTwoAnswers() {
    const page = await atTheGrid(await writeXlsx({ sheets: [{ name: "Parc", rows }] }));
    await readIt(page);
    for (const word of ["Renfort", "Dépannage"]) {
      const { question } = previewOf(page.session.state)!.points.find((point) => point.question?.word === word)!;
      await page.session.run.answer(question!, "maintenance", null);
    }
    return page;
  }
  const told = ({ state }: Session) => [
    state.settled.map(({ question }) => question.word),
    state.notice?.code ?? null,
    countChoices(state.options),
  ];

  test("the last one goes, the one before stays in force and told; then it goes with the sheet that it made", async () => {
    const { session, editor } = await withTwoAnswers();
    expect(told(session)).toEqual([["Renfort", "Dépannage"], "pane-choice-kept-left", 2]);
    await editor.undo();
    expect(told(session)).toEqual([["Renfort"], null, 1]);
    expect(session.state.source).toMatchObject({ hasChanged: true });
    await editor.undo();
    expect(told(session)).toEqual([[], null, 0]);
    expect(editor.message).toContain(say("browser-sheet-taken-back", { sheet: "Options Ordiclasse" }));
  });

  test("a cell of the inventory that is edited, then taken back, leaves the answers and ends their message", async () => {
    const { session, editor, choose, types } = await withTwoAnswers();
    choose("E2");
    await types("6");
    await editor.undo();
    expect(told(session)).toEqual([["Renfort", "Dépannage"], null, 2]);
  });
});

describe("a typed text", () => {
  test("is given up by Échap: the cell is what it was, and the keyboard is in the sheet", async () => {
    const { editor, held, went } = await atTheGrid();
    editor.type("12");
    expect(editor.shown).toBe("12");
    editor.leave();
    await editor.keep("gone");
    expect([editor.shown, went, held.hasUnsaved]).toEqual(["10", ["chosen"], false]);
  });

  test("a text typed before any reading is saved to be read; refused, it stays in its field with the reason", async () => {
    const { editor, went, types } = await atTheGrid();
    await types("12");
    expect(editor.message).toBe(`${say("browser-corrected", { cell: postes })} ${say("browser-read-first")}`);
    expect(went).toEqual(["below"]);
    await types("=1+1");
    expect([editor.shown, editor.message, went]).toEqual(["=1+1", say("browser-no-formula"), ["below"]]);
    // A saving does not replace the reason; once the text is abandoned, it is reported there.
    expect([editor.noteBeside("Enregistré."), editor.message]).toEqual([false, say("browser-no-formula")]);
    editor.leave();
    expect([editor.noteBeside("Enregistré."), editor.message]).toEqual([true, "Enregistré."]);
  });
});
