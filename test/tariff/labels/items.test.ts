import { builtInGrids, pupilsAmong } from "../../../src/tariff";

describe("the prestation that counts the pupils", () => {
  const { rows } = builtInGrids[0]!;
  const others = rows.filter(({ code }) => code !== "PORTAIL");
  const ent = { code: "ENT", unit: "élève" };

  test("is the access to the portal, where the grid has it", () => {
    expect(pupilsAmong([...rows, ent])).toBe("PORTAIL");
  });

  test("is the one that is priced a pupil under another code, where it has not", () => {
    expect(pupilsAmong([...others, ent])).toBe("ENT");
  });

  test("is none of those that are priced by machine or by school", () => {
    expect(pupilsAmong(others)).toBe("PORTAIL");
  });
});
