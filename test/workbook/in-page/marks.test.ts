import { writeOds } from "hucre/ods";
import { commentAt, fillAt, fontColourAt, isStruck } from "../../../src/cells";
import type { PageWorkbook } from "../../../src/workbook/in-page";
import { markedWorkbook, marksOfParc } from "../files/marked-workbook";
import { marksOf } from "../marks-of";
import { heldInWorker, join, type Joined } from "./held-session";

let joined: Joined;
beforeEach(() => {
  joined = join();
});
afterEach(() => joined.close());

const parcOf = (held: PageWorkbook) => held.open.cells.sheets[0]!;

describe("how cells are marked, and what their comments say, in a workbook that a page holds", () => {
  test("comes whole from the worker", async () => {
    const held = await heldInWorker(await markedWorkbook(), "parc.xlsx", joined);
    expect(marksOf(parcOf(held))).toEqual(marksOfParc);
    expect(parcOf(held).facts!.fills!.counts().get("305496")).toBe(4);
  });

  test("follows each cell: one that is cleared has no colour, keeps its comment, and has its colour again when it is filled", async () => {
    const held = await heldInWorker(await markedWorkbook(), "parc.xlsx", joined);
    const told = (row: number, column: number) => {
      const place = [parcOf(held), row, column] as const;
      return [fontColourAt(...place), fillAt(...place), isStruck(...place), commentAt(...place)];
    };
    const put = (row: number, column: number, value: number | string | null) =>
      held.edit([{ sheet: "Parc", row, column, value }]);
    const closed = "École fermée en juillet 2014";
    expect(told(1, 1)).toEqual(["FF0000", null, false, closed]);
    await put(1, 1, null);
    expect(told(1, 1)).toEqual([null, null, false, closed]);
    await put(1, 1, "École maternelle");
    expect(told(1, 1)).toEqual(["FF0000", null, false, closed]);
    // A blank cell that was filled holds something now.
    await put(2, 3, 4);
    expect(told(2, 3)).toEqual([null, "FFFF00", false, null]);
    expect(told(2, 1)).toEqual([null, null, true, null]);
    for (let step = 0; step < 3; step++) await held.takeBack();
    expect(marksOf(parcOf(held))).toEqual(marksOfParc);
  });

  test("is not taken from a file of values", async () => {
    const style = { font: { color: { rgb: "FF0000" } }, fill: { type: "pattern", pattern: "solid" } } as const;
    const cells = new Map([["0,0", { value: "École", style }]]);
    const bytes = await writeOds({ sheets: [{ name: "Parc", rows: [["École"]], cells }] });
    const none = { fills: {}, fonts: {}, struck: [], comments: {} };
    expect(marksOf(parcOf(await heldInWorker(bytes, "parc.ods", joined)))).toEqual(none);
  });
});
