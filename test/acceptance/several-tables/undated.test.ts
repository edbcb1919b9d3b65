import { sheet } from "../../inventory/workbook-of";
import { billSheets } from "./bill-sheets";
import type { Block } from "./blocks";
import { kept } from "./prices";

const titles = ["Commune", "École", "Effectif", "Pack logiciel", "Postes clients standard"];
const dated: Block = [
  ["Inventaire au 1er novembre 2014"],
  titles,
  ["Beure", "École primaire", 100, 1, 10],
  ["Saône", "École primaire", 80, 1, 8],
];
const cagb = (pupils: number, packs: number) => pupils * kept.portail + packs * kept.pack;

describe("a table that says no year beside one of the campaign loses no school", () => {
  it("an undated table that completes the campaign's is billed for what it adds, and the repeated school is an error at its cell", () => {
    const complement: Block = [
      titles,
      ["Beure", "École primaire", 100, 1, 10],
      ["Thise", "École primaire", 70, 1, 7],
      ["Besançon", "École Viotte", 60, 1, 6],
    ];
    const { told, ...amounts } = billSheets(sheet("Parc", dated), sheet("Parc 2", complement));
    expect(amounts).toEqual({ cagb: cagb(100 + 80 + 70 + 60, 4), communes: (10 + 8 + 7 + 6) * kept.post });
    expect(told).toEqual(["error duplicate-school Parc 2!B2"]);
  });

  it("an undated table that contradicts the campaign's about one school and has others is not billed, nor is the campaign's", () => {
    const other: Block = [titles, ["Beure", "École primaire", 100, 1, 12], ["Thise", "École primaire", 70, 1, 7]];
    const { told, ...amounts } = billSheets(sheet("Parc", dated), sheet("Autre", other));
    expect(amounts.communes).toBe(0);
    expect(told.filter((one) => one.startsWith("error ambiguous-source"))).toHaveLength(2);
  });

  it("an undated table whose schools are all in the campaign's is left out with a warning", () => {
    const older: Block = [titles, ["Beure", "École primaire", 95, 1, 9], ["Saône", "École primaire", 78, 1, 8]];
    expect(billSheets(sheet("Parc", dated), sheet("Copie", older))).toEqual({
      cagb: cagb(100 + 80, 2),
      communes: (10 + 8) * kept.post,
      told: ["warning undated-source Copie!A1"],
    });
  });
});

describe("a register that says no year beside the campaign's", () => {
  const header = ["N° inventaire", "Désignation", "Commune", "École", "Date d'entrée"];
  const machine = (number: string) => [number, "Poste client standard", "Beure", "École primaire", "12/09/2012"];
  const register = (...numbers: string[]): Block => [header, ...numbers.map(machine)];
  const pupils: Block = [
    ["Commune", "École", "Effectif"],
    ["Beure", "École primaire", 100],
  ];
  const ofYear: Block = [["Registre au 1er novembre 2014"], ...register("P1", "P2", "P3", "P4")];
  const billed = (...numbers: string[]) =>
    billSheets(sheet("Registre", ofYear), sheet("Autre", register(...numbers)), sheet("Effectifs", pupils));

  it("an undated register with machines of the campaign's is left out with a warning, and they are billed once", () => {
    const { communes, told } = billed("P1", "P2", "P3");
    expect(communes).toBe(4 * kept.post);
    expect(told).toEqual([expect.stringMatching(/^warning undated-source Autre!/)]);
  });

  it("an undated register with machines of its own is never left out in silence", () => {
    const { told } = billed("P1", "P2", "P3", "P9");
    expect(told.filter((one) => one.startsWith("error ambiguous-source"))).toHaveLength(2);
  });
});
