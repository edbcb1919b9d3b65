import type { Cell } from "../../../src/cells";
import { read, sheet, type Read } from "../workbook-of";

const effectifs = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ["Beure", "École du Bourg", 10],
]);
const headers = ["N° inventaire", "Désignation", "Commune", "École", "HS"];

/** Machines of one school, with what stands under « HS », or the headings again. */
const register = (...marks: (Cell | "again")[]): Read =>
  read(
    sheet("Registre", [
      headers,
      ...marks.map((mark, at) =>
        mark === "again" ? headers : [`A${at}`, "Poste client standard", "Beure", "École du Bourg", mark],
      ),
    ]),
    effectifs,
  );

describe("a column « HS » of a register", () => {
  it("says so of the rows that it marks, though the headings come again among them, at a page's top", () => {
    const result = register("x", null, "again", "x", null);
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(2);
    expect(result.rows("Registre").reasons).toMatchObject({ withdrawn: 2 });
  });
  it("asks what else it says", () => {
    expect(register("x", null, "à voir").anomalies("Registre")).toContain("error unknown-state E4");
  });
});
