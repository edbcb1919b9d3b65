import { read, sheet, type Read } from "../../workbook-of";

const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const levels = (total: number): Read =>
  read(
    sheet("Effectifs", [
      ["Commune", "École", "PS-MS", "GS", "CP-CE1", "CE2-CM2", "Total"],
      ["Beure", "École du Bourg", 20, 10, 30, 40, total],
      ["Pirey", "École du Pont", 15, 5, 20, 25, 65],
    ]),
    sheet("Parc", [
      ["Commune", "École", "Postes clients standard"],
      ["Beure", "École du Bourg", 10],
      ["Pirey", "École du Pont", 8],
    ]),
  );

test("levels written together are parts of the headcount that sums them", () => {
  const result = levels(100);
  expect([errors(result), result.quantity("École du Bourg", "PORTAIL")]).toEqual([[], 100]);
});

test("levels written together are asked where the headcount is not their sum", () => {
  expect(errors(levels(99))).toContain("error unclear-header C1");
});
