import type { Cell } from "../../../src/cells";
import { read, sheet, type SheetSpec } from "../workbook-of";

const header = ["Commune", "École", "Élèves", "Pack logiciel", "Postes clients standard"];
const les = ["Pirey", "Les Vergers", 30, 1, 6];
const bourg = ["Thise", "Bourg", 40, 1, 9];
const parc = (...rows: readonly (readonly Cell[])[]): SheetSpec => sheet("Parc", [header, ...rows]);
const divers = (name: string, ...rows: readonly (readonly Cell[])[]): SheetSpec => sheet(name, rows);
const toldOn = (name: string, ...sheets: readonly SheetSpec[]): string[] => read(...sheets).anomalies(name);

describe("a block in no table that says again what is billed is a recap only of the same names", () => {
  it("a block outside tables with the sum of everything billed is a recap", () => {
    const recap = divers("Récap", ["Total"], ["Postes clients standard", 15], ["Pack logiciel", 2], ["Élèves", 70]);
    expect(toldOn("Récap", parc(les, bourg), recap)).toEqual(["info unread-numbers A1"]);
  });
  it("a block beside the table with the sum of everything billed is a recap", () => {
    const beside = (postes: number): SheetSpec =>
      sheet("Parc", [header, [...les, null, null, "Total postes", postes], [...bourg, null, null, "Total packs", 2]]);
    expect(toldOn("Parc", beside(15))).toEqual(["info unread-numbers H2"]);
    expect(toldOn("Parc", beside(14))).toEqual(["error unread-table H2"]);
  });
  it("a block outside tables with the sums of one commune or school is a recap", () => {
    const of = (name: string): SheetSpec => divers("Récap", ["Total", name], [], ["Postes clients standard", 6]);
    expect(toldOn("Récap", parc(les, bourg), of("Pirey"))).toEqual(["info unread-numbers A1"]);
    expect(toldOn("Récap", parc(les, bourg), of("Les Vergers"))).toEqual(["info unread-numbers A1"]);
    expect(toldOn("Récap", parc(les, bourg), of("Bourg"))).toEqual(["error unread-table A1"]);
  });
  it("a block that names a commune or a school that is not billed is no recap, whatever its numbers", () => {
    const rooms = [
      ["Salle", "Postes clients standard"],
      ["Fond", 6],
    ];
    expect(toldOn("Beure", parc(les), divers("Beure", ...rooms))).toEqual(["error unread-table A1"]);
    const unknown = divers(
      "Divers",
      ["École", "au fond", "Maternelle"],
      [],
      ["Beure"],
      [null, "Postes clients standard", 6],
    );
    expect(toldOn("Divers", parc(les), unknown).some((line) => line.startsWith("error"))).toBe(true);
  });
  it("a block under a title that may be a school's is no recap when its sums are one school's", () => {
    const block = [[], [], ["Zig"], ["Pack logiciel", 1], ["Postes clients standard", 6]];
    expect(toldOn("Parc", sheet("Parc", [header, les, ...block]))).toEqual(["error unread-table A5"]);
  });
});

it("one prestation with a number, of a commune, is an error as well as several", () => {
  expect(toldOn("Beure", parc(les, bourg), divers("Beure", ["Imprimante jet d'encre", 4]))).toEqual([
    "error unread-table A1",
  ]);
});
