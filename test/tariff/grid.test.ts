import { Decimal } from "decimal.js";
import { builtInGrids, isSamePlace, priceAt, pricePlaces, reprice } from "../../src/tariff";
import { amountOfData, amountOfNumber, amountOfText } from "../../src/tariff/grid";

const told = (amount: ReturnType<typeof amountOfText>) =>
  amount === null || typeof amount === "string" ? amount : amount.toFixed();

describe("a unit price", () => {
  it.each([
    ["895", "895"],
    ["31.60", "31.6"],
    ["0.5", "0.5"],
    ["0", "0"],
    ["-5.27", "negative"],
    ["-0.01", "negative"],
    ["5.275", "too-many-decimals"],
    ["", "unreadable"],
    ["5.", "unreadable"],
    [".50", "unreadable"],
    ["5,27", "unreadable"],
    ["--5", "unreadable"],
    ["5.27 €", "unreadable"],
    ["€ 5.27", "unreadable"],
    ["5.2.7", "unreadable"],
    ["1 011", "unreadable"],
  ])("« %s » in a grid file is %s", (text, expected) => {
    expect(told(amountOfData(text))).toBe(expected);
  });

  it.each([
    [31.6 * 3, "94.8"], // 94.80000000000001
    [0.01, "0.01"],
    [0, "0"],
    [-0.01, "negative"],
    [0.005, "too-many-decimals"],
    [NaN, "unreadable"],
    [Infinity, "unreadable"],
  ])("the number %p in a cell is %s", (value, expected) => {
    expect(told(amountOfNumber(value))).toBe(expected);
  });

  it.each([
    ["5,27 €", "5.27"],
    [" 895 ", "895"],
    ["—", null],
    [" – ", null],
    ["--", "unreadable"],
    ["5-", "unreadable"],
    ["-5,27", "negative"],
    ["5,275", "too-many-decimals"],
    ["12.3456", "too-many-decimals"],
    ["12 5,275", "unreadable"],
    ["5,275 €", "unreadable"],
    ["5,27x", "unreadable"],
  ])("« %s » in a cell is %p", (text, expected) => {
    expect(told(amountOfText(text))).toBe(expected);
  });
});

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
