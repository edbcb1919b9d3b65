import { read, sheet, type Read } from "../workbook-of";

const headings = ["Commune", "UAI", "École", "Élèves", "Postes clients standard"];
const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));

describe("one name that a commune writes beside two UAI", () => {
  test("is that of two schools, each under its code", () => {
    const result = read(
      sheet("Parc", [
        headings,
        ["Beure", "0250101A", "École primaire", 90, 12],
        ["Beure", "0250102B", "École primaire", 60, 8],
      ]),
    );
    expect(errors(result)).toEqual([]);
    expect(result.quantity("École primaire (0250101A)", "POSTE_STD")).toBe(12);
    expect(result.quantity("École primaire (0250102B)", "PORTAIL")).toBe(60);
    expect(result.quantity("École primaire (0250102B)", "PACK")).toBe(1);
  });

  test("one name beside one UAI twice is one school, which is repeated", () => {
    const result = read(
      sheet("Parc", [
        headings,
        ["Beure", "0250101A", "École primaire", 90, 12],
        ["Beure", "0250101A", "École primaire", 60, 8],
        ["Pirey", "0250103C", "École primaire", 50, 5],
      ]),
    );
    expect(errors(result)).toEqual(["error duplicate-school C3"]);
  });
});
