import { builtInGrids, campaignOf, checkGrids, gridFor, prestationName } from "../../src/tariff";
import type { Grid } from "../../src/tariff";

const voted = builtInGrids[0]!;
const day = (year: number, month: number, dayOfMonth: number) => ({ year, month, day: dayOfMonth });
const grid = (id: string, from: Grid["from"], to: Grid["to"]): Grid => ({ ...voted, id, from, to });

describe("the grid in force on 1 November", () => {
  const first = grid("first", day(2014, 11, 2), day(2015, 11, 1));
  const second = grid("second", day(2015, 11, 2), day(2017, 10, 31));

  it("is the one whose days hold it, the first and the last included", () => {
    expect([2015, 2016].map((year) => gridFor(campaignOf(year), [first, second]))).toEqual([
      { grid: first },
      { grid: second },
    ]);
  });

  it.each([2014, 2017])("is none a day before or after, and every period is named (%i)", (year) => {
    expect(gridFor(campaignOf(year), [first, second])).toEqual({
      anomaly: {
        severity: "error",
        code: "campaign-without-grid",
        file: null,
        sheet: null,
        cell: null,
        params: {
          campaign: year,
          snapshot: `01/11/${year}`,
          periods: "02/11/2014 – 01/11/2015\u00a0; 02/11/2015 – 31/10/2017",
        },
      },
    });
  });

  it("is named by a dash where there is no grid", () => {
    expect(gridFor(campaignOf(2014), [])).toMatchObject({ anomaly: { params: { periods: "–" } } });
  });
});

describe("grids that follow one another", () => {
  const first = grid("first", day(2013, 11, 1), day(2015, 10, 31));

  it("leave no campaign out where the second starts on the next 1 November", () => {
    expect(checkGrids([first, grid("second", day(2015, 11, 1), day(2016, 10, 31))])).toEqual([]);
  });

  it("leave one out where it starts the day after, the very next one", () => {
    const second = grid("second", day(2015, 11, 2), day(2016, 11, 1));
    expect(checkGrids([second, first])).toEqual([
      { kind: "gap", earlier: first, later: second, day: day(2015, 11, 1) },
    ]);
  });

  it("are set against the one that ends last", () => {
    const long = grid("long", day(2013, 1, 1), day(2018, 12, 31));
    const third = grid("third", day(2018, 1, 1), day(2019, 12, 31));
    expect(checkGrids([third, first, long]).map(({ earlier, later }) => [earlier.id, later.id])).toEqual([
      ["long", "first"],
      ["long", "third"],
    ]);
    const short = grid("short", day(2012, 1, 1), day(2014, 12, 31));
    expect(
      checkGrids([short, first, third].map((one) => (one === first ? { ...one, to: day(2018, 6, 1) } : one))),
    ).toMatchObject([
      { earlier: { id: "short" }, later: { id: "first" } },
      { earlier: { id: "first" }, later: { id: "third" } },
    ]);
  });
});

describe("a prestation's name", () => {
  it("is the wording of the act, or its code where the grid has none", () => {
    expect(prestationName(voted, "POSTE_STD")).toBe("Poste client standard");
    expect(prestationName(voted, "TABLETTE")).toBe("TABLETTE");
  });
});
