import { sheetOfValues, type SheetCells } from "../../../src/cells";
import { Lines } from "../../../src/taskpane/browser/grid/lines";
import { Merges, SheetLayout } from "../../../src/taskpane/browser/grid/sheet-layout";
import { ScrolledView } from "./scrolled-view";

const opened: { stop(): void }[] = [];
afterEach(() => opened.splice(0).forEach((one) => one.stop()));

/** Lines of 20 pixels, after headings of 30, in a view of 300 by 300. */
function rowsIn(view: ScrolledView, count: number, frozen: number, sizeOf = (_: number) => 20): Lines {
  const lines = new Lines(
    { element: view.element, isAcross: false, onChange: () => undefined },
    Float64Array.from({ length: count }, (_, index) => sizeOf(index)),
    30,
    frozen,
  );
  opened.push(lines);
  return lines;
}

/** The first and the last of those drawn, beside those that stay in view. */
const ends = ({ drawn: { others } }: Lines) => [others[0], others.at(-1)];

describe("rows and columns have the sizes of the file", () => {
  const rows = () => rowsIn(new ScrolledView(300, 300), 5, 0, (index) => (index === 2 ? 0 : 10));

  test("a hidden one takes no room, is passed over and is not drawn", () => {
    const lines = rows();
    // 30 pixels of headings, then 10 a row.
    expect([lines.at(2).start, lines.at(2).end, lines.at(3).start, lines.total]).toEqual([50, 50, 50, 70]);
    expect([lines.isShown(2), lines.shownFrom(2, 1), lines.shownFrom(2, -1), lines.shownFrom(5, 1)]).toEqual([
      false,
      3,
      1,
      null,
    ]);
    expect([lines.see(), lines.drawn.others]).toEqual([true, [0, 1, 3, 4]]);
  });

  test("one that turns out to be taller moves those after it", () => {
    const lines = rows();
    lines.resize(new Map([[1, 10.2]]));
    expect(lines.at(1).size).toBe(10);
    lines.resize(new Map([[1, 25]]));
    expect([lines.at(1).start, lines.at(3).start, lines.total]).toEqual([40, 40 + 25, 40 + 25 + 20]);
  });

  test("one out of view that turns out to be taller leaves what is seen where it is", () => {
    const view = new ScrolledView(300, 300);
    const lines = rowsIn(view, 1000, 1);
    view.scroll(2000);
    lines.see();
    // Below the headings and row 0, which stay, row 101 is seen first: 30 + 101 × 20 = 2000 + 30 + 20.
    lines.resize(new Map([100, 101].map((row) => [row, 50])));
    expect(view.element.scrollTop).toBe(2000 + 30);
    lines.resize(new Map([[0, 50]]));
    expect(view.element.scrollTop).toBe(2000 + 30);
  });
});

test("the start is gone back to, though the first rows, which stay in view, need no scrolling to be seen", () => {
  const view = new ScrolledView(300, 300);
  const lines = rowsIn(view, 1000, 2);
  view.scroll(2000);
  lines.see();
  lines.bring(0);
  expect(view.element.scrollTop).toBe(2000);
  lines.toStart();
  lines.see();
  expect([view.element.scrollTop, lines.drawn.others[0]]).toEqual([0, 2]);
});

