import { CellError } from "../../src/cells";
import { isRowAsRecorded, isAsRecorded, writtenIn, writtenInRow } from "../../src/options";

describe("a choice knows the place that it is about by what was written there", () => {
  it("a cell, case, accents and spacing apart", () => {
    const choice = { was: writtenIn(" Avane-Aveney ") };
    expect(choice.was).toBe("Avane-Aveney");
    expect(isAsRecorded(choice, "AVANE  AVENEY")).toBe(true);
    expect(isAsRecorded(choice, "Avanne-Aveney")).toBe(false);
    expect(isAsRecorded(choice, null)).toBe(false);
  });

  it("a number or an error of Excel, as they are shown", () => {
    expect(isAsRecorded({ was: writtenIn(25058) }, "25058")).toBe(true);
    expect(isAsRecorded({ was: writtenIn(new CellError("#REF!")) }, new CellError("#REF!"))).toBe(true);
    expect(writtenIn(null)).toBe("");
  });

  it("a row, by the names in it, wherever they stand: its quantities may change", () => {
    const was = writtenInRow(["Beure", null, "École du Bourg"]);
    expect(was).toBe("Beure · École du Bourg");
    expect(isRowAsRecorded({ was }, [null, "BEURE", "Ecole du Bourg", 12])).toBe(true);
    expect(isRowAsRecorded({ was }, ["Beure", "École des Vergers", 12])).toBe(false);
    expect(isRowAsRecorded({ was }, [])).toBe(false);
  });

  it("any place, where the choice does not tell", () => {
    expect(isAsRecorded({}, "Beure")).toBe(true);
    expect(isRowAsRecorded({}, ["Beure"])).toBe(true);
  });
});
