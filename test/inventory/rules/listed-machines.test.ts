import type { Cell } from "../../../src/cells";
import { read, readWith, sheet, type SheetSpec } from "../workbook-of";

const parc = sheet("Parc", [
  ["Commune", "École", "Élèves", "Pack logiciel", "Postes clients standard"],
  ["Pirey", "Les Vergers", 30, 1, 6],
]);
const machines = (name: string): SheetSpec =>
  sheet(name, [
    ["Salle", "Matériel"],
    ["CDI", "Poste client standard"],
    ["CDI", "Serveur standard"],
    ["Fond", "Poste client standard"],
  ]);
const errors = (...sheets: readonly SheetSpec[]): string[] =>
  read(...sheets)
    .anomalies()
    .filter((line) => line.startsWith("error"));

describe("machines, one a row, in no table that is read", () => {
  it("are an error, settled by saying that there is nothing to bill", () => {
    expect(errors(parc, machines("Beure"))).toEqual(["error unread-equipment A1"]);
    expect(errors(parc, machines("Divers"))).toEqual(["error unread-equipment A1"]);
    const tables = [{ file: null, sheet: "Beure", cell: "A1", was: "Salle", as: "ignored" as const }];
    expect(readWith({ tables }, parc, machines("Beure")).anomalies()).toEqual(["info table-chosen A1"]);
  });
  it("are an error each different, under the name of one commune or school", () => {
    const rows = [["Type"], ["PC"], ["Serveur"], ["Imprimante"]];
    expect(errors(parc, sheet("Beure", rows))).toEqual(["error unread-equipment A1"]);
    expect(errors(parc, sheet("Divers", [["École maternelle"], ...rows]))).toEqual(["error unread-equipment A1"]);
  });
  it("are an error under a name that several prestations have", () => {
    expect(errors(parc, sheet("Divers", [["Postes"], ["Postes"]]))).toEqual(["error unread-equipment A1"]);
  });
  it("are an error beside their inventory numbers", () => {
    const rows = [
      ["N°", "Type"],
      [101, "PC"],
      [102, "PC"],
    ];
    expect(errors(parc, sheet("Beure", rows)).length).toBe(1);
  });
  it("are an error, though a price is beside less than half of them", () => {
    const rows = [["PC", 36.86], ["PC", 12.5], ["PC"], ["PC"]];
    expect(errors(parc, sheet("Divers", rows))).toEqual(["error unread-equipment A1"]);
    expect(errors(parc, sheet("Divers", [["PC"], ["PC"], ["Encre", 36.86], ["Câble", 12.5]]))).toEqual([
      "error unread-equipment A1",
    ]);
  });
  it.each<[string, string, readonly (readonly Cell[])[]]>([
    [
      "a drop-down list",
      "Listes",
      [
        ["Prestations", "Natures"],
        ["PC", "Maintenance"],
        ["Serveur", "Installation"],
      ],
    ],
    [
      "a legend",
      "Lisez-moi",
      [
        ["PC", "un poste client standard"],
        ["Serveur", "un serveur standard"],
      ],
    ],
    ["a note", "Notes", [["Le serveur sera changé."], ["Le serveur sera changé."], ["Beure"]]],
    ["totals", "Divers", [["Total"], ["Élèves"], ["Total"], ["Élèves"]]],
    ["different, the name of a commune below them", "Divers", [["PC"], ["Serveur"], ["Imprimante"], ["Beure"]]],
    [
      "a tariff by nature",
      "Prix",
      [
        ["PC", "Installation", 12.5],
        ["PC", "Maintenance", 36.86],
        ["Serveur", "Maintenance", 263.33],
      ],
    ],
  ])("are not %s", (_, name, rows) => {
    expect(errors(parc, sheet(name, rows))).toEqual([]);
  });
});