describe("the drawn part of a sheet", () => {
  const rows = Array.from({ length: 1000 }, (_, row) => [row, "x"]);
  const unit = { character: 7, point: 1 };
  const layoutOf = (
    sheet: SheetCells,
    showsHidden = false,
    filtered: ReadonlySet<number> | null = null,
    widths: ReadonlyMap<number, number> = new Map(),
  ) => {
    const view = { element: new ScrolledView(300, 300).element, onChange: () => undefined };
    const textAt = (row: number, column: number) => String(sheet.rows[row]?.[column] ?? "");
    const layout = new SheetLayout({ sheet, look: null, showsHidden, filtered, widths }, unit, textAt, view);
    opened.push(layout);
    return layout;
  };

  test("goes as far as the widest row, whatever the first one holds", () => {
    const layout = layoutOf(sheetOfValues("parc", [["Titre"], Array.from({ length: 40 }, (_, column) => column)]));
    expect(layout.columns.count).toBeGreaterThan(40);
  });

  test("is what is in view and a little around, with what stays in view, until something else is in view", () => {
    const view = new ScrolledView(300, 300);
    const lines = rowsIn(view, 1000, 2);
    view.scroll(3000);
    expect(lines.see()).toBe(true);
    expect(lines.drawn.kept).toEqual([0, 1]);
    // 3,000 pixels down, the view goes from within row 148, (3000 − 30) ÷ 20, to row 163, (3300 − 30) ÷ 20; 5 rows around.
    expect(ends(lines)).toEqual([148 - 5, 163 + 5]);
    // What is left out between the rows that stay and those: rows 2 to 142.
    expect([lines.before, lines.end]).toEqual([141 * 20, 30 + 169 * 20]);
    const isDrawn = (top: number) => {
      view.scroll(top);
      return !lines.see();
    };
    // 5 rows of 20 pixels around: 100 pixels.
    expect([0, 80, -80].map((by) => isDrawn(3000 + by))).toEqual([true, true, true]);
    expect(isDrawn(3000 + 120)).toBe(false);
  });

  test("is drawn again at the first row, scrolled back to", () => {
    const view = new ScrolledView(300, 300);
    const lines = rowsIn(view, 1000, 0);
    view.scroll(600);
    lines.see();
    expect(ends(lines)[0]).toBeGreaterThan(0);
    view.scroll(0);
    expect([lines.see(), ends(lines)[0], lines.before]).toEqual([true, 0, 0]);
  });

  test("keeps nothing in view where that would leave no room for the rest, as on a zoomed screen", () => {
    const kept = (height: number) => {
      const lines = rowsIn(new ScrolledView(600, height), 1000, 6);
      lines.see();
      return lines.drawn.kept.length;
    };
    // 6 rows of 20 pixels: more than 70 % of 100, less than 70 % of 200.
    expect([kept(100), kept(200)]).toEqual([0, 6]);
  });

  test("comes to a row beside what stays in view, to its start where it is taller than the view, and no further than it must", () => {
    const view = new ScrolledView(300, 300);
    const lines = rowsIn(view, 1000, 2, (row) => (row === 500 ? 400 : 20));
    lines.see();
    const broughtTo = (row: number) => {
      lines.bring(row);
      return view.element.scrollTop;
    };
    // Row 100 ends at 30 + 101 × 20, the bottom of the view of 300; row 90 is then in view already.
    expect([broughtTo(100), broughtTo(90)]).toEqual([30 + 101 * 20 - 300, 30 + 101 * 20 - 300]);
    // Row 50 starts below the two rows that stay: 48 rows are passed.
    expect([broughtTo(50), broughtTo(1), broughtTo(500)]).toEqual([48 * 20, 48 * 20, 498 * 20]);
  });

  test("leaves out what the file hides, until it is asked for", () => {
    const sheet = { ...sheetOfValues("Parc", rows), hiddenRows: new Set([3]), hiddenColumns: new Set([1]) };
    const [as, all] = [layoutOf(sheet), layoutOf(sheet, true)];
    expect([as.rows.isShown(3), as.columns.isShown(1)]).toEqual([false, false]);
    expect([all.rows.isShown(3), all.columns.isShown(1)]).toEqual([true, true]);
  });

  test("leaves out the rows of a filter, and has the widths that somebody gave", () => {
    const layout = layoutOf(sheetOfValues("Parc", rows), true, new Set([3]), new Map([[1, 30]]));
    expect([2, 3, 4].map((row) => layout.rows.isShown(row))).toEqual([true, false, true]);
    expect(layout.columns.at(1).size).toBe(30 * unit.character);
  });

  test("stands for merged cells by the first of them", () => {
    const merges = new Merges([{ top: 1, left: 0, bottom: 40, right: 1 }]);
    expect(merges.anchor({ row: 12, column: 1 })).toEqual({ row: 1, column: 0 });
    expect(merges.anchor({ row: 12, column: 2 })).toEqual({ row: 12, column: 2 });
  });
});
