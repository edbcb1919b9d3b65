import { LastResults, withBlanks } from "../../src/functions/excel-values";
import { rangeOfRows, rangesOfSample, stacked, type Range } from "./ranges";
import { refusal, titre } from "./results";

const headers = ["Commune", "École", "Élèves", "Poste client standard"];
/** What desktop versions before 2025 hand over: 0 for each blank. */
const asZero = (range: Range): Range => range.map((row) => row.map((cell) => cell ?? 0));
const cagb = (inventory: Range) => titre({ inventory, campaign: 2014, grid: null }, "CAGB");

describe("blanks that Excel wrote 0 are found again", () => {
  test("blanks that Excel wrote 0 under a title are found again", async () => {
    for (const name of ["parc-ecoles-2014", "export-glpi-2015"]) {
      const whole = stacked(...(await rangesOfSample(name)).values());
      const given = { campaign: Number(name.slice(-4)), grid: null };
      expect(titre({ ...given, inventory: asZero(whole) }, null)).toBe(titre({ ...given, inventory: whole }, null));
    }
  });

  test("blanks that Excel wrote 0 in the communes of a block and in an empty row are found again", () => {
    const blocks = rangeOfRows([headers, ["Beure", "École A", 80, 8], [null, "École B", 20, 1]]);
    expect(cagb(asZero(blocks))).toBe(949); // 100 × 5.27 + 2 packs × 211
    const withRow = rangeOfRows([headers, ["Beure", "École A", 80, 8], [], ["Beure", "École B", 20, 1]]);
    expect(cagb(asZero(withRow))).toBe(949);
  });

  test("a 0 beside a title is a blank, though nothing else shows it", () => {
    const rows = [
      ["Inventaire 2014", 0],
      ["Commune", "École"],
      ["Beure", "École A"],
    ];
    expect(withBlanks(rows)[0]).toEqual(["Inventaire 2014", null]);
  });

  test("a missing headcount is then told, never billed as none", () => {
    const range = rangeOfRows([["Inventaire 2014"], headers, ["Beure", "École A", null, 8]]);
    expect(refusal(cagb(asZero(range))).text).toContain("CONTROLE");
  });
});

describe("a 0 that was typed stays", () => {
  test("a typed 0 stays when other blanks are visible", () => {
    const rows = [headers, ["Beure", "École A", 0, 8], ["Beure", "École B", 20, null]];
    expect(withBlanks(rows)).toBe(rows);
  });

  test("a typed 0 stays in a whole table: a school without pupils is no error", () => {
    const range = rangeOfRows([headers, ["Beure", "École A", 0, 8], ["Beure", "École B", 20, 0]]);
    expect(withBlanks(range as never)).toBe(range);
    // 20 × 5.27 + one pack, for the school that has machines; the other has pupils only.
    expect(cagb(range)).toBe(316.4);
  });

  test("a 0 that was typed beside quantities written « - » stays", () => {
    const rows = [headers, ["Beure", "École A", 20, "-"], ["Beure", "École B", 20, 0]];
    expect(withBlanks(rows)).toBe(rows);
  });
});

test("a result is computed once for the same input, and only the last ones are kept", () => {
  const worked: string[] = [];
  const results = new LastResults<{ readonly of: string }>(2);
  const get = (key: string) => results.get(key, () => (worked.push(key), { of: key })).of;
  expect(["a", "b", "a", "b"].map(get)).toEqual(["a", "b", "a", "b"]);
  expect(worked).toEqual(["a", "b"]);
  get("a");
  // « b » is the one that was used longest ago.
  expect(["c", "a", "b"].map(get)).toEqual(["c", "a", "b"]);
  expect(worked).toEqual(["a", "b", "c", "b"]);
});
