import { frenchDate, isoDate } from "../../src/cells";
import { message } from "../../src/messages";
import { formatAmount } from "../../src/money";
import { builtInGrids, campaignOf, gridFor, prestationName, type Grid, type TariffRow } from "../../src/tariff";
import { checkGrids } from "../../src/tariff/grids";
import { yearWithoutTariff } from "../year-without-tariff";

const voted = builtInGrids[0]!;
const day = (year: number, month: number, dayOfMonth: number) => ({ year, month, day: dayOfMonth });
const grid = (id: string, from: Grid["from"], to: Grid["to"]): Grid => ({ ...voted, id, from, to });

describe("the grid in force on 1 November", () => {
  const first = grid("first", day(2014, 11, 2), day(2015, 11, 1));
  const second = grid("second", day(2015, 11, 2), day(2017, 10, 31));

  it("is the one whose days hold it, the first and the last included", () => {
    expect([2015, 2016].map((year) => gridFor(campaignOf(year), [first, second]))).toEqual([
      { ok: true, value: first },
      { ok: true, value: second },
    ]);
  });

  it.each([2014, 2017])("is none a day before or after, and every period is named (%i)", (year) => {
    expect(gridFor(campaignOf(year), [first, second])).toEqual({
      ok: false,
      error: [
        {
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
      ],
    });
  });

  it("is named by a dash where there is no grid", () => {
    expect(gridFor(campaignOf(2014), [])).toMatchObject({ error: [{ params: { periods: "–" } }] });
  });
});

const november = { day: 1, month: 11 };

describe("grids that follow one another", () => {
  const first = grid("first", day(2013, 11, 1), day(2015, 10, 31));

  it("leave no campaign out where the second starts on the next 1 November", () => {
    expect(checkGrids([first, grid("second", day(2015, 11, 1), day(2016, 10, 31))], november)).toEqual([]);
  });

  it("leave one out where it starts the day after, the very next one", () => {
    const second = grid("second", day(2015, 11, 2), day(2016, 11, 1));
    expect(checkGrids([second, first], november)).toEqual([
      { kind: "gap", earlier: first, later: second, day: day(2015, 11, 1) },
    ]);
  });

  it("are set against the one that ends last", () => {
    const long = grid("long", day(2013, 1, 1), day(2018, 12, 31));
    const third = grid("third", day(2018, 1, 1), day(2019, 12, 31));
    expect(
      checkGrids([third, first, long], november).map(({ earlier, later }) => [earlier.id, later.id], november),
    ).toEqual([
      ["long", "first"],
      ["long", "third"],
    ]);
    const short = grid("short", day(2012, 1, 1), day(2014, 12, 31));
    expect(
      checkGrids(
        [short, first, third].map((one) => (one === first ? { ...one, to: day(2018, 6, 1) } : one)),
        november,
      ),
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

/** The voted table of the deliberation, in its order: installation CAGB and commune, maintenance CAGB and commune. */
const votedAmounts = [
  ["PORTAIL", "Accès Portail éducatif/enfant", "enfant", "–", "–", "5.27", "–"],
  ["PACK", "Pack logiciel / école", "école", "895.00", "–", "211.00", "–"],
  ["SERVEUR_STD", "Serveur standard / école", "école", "–", "632.00", "–", "263.33"],
  ["POSTE_STD", "Poste client standard", "poste", "–", "31.60", "–", "36.86"],
  ["SERVEUR_SPEC", "Serveur spécifique", "serveur", "–", "947.96", "–", "315.18"],
  ["POSTE_SPEC", "Poste spécifique", "poste", "–", "84.26", "–", "47.39"],
  ["LOGICIEL_SPEC", "Logiciel spécifique", "logiciel", "–", "21.06", "–", "10.53"],
  ["PIECES", "Pièces détachées", "pièce", "–", "21.06", "–", "–"],
  ["IMPRIMANTE", "Imprimante jet encre", "imprimante", "–", "–", "–", "15.79"],
];

function flat({ code, prestation, unit, prices: { installation, maintenance } }: TariffRow): string[] {
  const amounts = [installation.cagb, installation.commune, maintenance.cagb, maintenance.commune];
  return [code, prestation, unit, ...amounts.map((amount) => (amount === null ? "–" : formatAmount(amount)))];
}

describe("the grid of 2014", () => {
  const grid = builtInGrids[0]!;

  it("holds the voted table, to the cent and to the word", () => {
    expect(grid.rows.map(flat)).toEqual(votedAmounts);
  });

  it("names its act, and that 315,18 € is billed as voted", () => {
    expect(grid.act).toBe("Délibération n° 58, récépissé préfectoral du 14 novembre 2014");
    expect(grid.votedOn).toBeNull();
    expect(grid.note).toContain("315,18");
    expect([isoDate(grid.from), isoDate(grid.to)]).toEqual(["2014-11-01", "2015-11-01"]);
  });

  it.each([2014, 2015])("prices campaign %i", (year) => {
    expect(gridFor(campaignOf(year))).toEqual({ ok: true, value: grid });
  });

  // The latest convention has the periods that a campaign after it is told.
  const latest = builtInGrids.at(-1)!;
  it.each([
    [2013, "01/11/2014 – 01/11/2015"],
    [yearWithoutTariff, `${frenchDate(latest.from)} – ${frenchDate(latest.to)}`],
  ])("does not price campaign %i, and says why", (year, period) => {
    const result = gridFor(campaignOf(year));
    if (result.ok) throw new Error("priced");
    const [found] = result.error;
    expect(found).toMatchObject({ severity: "error", code: "campaign-without-grid" });
    expect(message(found!.code, found!.params)).toContain(`01/11/${year}`);
    expect(message(found!.code, found!.params)).toContain(period);
  });

  it("prices nothing where there is no grid at all", () => {
    expect(gridFor(campaignOf(2014), [])).toMatchObject({ error: [{ code: "campaign-without-grid" }] });
  });
});
