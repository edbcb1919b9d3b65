import { sheet } from "../../inventory/workbook-of";
import { billedPlainly, billSheets } from "./bill-sheets";
import { _, below, beside, titled } from "./blocks";
import type { Block } from "./blocks";
import { kept } from "./prices";
import { headcounts, inventory, ofInventory, ofRegister, register } from "./schools";

const all = (block: Block): Block => block.slice(0, -1);
const byLevel: Block = [
  ["Commune", "École", "Maternelle", "Élémentaire", "Total"],
  ["Amagney", "École primaire", 20, 30, 50],
  ["Beure", "École maternelle", 40, _, 40],
  ["Beure", "École élémentaire", _, 60, 60],
  ["Total", _, 60, 90, 150],
];

describe("a table of headcounts beside a register, a blank column between them", () => {
  it.each<[string, Block]>([
    ["titled, its headings on the same row", beside(titled("Registre", register), titled("Effectifs", headcounts))],
    ["lower", beside(titled("Registre", register), titled("Effectifs", headcounts), { down: 2 })],
    ["higher", beside(register, titled("Effectifs", headcounts), { up: 3 })],
    ["its title on the row of the register's headings", beside(register, titled("Effectifs", headcounts))],
    ["two blank columns away", beside(register, headcounts, { gap: 2 })],
    ["by level, with a total", beside(titled("Registre", register), titled("Effectifs", byLevel))],
    ["on its left", beside(titled("Effectifs", headcounts), titled("Registre", register), { down: 1 })],
  ])("%s", (_name, cells) => {
    expect(billSheets(sheet("Registre", cells))).toEqual(billedPlainly(ofRegister));
  });

  it("longer than the register, whose other schools are only told to have no machine", () => {
    const cells = beside(register.slice(0, 4), titled("Effectifs", headcounts));
    // The primary school keeps two postes, one of them new, the élémentaire a server; the maternelle has pupils only.
    expect(billSheets(sheet("Registre", cells))).toEqual({
      cagb: (50 + 40 + 60) * kept.portail + 2 * kept.pack,
      communes: ofRegister.communes - kept.printer,
      told: ["warning headcount-without-equipment Registre!I4"],
    });
  });

  it("headcounts beside a GLPI export lose no school", () => {
    const machine = (name: string, entity: string, type: string, entry: string): Block[number] => [
      name,
      `Entité racine > ${entity}`,
      "En service",
      type,
      "Salle 1",
      entry,
    ];
    const glpi: Block = [
      ["Nom", "Entité", "Statut", "Type", "Lieu", "Date de mise en service"],
      machine("AMG-1", "Amagney > École primaire", "Poste client standard", "12/09/2012"),
      machine("AMG-2", "Amagney > École primaire", "Poste client standard", "15/09/2014"),
      machine("BEU-1", "Beure > École élémentaire", "Serveur standard", "12/09/2012"),
      machine("BEU-2", "Beure > École maternelle", "Imprimante jet d'encre", "12/09/2012"),
    ];
    expect(billSheets(sheet("glpi", beside(glpi, titled("Effectifs", headcounts))))).toEqual(billedPlainly(ofRegister));
  });
});

describe("a table of headcounts beside an inventory, a blank column between them", () => {
  it.each<[string, Block]>([
    ["titled, on the same row", beside(titled("Matériel", inventory), titled("Effectifs", headcounts))],
    ["lower", beside(titled("Matériel", inventory), titled("Effectifs", headcounts), { down: 3 })],
    ["below its end", beside(titled("Matériel", inventory), titled("Effectifs", headcounts), { down: 8 })],
    ["its title on the row of the inventory's headings", beside(inventory, titled("Effectifs", headcounts))],
    ["by level, with a total", beside(titled("Matériel", inventory), titled("Effectifs", byLevel))],
    ["on its left", beside(titled("Effectifs", headcounts), titled("Matériel", inventory))],
    [
      "« Nombre » under its title",
      beside(titled("Matériel", inventory), [["Effectifs"], ["Commune", "École", "Nombre"], ...headcounts.slice(1)]),
    ],
  ])("%s", (_name, cells) => {
    expect(billSheets(sheet("Parc", cells))).toEqual(billedPlainly(ofInventory));
  });

  it("headcounts beside an inventory, under a title merged over both and with a hidden column between them, lose no school", () => {
    const cells = below(
      [["ORDICLASSE — situation au 1er novembre 2014"]],
      beside(titled("Matériel", inventory), titled("Effectifs", headcounts)),
    );
    const extras = { merges: ["A1:I1", "A3:E3", "G3:I3"], hiddenColumns: ["F"] };
    expect(billSheets(sheet("Parc", cells, extras))).toEqual(billedPlainly(ofInventory));
  });
});

describe("inventories beside each other, each with its headings", () => {
  const whole = all(inventory).map((row, at) => [...row, ["Élèves", 50, 40, 60][at]!]);
  const [headings, amagney] = [whole[0]!, whole[1]!];
  const beure = whole.slice(2);
  const east: Block = [headings, amagney, ["Total", _, 1, 1, 10, 50]];
  const west: Block = [headings, ...beure, ["Total", _, 2, 1, 16, 100]];
  const unnamed = (block: Block): Block => block.map(([, ...cells]) => cells);

  it.each<[string, Block]>([
    ["a blank column between them", beside(titled("Secteur Est", east), titled("Secteur Ouest", west))],
    ["no blank column between them", beside(titled("Secteur Est", east), titled("Secteur Ouest", west), { gap: 0 })],
    [
      "each commune in the title of its own",
      beside(
        titled("Commune d'Amagney", unnamed([headings, amagney])),
        titled("Commune de Beure", unnamed([headings, ...beure])),
      ),
    ],
  ])("%s", (_name, cells) => {
    expect(billSheets(sheet("Parc", cells))).toEqual(billedPlainly(ofInventory));
  });
});

describe("other texts and numbers beside an inventory", () => {
  const whole: Block = inventory.map((row, at) => [...row, ["Élèves", 50, 40, 60, 150][at]!]);
  const legend: Block = [["Légende"], ["PC", "Poste client standard"], ["SRV", "Serveur standard"], ["x", "oui"]];
  const tariff: Block = [
    ["Tarif", "Installation", "Maintenance"],
    ["Pack logiciel / école", 895, 211],
    ["Serveur standard / école", 632, 263.33],
    ["Poste client standard", 31.6, 36.86],
  ];

  it.each<[string, Block]>([
    ["a legend", beside(titled("Parc", whole), legend)],
    ["a reminder of the tariff", beside(whole, tariff)],
    [
      "key figures on the row of the headings",
      beside(whole, [
        ["Nombre d'élèves", 150],
        ["Nombre de communes", 2],
      ]),
    ],
    ["communes on the row of the headings", beside(whole, [["Besançon"], ["Amagney"], ["Beure"]])],
    [
      "a list of contacts",
      beside(whole, [
        ["Commune", "Contact", "Téléphone"],
        ["Amagney", "Mme Durand", "03 81 00"],
      ]),
    ],
    ["who wrote it, and when", beside(whole, [["Document de travail"], ["mis à jour le 03/11/2014"]])],
  ])("%s", (_name, cells) => {
    expect(billSheets(sheet("Parc", cells))).toEqual(billedPlainly(ofInventory));
  });
});
