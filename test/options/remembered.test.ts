import { CellError } from "../../src/cells";
import { rowStillSays, stillSays, writtenIn, writtenInRow } from "../../src/options";

describe("a choice knows the place that it is about by what was written there", () => {
  it("a cell, case, accents and spacing apart", () => {
    const choice = { was: writtenIn(" Avane-Aveney ") };
    expect(choice.was).toBe("Avane-Aveney");
    expect(stillSays(choice, "AVANE  AVENEY")).toBe(true);
    expect(stillSays(choice, "Avanne-Aveney")).toBe(false);
    expect(stillSays(choice, null)).toBe(false);
  });

  it("a number or an error of Excel, as they are shown", () => {
    expect(stillSays({ was: writtenIn(25058) }, "25058")).toBe(true);
    expect(stillSays({ was: writtenIn(new CellError("#REF!")) }, new CellError("#REF!"))).toBe(true);
    expect(writtenIn(null)).toBe("");
  });

  it("a row, by the names in it, wherever they stand: its quantities may change", () => {
    const was = writtenInRow(["Beure", null, "École du Bourg"]);
    expect(was).toBe("Beure · École du Bourg");
    expect(rowStillSays({ was }, [null, "BEURE", "Ecole du Bourg", 12])).toBe(true);
    expect(rowStillSays({ was }, ["Beure", "École des Vergers", 12])).toBe(false);
    expect(rowStillSays({ was }, [])).toBe(false);
  });

  it("any place, where the choice does not tell", () => {
    expect(stillSays({}, "Beure")).toBe(true);
    expect(rowStillSays({}, ["Beure"])).toBe(true);
  });
});
