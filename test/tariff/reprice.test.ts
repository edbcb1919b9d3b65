import { Decimal } from "decimal.js";
import { amountOfText, builtInGrids, isSamePlace, priceAt, pricePlaces, reprice } from "../../src/tariff";

const [grid] = builtInGrids;
const workstation = { code: "POSTE_STD", nature: "maintenance", payer: "commune" } as const;

describe("a grid at other prices", () => {
  it("has the new price in its place, exact, and nothing else that is new", () => {
    const dearer = reprice(grid!, [{ ...workstation, price: new Decimal("38.50") }]);
    const places = grid!.rows.flatMap(pricePlaces);
    expect(places.filter((place) => String(priceAt(dearer, place)) !== String(priceAt(grid!, place)))).toEqual([
      workstation,
    ]);
    expect(priceAt(dearer, workstation)!.toFixed(2)).toBe("38.50");
    expect(priceAt(grid!, workstation)!.toFixed(2)).toBe("36.86");
    expect({ ...dearer, rows: [] }).toEqual({ ...grid!, rows: [] });
  });

  it("may move a price from one payer to the other, or drop it", () => {
    const moved = reprice(grid!, [
      { ...workstation, price: null },
      { ...workstation, payer: "cagb", price: new Decimal("36.86") },
    ]);
    expect(moved.rows.find(({ code }) => code === "POSTE_STD")!.prices.maintenance).toEqual({
      cagb: new Decimal("36.86"),
      commune: null,
    });
  });

  it("has no price for a row that it has not", () => {
    expect(priceAt(grid!, { ...workstation, code: "TABLETTE" })).toBeNull();
    expect(reprice(grid!, [{ ...workstation, code: "TABLETTE", price: new Decimal(4) }])).toEqual(grid);
  });
});

test("a price has one place: its row, its nature and its payer", () => {
  expect(isSamePlace(workstation, { ...workstation })).toBe(true);
  expect(isSamePlace(workstation, { ...workstation, code: "POSTE_SPEC" })).toBe(false);
  expect(isSamePlace(workstation, { ...workstation, nature: "installation" })).toBe(false);
  expect(isSamePlace(workstation, { ...workstation, payer: "cagb" })).toBe(false);
});

test.each(["", "  ", "-", "–"])("« %s », where a price is typed, is no tariff", (text) => {
  expect(amountOfText(text)).toBeNull();
});
