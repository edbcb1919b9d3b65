import { writeXlsx } from "hucre/xlsx";
import { rangeName } from "../../../src/taskpane/browser/grid/selected-range";
import { generateIt, readIt, savedBytes } from "../../workbook/in-page/held-session";
import { atTheGrid, say } from "./at-the-grid";

describe("cells are copied, cut and pasted as the texts of a spreadsheet", () => {
  const school = ["Amagney", "École maternelle", 40, 5];

  test("a block is pasted as if each cell were typed, in one step, and is selected; Ctrl+Z and Ctrl+Y take it back and do it again", async () => {
    const { editor, held, chosen, choose, rows, ...page } = await atTheGrid();
    await readIt({ ...page, held });
    const opened = await savedBytes(held);
    choose("A3");
    await editor.paste("Amagney\tÉcole maternelle\t40\t5\r\n\tCentre\t'012\t1,5\r\n");
    expect(rows(2, 3)).toEqual([school, [null, "Centre", "012", 1.5]]);
    expect([rangeName(chosen.range), editor.message]).toEqual(["A3:D4", say("browser-pasted", { cells: "A3:D4" })]);
    expect(page.session.state.source).toMatchObject({ hasChanged: true });
    await editor.undo();
    expect([rows(2), Buffer.from(await savedBytes(held)).equals(opened)]).toEqual([[[]], true]);
    choose("A1");
    await editor.redo();
    expect([rows(2), rangeName(chosen.range)]).toEqual([[school], "A3:D4"]);
    expect(editor.message).toContain(say("browser-done-again", { place: "A3:D4" }));
    await editor.redo();
    expect(editor.message).toBe(say("browser-nothing-to-redo"));
  });

  test("a copied text is the one that would be typed, and cut cells move to where they are pasted", async () => {
    const { editor, select, choose, rows } = await atTheGrid();
    await editor.paste("12,5");
    select("B2:D2");
    expect(editor.copy(false)).toBe("École primaire\t100\t12,5");
    const cut = editor.copy(true);
    choose("B4");
    await editor.paste(cut);
    expect(rows(1, 3)).toEqual([
      ["Amagney", null, null, null, 2],
      [null, "École primaire", 100, 12.5],
    ]);
  });

  test("a value is pasted in each selected cell, and a block as many times as the selection has it", async () => {
    const { editor, select, rows } = await atTheGrid();
    select("A5:B6");
    await editor.paste("3");
    select("A8:B10");
    await editor.paste("1\n2\n3");
    select("C8:C9");
    await editor.paste("7\t8");
    expect(rows(4, 5, 7, 8, 9)).toEqual([
      [3, 3],
      [3, 3],
      [1, 1, 7, 8],
      [2, 2, 7, 8],
      [3, 3],
    ]);
  });

  test("rows that are not shown are neither copied, nor cleared, nor pasted in", async () => {
    const { editor, select, choose, rows, hidden } = await atTheGrid();
    choose("A3");
    await editor.paste("1\n2\n3");
    hidden.add(3);
    select("A3:A5");
    expect(editor.copy(false)).toBe("1\r\n3");
    await editor.paste("8\n9");
    expect(rows(2, 3, 4)).toEqual([[8], [2], [9]]);
    select("A3:A5");
    await editor.clear();
    expect(rows(2, 3, 4)).toEqual([[], [2], []]);
  });

  test("nothing is pasted where a formula, merged cells or the end of the sheet are in the way, nor in a document: why", async () => {
    const merged = await writeXlsx({
      sheets: [{ name: "Parc", rows: [["a", "b"]], merges: [{ startRow: 2, startCol: 0, endRow: 3, endCol: 0 }] }],
    });
    const { editor, choose, held } = await atTheGrid(merged);
    const pastes = async (cell: string, text: string) => {
      choose(cell);
      await editor.paste(text);
      return editor.message;
    };
    expect(await pastes("A1", "1\t=A1+1")).toBe(say("browser-no-formula"));
    expect(await pastes("A3", "1\n2")).toBe(say("browser-refused-merged"));
    expect(await pastes("A1048576", "1\n2")).toBe(say("browser-refused-beyond"));
    expect(held.hasUnsaved).toBe(false);
    await pastes("A3", "1\n\n3");
    expect(held.open.cells.sheets[0]!.rows.slice(2).map(([first]) => first ?? null)).toEqual([1, null, 3]);

    const page = await atTheGrid();
    await readIt(page);
    await generateIt(page);
    page.choose("A1", "Titre CAGB");
    const before = page.held.open;
    await page.editor.paste("1");
    expect([page.held.open === before, page.editor.message]).toEqual([true, say("browser-readonly")]);
  });

  test("pasting cells over the same texts leaves nothing to save", async () => {
    const { editor, held } = await atTheGrid();
    await editor.paste("10");
    expect([held.hasUnsaved, editor.message]).toEqual([false, ""]);
  });
});
