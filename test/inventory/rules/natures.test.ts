import type { Cell } from "../../../src/cells";
import { fateIn } from "./fates";

const items = ["Commune", "École", "Prestation", "Nature", "Quantité"];
const poste = (nature: Cell): Cell[] => ["Beure", "A", "Poste client standard", nature, 3];
const installed = ["Installations"];

describe("the nature of a quantity", () => {
  test.each<[string, readonly Cell[], readonly (readonly Cell[])[], readonly string[]]>([
    ["is that of its row", items, [poste("Installation")], ["POSTE_STD+ 3"]],
    ["is that of its row, whatever the title above", items, [installed, poste("Maintenance")], ["POSTE_STD 3"]],
    ["is that of the title above, where its row leaves it blank", items, [installed, poste(null)], ["POSTE_STD+ 3"]],
    [
      "is that of its heading, else the one in service",
      ["Commune", "École", "Postes clients installés", "Serveur standard"],
      [["Beure", "A", 3, 1]],
      ["POSTE_STD+ 3", "SERVEUR_STD 1"],
    ],
    [
      "is that of its heading, whatever the title above, which is that of the others",
      ["Commune", "École", "Poste client standard", "Serveurs standard en service"],
      [installed, ["Beure", "A", 3, 1]],
      ["POSTE_STD+ 3", "SERVEUR_STD 1"],
    ],
    [
      "is that of its label",
      ["Commune", "École", "Prestation", "Quantité"],
      [
        ["Beure", "A", "Postes clients installés", 3],
        ["Beure", "A", "Serveur standard", 1],
      ],
      ["POSTE_STD+ 3", "SERVEUR_STD 1"],
    ],
    [
      "is both where its date says that it came in the campaign",
      ["Commune", "École", "Prestation", "Quantité", "Mise en service le"],
      [["Beure", "A", "Poste client standard", 3, "15/03/2014"]],
      ["POSTE_STD 3", "POSTE_STD+ 3"],
    ],
    [
      "is the one written, whatever its date",
      [...items, "Mise en service le"],
      [[...poste("Maintenance"), "15/03/2014"]],
      ["POSTE_STD 3"],
    ],
  ])("%s", (_says, headers, rows, expected) => {
    const { billed, error } = fateIn("Parc", headers, ...rows);
    expect([billed, error]).toEqual([expected, 0]);
  });

  test("is none of pupils, whatever the title above", () => {
    const headers = ["Commune", "École", "Élèves", "Poste client standard"];
    const { billed } = fateIn("Parc", headers, installed, ["Beure", "B", 30, 3]);
    expect(billed).toEqual(["PORTAIL 30", "POSTE_STD+ 3"]);
  });

  test.each<[string, readonly (readonly Cell[])[], string]>([
    ["it is blank", [poste(null)], "error missing-nature D2"],
    ["it is no nature", [poste("MES")], "error unknown-nature D2"],
    ["it is no nature, under a title that says one", [installed, poste("MES")], "error unknown-nature D3"],
  ])("is asked where %s", (_says, rows, told) => {
    expect(fateIn("Parc", items, ...rows)).toMatchObject({ billed: [], error: 1, told: [told] });
  });

  test("is not asked of a row that counts nothing, be it dated", () => {
    const row = ["Beure", "A", "Poste client standard", null, 0, "15/03/2014"];
    const { told, error } = fateIn("Parc", [...items, "Installé le"], row, [...poste("Maintenance"), "15/09/2009"]);
    expect([told, error]).toEqual([[], 0]);
  });

  test("is asked once in the row of a school", () => {
    const headers = ["Commune", "École", "Nature", "Poste client standard", "Serveur standard"];
    expect(fateIn("Parc", headers, ["Beure", "A", "MES", 3, 1], ["Beure", "A", "Maintenance", 2, 1])).toMatchObject({
      billed: ["POSTE_STD 2", "SERVEUR_STD 1"],
      error: 1,
      told: ["error unknown-nature C2"],
    });
  });
});
