import { sheet } from "../../inventory/workbook-of";
import { billedPlainly, billSheets } from "./bill-sheets";
import { _, below, beside, titled } from "./blocks";
import type { Block } from "./blocks";
import { kept } from "./prices";
import { headcounts, inventory, ofInventory, ofRegister, register } from "./schools";

const amagney: Block = [
  ["Matériel", "École primaire", "Total"],
  ["Effectif", 50, 50],
  ["Pack logiciel", 1, 1],
  ["Serveur standard", 1, 1],
  ["Postes clients standard", 10, 10],
];
const beure: Block = [
  ["Matériel", "École maternelle", "École élémentaire", "Total"],
  ["Effectif", 40, 60, 100],
  ["Pack logiciel", 1, 1, 2],
  ["Serveur standard", _, 1, 1],
  ["Postes clients standard", 4, 12, 16],
];
const ofBeure = { cagb: (40 + 60) * kept.portail + 2 * kept.pack, communes: kept.server + (4 + 12) * kept.post };

describe("schools across, with something else on their sheet", () => {
  it("notes, and a signature below, in the tab of each commune", () => {
    const signed = below(beure, [["Fait à Beure, le 03/11/2014", _, "Le directeur"]]);
    expect(billSheets(sheet("Amagney", below(amagney, [["Observations : RAS"]])), sheet("Beure", signed))).toEqual(
      billedPlainly(ofInventory),
    );
  });

  it("a legend beside schools across changes nothing", () => {
    const legend: Block = [["Légende"], ["RAS", "rien à signaler"], ["HS", "hors service"]];
    expect(billSheets(sheet("Beure", beside(beure, legend)))).toEqual(billedPlainly(ofBeure));
  });

  it.each<[string, Block]>([
    ["beside", beside(titled("Commune d'Amagney", amagney), titled("Commune de Beure", beure))],
    ["below", below(titled("Commune d'Amagney", amagney), titled("Commune de Beure", beure))],
  ])("another commune's table %s schools across is read", (_name, cells) => {
    expect(billSheets(sheet("Parc", cells))).toEqual(billedPlainly(ofInventory));
  });

  it("prestations that no school has at the foot, and another commune's table below", () => {
    const unused: Block = [["Serveur spécifique"], ["Logiciel spécifique"], ["Imprimante jet encre"]];
    const whole = [...titled("Commune d'Amagney", amagney), ...unused];
    for (const gap of [1, 3])
      expect(billSheets(sheet("Parc", below(whole, titled("Commune de Beure", beure), { gap })))).toEqual(
        billedPlainly(ofInventory),
      );
  });

  it.each<[string, Block]>([
    ["without titles", [["Pack logiciel"], ["Serveur standard"], ["Poste client standard"]]],
    [
      "with prices",
      [
        ["Prestation", "Prix unitaire"],
        ["Pack logiciel", 211],
        ["Serveur standard", 263.33],
        ["Poste client standard", 36.86],
      ],
    ],
  ])("the prestations above, %s", (_name, prestations) => {
    expect(billSheets(sheet("Beure", below(prestations, beure)))).toEqual(billedPlainly(ofBeure));
  });

  it("headcounts above, a school a row", () => {
    const pupils: Block = [
      ["École", "Effectif"],
      ["École maternelle", 40],
      ["École élémentaire", 60],
      ["Total", 100],
    ];
    const equipment = [beure[0]!, ...beure.slice(2)];
    expect(billSheets(sheet("Beure", below(pupils, equipment)))).toEqual(billedPlainly(ofBeure));
  });

  it("headcounts below, a school a row", () => {
    const equipment = [beure[0]!, ...beure.slice(2)];
    const pupils = titled("Effectifs", [
      ["École", "Effectif"],
      ["École maternelle", 40],
      ["École élémentaire", 60],
    ]);
    expect(billSheets(sheet("Beure", below(equipment, pupils)))).toEqual(billedPlainly(ofBeure));
  });
});

describe("a recap by prestation is no table with a school called « Quantité »", () => {
  const whole: Block = inventory.map((row, at) => [...row, ["Élèves", 50, 40, 60, 150][at]!]);
  const recap: Block = [
    ["Récapitulatif"],
    ["Prestation", "Quantité", "Prix unitaire"],
    ["Pack logiciel", 3, 211],
    ["Serveur standard", 2, 263.33],
    ["Poste client standard", 26, 36.86],
  ];

  it.each<[string, Block]>([
    ["beside an inventory", beside(whole, recap.slice(1))],
    ["below it", below(whole, recap)],
  ])("%s", (_name, cells) => {
    expect(billSheets(sheet("Parc", cells))).toEqual(billedPlainly(ofInventory));
  });

  it.each<[string, Block]>([
    ["beside a register", beside(below(register, headcounts), recap)],
    ["below it", below(beside(register, headcounts), recap)],
  ])("%s", (_name, cells) => {
    expect(billSheets(sheet("Registre", cells))).toEqual(billedPlainly(ofRegister));
  });
});
