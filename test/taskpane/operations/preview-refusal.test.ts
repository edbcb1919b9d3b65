import { builtInGrids } from "../../../src/tariff";
import { templateHeadings } from "../../../src/taskpane/operations/preview";
import { read, sheet } from "../../inventory/workbook-of";

const grid = builtInGrids[0]!;

describe("the model of an inventory", () => {
  it("is recognised as it is, each column for what it says, without a single remark", () => {
    const headings = templateHeadings(grid);
    const filled = ["Amagney", "École primaire", 100, 1, 1, 12, 2, 3, 4, 5, 1, 1, 6, 1, 2, 3, 4];
    const found = read(sheet("Inventaire", [headings, filled]));
    expect(headings).toHaveLength(filled.length);
    expect(found.anomalies()).toEqual([]);
    expect(found.quantity("École primaire", "PORTAIL")).toBe(100);
    expect(found.quantity("École primaire", "POSTE_STD")).toBe(12);
    expect(found.quantity("École primaire", "POSTE_STD", "installation")).toBe(6);
    expect(found.quantity("École primaire", "IMPRIMANTE")).toBe(5);
    expect(found.quantity("École primaire", "PIECES", "installation")).toBe(4);
  });

  it("has a column for each price of the grid, and none where there is no tariff", () => {
    const headings = templateHeadings(grid);
    const counts = grid.rows
      .filter(({ code }) => code !== "PORTAIL")
      .flatMap(({ prices }) => [prices.installation, prices.maintenance])
      .filter(({ cagb, commune }) => cagb !== null || commune !== null);
    expect(headings).toHaveLength(3 + counts.length);
    expect(headings.some((heading) => heading.startsWith("Pièces détachées (en service)"))).toBe(false);
  });
});
